"""Which episode is meant: "in the Kotkin episode, …", or the only one in which somebody speaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.language.lexicon import is_listed_name, is_ordinary
from store.language.stopwords import STOP
from store.question import ALL, EpisodeFacts
from store.words import plain, words

_KIND = r"(?:episode|ep|one|interview|podcast|show|conversation|discussion)"
_NAME = r"(?P<named>[^,;:?!]{1,80}?)"
# What names an episode, and what stands for it when the name is known.
_NAMED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (
            rf"\b(?P<prep>in|on|from|of|for|during|with|about) (?:the|that|this) {_NAME} {_KIND}\b",
            r"\g<prep> this episode",
        ),
        (rf"\b(?:the|that) {_NAME} (?:episode|ep|interview|podcast|one)\b(?! ?[,:])", "this episode"),
        (rf"(?<=what's )(?:the|that) {_NAME} {_KIND}(?= about)", "this episode"),
        (rf"(?<=what is )(?:the|that) {_NAME} {_KIND}(?= about)", "this episode"),
        (rf"^(?:the |that )?{_NAME} {_KIND}\b ?[,:]\s*", ""),
    )
)
_EVERYWHERE = re.compile(
    r"(?:^|[\s,;]+)(?:in|across|over|from|of|through|search(?: in| through)?) (?:all|any|every|each)(?: of)?"
    r"(?: the| these| those| your)? (?:episodes?|podcasts?|shows?|transcripts?)\b(?: for)?[\s,;:]*",
    re.IGNORECASE,
)
_LATEST = frozenset({"latest", "newest", "most", "recent", "last"})
# Words of a name that tell no episode from another.
_COMMON = STOP | {"episode", "podcast", "show", "interview", "guest", "host", "whole", "same", "other"}
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Which:
    """The episodes that a text may mean, by their IDs, none where it says nothing; and what is left of the text."""

    text: str
    ids: tuple[str, ...] = ()


def which(text: str, listed: Sequence[EpisodeFacts], default: str | None) -> Which:
    """Tell which of the episodes that there are a text means; `default` is the ID of the one that needs no word."""
    if len(listed) > 1 and (found := _EVERYWHERE.search(text)):
        return Which(_replaced(text, found, " "), (ALL,))
    for pattern, instead in _NAMED:
        for found in pattern.finditer(text):
            if named := _named(found["named"], listed):
                return Which(_replaced(text, found, found.expand(instead)), named)
    return Which(text, _titled(text, listed) or _spoken_in(text, listed, default))


def hinted(text: str, listed: Sequence[EpisodeFacts]) -> dict[str, frozenset[str]]:
    """Return the names in a text that stand in titles or IDs of episodes, by the episodes' IDs."""
    said = {word.plain for word in words(text) if len(word.plain) >= _SHORTEST and _is_name(word.plain)}
    found = {facts.id: frozenset(said) & _words(facts.title, _spaced(facts.id)) for facts in listed}
    return {episode_id: names for episode_id, names in found.items() if names}


def _named(name: str, listed: Sequence[EpisodeFacts]) -> tuple[str, ...]:
    """Return the episodes that have all words of a name in their title, show, people, ID or date."""
    said = _words(name)
    if said and said <= _LATEST:
        dated = [facts for facts in listed if facts.published]
        return (max(dated, key=lambda facts: facts.published or date.min).id,) if dated else ()
    wanted = said - _COMMON
    if fitting := tuple(facts.id for facts in listed if wanted and wanted <= _known_by(facts)):
        return fitting
    # Half a name will do where it is one, and one episode's alone.
    half = tuple(facts.id for facts in listed if any(_is_name(word) for word in wanted & _known_by(facts)))
    return half if len(half) == 1 else ()


def _titled(text: str, listed: Sequence[EpisodeFacts]) -> tuple[str, ...]:
    """Return the episodes whose ID or whole title stands in a text."""
    folded = plain(text)
    return tuple(facts.id for facts in listed if any(_stands(plain(name), folded) for name in (facts.id, facts.title)))


def _stands(name: str, text: str) -> bool:
    return len(name) >= _SHORTEST and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _spoken_in(text: str, listed: Sequence[EpisodeFacts], default: str | None) -> tuple[str, ...]:
    """Return the episodes in which somebody speaks whom a text names; none where the default is one of them."""
    said = {word.plain for word in words(text)}
    found = tuple(facts.id for facts in listed if any(_is_named(name, said) for name in facts.speakers))
    return () if default in found else found


def _is_named(name: str, said: set[str]) -> bool:
    """Tell whether a text names somebody in full or, where that is no word of the language, by surname."""
    parts = plain(name).split()
    whole = bool(parts) and set(parts) <= said
    return whole or bool(parts and parts[-1] in said and len(parts[-1]) >= _SHORTEST and _is_name(parts[-1]))


def _is_name(word: str) -> bool:
    return is_listed_name(word) or not is_ordinary(word)


def _known_by(facts: EpisodeFacts) -> frozenset[str]:
    day = facts.published.strftime("%Y %B %d") if facts.published else ""
    return _words(facts.title, facts.show, *facts.speakers, facts.id, _spaced(facts.id), day)


def _spaced(episode_id: str) -> str:
    return re.sub(r"[\W_]+", " ", episode_id)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word.plain for text in texts for word in words(text))


def _replaced(text: str, found: re.Match[str], instead: str) -> str:
    return " ".join(f"{text[: found.start()]}{instead}{text[found.end() :]}".split()) or text
