"""Whether what a pattern of speech has found is a title, and how far that goes."""

import re
from dataclasses import dataclass, replace

from store.language.lexicon import frequency, is_ordinary
from store.question import Span
from store.recommendations.names import CAP, looks_like_person, may_be_title, strip_leading
from store.recommendations.patterns import (
    ALONE,
    BEGUN,
    BY,
    KINDED,
    LOWER,
    LOWER_BY,
    OF_A_KIND,
    PAIR,
    POSSESSIVE,
    PRAISED,
    QUOTED,
    SERIES,
    VERBED,
)
from store.words import plain

_WORDS_OF_NO_TITLE = re.compile(
    r"\b(?:books?|novel|memoir|biography|written|something|stuff|work|works|essay|it|it's|this|that|which|"
    r"paper|article|inspired|influenced|one|"
    r"series|i|i'm|who|those|these|was|were|been|anything|everything|made|done|way|produced|is|story|poem|"
    r"also|said|quote|recommended|actually|about|called|given|driven|led|followed|him|her|me|us|them)\b",
    re.IGNORECASE,
)
_BEFORE_ONE_WORD = re.compile(
    r"\b(?:recommend|called|titled|classic|book|novel|read|reading|reread|pick|"
    r"favou?rite (?:books?|novels?) (?:is|are|was|would be))[,:]? $"
)
_LIKED_ONE_WORD = re.compile(
    r"\b(?:(?:I|we)(?:['’]d)?(?: also| really| just| still)* (?:like|love|loved|enjoyed|say)|is|be|one['’]s|"
    r"that['’]s)[,:]? $"
)
_SAID_OF_A_BOOK = re.compile(r"[.,]? (?:[^.?!]{0,30}[.?!] )?[^.?!]{0,40}\b(?:book|novel|memoir|read|author)\b")
_YEAR = 4
_ORGANISATION = re.compile(
    r" (?:product group|group|course|class|program|company|team|podcast|show|newsletter|conference|coach|prize|awards?|"
    r"magazine|messages?)\b"
)
# What is called something and is no book.
_OTHER_CALLED = re.compile(
    r"\b(?:movie|film|show|series|podcast|newsletter|blog|company|song|app|course|documentary|paper|article|essay|"
    r"group|concept|channel|something|community|thing|place|product|tool|framework|site|website|account|service|platform|"
    r"talk|technique|exercise|method|game|law|idea|theory|project|chapter|section|program|guy|person)\b[^.?!]{0,20}"
    r"\b(?:called|titled|named),? (?:the )?[\"“]?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r" (?:just |also )?(?:wrote|writes|has written|talked|talks|recommended|did)\b")
_ARTICLE = re.compile(r"\b(?:All the|The|A|An) $")
_FAN = re.compile(r"\bfan of (?:the )?$")
_PRAISED_BOOK = re.compile(
    r",? (?:which |that )?(?:is|was)(?: [a-z][\w’'-]*){0,6} (?:books?|novels?|memoirs?|reads?)\b"
)
# "The Master and His Emissary": what stands after "and" is no title of its own.
_INNER = re.compile(r"[A-Z][\w’'-]+ and (?:the |a )?$")
# "Thinking, Fast and Slow"
_LISTED = re.compile(r", (?P<one>[A-Z][a-z]+) and (?P<two>[A-Z][a-z]+)(?=[,.!?]| by\b| is\b| which\b)")
_COMMON, _LOOK_BACK = 4.3, 60
_LONE_WORD, _PLAIN_CAPITALS = 4, 3
# What is quoted after these was said by somebody, and is no title.
_SPOKEN_ALOUD = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|asked|asks|tell|tells|told|like|goes|went|thinks?|thought|wrote|writes|answer(?:ed)?),? "
    r"[“\"]$",
    re.IGNORECASE,
)
_OPENS_SPEECH = {"I", "I'm", "You", "Oh", "Yes", "No", "Hey", "Okay", "Well"}
_TITLED = 0.6
# The end of a title that the recogniser writes small: "The Score Takes Care of itself".
_SMALL_END = re.compile(r" (?:of|to|for|with|about|in) (?:itself|yourself|ourselves|you|us|me|them|it)(?=[.,?!])")


@dataclass(frozen=True, slots=True)
class Named:
    """A book as it is named: where its title stands, and its author where one is named beside it."""

    title: Span
    author: Span | None = None
    sure: bool = True


def title_at(text: str, within: Span, found: Span, index: int) -> Span | None:
    words = text[found.start : found.end]
    if index == QUOTED:
        return (
            found
            if _is_titled(words) and not _SPOKEN_ALOUD.search(text[max(0, found.start - 30) : found.start])
            else None
        )
    if index in {LOWER, LOWER_BY}:
        return None if _WORDS_OF_NO_TITLE.search(words) or words.split()[-1].endswith("ed") else found
    before = text[within.start : found.start].rstrip()
    start = found.start + strip_leading(words, sentence_start=not before or before[-1] in ".?!")
    kept = text[start : found.end].rstrip(" ,:")
    if not kept or not may_be_title(kept) or _is_part(text, Span(start, start + len(kept))):
        return None
    end = start + len(kept)
    rest = _SMALL_END.match(text, end) if " " in kept else _rest_of_list(text, start, end)
    return Span(start, rest.end() if rest else end)


def _rest_of_list(text: str, start: int, end: int) -> re.Match[str] | None:
    rest = _LISTED.match(text, end)
    words = [text[start:end], rest["one"], rest["two"]] if rest else []
    return rest if words and all(frequency(plain(word)) >= _COMMON for word in words) else None


def whole(text: str, named: Named, index: int) -> Named:
    """Take "Ender's Game" for one title: one name's one word is as often a title of its own."""
    if index != POSSESSIVE or named.author is None or _is_common(plain(text[named.author.start : named.author.end])):
        return named
    single = (
        " " not in text[named.author.start : named.author.end] and " " not in text[named.title.start : named.title.end]
    )
    adjacent = named.title.start - named.author.end <= len("'s ")
    before = _ARTICLE.search(text[max(0, named.author.start - len("All the ")) : named.author.start])
    start = named.author.start - (len(before[0]) if before else 0)
    return Named(Span(start, named.title.end), sure=False) if single and adjacent else named


def _is_titled(words: str) -> bool:
    """Tell whether quoted words have capitals as titles have."""
    longer = [word for word in words.split() if len(word) >= _LONE_WORD or word[0].isdigit()]
    if not longer or words.split(maxsplit=1)[0].rstrip(",") in _OPENS_SPEECH:
        return len(words.split()) == 1
    return sum(not word[0].islower() for word in longer) >= _TITLED * len(longer)


def fitting(text: str, named: Named, index: int) -> Named | None:
    """Hold a match against what its pattern takes for granted; None where it does not hold."""
    title = text[named.title.start : named.title.end]
    author = text[named.author.start : named.author.end] if named.author else ""
    if index == QUOTED and author and not looks_like_person(author):
        return replace(named, author=None)
    if _is_amiss(text, named, index):
        return None
    if index == SERIES or (index == KINDED and " " in title):
        return replace(named, sure=False)
    if index in {KINDED, VERBED, PRAISED, BEGUN, ALONE}:
        return _alone(text, named, title, index)
    return named


def _is_amiss(text: str, named: Named, index: int) -> bool:
    """Tell whether what a pattern has found is something else: a person, a film, a part of a title."""
    title = text[named.title.start : named.title.end]
    author = text[named.author.start : named.author.end] if named.author else ""
    before = text[max(0, named.title.start - _LOOK_BACK) : named.title.start]
    if _OTHER_CALLED.search(before) or (index != QUOTED and title.endswith(("'s", "’s"))):
        return True
    if index == KINDED and (
        _SUBJECT.match(text, named.title.end) or (before.endswith(" one, ") and looks_like_person(title))
    ):
        return True  # "this book Ann Reed wrote", "and for a fun one, Ann Reed"
    if index == BY:
        from_ = text[named.title.end : named.title.end + 6] == " from "
        return (from_ and (" " not in title or looks_like_person(title))) or (
            ", " in title and looks_like_person(title.split(", ")[0])
        )
    if named.author and index in {POSSESSIVE, PAIR, OF_A_KIND} and not _surname_or_person(author, index):
        return True
    if index == PAIR and named.author and looks_like_person(title):
        return "," in text[named.author.end : named.title.start]
    if index == VERBED and before.lower().endswith(" the ") and title[0].isdigit():
        return True  # "it's the 300 Spartans"
    if index == VERBED and _FAN.search(before) and not _SAID_OF_A_BOOK.match(text, named.title.end):
        return True
    return (index == SERIES and looks_like_person(title)) or (index == VERBED and bool(_INNER.search(before)))


def _surname_or_person(author: str, index: int) -> bool:
    if not may_be_title(author):  # a firm, a university
        return False
    surname = index == POSSESSIVE and " " not in author and not _is_common(plain(author))
    return surname or looks_like_person(author)


def _is_common(word: str) -> bool:
    """Tell whether a plain word is so common that it is nobody's name: "Man's Search for Meaning"."""
    return is_ordinary(word) and frequency(word) >= _COMMON


def _alone(text: str, named: Named, title: str, index: int) -> Named | None:
    article = text[max(0, named.title.start - 4) : named.title.start].lower() == "the "
    if looks_like_person(title) and not article and not _PRAISED_BOOK.match(text, named.title.end):
        return None
    words = title.split()
    if words[-1].islower() and sum(word[0].isupper() for word in words) < _PLAIN_CAPITALS:
        return None
    if len(words) == 1 and (len(title) < _LONE_WORD or index == ALONE or not _read_aloud(text, named.title)):
        return None
    if len(words) == 1 and index == KINDED and text[named.title.start - 2] == "," and not is_ordinary(plain(title)):
        return None  # "as I say in the book, Lenny, …"
    first, comma, last = title.partition(", ")
    start = named.title.start
    if comma and looks_like_person(first) and may_be_title(last):
        return Named(Span(start + len(first) + 2, named.title.end), Span(start, start + len(first)))
    if comma and looks_like_person(last):
        return Named(Span(start, start + len(first)), Span(named.title.end - len(last), named.title.end))
    split = _name_before_title(title)
    if split:
        return Named(Span(start + split + 1, named.title.end), Span(start, start + split))
    return replace(named, sure=False)


def _is_part(text: str, title: Span) -> bool:
    """Tell whether capitals stand in the middle of something else: "the Iron Hill company", "San Francisco 49ers"."""
    first, _, rest = text[title.start : title.end].partition(" ")
    numbered = first[0].isdigit() and not (first.isdigit() and (rest or len(first) == _YEAR))
    return numbered or bool(_ORGANISATION.match(text, title.end))


def _read_aloud(text: str, title: Span) -> bool:
    """Tell whether one capitalised word stands where only a book can: "I'd recommend Middlemarch"."""
    before = text[max(0, title.start - 40) : title.start]
    if _BEFORE_ONE_WORD.search(before) or _PRAISED_BOOK.match(text, title.end):
        return True
    liked = _LIKED_ONE_WORD.search(before)
    return bool(liked and text[title.start].isalpha() and _SAID_OF_A_BOOK.match(text, title.end))


def _name_before_title(title: str) -> int:
    """Return where a name ends that stands before a title: "John Richardson Picasso"; 0 where none does."""
    match = re.match(rf"({CAP} {CAP}) {CAP}", title)
    if match is None or not looks_like_person(match[1]) or re.search(r"\s[a-z]|\s\d+$", title):
        return 0
    rest = title[match.end(1) + 1 :]
    return match.end(1) if " " in rest or not is_ordinary(plain(rest)) else 0
