"""The words that the bot shows: one catalogue, GNU gettext through Babel.

English is the message ids themselves, so it needs no file. Another language is one file,
`locales/<language>/LC_MESSAGES/messages.po`, made from `locales/messages.pot` (see `scripts/extract-messages`).
"""

import gettext
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

# Where `date` is what writes one.
Day: TypeAlias = date
ENGLISH = Locale("en", "US")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for the catalogue where it stands; it is said elsewhere."""
    return message


class Words:
    """One language: its messages, and how it writes dates, numbers and lists."""

    def __init__(self, locale: Locale = ENGLISH, messages: gettext.NullTranslations | None = None) -> None:
        """Without `messages`, speak English."""
        self.locale = locale
        self._messages = messages or gettext.NullTranslations()

    def say(self, message: str, /, **values: object) -> str:
        """Translate a message and fill in its `{fields}`."""
        return self._messages.gettext(message).format(**values)

    def say_marked(self, message: str, /, **values: object) -> str:
        """Say a message that stands elsewhere, marked there with `N_`."""
        return self.say(message, **values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Translate a message that counts: `{n}` is the number as this language writes it."""
        return self._messages.ngettext(one, many, n).format(n=self.number(n), **values)

    def knows(self, message: str) -> bool:
        """Tell whether the message is translated."""
        return self._messages.gettext(message) != message

    def date(self, day: date) -> str:
        """Write a date in full."""
        return format_date(day, format="long", locale=self.locale)

    def short_date(self, day: Day) -> str:
        """Write a day of the year as short as it gets."""
        return format_skeleton("MMMd", day, locale=self.locale)

    def number(self, n: float) -> str:
        """Write a number with this language's separators."""
        return format_decimal(n, locale=self.locale)

    def join(self, items: Sequence[str]) -> str:
        """List things: "a, b, and c"."""
        return format_list(items, locale=self.locale)

    @staticmethod
    def clock(seconds: float) -> str:
        """Write a moment of the recording as players do: 27:10, or 1:02:03."""
        minutes, second = divmod(int(seconds), 60)
        hours, minute = divmod(minutes, 60)
        return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


class Catalogue:
    """Every language that the bot speaks, read once."""

    def __init__(self, folder: Path) -> None:
        """Read all `<language>/LC_MESSAGES/messages.po` in a folder."""
        self._messages = {path.parent.parent.name: _read(path) for path in folder.glob("*/LC_MESSAGES/messages.po")}

    def words(self, locale: str | None) -> Words:
        """Return the words for a locale of Discord's ("pt-BR"); English where there is no translation."""
        wanted = _parse(locale)
        for name in (str(wanted), wanted.language):
            if name in self._messages:
                return Words(wanted, self._messages[name])
        return Words(wanted if wanted.language == ENGLISH.language else ENGLISH)


def _parse(locale: str | None) -> Locale:
    try:
        return Locale.parse(locale or str(ENGLISH), sep="-" if "-" in (locale or "") else "_")
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def _read(path: Path) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.parent.parent.name))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
