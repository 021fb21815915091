"""Names and descriptions of commands in the languages of the catalogue."""

from discord import Locale
from discord.app_commands import TranslationContextTypes, Translator, locale_str

from bot.words import Catalogue


class CatalogueTranslator(Translator):
    """Looks up in the catalogue what stands in English with the commands."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Translate into each of its languages."""
        self._catalogue = catalogue

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:  # noqa: ARG002
        """Return the translation; None where there is none."""
        words = self._catalogue.words(str(locale))
        return words.say(string.message) if words.knows(string.message) else None
