"""Buttons: what they carry, and that they still work after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.buttons import ContextButton, OpenSelect, ShareButton
from bot.config import Answers
from bot.shown import Shown
from store.question import Span, Summarise

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage


async def test_share_posts_the_same_card_for_all(stage: Stage) -> None:
    for name, options in (("quote", {"about": "coup"}), ("summary", {}), ("books", {}), ("episode", {})):
        asked = await stage.here.slash(name, **options)
        shared = await press(stage.here.member, asked, "Share")

        assert not shared.ephemeral
        assert "Shared by Listener of here" in stage.text(shared.response)
        assert quotes_in(stage, shared) == quotes_in(stage, asked)
        assert not any("share" in custom_id for custom_id in stage.ids(shared.response))
    assert len(stage.rows()) == 4


async def test_share_says_a_name_that_pings_nobody(stage: Stage) -> None:
    guild = stage.here.guild
    member = guild.add_member(stage.env.create_user("joker", global_name="@everyone **bold** <@1>"))
    asked = await member.slash(stage.here.channel, "books")
    shared = await press(member, asked, "Share")
    assert "Shared by @everyone **bold** <@1>" in stage.text(shared.response)
    (body,) = [body["data"] for body in stage.requests("/callback") if "Shared by" in str(body)]
    assert body["allowed_mentions"]["parse"] == []
    assert "\\@everyone" in str(body["components"]).replace("\\\\", "\\")


async def test_there_is_nothing_to_share_in_a_direct_message(stage: Stage) -> None:
    asked = await stage.user.slash("books")
    assert not any("share" in custom_id for custom_id in stage.ids(asked.response))


async def test_share_on_what_all_see_already_is_refused(stage: Stage) -> None:
    asked = await stage.here.slash("books")
    (share,) = [custom_id for custom_id in stage.ids(asked.response) if "share" in custom_id]
    message = await forged(stage, share)

    result = await stage.here.member.click(message, custom_id=share)

    assert result.ephemeral
    assert "your own private answer" in stage.text(result.response)


async def test_more_context_widens_the_persons_own_card_in_its_place(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="implausible deniability")
    before = quotes_in(stage, asked)

    widened = await press(stage.here.member, asked, "More context")

    assert widened.response is not None
    assert asked.response is not None
    assert widened.response.id == asked.response.id
    assert before[0] in quotes_in(stage, widened)[0]
    assert quotes_in(stage, widened)[0] != before[0]
    assert quotes_in(stage, widened)[0] in stage.episode.glossary.display(Span(0, len(stage.episode.text)))


async def test_more_context_on_a_public_card_is_a_private_one(stage: Stage) -> None:
    other = stage.here.guild.add_member(stage.env.create_user("other"))
    asked = await stage.here.slash("quote", about="coup", public=True)
    before = quotes_in(stage, asked)

    widened = await press(other, asked, "More context")

    assert widened.ephemeral
    assert before[0] in quotes_in(stage, widened)[0]
    assert quotes_in(stage, asked) == before


class TestCap:
    @pytest.fixture
    def answers(self) -> Answers:
        return Answers(context=3)

    async def test_more_context_ends_at_the_cap(self, stage: Stage) -> None:
        shown = await stage.here.slash("quote", about="implausible deniability")
        found = stage.bot.desk.shelves.library.by_key(None, stage.episode.key)
        quote = next(
            span for span in found.sentences if found.text[span.start : span.end] in "".join(quotes_in(stage, shown))
        )
        for _ in range(2):
            shown = await press(stage.here.member, shown, "More context")
        assert not any("context" in custom_id for custom_id in stage.ids(shown.response))
        assert len(quotes_in(stage, shown)[0]) <= len(found.context(quote, 5))


async def test_open_shows_the_passage_and_leaves_the_card(stage: Stage) -> None:
    asked = await stage.here.slash("summary")
    points = quotes_in(stage, asked)
    assert asked.response is not None
    (menu,) = [item for item in stage.components(asked.response) if item.get("options")]

    opened = [await stage.here.member.select(asked.response, [option["value"]]) for option in menu["options"]]

    assert all(result.ephemeral for result in opened)
    assert [quotes_in(stage, result)[0] for result in opened] == points
    assert quotes_in(stage, asked) == points
    assert len(stage.rows()) == 1


async def test_buttons_work_after_a_restart_and_days_later(stage: Stage) -> None:
    quote = await stage.here.slash("quote", about="coup")
    books = await stage.here.slash("books", public=True)
    direct = await stage.user.slash("quote", about="coup")
    await stage.restart()
    await stage.env.advance_time(2 * 24 * 3600)

    assert not (await press(stage.here.member, quote, "Share")).ephemeral
    assert "More context" in str((await press(stage.here.member, quote, "More context")).response.components)  # type: ignore[union-attr]
    assert (await press(stage.user, direct, "More context")).response is not None
    assert books.response is not None
    (menu,) = [item for item in stage.components(books.response) if item.get("options")]
    assert (await stage.here.member.select(books.response, [menu["options"][0]["value"]])).ephemeral
    assert len(stage.rows()) == 3


async def test_button_of_an_episode_that_is_gone_says_so(stage: Stage) -> None:
    for item in (
        ShareButton(Shown("00000000", Summarise()), "press"),
        ContextButton("00000000", Span(0, 9), 0, "press"),
        ContextButton(stage.episode.key, Span(0, 10**7), 0, "press"),
    ):
        message = await forged(stage, item.custom_id)
        result = await stage.here.member.click(message, custom_id=item.custom_id)
        assert result.ephemeral
        text = stage.text(result.response)
        assert "was removed or has changed" in text or "your own private answer" in text


async def test_ids_are_short_enough_and_unlike(stage: Stage) -> None:
    for name in ("quote", "summary", "books", "episode"):
        ids = stage.ids((await stage.here.slash(name)).response)
        assert len(ids) == len(set(ids))
        assert all(custom_id.startswith("1:") and len(custom_id) <= 100 for custom_id in ids)


def test_what_is_too_long_is_cut() -> None:
    spans = [(Span(number, number + 1), "x" * 200, "y" * 200) for number in range(40)]
    menu = OpenSelect("0" * 8, spans, "z" * 500).item
    assert len(menu.options) == 25
    assert {len(option.label) for option in menu.options} == {100}
    assert len(menu.placeholder or "") == 150
    assert len(ContextButton("0" * 8, Span(0, 1), 0, "x" * 99).item.label or "") == 80


async def forged(stage: Stage, custom_id: str) -> discord.Message:
    """Post a public message with a button of this id."""
    channel = stage.bot.get_channel(stage.here.channel.id)
    assert isinstance(channel, discord.TextChannel)
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    row.add_item(discord.ui.Button(label="press", custom_id=custom_id))
    return await channel.send(view=discord.ui.LayoutView().add_item(row))


async def press(
    who: simcord.MemberActor | simcord.UserHandle, asked: simcord.InteractionResult, label: str
) -> simcord.InteractionResult:
    assert asked.response is not None
    return await who.click(asked.response, label=label)


def quotes_in(stage: Stage, result: simcord.InteractionResult) -> list[str]:
    return [line[2:] for line in stage.text(result.response).splitlines() if line.startswith("> ")]
