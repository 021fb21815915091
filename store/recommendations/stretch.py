"""Where books are asked for, and how far the answer goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.episode import Episode
from store.question import Span

_BOOK = r"(?:books?|novels?|memoirs?|reads?|reading|literature)"
_LIKED = (
    r"(?:recommend\w*|suggest\w*|influenc\w*|impact\w*|inspir\w*|shap(?:ed|es)|chang(?:ed|es)|formative|favou?rites?|"
    r"to read|worth|love|loved|mean(?:t|ingful)|should|must|ought|gift|give|leave (?:us|people|listeners)|"
    r"point (?:us|people)|"
    r"reading (?:right )?now|lately|recently|nightstand)"
)
_ASKS = re.compile(
    rf"\b{_BOOK}\b[^?]{{0,120}}\b{_LIKED}\b|\b{_LIKED}\b[^?]{{0,120}}\b{_BOOK}\b|"
    r"\bwhat (?:should|would|can|could|else should|do you (?:think|suggest))\b[^?]{0,80}\bread\b|"
    r"\bwhat (?:are|have) you (?:been )?reading\b|\b(?:book|reading) (?:recommendation|suggestion|list)s?\b",
    re.IGNORECASE,
)
# Who asks says "you", or plainly asks for some; a question about a book in hand does neither.
_OF_YOU = re.compile(
    r"\b(?:you|your|you'd|you['’]ve)\b|\b(?:any|a few|couple of|some|two|three|four|five|\d) (?:other |good )?"
    r"(?:book|reading|novel)|\b(?:people|listeners|audience|everyone|everybody|somebody|someone|we|i) "
    r"(?:should |ought to )?read|"
    r"\bshould (?:our |my |the )?(?:people|listeners|audience|everyone|everybody|folks|we|i)\b",
    re.IGNORECASE,
)
# What is asked about one book, or about the guest's own, asks for none.
_ABOUT_ONE = re.compile(
    r"\b(?:in|about|of|from|with|throughout|reading|read|wrote|writing|write|written) (?:your|this|that|the|his|her) "
    r"(?:\w+ )?(?:books?|novel|memoir)\b|\byour (?:\w+ )?books?\b(?! (?:recommendation|suggestion|pick))|"
    r"\bas i (?:was )?read|\byou (?:write|wrote|have written|were writing|['’]ve written)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    rf"\bbook recommendations?\b|\bbooks?\b[^?]{{0,40}}\b(?:you|you'd|you['’]d) (?:\w+ ){{0,2}}recommend|"
    rf"\brecommend\b[^?]{{0,40}}\b{_BOOK}\b",
    re.IGNORECASE,
)
# A sentence that announces the question without asking it.
_ANNOUNCES = re.compile(
    r"\b(?:final|last|closing|always|end(?:ing)?|finish|close|wrap)\b[^.?!]{0,80}\b(?:book|reading) "
    r"(?:recommendation|suggestion)s?\b|"
    r"\b(?:give|tell|share|offer|leave)\b[^.?!]{0,40}\b(?:book|reading) (?:recommendation|suggestion)s?\b|"
    r"\b(?:give|tell|leave|share with) (?:us|me|people|listeners|our \w+)\b[^.?!]{0,60}\b(?:books|novels)\b|"
    r"\b(?:name|recommend) (?:us |me )?(?:a |some |any |one |two |three |four |five |a few |a couple of "
    r")?(?:\w+ )?books?\b"
    r"[^.?!]{0,60}\b(?:for|to) (?:us|me|the|our|people|listeners|audience)\b",
    re.IGNORECASE,
)
GOODBYE = re.compile(
    r"\b(?:thank you (?:very|so|again)|thanks (?:very|so|again|for|a lot)\b|thank you,? (?:\w+ )?(?:for|\w+\.$)|"
    r"thanks,? \w+\.|(?:it['’]s|it was|this was|this has|been) (?:\w+ ){0,3}(?:my |a (?:\w+ )?)?pleasure|"
    r"where can (?:people|listeners|folks)|you(?:['’]ve| have) been listening|until next time|see you next|"
    r"this episode (?:of|was|is)\b|is produced by|thank you\.$)",
    re.IGNORECASE,
)
_BOOKISH = re.compile(
    r"\b(?:books?|novels?|read|reading|reads|memoirs?|biograph\w+|author|wrote|written|writer|volumes?|story|stories|"
    r"chapters?|essays?|poe(?:m|ms|try)|fiction|classic|recommend\w*|called|titled|series|trilogy|sci-fi|by [A-Z])\b"
)
# How many sentences of an answer may stand without a word of books before it is over; and at most.
_SILENT, _LONGEST = 14, 110


@dataclass(frozen=True, slots=True)
class Stretch:
    """An answer to the question for books; `asker` is who asked, where that is known."""

    span: Span
    asker: str | None


def stretches(episode: Episode) -> list[Stretch]:
    """Find the answers to questions for books, in order; none overlaps another."""
    found: list[Stretch] = []
    sentences = episode.sentences
    for index, sentence in enumerate(sentences):
        if found and sentence.start < found[-1].span.end:
            continue
        if episode.is_aside(sentence) or not asks(episode.spoken[sentence]):
            continue
        answer = list(_answer(episode, index + 1))
        if answer:
            asker = episode.speaker_of(sentence)
            found.append(Stretch(Span(answer[0].start, answer[-1].end), asker))
    return found


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks for books to read."""
    if _SURE.search(sentence) and "?" in sentence and _OF_YOU.search(sentence):
        return True
    if _ABOUT_ONE.search(sentence):
        return False
    if _ANNOUNCES.search(sentence):
        return True
    return "?" in sentence and bool(_ASKS.search(sentence)) and bool(_OF_YOU.search(sentence))


def _answer(episode: Episode, first: int) -> Iterator[Span]:
    """Give the sentences from one on, to the goodbye, or to where nobody speaks of books any more."""
    waiting: list[Span] = []
    for sentence in episode.sentences[first : first + _LONGEST]:
        text = episode.spoken[sentence]
        if episode.is_aside(sentence) or (GOODBYE.search(text) and not _BOOKISH.search(text)):
            break
        waiting.append(sentence)
        if _BOOKISH.search(text) or asks(text):
            yield from waiting
            waiting = []
        elif len(waiting) > _SILENT:
            return
    yield from waiting
