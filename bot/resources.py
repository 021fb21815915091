"""Where the files are that the bot brings along: beside this module in a wheel, at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def seeds() -> Path:
    """Return the folder of the episode that ships."""
    return _find("seeds")


def config() -> Path:
    """Return the configuration that ships."""
    return _find("config.toml")


def locales() -> Path:
    """Return the folder of the languages other than English."""
    return _PACKAGE / "locales"


def _find(name: str) -> Path:
    packaged = _PACKAGE / name
    return packaged if packaged.exists() else _PACKAGE.parent / name
