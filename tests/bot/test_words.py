"""The catalogue, and that everything the bot says is in it."""

from __future__ import annotations

import ast
import string
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from discord import Locale

from bot import resources
from bot.translator import CatalogueTranslator
from bot.words import Catalogue, Words

if TYPE_CHECKING:
    from tests.bot.conftest import Stage

BOT = Path(resources.__file__).parent
GERMAN = """
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Shared by {name}"
msgstr "Geteilt von {name}"

msgid "The main points, in the words of who made them"
msgstr "Die Hauptpunkte, im Wortlaut"

msgid "{n} more passage"
msgid_plural "{n} more passages"
msgstr[0] "{n} weitere Stelle"
msgstr[1] "{n} weitere Stellen"
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(GERMAN, encoding="utf-8")
    return Catalogue(tmp_path)


def test_english_needs_no_file() -> None:
    words = Words()
    assert words.say("Shared by {name}", name="Ann") == "Shared by Ann"
    assert words.count("{n} more passage", "{n} more passages", 1) == "1 more passage"
    assert words.count("{n} more passage", "{n} more passages", 1200) == "1,200 more passages"
    assert words.date(date(2023, 6, 30)) == "June 30, 2023"
    assert words.join(["a", "b", "c"]) == "a, b, and c"


def test_value_that_looks_like_a_field_stays_as_it_is() -> None:
    assert Words().say("Shared by {name}", name="{name} {0}") == "Shared by {name} {0}"


def test_another_language_is_spoken_where_there_is_one(catalogue: Catalogue) -> None:
    for locale in ("de", "de-DE", "de_AT"):
        words = catalogue.words(locale)
        assert words.say("Shared by {name}", name="Ann") == "Geteilt von Ann"
        assert words.count("{n} more passage", "{n} more passages", 1200).endswith(" weitere Stellen")
        assert words.date(date(2023, 6, 30)) == "30. Juni 2023"
        assert words.say("Share") == "Share"


@pytest.mark.parametrize("locale", [None, "", "fr", "xx-YY", "pt-BR", "zh-CN", "es-419", "nonsense", "../de"])
def test_english_is_spoken_where_there_is_none(catalogue: Catalogue, locale: str | None) -> None:
    words = catalogue.words(locale)
    assert words.say("Shared by {name}", name="Ann") == "Shared by Ann"
    assert words.date(date(2023, 6, 30)) == "June 30, 2023"


def test_every_locale_of_discord_has_words(catalogue: Catalogue) -> None:
    for locale in Locale:
        assert catalogue.words(str(locale)).number(1)


@pytest.mark.parametrize(("seconds", "clock"), [(0, "0:00"), (59.9, "0:59"), (1630, "27:10"), (3723, "1:02:03")])
def test_clock_reads_like_a_players(seconds: float, clock: str) -> None:
    assert Words.clock(seconds) == clock


async def test_commands_are_described_in_the_languages_that_there_are(stage: Stage, catalogue: Catalogue) -> None:
    (summary,) = [command for command in stage.bot.tree.get_commands() if command.name == "summary"]
    payload = await summary.get_translated_payload(stage.bot.tree, CatalogueTranslator(catalogue))
    assert payload["description_localizations"] == {"de": "Die Hauptpunkte, im Wortlaut"}
    assert payload["name_localizations"] == {}


def test_template_is_up_to_date() -> None:
    said = {call.args[0].value for _, call in calls(BOT) if is_said(call) and isinstance(call.args[0], ast.Constant)}
    with (resources.locales() / "messages.pot").open(encoding="utf-8") as file:
        listed = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read_po(file) if entry.id}
    assert said == listed, "run scripts/extract-messages"


def test_every_message_is_a_literal_that_can_be_extracted() -> None:
    for path, call in calls(BOT):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        wanted = {"say": 1, "N_": 1, "locale_str": 1}.get(name, 2 if name == "count" and len(call.args) > 2 else 0)
        if path.name in ("words.py", "translator.py"):
            continue
        for argument in call.args[:wanted]:
            assert isinstance(argument, ast.Constant), f"{path}:{call.lineno}"


def test_every_message_has_fields_with_names() -> None:
    with (resources.locales() / "messages.pot").open(encoding="utf-8") as file:
        for entry in read_po(file):
            for message in [entry.id] if isinstance(entry.id, str) else entry.id:
                assert all(field != "" for _, field, _, _ in string.Formatter().parse(message)), message


def is_said(call: ast.Call) -> bool:
    """Tell a call whose first argument is a message from `"text".count("t")` and the like."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return len(call.args) > {"say": 0, "N_": 0, "locale_str": 0, "count": 2}.get(name, 99)


def calls(folder: Path) -> list[tuple[Path, ast.Call]]:
    trees = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(folder.rglob("*.py"))]
    return [(path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
