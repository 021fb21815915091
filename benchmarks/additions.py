"""What the search adds to BM25, each of which can be taken away for a run."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from store import episode as episodes
from store import names, search
from store.draft.spellings import Cluster
from store.episode import Episode
from store.manuscripts import opening
from store.question import Span
from store.searching import finding, parsing
from store.searching.unspoken import UnspokenIndex
from store.searching.vocabulary import Vocabulary
from store.speech.spoken import SpokenText
from store.transcript import Transcript


def _no_names(_notes: object, spoken: SpokenText) -> names.Glossary:
    return names.Glossary((), spoken)


def _no_clusters(_: Episode) -> Sequence[Cluster]:
    return ()


def _none(*_: object) -> tuple[()]:
    return ()


def _nothing(*_: object, **__: object) -> None:
    return None


def _always(*_: object) -> bool:
    return True


def _unnoted(transcript: Transcript, *_: object) -> Episode:
    return Episode(transcript)


def _whole(_source: object, passage: Span, *_: object) -> Span:
    return passage


# For each addition the attributes that hold it, and what they are without it.
_ADDITIONS: dict[str, tuple[tuple[object, str, object], ...]] = {
    "notes": ((opening, "_fitting", _unnoted),),
    "names": ((episodes, "Glossary", _no_names), (search, "clusters", _no_clusters)),
    "spelling": ((Vocabulary, "nearest", _nothing), (parsing, "mended", _nothing)),
    "asking": ((parsing, "ASKING", frozenset()),),
    "meaning": ((Vocabulary, "near", _none),),
    "phrase": ((finding, "PHRASE_WEIGHT", 0.0),),
    "topics": ((search, "ENTRIES", 0),),
    "coverage": ((finding, "COVERAGE_WEIGHT", 0.0),),
    "trimming": ((search, "trimmed", _whole),),
    "unspoken": ((UnspokenIndex, "nearest", _nothing),),
    "refusal": ((finding, "suffices", _always),),
}
ADDITIONS = {
    "notes": "all show notes: names, index, speakers, asides",
    "names": "misheard names put right, in the passages and in the question; all spellings of a name found",
    "spelling": "misspelt words read as the nearest that is said",
    "meaning": "words near in meaning to the question's (WordNet), for those that a passage lacks",
    "asking": "words left out that only say what kind of answer is wanted",
    "phrase": "a whole question word for word in the passage",
    "topics": "the editor's index in the show notes",
    "coverage": "the share of the question's telling words that the passage holds",
    "trimming": "the sentences that answer instead of the whole passage",
    "unspoken": "nothing, for what the show notes list as not spoken of",
    "refusal": "nothing, where too little of the question is covered",
}


@contextmanager
def without(taken: Collection[str]) -> Iterator[None]:
    """Take additions away while this lasts. Episodes and indexes have to be built and asked within it."""
    with ExitStack() as stack:
        for name in taken:
            for holder, attribute, value in _ADDITIONS[name]:
                stack.enter_context(patch.object(holder, attribute, value))
        yield
