"""What has to be typed before something is erased for good."""

from typing import Any

import discord

from bot.words import Words

# Characters. https://docs.discord.com/developers/components/reference
MAX_TITLE = 45
MAX_TYPED = 40


class NotConfirmedError(Exception):
    """Something else was typed than what confirms."""

    def __init__(self, wanted: str) -> None:
        """`wanted` is the word that confirms."""
        super().__init__(f"not confirmed: {wanted!r} was wanted")
        self.wanted = wanted


class Confirmation:
    """A warning, and a field in which a word has to be typed; parts of a modal."""

    def __init__(self, warning: str, word: str, words: Words) -> None:
        """`word` is in the language of who types it."""
        self._word = word
        label = words.say("Type {word} to confirm", word=word)
        self._typed: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=MAX_TYPED, placeholder=word)
        self.items: tuple[discord.ui.Item[Any], ...] = (
            discord.ui.TextDisplay(warning),
            discord.ui.Label(text=label[:MAX_TITLE], component=self._typed),
        )

    def check(self) -> None:
        """Raise NotConfirmedError where it was not typed."""
        if self._typed.value.strip().casefold() != self._word.casefold():
            raise NotConfirmedError(self._word)
