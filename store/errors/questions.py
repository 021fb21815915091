"""What can be wrong with a question."""

from store.errors.base import StoreError


class QuestionGoneError(StoreError):
    """A logged question that an older answer came from is there no more, or was never this person's to see."""

    def __init__(self) -> None:
        """Tell nobody which of the two it is."""
        super().__init__("the question that this came from is no longer on the record; ask it again")


class QuestionBlankError(StoreError):
    """A question without a word in it."""

    def __init__(self) -> None:
        """Say what would work."""
        super().__init__("the question has no words in it; give a few words of what was said, or a name")


class QuestionTooLongError(StoreError):
    """A question longer than anybody asks."""

    def __init__(self, length: int, limit: int) -> None:
        """Both in characters."""
        super().__init__(f"the question has {length} characters and {limit} are allowed; shorten it to what matters")
        self.length, self.limit = length, limit
