"""How an episode is introduced: what is said at its beginning of who is there and of what will be spoken.

A host tells in a minute what an hour is about. Such a passage may be of several sentences: "He is best known for …"
can be understood beside the sentence that names him.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.episode import Episode
from store.excerpts.standalone import LONGEST, leans, stands_alone
from store.question import Span

# Characters in which an episode is introduced, some three minutes.
LEAD = 3_000
_MOST_SENTENCES, _SHORTEST = 3, 50
_ANNOUNCES = re.compile(
    r"\b(?:today|this (?:episode|week|conversation|podcast|show|hour)|(?:my|our|today['’]s|first) guests?|"
    r"joined (?:today )?by|joins? (?:me|us)|conversation with|"
    r"we(?:['’]re| are|['’]ll| will)? (?:going to |gonna )?(?:be )?(?:talk|discuss|speak|explor|cover|dig|div)\w*|"
    r"(?:I|we) (?:talk|spoke|sat down|discuss)\w* (?:with|to|about)|"
    r"(?:author|professor|founder|co-?founder|director|editor|head|CEO) (?:of|at)|wrote|new book)\b",
    re.IGNORECASE,
)
_PROMOTES = re.compile(
    r"\b(?:subscribe|sponsors?|rate|reviews?|newsletter|patreon|email|website|show notes|podcast app|support)\b"
    r"|\.com\b",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"\b(?:welcome (?:back )?to|hello|hi,? (?:everyone|everybody)|here['’]s my conversation|thank you|thanks)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:And|So|Well|Yeah|Okay|Now|Alright|All right)[,\s]+")


def is_lead(episode: Episode, span: Span) -> bool:
    """Tell whether a stretch begins where an episode is introduced."""
    return span.start - _beginning(episode) < LEAD


def announces(text: str) -> bool:
    """Tell whether a sentence says what an episode is about, and nothing of how to support it."""
    return bool(_ANNOUNCES.search(text)) and not _PROMOTES.search(text)


def greets(text: str) -> bool:
    """Tell whether a sentence welcomes or thanks."""
    return bool(_GREETS.search(text))


def introductions(episode: Episode) -> Iterator[Span]:
    """Give the passages that may introduce an episode: one to three sentences of one speaker each."""
    sentences = [
        span for span in episode.sentences[: 2 * LEAD] if not episode.is_aside(span) and not episode.is_faulty(span)
    ]
    for at, first in enumerate(sentences):
        if not is_lead(episode, first):
            return
        if stands_alone(episode, first) or _stands_as_announcement(episode.spoken[first]):
            yield from _growing(episode, sentences[at : at + _MOST_SENTENCES])


def _growing(episode: Episode, sentences: Sequence[Span]) -> Iterator[Span]:
    first = sentences[0]
    yield first
    for before, span in pairwise(sentences):
        text = episode.spoken[span]
        ends = "?" in text or greets(text) or bool(_PROMOTES.search(text)) or episode.voice_of(span) is not None
        apart = span.start - before.end > 1 or episode.speaker_of(span) != episode.speaker_of(first)
        if ends or apart or span.end - first.start > LONGEST:
            return
        yield Span(first.start, span.end)


def _stands_as_announcement(text: str) -> bool:
    """Tell whether a sentence announces and can be understood, though it may begin with "So"."""
    whole = _SHORTEST <= len(text) <= LONGEST and text[0].isupper() and text.endswith((".", "!")) and "?" not in text
    return whole and announces(text) and not leans(_OPENS.sub("", text))


def _beginning(episode: Episode) -> int:
    return episode.sentences[0].start if episode.sentences else 0
