"""The operator's verbs: member forget, server list, server erase. They ask before they erase."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.asking import settings_from
from bot.cli.errors import InputError
from bot.cli.forms.operator import erased_form, servers_form
from bot.cli.options import AsJson, ConfigOption
from bot.cli.output import print_json, print_readable
from bot.cli.stored import ServerOption, snowflake, stored
from bot.cli.terminal import Verb, answered
from bot.cli.text import operator as text

if TYPE_CHECKING:
    from store.database import Server
    from store.server.privacy import Erased, Kept

member = typer.Typer()
server = typer.Typer()

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@member.command(cls=Verb, epilog="Examples:\n\n{prog} member forget 80351110224678912")
def forget(
    user: Annotated[int, typer.Argument(metavar="USER", parser=snowflake, help="The person's id.")],
    *,
    in_server: ServerOption = None,
    yes: Yes = False,
    as_json: AsJson = False,
    config: ConfigOption = None,
) -> None:
    """Erase what is kept of a person, in all servers and direct messages, or in one server.

    What stays: an opt-out, blocks in force, and what the person changed as a moderator.
    """
    kept = asyncio.run(_kept(config, user, in_server))
    if kept.erasable:
        _confirm(text.about_to_forget(user, kept), yes=yes)
    erased = asyncio.run(_forget(config, user, in_server))
    if as_json:
        print_json(erased_form(user, erased))
    else:
        print_readable(text.forgotten(user, erased))
    answered(found=erased.anything)


@server.command(name="list", cls=Verb, epilog="Examples:\n\n{prog} server list --json")
def list_servers(*, as_json: AsJson = False, config: ConfigOption = None) -> None:
    """Show the servers that there is data of."""
    known = asyncio.run(_known(config))
    days = settings_from(config).privacy.departed_days
    if as_json:
        print_json(servers_form(known, days))
    else:
        print_readable(text.servers(known, days))
    answered(found=bool(known))


@server.command(cls=Verb, epilog="Examples:\n\n{prog} server erase 80351110224678912 --yes")
def erase(
    server_id: Annotated[int, typer.Argument(metavar="ID", parser=snowflake, help="The server's id.")],
    *,
    yes: Yes = False,
    as_json: AsJson = False,
    config: ConfigOption = None,
) -> None:
    """Erase all that a server has: questions, settings, own episodes, names, blocks, the record of changes."""
    found = next((one for one in asyncio.run(_known(config)) if one.id == server_id), None)
    if found is not None:
        _confirm(text.about_to_erase(found), yes=yes)
    rows = asyncio.run(_erase(config, server_id))
    if as_json:
        print_json({"id": str(server_id), "rows": rows})
    else:
        print_readable(text.erased(server_id, rows))
    answered(found=rows > 0)


def _confirm(what: str, *, yes: bool) -> None:
    """Ask on standard error, so that standard output is the answer's alone. Raises InputError for a no."""
    if yes:
        return
    typer.echo(f"{what} It cannot be brought back. Erase it? [y/N] ", err=True, nl=False)
    try:
        sure = input()
    except EOFError:
        raise InputError("nothing was erased: nobody is there to confirm it; give --yes") from None
    if sure.strip().casefold() not in {"y", "yes"}:
        raise InputError("nothing was erased")


async def _kept(config: Path | None, user: int, in_server: int | None) -> "Kept":
    from store.database import Privacy  # noqa: PLC0415 - the verbs that answer start without it

    async with stored(config) as opened:
        return await Privacy(opened).kept(user, datetime.now(UTC), in_server)


async def _forget(config: Path | None, user: int, in_server: int | None) -> "Erased":
    from store.database import Privacy  # noqa: PLC0415

    async with stored(config) as opened:
        return await Privacy(opened).erase(user, datetime.now(UTC), in_server)


async def _known(config: Path | None) -> "tuple[Server, ...]":
    from store.database import Servers  # noqa: PLC0415

    async with stored(config) as opened:
        return await Servers(opened).known()


async def _erase(config: Path | None, server_id: int) -> int:
    from store.database import Servers  # noqa: PLC0415

    async with stored(config) as opened:
        return await Servers(opened).erase(server_id)
