"""Text that came from people, made safe to stand in Discord's Markdown: shown as it is, meaning nothing."""

import re
import unicodedata

# Discord's client takes a backslash before any of these as "the character itself".
_ANYWHERE = re.compile(r"[\\*_~`|<\[@]")
# Shortcodes (`:smile:`) and bare links (`https://`) both need their colon.
_COLON = re.compile(r":(?=//|[^\s:]*:)")
# Headings, small print, quotes and lists mean something only where a line begins.
_LINE_START = re.compile(r"^(?P<indent>[^\S\n]*)(?P<mark>[#>+-]|\d+(?=[.)]))", re.MULTILINE)
_SEPARATORS = "\u2028\u2029"
_JOINERS = "\u200c\u200d"
# Letters by their category, and blank all the same.
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"


def escape(text: str) -> str:
    """Escape all that Discord would read as markup, a mention, an emoji, a time or a link.

    Controls that nobody sees (bidirectional marks, zero-width characters) are taken out first.
    """
    escaped = _COLON.sub(r"\\:", _ANYWHERE.sub(r"\\\g<0>", visible(text)))
    return _LINE_START.sub(_mark, escaped)


def visible(text: str) -> str:
    """Take out what nobody sees. Joiners stay where a script or an emoji needs them."""
    kept: list[str] = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        if character in _SEPARATORS:
            kept.append("\n")
        elif character in _BLANKS:
            kept.append(" ")
        elif character in _JOINERS:
            kept.extend(character for before in kept[-1:] if not before.isascii())
        elif character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}:
            kept.append(character)
    return "".join(kept)


def _mark(found: re.Match[str]) -> str:
    mark = found["mark"]
    return f"{found['indent']}{mark}" + "\\" if mark.isdecimal() else f"{found['indent']}\\{mark}"
