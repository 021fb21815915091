"""Names and descriptions of commands in the languages of the catalogue."""

from discord import Locale
from discord.app_commands import TranslationContextLocation, TranslationContextTypes, Translator, locale_str

from bot import command_names as names
from bot.words import Catalogue

# Where a string is a name, and the message id that it has in the catalogue.
_NAMES = {
    TranslationContextLocation.command_name: names.command,
    TranslationContextLocation.group_name: names.command,
    TranslationContextLocation.parameter_name: names.option,
}


class CatalogueTranslator(Translator):
    """Looks up in the catalogue what stands in English with the commands."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Translate into each of its languages."""
        self._catalogue = catalogue

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:
        """Return the translation; None where there is none."""
        words = self._catalogue.words(str(locale))
        name = _NAMES.get(context.location)
        message = name(string.message) if name else string.message
        if not words.knows(message):
            return None
        said = words.say(message)
        return said.strip("/:") if name else said
