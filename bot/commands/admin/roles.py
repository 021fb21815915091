"""Lists of roles: added to, taken from, or chosen anew from a list. Two moderators at once lose nothing."""

from collections.abc import Callable, Iterable
from typing import Any, Self, cast

import discord

from bot import reply
from bot.buttons import VERSION
from bot.cards.layout import PLAIN, Card
from bot.cards.settings import LABELS, say_value
from bot.commands.admin.undo import UndoButton, changed
from bot.guarded import GuardedItem
from bot.moderation import EveryoneRoleError, TooManyRolesError, require_manager
from bot.ui import Interaction, LayoutView
from store.database import Audited

# https://docs.discord.com/developers/components/reference#role-select
MAX_ROLES = 25
ACTIONS = {"public_roles": "settings roles", "moderator_roles": "settings moderators"}


class RolesSelect(
    GuardedItem[discord.ui.RoleSelect[Any]], template=rf"{VERSION}:roles:(?P<carried>public_roles|moderator_roles)"
):
    """Chooses the roles of a list. `shown` are those that the card had when it was made."""

    def __init__(self, name: str, shown: Iterable[int]) -> None:
        """`name` is the setting's."""
        self.name, self.shown = name, frozenset(shown)
        defaults = [discord.SelectDefaultValue(id=role, type=discord.SelectDefaultValueType.role) for role in shown]
        super().__init__(
            discord.ui.RoleSelect(
                custom_id=f"{VERSION}:roles:{name}",
                min_values=0,
                max_values=MAX_ROLES,
                default_values=defaults[:MAX_ROLES],
            )
        )

    @classmethod
    def read(cls, item: discord.ui.Item[Any], carried: str) -> Self:
        """Make the select from its id and the roles that the message shows as chosen."""
        select = cast("discord.ui.RoleSelect[Any]", item)
        return cls(carried, [value.id for value in select.default_values])

    async def pressed(self, interaction: Interaction) -> None:
        """Add what was added and take away what was taken away: what others changed meanwhile stays."""
        if self.name == "moderator_roles":
            require_manager(interaction)
        chosen = [role.id for role in self.item.values]
        done = await _edit(interaction, self.name, chosen, self.shown.difference(chosen))
        await reply.replace(interaction, _card(interaction, self.name, done))


async def name_roles(
    interaction: Interaction, name: str, add: discord.Role | None, remove: discord.Role | None, *more: str
) -> None:
    """Add a role to a list and take one away; without either, show the list to choose from."""
    if add is None and remove is None:
        await reply.send(interaction, _card(interaction, name, None, *more), private=True)
        return
    done = await _edit(interaction, name, [add.id] if add else [], [remove.id] if remove else [])
    await changed(interaction, done, *more)


def visible_hint(interaction: Interaction) -> str:
    """Say how the commands are made visible to a role: Discord lets no bot do that."""
    return interaction.client.words(interaction).say(
        "Discord still hides `/admin` from them. An administrator shows it: *Server Settings → Integrations → "
        "{bot} → /admin → Add Roles or Members*.",
        bot=discord.utils.escape_markdown(interaction.client.user.name if interaction.client.user else ""),
    )


async def _edit(interaction: Interaction, name: str, add: Iterable[int], remove: Iterable[int]) -> Audited | None:
    assert interaction.guild_id is not None
    # @everyone has the server's own id.
    if interaction.guild_id in add:
        raise EveryoneRoleError
    return await interaction.client.servers.edit(
        interaction.guild_id, name, _changed(add, remove), by=interaction.user.id, action=ACTIONS[name]
    )


def _changed(add: Iterable[int], remove: Iterable[int]) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    def new(was: tuple[int, ...]) -> tuple[int, ...]:
        roles = tuple(role for role in dict.fromkeys((*was, *add)) if role not in remove)
        if len(roles) > max(MAX_ROLES, len(was)):
            raise TooManyRolesError(MAX_ROLES)
        return roles

    return new


def _card(interaction: Interaction, name: str, done: Audited | None, *more: str) -> LayoutView:
    """Show a list of roles, to be chosen from, and the way back to what it was."""
    words, guild = interaction.client.words(interaction), interaction.client.servers.known(interaction.guild_id)
    roles = getattr(guild.settings, name)
    card = Card(PLAIN)
    card.text(f"**{LABELS[name](words)}:** {say_value(name, roles, words)}", *more)
    card.row(RolesSelect(name, roles))
    if done:
        card.row(UndoButton(done.id, words.say("Undo")))
    return card.view()
