# ruff: noqa: RUF001 - Greek, on purpose
"""Every text comes from the catalogue, and German is all of it.

The episode is Greek, in letters that no message of ours has, and the catalogue puts brackets around each of its
messages: a Latin letter outside brackets is a text that nobody can translate.
"""

from __future__ import annotations

import gettext
import re
import string
from typing import TYPE_CHECKING, Any

import matplotlib.figure  # noqa: F401 - takes longer to load than SimCord waits for an answer
import pytest
from babel import Locale
from babel.messages.pofile import read_po
from discord import AppCommandType
from discord.app_commands import Command, ContextMenu, Group

from bot import resources
from bot.command_names import COMMANDS, OPTIONS
from bot.config import Answers, Database, Discord, Episodes, Settings
from bot.translator import CatalogueTranslator
from bot.words import Catalogue, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import simcord

    from tests.bot.conftest import Stage

TALK = """---
Length: 300s
---

# Ομιλία
**Εκπομπή:** [June 30, 2023](https://127.0.0.1/1)

*  Το λιμάνι της παλιάς πόλης είναι γεμάτο ξύλινα καΐκια το καλοκαίρι.
*  Ο φούρναρης της παλιάς πόλης πουλάει μαύρο ψωμί με σπόρους κύμινου.
*  Διάβασα την Οδύσσεια και τη συστήνω σε όλους τους φίλους μου εδώ.
*  Η γέφυρα πάνω από το ποτάμι έκλεισε και κανείς δεν ξέρει ως πότε.
"""
NOTES = """
reviewed = true
overview = "Μια ομιλία για την πόλη."
[[speakers]]
name = "Άννα"
[[turns]]
line = 8
speaker = "Άννα"
[[names]]
meant = "καΐκια μας"
heard = ["καΐκια"]
[[books]]
title = "Οδύσσεια"
author = "Όμηρος"
status = "recommended"
said = { lines = [10, 10] }
[[chapters]]
line = 8
title = "Λιμάνι"
[[voiced]]
lines = [11, 11]
voice = "ο δήμαρχος"
[[topics]]
heading = "ψωμί"
lines = [[9, 9]]
[[points]]
lines = [8, 8]
[[prompts]]
text = "Τι λέτε για το λιμάνι;"
lines = [8, 8]
"""
ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("quote", {"about": "λιμάνι"}),
    ("quote", {"about": "αστροναύτης"}),
    ("quote", {"about": "4:10"}),
    ("quote", {}),
    ("quote", {"about": "λιμάνι", "speaker": "Νίκος"}),
    ("quote", {"about": "λιμάνι", "public": True}),
    ("ask", {"question": "λιμάνι"}),
    ("ask", {"question": "?"}),
    ("summary", {}),
    ("summary", {"of": "1"}),
    ("summary", {"of": "99"}),
    ("summary", {"of": "αστροναύτης"}),
    ("books", {}),
    ("verify", {"text": "Το λιμάνι της παλιάς πόλης είναι γεμάτο ξύλινα καΐκια"}),
    ("verify", {"text": "Το λιμάνι της νέας πόλης είναι γεμάτο ξύλινα καΐκια", "speaker": "Άννα"}),
    ("verify", {"text": "Πετάξαμε στο φεγγάρι με ένα μπαλόνι πέρυσι"}),
    ("mentions", {"of": "πόλης"}),
    ("mentions", {"of": "αστροναύτης"}),
    ("mentions", {"of": "πόλης", "speaker": "Άννα"}),
    ("mentions", {"of": "αστροναύτης", "speaker": "Άννα"}),
    ("episode", {}),
    ("episode", {"episode": "άλλη"}),
    ("discuss", {"about": "λιμάνι"}),
    ("discuss", {"about": "γέφυρα"}),
    ("help", {}),
    ("settings text cards", {}),
    ("privacy policy", {}),
    ("privacy optout", {}),
    ("privacy optin", {}),
)
MODERATED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("admin setup", {}),
    ("admin settings show", {}),
    ("admin settings retention", {"days": 30}),
    ("admin channels show", {}),
    ("admin episode list", {}),
    ("admin names list", {}),
    ("admin log recent", {}),
    ("admin log unanswered", {}),
    ("admin log audit", {}),
    ("admin stats", {}),
)
SAID = re.compile(r"⟦[^⟦⟧]*⟧")
# Commands, as people type them; times and mentions, as Discord writes them; addresses.
CODE = re.compile(r"`[^`]*`|<[^<>]*>|https?://\S+")
LATIN = re.compile(r"[A-Za-z]{2,}")


class Bracketed(gettext.NullTranslations):
    """Translates every message into itself, in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class BracketedCatalogue(Catalogue):
    def words(self, locale: str | None) -> Words:
        del locale
        return Words(Locale("el"), Bracketed())


@pytest.fixture
def settings(database: Path, answers: Answers, tmp_path: Path) -> Settings:
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "ομιλία.txt").write_text(TALK, encoding="utf-8")
    (folder / "ομιλία.notes.toml").write_text(NOTES, encoding="utf-8")
    return Settings(
        database=Database(url=f"sqlite+aiosqlite:///{database}"),
        discord=Discord(shard_count=1),
        answers=answers,
        episodes=Episodes(paths=(folder,)),
    )


@pytest.fixture
def bracketed(stage: Stage) -> Stage:
    stage.bot._catalogue = BracketedCatalogue(resources.locales())  # noqa: SLF001 - there is no other way in
    return stage


def texts(stage: Stage, message: simcord.ResponseMessage | None) -> Iterator[str]:
    """Give all that somebody reads on a message."""
    if message is None:
        return
    yield message.content
    for item in stage.components(message):
        yield from (item[key] for key in ("content", "label", "placeholder", "description") if item.get(key))
        yield from (media["description"] for media in item.get("items", []) if media.get("description"))
        for option in item.get("options", []):
            yield from (option[key] for key in ("label", "description") if option.get(key))


def untranslated(text: str) -> list[str]:
    rest = CODE.sub("", text)
    while SAID.search(rest):  # a message may stand inside another
        rest = SAID.sub("", rest)
    return LATIN.findall(rest)


@pytest.mark.parametrize(("name", "options"), ASKED)
async def test_no_text_of_an_answer_is_outside_the_catalogue(
    name: str, options: dict[str, Any], bracketed: Stage
) -> None:
    result = await bracketed.here.member.slash(bracketed.here.channel, name, **options)
    bracketed.take_errors().clear()
    for message in (result.response, *result.followups):
        assert [word for text in texts(bracketed, message) for word in untranslated(text)] == []


@pytest.mark.parametrize(("name", "options"), MODERATED)
async def test_no_text_for_moderators_is_outside_the_catalogue(
    name: str, options: dict[str, Any], bracketed: Stage
) -> None:
    await bracketed.here.slash("quote", about="λιμάνι")
    here = bracketed.moderate()
    result = await here.member.slash(here.channel, name, **options)
    assert [word for text in texts(bracketed, result.response) for word in untranslated(text)] == []


def catalogue_of(language: str) -> Any:
    path = resources.locales() / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def fields(message: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(message) if field}


def test_german_is_complete_and_keeps_every_field() -> None:
    with (resources.locales() / "messages.pot").open("rb") as file:
        wanted = [entry.id for entry in read_po(file) if entry.id]
    german = catalogue_of("de")
    missing = []
    for message in wanted:
        entry = german.get(message)
        one, *more = [message] if isinstance(message, str) else [str(part) for part in message]
        said = entry.string if entry else ""
        for text in [said] if isinstance(said, str) else [str(part) for part in said]:
            if not text or entry.fuzzy:
                missing.append(one)
            else:
                assert fields(text) <= fields(one) | {name for other in more for name in fields(other)}, message
                assert fields(text) >= fields(one) - {"n"}, message
    assert missing == []
    assert {entry.id for entry in german if entry.id} == set(wanted)


def test_every_command_and_option_has_a_name_in_the_catalogue(stage: Stage) -> None:
    listed = {*COMMANDS, *OPTIONS}
    used = set()
    for command in [*slash_commands(stage), *context_menus(stage)]:
        used.add(f"/{command.name}")
        if isinstance(command, Command):
            used |= {f"{parameter.name}:" for parameter in command.parameters}
    assert used == listed


async def test_german_names_are_as_discord_wants_them(stage: Stage) -> None:
    translator = CatalogueTranslator(Catalogue(resources.locales()))
    for command in [*stage.bot.tree.get_commands(type=AppCommandType.chat_input), *context_menus(stage)]:
        payload = await command.get_translated_payload(stage.bot.tree, translator)
        siblings_differ([payload])
        menu = isinstance(command, ContextMenu)
        for part in walk(payload):
            for name in part.get("name_localizations", {}).values():
                assert 1 <= len(name) <= 32
                assert menu or re.fullmatch(r"[-_'\w]+", name), name
                assert menu or name == name.lower()
            for description in part.get("description_localizations", {}).values():
                assert 1 <= len(description) <= 100, description


def slash_commands(stage: Stage) -> list[Command[Any, ..., Any] | Group]:
    return list(stage.bot.tree.walk_commands(type=AppCommandType.chat_input))


def context_menus(stage: Stage) -> list[ContextMenu]:
    kinds = (AppCommandType.user, AppCommandType.message)
    menus = (menu for kind in kinds for menu in stage.bot.tree.get_commands(type=kind))
    return [menu for menu in menus if isinstance(menu, ContextMenu)]


def walk(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for option in payload.get("options", []):
        yield from walk(option)


def siblings_differ(payloads: list[dict[str, Any]]) -> None:
    for payload in payloads:
        options = payload.get("options", [])
        names = [option.get("name_localizations", {}).get("de", option["name"]) for option in options]
        assert len(names) == len(set(names)), names
        siblings_differ(options)
