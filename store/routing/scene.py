"""Who a question may mean: the people who speak in an episode, under all that they are called."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from store.episode import Episode
from store.language.lexicon import frequency, is_listed_name, is_ordinary
from store.words import plain

# Names of people are hidden behind characters that nobody types, so that the rules need not know them.
FIRST_HIDDEN, LAST_HIDDEN = "\ue000", "\uf8ff"
HIDDEN = f"[{FIRST_HIDDEN}-{LAST_HIDDEN}]"
_TITLE = r"(?i:(?:mr|mrs|ms|dr|prof|professor|sir)\.?\s+)?"
_WORD = re.compile(r"[^\W\d_]+")
# From this length on a name may be typed with one slip, and with two.
_SLIP, _TWO_SLIPS = 5, 9
# Names that are also words as frequent as this on the Zipf scale ("Will", "Long") want their capital.
_EVERYDAY = 5.7
_MALE, _FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_SHORTEST = 3
PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What of an episode a question may refer to."""

    speakers: tuple[str, ...] = ()
    host: str | None = None
    guest: str | None = None
    he: str | None = None
    she: str | None = None
    chapters: tuple[str, ...] = ()
    books: tuple[str, ...] = ()

    @classmethod
    def of(cls, episode: Episode) -> "Scene":
        """Take it from an episode and its show notes."""
        noted = episode.notes.speakers
        hosts = [one.name for one in noted if one.role == "host"]
        guests = [one.name for one in noted if one.role == "guest"]
        genders = {one.name: _gender(one.about) for one in noted}
        males = [name for name, gender in genders.items() if gender == "male"]
        females = [name for name, gender in genders.items() if gender == "female"]
        return cls(
            speakers=episode.speakers,
            host=_only(hosts),
            guest=_only(guests),
            he=_only(males),
            she=_only(females),
            chapters=tuple(chapter.title for chapter in episode.chapters),
            books=tuple(book.title for book in episode.notes.books),
        )

    def speaker(self, meant: str) -> str | None:
        """Return who is meant by a pronoun or a part in the talk; None where that is not sure."""
        words = frozenset(plain(meant).replace("'s", "").split())
        if words & {"host", "interviewer", "presenter", "podcaster"}:
            return self.host
        if words & {"guest", "interviewee"}:
            return self.guest
        if words & _MALE:
            return self.he
        return self.she if words & _FEMALE else None

    def speaking_of(self, speaker: str | None) -> "Scene":
        """Take somebody for who is meant by "he" or "she", where nobody else is known to be."""
        return replace(self, he=self.he or speaker, she=self.she or speaker)

    def called(self, name: str) -> str | None:
        """Return the speaker whose name, or part in the talk, a text is; None where it is anything else."""
        people = People(self)
        hidden = people.hide(name.strip())
        is_one = re.fullmatch(rf"{HIDDEN}|(?i:(?:the )?(?:host|interviewer|guest))", hidden)
        return people.speaker(hidden) if is_one else None


class People:
    """The speakers of a scene, hidden in a text and shown again."""

    def __init__(self, scene: Scene) -> None:
        """Know all that each speaker may be called: in full, by surname or by given name where that is one's alone."""
        self._scene = scene
        parts = Counter(part for name in scene.speakers for part in dict.fromkeys(name.split()))
        called: dict[str, str] = {}
        for name in scene.speakers:
            called[name] = name
            for part in name.split():
                if parts[part] == 1 and len(part) >= _SHORTEST and part.isalpha():
                    called[part] = name
        self._called = {plain(words): name for words, name in called.items()}
        names = sorted(called, key=len, reverse=True)
        self._names = re.compile(rf"\b{_TITLE}(?:{'|'.join(map(_pattern, names))})(?=s?(?!\w))") if names else None
        self._hidden: list[tuple[str, str]] = []

    @property
    def are_unknown(self) -> bool:
        """Tell whether nobody has noted who speaks."""
        return self._names is None

    def hide(self, text: str) -> str:
        """Put a hidden character in the place of each name."""
        return _WORD.sub(self._mended, self._names.sub(self._hide, text)) if self._names else text

    def show(self, text: str) -> str:
        """Put the names back as they were typed."""
        return re.sub(HIDDEN, lambda found: self._at(found[0])[0], text)

    def speaker(self, meant: str | None) -> str | None:
        """Return whom a hidden character, a pronoun or a part in the talk means; None where that is not sure."""
        found = re.search(HIDDEN, meant or "")
        return self._at(found[0])[1] if found else self._scene.speaker(meant or "")

    def named(self, meant: str | None) -> str | None:
        """Return the same, where a name or a part in the talk says it: a pronoun may mean anybody."""
        return None if meant is None or meant.lower() in PRONOUNS else self.speaker(meant)

    def _at(self, hidden: str) -> tuple[str, str]:
        at = ord(hidden) - ord(FIRST_HIDDEN)
        return self._hidden[at] if at < len(self._hidden) else ("", "")

    def _hide(self, found: re.Match[str]) -> str:
        return self._put_away(found[0], self._called[plain(re.sub(rf"^{_TITLE}", "", found[0]))])

    def _mended(self, found: re.Match[str]) -> str:
        """Hide a name that was typed with a slip too."""
        word = plain(found[0])
        if len(word) < _SLIP or is_ordinary(word) or is_listed_name(word):
            return found[0]
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        near = process.extractOne(word, self._called.keys(), scorer=OSA.distance, score_cutoff=slips)
        return self._put_away(found[0], self._called[near[0]]) if near else found[0]

    def _put_away(self, typed: str, name: str) -> str:
        if len(self._hidden) > ord(LAST_HIDDEN) - ord(FIRST_HIDDEN):
            return typed
        self._hidden.append((typed, name))
        return chr(ord(FIRST_HIDDEN) + len(self._hidden) - 1)


def _pattern(name: str) -> str:
    """Match a name with or without its accents; in any case, unless it is an everyday word too."""
    either = "|".join(dict.fromkeys([re.escape(name), re.escape(_bare(name))]))
    return either if frequency(plain(name)) >= _EVERYDAY and " " not in name else f"(?i:{either})"


def _bare(name: str) -> str:
    return " ".join(part.capitalize() for part in plain(name).split())


def _gender(about: str) -> Gender | None:
    said = frozenset(plain(about).replace(",", " ").replace(".", " ").split())
    if bool(said & _MALE) == bool(said & _FEMALE):
        return None
    return "male" if said & _MALE else "female"


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None
