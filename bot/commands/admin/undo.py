"""What a moderator is told of a change: what it was, what it is, and a button that puts it back."""

from bot import reply
from bot.cards.changes import say_change
from bot.cards.layout import PLAIN, Card
from bot.guarded import NumberButton
from bot.moderation import require_manager
from bot.ui import Interaction, LayoutView
from bot.words import Words
from store.database import Audited
from store.database.audit import UNDO
from store.database.undo import undoable

# What a moderator by a role may not do, nor undo.
FOR_MANAGERS = frozenset({"settings moderators"})


class UndoButton(NumberButton, does="undo", carries="[0-9]+"):
    """Puts back what a moderator has changed: its id carries the change's number in the audit."""

    async def pressed(self, interaction: Interaction) -> None:
        """Put it back, and say so in the place of what was said of the change."""
        done = await put_back(interaction, self.carried)
        await reply.replace(interaction, changed_card(done, interaction.client.words(interaction)))


async def put_back(interaction: Interaction, audit_id: int) -> Audited:
    """Undo a change of this server's. Raises what `Guilds.undo` does, and NotManagerError."""
    assert interaction.guild_id is not None
    servers = interaction.client.servers
    found = await servers.audited(interaction.guild_id, audit_id)
    if found.change.action.removeprefix(UNDO) in FOR_MANAGERS:
        require_manager(interaction)
    return await servers.undo(interaction.guild_id, audit_id, by=interaction.user.id)


async def changed(interaction: Interaction, done: Audited | None, *more: str) -> None:
    """Tell a moderator in private what has become of a change; None says that nothing had to change.

    `more` is said below: from the catalogue, its values escaped.
    """
    await reply.send(interaction, changed_card(done, interaction.client.words(interaction), *more), private=True)


def changed_card(done: Audited | None, words: Words, *more: str) -> LayoutView:
    """Show what was changed, with Undo where that is possible."""
    card = Card(PLAIN)
    card.text(say_change(done.change, words) if done else words.say("It was so already: nothing has changed."), *more)
    if done and undoable(done.change):
        card.row(UndoButton(done.id, words.say("Undo")))
    return card.view()
