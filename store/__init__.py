"""What is known: transcripts, their show notes, and what can be found in them. Knows nothing of Discord."""

from store.episode import Episode
from store.manuscripts.opening import open_episode

__all__ = ["Episode", "open_episode"]
