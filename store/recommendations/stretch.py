"""Where books are asked for, and how far the answer goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.episode import Episode
from store.question import Span

_BOOK = (
    r"(?:books?|novels?|memoirs?|reading|literature|"
    r"(?:good|great|best|favou?rite|recent|last|must|summer|beach) reads?)"
)
_LIKED = (
    r"(?:recommend\w*|suggest\w*|influenc\w*|impact\w*|inspir\w*|shap(?:ed|es)|chang(?:ed|es)|formative|favou?rites?|"
    r"to read|worth|love|loved|mean(?:t|ingful)|should|must|ought|gift|give|leave (?:us|people|listeners)|"
    r"point (?:us|people)|"
    r"reading (?:right )?now|lately|recently|best|come back to|coming back to|return to|going back to|re-?read|wish)"
)
_ASKS = re.compile(
    rf"\b{_BOOK}\b[^?]{{0,120}}\b{_LIKED}\b|\b{_LIKED}\b[^?]{{0,120}}\b{_BOOK}\b|"
    r"\bwhat (?:should|would|can|could|else should|do you (?:think|suggest))\b[^?]{0,80}\bread\b|"
    r"\bwhat (?:are|have) you (?:been )?reading\b|\byour (?:nightstand|bedside table)\b|"
    r"\b(?:book|reading) (?:recommendation|suggestion|list)s?\b",
    re.IGNORECASE,
)
# Who asks says "you", or plainly asks for some; a question about a book in hand does neither.
_OF_YOU = re.compile(
    r"\b(?:you|your|you'd|you['’]ve)\b|\b(?:any|a few|couple of|some|two|three|four|five|\d) (?:other |good )?"
    r"(?:book|reading|novel)|\b(?:people|listeners|audience|everyone|everybody|somebody|someone|we|i) "
    r"(?:should |ought to )?read|"
    r"\bshould (?:our |my |the )?"
    r"(?:people|listeners|audience|everyone|everybody|folks|they|one|somebody|someone|we|i)\b",
    re.IGNORECASE,
)
# What is asked about one book, or about the guest's own, asks for none.
_ABOUT_ONE = re.compile(
    r"\b(?:in|about|of|from|with|throughout|reading|read|wrote|writing|write|written) (?:your|this|that|the|his|her) "
    r"(?:\w+ )?(?:books?|novel|memoir)\b|"
    r"\byour (?!(?:two|three|four|five|\d|top|all-time|favou?rite)\b)(?:\w+ )?books?\b"
    r"(?! (?:recommendation|suggestion|pick))|"
    r"\bas i (?:was )?read|\byou (?:write|wrote|have written|were writing|['’]ve written)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    rf"\bbook recommendations?\b|\bbooks?\b[^?]{{0,40}}\b(?:you|you'd|you['’]d) (?:\w+ ){{0,2}}recommend|"
    rf"\brecommend\b[^?]{{0,40}}\b{_BOOK}\b",
    re.IGNORECASE,
)
# A question of few words, as in a quick round.
_BARE = re.compile(
    r"^(?:(?:and|so|okay|all right|what(?:['’]s| is| are)|any|your|top|first|last|final|a|some|question),? )*"
    r"(?:(?:favou?rite|best) (?:books?|novels?|reads?)|(?:book|reading) (?:recommendation|suggestion|pick)s?|"
    r"(?:two|three|four|five|ten) books)(?: of all time| ever| this year| for us| for our listeners)?\?",
    re.IGNORECASE,
)
# What could be asked of anything: of books only if the answer speaks of them at once.
_OPEN = re.compile(
    r"\bwhat (?:would|do|should|can|could) (?:you|people|we|i|our listeners|listeners)\b[^?]{0,80}"
    r"\b(?:recommend|suggest)\b"
    r"[^?]{0,80}\?",
    re.IGNORECASE,
)
_AT_ONCE = 3
# "I always ask people, what book …" tells of a question and asks none.
_REPORTED = re.compile(
    r"\b(?:I|we|you|he|she|they) (?:\w+ )?ask(?:ed)?\b[^?.!]{0,40}[,:“\"] ?[“\"]?(?:what|which|is there)\b",
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
# What is asked of other things ends the answer.
_ELSEWHERE = re.compile(
    r"\b(?:movies?|films?|tv|television|shows?|series|podcasts?|newsletters?|albums?|songs?|bands?|restaurants?|"
    r"products?|apps?|gadgets?|interview question|mottos?|advice|find you|follow you|reach (?:you|out))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\?|^(?:(?:and|so|okay|all right|great|awesome|next|moving on)[,.]? )*(?:what(?:['’]s| is| are)|do you have|any|"
    r"favou?rite)\b",
    re.IGNORECASE,
)
_OF_BOOKS = re.compile(r"\b(?:books?|novels?|reads?|reading|memoirs?)\b", re.IGNORECASE)
_BOOKISH = re.compile(
    r"\b(?:books?|novels?|read|reading|reads|memoirs?|biograph\w+|author|wrote|written|writer|volumes?|story|stories|"
    r"chapters?|essays?|poe(?:m|ms|try)|fiction|classic|recommend\w*|called|titled|series|trilogy|sci-fi|by [A-Z]\w+)\b"
)
# How many sentences of an answer may stand without a word of books before it is over; and at most.
_SILENT, _LONGEST = 14, 110
_SHORT_QUESTION = 9


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
        if episode.is_aside(sentence) or not (asks(episode.spoken[sentence]) or _asks_openly(episode, index)):
            continue
        answer = list(_answer(episode, index + 1))
        if answer:
            asker = episode.speaker_of(sentence)
            found.append(Stretch(Span(answer[0].start, answer[-1].end), asker))
    return found


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks for books to read."""
    if _REPORTED.search(sentence):
        return False
    if _SURE.search(sentence) and "?" in sentence and _OF_YOU.search(sentence):
        return True
    if _BARE.search(sentence):
        return True
    if _ABOUT_ONE.search(sentence):
        return False
    if _ANNOUNCES.search(sentence):
        return True
    return "?" in sentence and bool(_ASKS.search(sentence)) and bool(_OF_YOU.search(sentence))


def _asks_openly(episode: Episode, index: int) -> bool:
    """Tell whether a sentence asks what is recommended, and books are spoken of at once."""
    text = episode.spoken[episode.sentences[index]]
    if not _OPEN.search(text) or _ELSEWHERE.search(text):
        return False
    after = episode.sentences[index + 1 : index + 1 + _AT_ONCE]
    return any(_OF_BOOKS.search(episode.spoken[sentence]) for sentence in after)


def _answer(episode: Episode, first: int) -> Iterator[Span]:
    """Give the sentences from one on, to the goodbye, or to where nobody speaks of books any more."""
    waiting: list[Span] = []
    asker = episode.speaker_of(episode.sentences[first - 1])
    answered = False
    for sentence in episode.sentences[first : first + _LONGEST]:
        text = episode.spoken[sentence]
        speaker = episode.speaker_of(sentence)
        answered = answered or speaker != asker
        if answered and asker and speaker == asker and _goes_on(text):
            break
        if episode.is_aside(sentence) or (GOODBYE.search(text) and not _BOOKISH.search(text)) or _turns_away(text):
            break
        waiting.append(sentence)
        if _BOOKISH.search(text) or asks(text):
            yield from waiting
            waiting = []
        elif len(waiting) > _SILENT:
            return
    yield from waiting


def _turns_away(text: str) -> bool:
    """Tell whether a sentence asks for something that is no book."""
    return bool(_ASKED.search(text) and _ELSEWHERE.search(text)) and not _OF_BOOKS.search(text)


def _goes_on(text: str) -> bool:
    """Tell whether who asked for books asks something else now; a short question is about what was answered."""
    return "?" in text and len(text.split()) >= _SHORT_QUESTION and not _BOOKISH.search(text)
