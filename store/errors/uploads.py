"""Why a file does not become an episode of a server's own."""

from store.errors.base import StoreError


class EpisodeThereError(StoreError):
    """A server has an episode that is called so, or one of the same text."""

    def __init__(self, episode_id: str, *, same_text: bool) -> None:
        """`episode_id` is the one that is there."""
        what = "has the same text" if same_text else "is called so"
        super().__init__(f"the episode {episode_id!r} {what} already; remove it first, or rename the file")
        self.episode_id, self.same_text = episode_id, same_text


class ShelfFullError(StoreError):
    """A server has as many episodes of its own as it may."""

    def __init__(self, most: int) -> None:
        """`most` is how many."""
        super().__init__(f"a server may have {most} episodes of its own; remove one first")
        self.most = most


class UploadError(StoreError):
    """A file that won't do as a server's own episode, for another reason than what is in it."""

    def __init__(self, file: str, what: str, cure: str) -> None:
        """`file` is what it is called."""
        super().__init__(f"{file}: {what}; {cure}")
        self.file, self.what, self.cure = file, what, cure


class PendingGoneError(StoreError):
    """An episode that was read, and is to be kept or not, is not in memory any more."""

    def __init__(self) -> None:
        """Say what it may have been."""
        super().__init__("that file is no longer in memory; add it again")


class TooBusyError(StoreError):
    """So many files wait to be read that no more are taken."""

    def __init__(self, waiting: int) -> None:
        """Say how many are `waiting`."""
        super().__init__(f"{waiting} files wait to be read; try again later")
        self.waiting = waiting
