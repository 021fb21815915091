"""The bot: the one place where its parts are put together."""

import asyncio
import sys
from contextlib import AsyncExitStack
from typing import Any

import discord
from discord.ext import commands

from bot import errors, progress, readers, resources, watching
from bot.buttons import LASTING
from bot.commands import COGS
from bot.commands.admin import ITEMS, admin
from bot.commands.admin.setting_up import SettingUp
from bot.config import Settings
from bot.daily import DailyPosts
from bot.hearing import Hearing
from bot.housekeeping import Housekeeping
from bot.keeping import Keepsakes
from bot.library import open_configured
from bot.menus import menus
from bot.messages import Messages
from bot.misheard import Misheard
from bot.periodic import keep_doing, seldom
from bot.place import place_of
from bot.popular import Popular
from bot.presses import Presses
from bot.quiet import Quiet
from bot.readers import PlainReaders
from bot.translator import CatalogueTranslator
from bot.tree import Commands
from bot.ui import Interaction
from bot.words import Catalogue, Words
from store.conversation.conversation import Conversation
from store.database import (
    DailyQuotes,
    Database,
    Discussions,
    EpisodeTable,
    Members,
    NameTable,
    QueryLog,
    QueryStatistics,
    Recollection,
    open_database,
)
from store.desk import Desk
from store.library import last_changed
from store.moderation.guilds import Guilds
from store.moderation.rules import Rules
from store.moderation.uploads import Uploads
from store.shelves.shelves import Shelves


def create_bot(settings: Settings) -> commands.AutoShardedBot:
    """Put the bot together. It opens no file and connects to nothing before it is started."""
    return OnTheRecord(settings)


class OnTheRecord(commands.AutoShardedBot):
    """The bot, and what its commands and buttons reach through `interaction.client`."""

    database: Database
    desk: Desk
    recollection: Recollection
    conversation: Conversation
    hearing: Hearing
    presses: Presses
    keepsakes: Keepsakes
    discussions: Discussions
    plain_readers: PlainReaders
    popular: Popular
    servers: Guilds
    uploads: Uploads
    names: NameTable
    misheard: Misheard

    def __init__(self, settings: Settings) -> None:
        """Ask Discord for no more than servers and messages, none of it privileged, and remember neither."""
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Commands,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            **settings.discord.model_dump(exclude_none=True),
        )
        self.settings = settings
        self.quiet = Quiet()
        self.setting_up = SettingUp()
        self._catalogue: Catalogue | None = None
        self._opened = AsyncExitStack()

    async def setup_hook(self) -> None:
        """Open what the bot answers from. Raises StoreError."""
        await self.assemble()
        await self._opened.aclose()
        changed = await asyncio.to_thread(last_changed, self.settings.episodes.paths)
        with progress.shown(logged=True) as told:
            library = await asyncio.to_thread(open_configured, self.settings.episodes, told)
        watching.report(library)
        self.database = await self._opened.enter_async_context(open_database(self.settings.database.url))
        self._open_desk(Shelves(library, EpisodeTable(self.database)))
        self._open_tables()
        await self.plain_readers.load()
        await self._keep_house(watching.Watcher(self.desk, self.settings.episodes, changed))

    def _open_desk(self, shelves: Shelves) -> None:
        """Put together what answers, and what asks it."""
        self.servers = Guilds(self.database)
        self.servers.told.append(shelves.forget)
        self.desk = Desk(shelves, QueryLog(self.database), Rules(self.servers))
        self.recollection = Recollection(self.database)
        self.conversation = Conversation(self.desk, self.recollection)
        self.hearing = Hearing(self.desk, self.conversation)
        self.presses = Presses(self.desk, self.settings.answers.context)
        self.keepsakes = Keepsakes(self.desk)

    def _open_tables(self) -> None:
        """Put together what is kept beside the log."""
        self.uploads = Uploads(self.desk.shelves, EpisodeTable(self.database), self.settings.servers.limits)
        self.names = NameTable(self.database)
        self.misheard = Misheard(self.desk, self.names)
        self.discussions = Discussions(self.database)
        self.popular = Popular(QueryStatistics(self.database))
        self.plain_readers = PlainReaders(Members(self.database))

    async def _keep_house(self, watcher: watching.Watcher) -> None:
        """Begin what is done again and again, until the bot is closed."""
        housekeeping = Housekeeping(self, self.database)
        await self.add_cog(housekeeping, override=True)
        jobs = [
            seldom(watcher.look, watching.PAUSE),
            DailyPosts(self, DailyQuotes(self.database)).look,
            housekeeping.tidy,
            seldom(self.plain_readers.load, readers.PAUSE),
        ]
        again = asyncio.create_task(keep_doing(jobs))
        self._opened.callback(again.cancel)

    async def assemble(self) -> None:
        """Add commands and buttons: all that Discord is told of. Once is enough; again does no harm."""
        self.add_dynamic_items(*LASTING, *ITEMS)
        if self._catalogue is not None:
            return
        self._catalogue = Catalogue(resources.locales())
        await self.tree.set_translator(CatalogueTranslator(self._catalogue))
        for cog in COGS:
            await self.add_cog(cog())
        self.tree.add_command(admin())
        for menu in menus():
            self.tree.add_command(menu)
        await self.add_cog(Messages(self))

    async def close(self) -> None:
        """Leave Discord, then close the database."""
        await super().close()
        await self._opened.aclose()

    def words(self, asked: Interaction | discord.Message | discord.Guild | None = None) -> Words:
        """Return the words for who asked: in the asker's language, or for a message in the server's."""
        locale = None
        if isinstance(asked, discord.Interaction):
            locale = asked.locale
        elif isinstance(asked, discord.Guild):
            locale = asked.preferred_locale
        elif asked is not None and asked.guild is not None:
            locale = asked.guild.preferred_locale
        return self._catalogue.words(str(locale) if locale else None) if self._catalogue else Words()

    async def admit(self, interaction: Interaction, *, counted: bool = False, anywhere: bool = False) -> None:
        """Raise the RuleError that stands against answering what is no question."""
        await self.desk.admit(place_of(interaction), interaction.created_at, counted=counted, anywhere=anywhere)

    async def failed(self, asked: Interaction | discord.Message | None, error: BaseException) -> None:
        """Hand what a door caught to the one handler."""
        await errors.handle(self, asked, error)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Catch what the handling of an event raised."""
        error = sys.exc_info()[1]
        asked = next((given for given in args if isinstance(given, (discord.Interaction, discord.Message))), None)
        if error is not None:
            await self.failed(asked, error)

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cog: there are no commands with a prefix."""
