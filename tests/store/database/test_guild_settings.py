"""What servers have set, and who set it."""

import pytest
from pydantic import ValidationError

from store.database import Audit, Database, SettingsTable
from store.server.guild_settings import RETENTION, Daily, GuildSettings

HERE, THERE, MODERATOR = 10, 20, 7


async def test_server_that_set_nothing_has_the_defaults(database: Database) -> None:
    assert await SettingsTable(database).of(HERE) == (GuildSettings(), {})


async def test_change_is_read_back_with_who_made_it_and_only_in_its_server(database: Database) -> None:
    table = SettingsTable(database)
    daily = Daily(channel_id=3, hour=8, zone="Europe/Berlin")
    done = await table.change(HERE, "daily", daily, by=MODERATOR, action="settings daily")
    assert done is not None
    assert done.change.before is None
    settings, set_by = await table.of(HERE)
    assert settings == GuildSettings(daily=daily)
    assert set_by["daily"].user_id == MODERATOR
    assert await table.of(THERE) == (GuildSettings(), {})


async def test_every_change_is_audited_with_before_and_after(database: Database) -> None:
    table = SettingsTable(database)
    await table.change(HERE, "retention_days", 30, by=MODERATOR, action="settings retention")
    done = await table.change(HERE, "retention_days", 7, by=MODERATOR, action="settings retention")
    latest, first = await Audit(database).recent(HERE)
    assert done == latest
    assert (first.change.before, first.change.after) == (RETENTION, 30)
    assert (latest.change.before, latest.change.after, latest.change.subject) == (30, 7, "retention_days")
    assert await Audit(database).recent(THERE) == ()


async def test_none_puts_back_the_default(database: Database) -> None:
    table = SettingsTable(database)
    await table.change(HERE, "public", value=True, by=MODERATOR, action="settings visibility")
    await table.change(HERE, "public", None, by=MODERATOR, action="settings visibility")
    assert await table.of(HERE) == (GuildSettings(), {})


async def test_value_that_holds_already_is_no_change(database: Database) -> None:
    table = SettingsTable(database)
    assert await table.change(HERE, "retention_days", RETENTION, by=MODERATOR, action="settings retention") is None
    assert await table.of(HERE) == (GuildSettings(), {})
    assert await Audit(database).recent(HERE) == ()


async def test_edit_builds_on_what_is_there(database: Database) -> None:
    table = SettingsTable(database)
    await table.edit(HERE, "public_roles", lambda was: (*was, 3), by=MODERATOR, action="settings roles")
    await table.edit(HERE, "public_roles", lambda was: (*was, 4), by=MODERATOR, action="settings roles")
    assert (await table.of(HERE))[0].public_roles == (3, 4)


async def test_value_that_will_not_do_changes_nothing(database: Database) -> None:
    table = SettingsTable(database)
    with pytest.raises(ValidationError):
        await table.change(HERE, "retention_days", 0, by=MODERATOR, action="settings retention")
    assert await table.of(HERE) == (GuildSettings(), {})
    assert await Audit(database).recent(HERE) == ()
