"""What can be wrong with a misheard name that somebody proposes."""

from typing import Literal

from store.errors.base import StoreError


class NameTakenError(StoreError):
    """Something else is accepted already for what was heard."""

    def __init__(self, heard: str, meant: str) -> None:
        """`meant` is what is accepted."""
        super().__init__(f"{heard!r} is corrected to {meant!r} already; remove that first")
        self.heard, self.meant = heard, meant


class NameDecidedError(StoreError):
    """A name that was proposed, accepted or declined before."""

    def __init__(self, heard: str, meant: str, *, accepted: bool | None) -> None:
        """Say what became of it; `accepted` is None while nobody has decided."""
        became = {None: "waits to be decided", True: "was accepted", False: "was declined"}[accepted]
        super().__init__(f"that {heard!r} means {meant!r} {became} already")
        self.heard, self.meant, self.accepted = heard, meant, accepted


class NameUnknownError(StoreError):
    """No such misheard name in this server."""

    def __init__(self, given: str) -> None:
        """`given` is what was asked for."""
        super().__init__(f"there is no misheard name {given!r} here; it may have been removed meanwhile")
        self.given = given


class NameUnheardError(StoreError):
    """A misheard name that is nowhere in the episode."""

    def __init__(self, heard: str, near: str | None) -> None:
        """`near` is what it may have been meant for: the same letters otherwise written."""
        cure = f"did you mean {near!r}?" if near else "copy it from the transcript, letter by letter"
        super().__init__(f"{heard!r} is nowhere in the transcript; {cure}")
        self.heard, self.near = heard, near


class NameUnfitError(StoreError):
    """A misheard name without words, too long, or the same as what is meant."""

    def __init__(self, given: str, what: Literal["blank", "long", "same"]) -> None:
        """Say what is wrong with it."""
        super().__init__(f"{given!r} won't do as a misheard name: it is {what}; give a name, and what was meant")
        self.given, self.what = given, what


class TooManyNamesError(StoreError):
    """As many misheard names as there may be."""

    def __init__(self, most: int, of: str) -> None:
        """`of` says of whom: an episode's, a member's waiting ones, those of a day, a server's waiting ones."""
        super().__init__(f"there are {most} misheard names of this {of} already, and that is the most")
        self.most, self.of = most, of
