"""The quote of the day: none comes again before all have been."""

import random
from collections import Counter
from collections.abc import Sequence

from store.episode import Episode
from store.excerpts.chance import good_quotes
from store.question import Span


def daily_quote(episode: Episode, posted: Sequence[Span]) -> Span | None:
    """Choose one of the quotes that were posted least often so far; None where the episode has none that is good."""
    times = Counter(posted)
    pool = good_quotes(episode)
    fewest = min((times[span] for span in pool), default=0)
    fresh = [span for span in pool if times[span] == fewest]
    return random.choice(fresh) if fresh else None  # noqa: S311 - chance, not a secret
