"""Our own search and proof, asked the questions."""

from collections.abc import Iterable
from time import perf_counter

from benchmarks.marks import AT_MOST, Found, Marks, Result
from benchmarks.question_set import Asked
from store.episode import Episode
from store.question import FindQuote, Quote
from store.search import Searcher

# Loads the dictionaries, which the first question of a process pays for.
WARMING = "Who is the referndum of Zelenzky?"


class Ours:
    """The search as the bot has it."""

    def __init__(self, episode: Episode) -> None:
        """Index an episode and load the dictionaries."""
        self.searcher = Searcher(episode)
        self.ask(Asked("", "", WARMING, (), None))

    def ask(self, asked: Asked) -> Result:
        """Ask one question."""
        # Without show notes nobody knows who speaks.
        speaker = asked.speaker if self.searcher.episode.speakers else None
        start = perf_counter()
        answer = self.searcher.find(FindQuote(asked.text, speaker, AT_MOST))
        seconds = perf_counter() - start
        return Result(asked, tuple(map(_found, answer.quotes)), seconds)

    def marks(self, asked: Iterable[Asked]) -> Marks:
        """Ask all questions."""
        return Marks(tuple(map(self.ask, asked)))


def _found(quote: Quote) -> Found:
    return Found(quote.lines, len(quote.text.split()), quote.score or 0.0)
