"""Advertisements and credits, found by what shows say in them: what no answer should be made of."""

import re
from collections.abc import Iterator, Sequence

from store.question import Span
from store.speech.speech import Speech

_SPONSOR = re.compile(
    r"\b(?:(?:this|today'?s) (?:episode|podcast|show|video|message)[\w\s,'’]{0,40}(?:brought to you|"
    r"sponsored|presented|"
    r"supported|made possible)|brought to you by|(?:is|are|was) (?:sponsored|presented|supported) by|"
    r"a (?:quick )?(?:word|message) from (?:our|today'?s) sponsors?|(?:thank|thanks to|support) (?:\w+ ){0,3}sponsors?|"
    r"promo code|coupon code|discount code|(?:use|with|enter) (?:the )?(?:offer )?code\b|offer code|"
    r"percent off|\d+% off|free trial|terms (?:and conditions )?apply|sign up (?:now|today)? ?at|"
    r"(?:go|head|visit)(?: over)?(?: to)? [\w.-]+\.(?:com|org|io|co)(?: ?slash |/))",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\b(?:(?:this|today'?s|the) (?:episode|show|podcast)\b[^.?!]{0,60}\b(?:is|was) (?:\w+ )?(?:produced|"
    r"edited|hosted|mixed|"
    r"made) by|(?:is|was|are) (?:\w+ )?produced by|fact[- ]check(?:ing|ed) (?:is )?by|(?:original )?music "
    r"(?:is |was )?by|"
    r"(?:audio|sound|technical) (?:engineering|mixing|design|production) (?:is |was )?by|"
    r"(?:engineering|mixing|audience strategy)(?: this week)? by|executive producers? (?:of|is|are)|"
    r"our (?:senior |managing |supervising |executive )?(?:engineer|editor|producer)s? (?:is|are)|production team|"
    r"special thanks to)",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"\b(?:(?:leave|give) (?:us|me|this podcast|the show) (?:a |five )?(?:\w+ )?(?:stars?|review|rating)|"
    r"(?:like and|please) subscribe|subscribe (?:on|to (?:the|this|our)) (?:\w+ )?(?:youtube|podcast|"
    r"channel|newsletter)|"
    r"support (?:it|us|this podcast|the show) on patreon|patreon\.com|(?:review|stars|follow) (?:\w+ ){0,4}"
    r"(?:apple podcasts?|spotify))",
    re.IGNORECASE,
)
_BRAND = re.compile(
    r"\b(?i:brought to you by|sponsored by|presented by|supported by|sponsors?,) (?:(?:my|our) friends at )?"
    r"(?:the )?(?P<name>[A-Z]\w{2,})"
)
# How far from where it is named an advertisement may go on, in characters and sentences.
_ADVERTISEMENT, _SENTENCES = 1_800, 40
# A few sentences between two that tell belong to the same advertisement: so many characters at most.
_BETWEEN = 700
# How often an advertisement has to show itself, unless it says at once what it is.
_TWICE = 2
_LAST = 0.9
_NAMED_OPENING = re.compile(r"brought to you|sponsor|presented by|promo code|offer code|\bcode\b", re.IGNORECASE)


def asides(speech: Speech) -> tuple[Span, ...]:
    """Return the stretches that advertise or give credits, whole sentences each, in order.

    Found by rule: a sentence that says that it is one, and what stands between two such.
    """
    return (*_advertisements(speech), *_credits(speech))


def asides_by_kind(speech: Speech) -> Iterator[tuple[Span, str]]:
    """Give the same with their kinds as the show notes name them."""
    yield from ((span, "announcement") for span in _advertisements(speech))
    yield from ((span, "credits") for span in _credits(speech))


def _advertisements(speech: Speech) -> list[Span]:
    telling: list[Span] = []
    for at, sentence in enumerate(speech.sentences):
        text = speech.spoken[sentence]
        if _SPONSOR.search(text) or _SUBSCRIBE.search(text):
            telling.append(sentence)
            telling += _naming(speech, at, _BRAND.search(text))
    runs = _runs(sorted(set(telling), key=lambda span: span.start), _BETWEEN)
    return [Span(run[0].start, run[-1].end) for run in runs if len(run) >= _TWICE or _says_so(speech, run[0])]


def _naming(speech: Speech, at: int, brand: re.Match[str] | None) -> Iterator[Span]:
    """Give the sentences soon after one that name who pays, as that one does."""
    if brand is None:
        return
    name = re.compile(rf"\b{re.escape(brand['name'])}\b", re.IGNORECASE)
    for sentence in speech.sentences[at + 1 : at + 1 + _SENTENCES]:
        if sentence.start - speech.sentences[at].end > _ADVERTISEMENT:
            return
        if name.search(speech.spoken[sentence]):
            yield sentence


def _says_so(speech: Speech, sentence: Span) -> bool:
    return bool(_NAMED_OPENING.search(speech.spoken[sentence]))


def _credits(speech: Speech) -> list[Span]:
    """Return the credits; those in the last tenth run to the end of the recording."""
    telling = [sentence for sentence in speech.sentences if _CREDITS.search(speech.spoken[sentence])]
    spans = [Span(run[0].start, run[-1].end) for run in _runs(telling, _BETWEEN) if len(run) >= _TWICE]
    length = len(speech.text)
    return [Span(span.start, length) if span.start > length * _LAST else span for span in spans]


def _runs(spans: Sequence[Span], between: int) -> list[list[Span]]:
    runs: list[list[Span]] = []
    for span in spans:
        if runs and span.start - runs[-1][-1].end <= between:
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs
