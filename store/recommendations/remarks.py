"""What is made of a book: whether it is recommended or set aside, why, and who wrote it."""

import re
from itertools import product

from store.episode import Episode
from store.language.stopwords import STOP
from store.question import BookStatus, Span
from store.recommendations.names import ONE_PERSON, looks_like_person, may_be_title
from store.recommendations.stretch import GOODBYE
from store.words import words

_ASIDE = re.compile(
    r"\b(?:(?:won['’]t|will not|not going to|not gonna|can['’]t|cannot|wouldn['’]t|don['’]t|didn['’]t "
    r"want to|shouldn['’]t) (?:\w+ )?(?:do|recommend|mention|pick|choose|say|"
    r"name|include|suggest|count|list)\b(?![^.?!]{0,40}\b(?:enough|highly|strongly))|leave (?:that|it|"
    r"this|those|him|her)(?: one)? (?:aside|out|off)|(?:let['’]s|I['’]ll|I will|gonna|going to) skip|"
    r"set (?:that|it|this)(?: one)? aside|I['’]?(?: ha)?ve (?:already )?(?:recommended|done|mentioned) "
    r"(?:that|it|this)|instead of recommending)",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:I|we)(?:['’]ve| have)?(?: also| actually| just)? (?:wrote|written|published|co-?wrote)\b")
_REFERS = re.compile(r"\b(?:that|it|this|those|him|her)\b", re.IGNORECASE)
_EXPLICIT = re.compile(
    r"\b(?:(?:I|we)(?:['’]d| would|['’]ll| will| can| do| could| always| often| really| highly| strongly| "
    r"definitely| very much| still| cannot|"
    r" can['’]t){0,4} (?:recommend|urge|encourage|suggest)(?:ed|ing)?|(?:highly|strongly|really) "
    r"recommend\w*|(?:can['’]t|cannot) recommend|"
    r"must[- ]read|(?:everyone|everybody|you all|people|listeners|folks|you) (?:really )?(?:should|must|"
    r"have to|has to|need to|ought to)(?: go(?: and)?| really)? (?:read|check out|pick up|get|buy)|"
    r"(?:go|please) (?:and )?(?:read|buy))\b",
    re.IGNORECASE,
)
_KIND = r"(?:books?|workbook|novels?|memoirs?|biograph(?:y|ies)|autobiography|textbook)"
_BOOK = re.compile(rf"\b(?:{_KIND}|read)\b", re.IGNORECASE)
_MENTIONED = re.compile(
    (
        rf"\b(?:{_KIND}\b[^.?!]{{0,60}}\b(?:called|titled|entitled)|{_KIND},? (?:called |titled )?(?=[A-Z])|"
        rf"author of (?:the )?(?=[A-Z])|author of (?:a|the|\w+ (?:new|recent|best-selling|several|many)) )"
    ),
)
_OTHER_SHOW = re.compile(
    r"\b(?:movie|film|album|podcast|show|song|restaurant|documentary|game|episode|channel)\b", re.IGNORECASE
)
_PRAISE = re.compile(
    r"^(?:I (?:really |do )?(?:appreciate|love that)|nice|great|wonderful|those are|that['’]s (?:a "
    r")?(?:great|wonderful|good|fantastic|awesome|beautiful)|awesome|amazing|thank|thanks|"
    r"all right|alright|okay,? so|well,? thank|love it|fantastic|perfect|excellent|very cool|so,? )\b",
    re.IGNORECASE,
)
# How a speaker goes over to the next book, and how one speaks of the book in hand.
_NEXT = re.compile(
    (
        r"^(?:(?:and|so|then|but|okay|well|now|um),? )*(?:(?:(?:the|my|a) )?(?:next|second|third|fourth|fifth|"
        r"last|final|finally|other|another|number (?:two|three))\b|let['’]s do\b)"
    ),
    re.IGNORECASE,
)
_OF_IT = re.compile(
    (
        r"\b(?:it|it['’]s|its|this|that (?:is|was|poses|really|book|one)|that['’]s|he|he['’]s|she|she['’]s|"
        r"his|her|they|they['’]re|author|the book|that book|novel)\b"
    ),
    re.IGNORECASE,
)
_NO_BOOK = re.compile(
    (
        r"\b(?:group|chapter|company|project|concept|idea|theory|organi[sz]ation|section|part|thing|place|"
        r"song|paper|article)(?: (?:is|was|that['’]s))?,? (?:called|titled)\b"
    ),
    re.IGNORECASE,
)
_NEAR = 80
_BEFORE_TITLE = re.compile(
    rf"\b(?:{_KIND}|called|titled|entitled|author of(?: the)?|wrote|read|reading)\b[^.?!;]{{0,40}}[\"“]?$",
    re.IGNORECASE,
)
_REASON, _SENTENCES = 1000, 12
_WROTE = re.compile(
    rf"(?P<name>{ONE_PERSON}),? (?:who )?(?:wrote|has written|just wrote|published|has (?:a|an|this|just))\b"
)
_AT_ONCE = re.compile(
    rf"^[”\"]?(?:, (?:that['’]s |it['’]s |also )?(?P<beside>{ONE_PERSON})(?=(?:['’]s (?:book|novel|memoir))?[.,;])"
    rf"|\. (?P<alone>{ONE_PERSON})\.)"
)
_BY = re.compile(
    rf"\b(?:[Bb]y|author is|author['’]s) (?:(?:the|a|an|my) (?:[A-Z]\w+ )?[a-z][\w\s'’-]{{0,40}}?,? "
    rf")?(?P<name>{ONE_PERSON}(?: and {ONE_PERSON})?)"
)
_A_BOOK = re.compile(
    rf"\b(?:a|an|the|this|that|another) (?:[a-z]+ )?(?P<name>{ONE_PERSON})['’]?s? (?:book|novel|memoir|"
    rf"biography|one|classic)\b"
)
_BEFORE, _AFTER = 170, 220
_ANY = re.compile(r"\b(?:any|anything|everything|other|another)\b[^.?!]{0,20}$", re.IGNORECASE)
_OUTLET = re.compile(r"^(?:The|A|An|His|Her|My|Amazon|Penguin|I)\b")


def explicit(sentence: str) -> bool:
    """Tell whether a sentence recommends something to read in so many words."""
    told = _EXPLICIT.search(sentence) and _BOOK.search(sentence)
    return bool(told) and not _OTHER_SHOW.search(sentence) and not _ASIDE.search(sentence)


def named_as_a_book(text: str, title: Span) -> bool:
    """Tell whether a book is spoken of right before a title: "her memoir, …", "a paper" or a firm is none."""
    return bool(_BEFORE_TITLE.search(text[max(0, title.start - _NEAR) : title.start]))


def mentioned(sentence: str) -> bool:
    """Tell whether a sentence names a book as a book."""
    return bool(_MENTIONED.search(sentence)) and not _NO_BOOK.search(sentence)


def status_of(episode: Episode, said: Span, title: Span, within: Span) -> BookStatus:
    """Tell a book that is recommended from one that is named only to be set aside."""
    own = _own_part(episode.text, said, title, within)
    if _ASIDE.search(own):
        return "set_aside"
    if _MINE.search(own):
        return "mentioned"
    for sentence in episode.sentences_in(Span(said.end, max(said.end, within.end)))[:1]:
        text = episode.spoken[sentence]
        match = _ASIDE.search(text)
        if match and _REFERS.search(text):
            return "set_aside"
    return "recommended"


def _own_part(text: str, said: Span, title: Span, within: Span) -> str:
    """Return the sentence of a title, without the part in which another book stands."""
    return text[max(said.start, within.start) : min(said.end, max(within.end, title.end))]


def reason_of(episode: Episode, said: Span, end: int, stretch: Span) -> Span | None:
    """Return the sentences about a book, from the one that names it to the next book or the end of the answer."""
    speaker = episode.speaker_of(said)
    about = _telling(episode.spoken[said])
    last = said.end
    for sentence in episode.sentences_in(Span(said.end, stretch.end))[:_SENTENCES]:
        text = episode.spoken[sentence]
        over = sentence.end > end or sentence.end - said.start > _REASON or episode.speaker_of(sentence) != speaker
        if over or "?" in text or GOODBYE.search(text) or _PRAISE.match(text) or _NEXT.match(text):
            break
        if _OF_IT.search(text) or _ASIDE.search(text) or about & _telling(text):
            last = sentence.end
    return Span(said.start, last)


def _telling(text: str) -> set[str]:
    """Return the capitalised words of a text, plain: names, and the words of titles."""
    return {word.plain for word in words(text) if text[word.span.start].isupper()} - STOP


def author_near(text: str, title: Span, within: Span) -> Span | None:
    """Find the author named after a title ("And it's by James Swanson"), else before it ("a Max Hastings book")."""
    after = Span(title.end, min(within.end, title.end + _AFTER))
    before = Span(max(within.start, title.start - _BEFORE), title.start)
    at_once = _AT_ONCE.match(text[after.start : after.end])
    if at_once and at_once.lastgroup and looks_like_person(at_once[at_once.lastgroup].removesuffix("'s")):
        start, end = at_once.span(at_once.lastgroup)
        return Span(after.start + start, after.start + end)
    for pattern, place in product((_BY, _A_BOOK, _WROTE), (after, before)):
        found = [
            match
            for match in pattern.finditer(text, place.start, place.end)
            if _is_name(match["name"]) and not _ANY.search(text[max(0, match.start() - 30) : match.start()])
        ]
        if found:
            match = found[0] if place is after else found[-1]
            return Span(*match.span("name"))
    return None


def _is_name(name: str) -> bool:
    """Tell whether what stands in an author's place can be one: there two capitals are enough."""
    last = name.rsplit(maxsplit=1)[-1]
    unfit = last.casefold() in STOP or last.endswith(("'s", "’s")) or (last.isupper() and len(last) > 2)  # noqa: PLR2004
    return " " in name and may_be_title(name) and not _OUTLET.match(name) and not unfit


def last_person(text: str, within: Span) -> Span | None:
    """Return the name of the person who was last named in a stretch."""
    found = [match for match in re.finditer(ONE_PERSON, text[within.start : within.end]) if looks_like_person(match[0])]
    return Span(within.start + found[-1].start(), within.start + found[-1].end()) if found else None
