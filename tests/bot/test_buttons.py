"""Buttons that show again: share, remove, more and less context, open. None of them is a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot import presses
from bot.buttons import ContextButton, OpenSelect, RemoveButton, ShareButton
from bot.config import Answers
from bot.shown import Claim, Shown
from store.question import Span, Summarise

if TYPE_CHECKING:
    import simcord

    from tests.bot.conftest import Stage

DAYS = 2 * 24 * 3600
ABOUT = "implausible deniability"
TRUE = "the mystique, the aura, the magic of power was gone"


async def test_share_posts_the_same_card_for_all(stage: Stage) -> None:
    asked_for: list[tuple[str, dict[str, Any]]] = [
        ("quote", {"about": "coup"}),
        ("summary", {}),
        ("books", {}),
        ("episode", {}),
        ("mentions", {"of": "Wagner"}),
        ("verify", {"text": TRUE}),
    ]
    for name, options in asked_for:
        asked = await stage.here.slash(name, **options)
        shared = await stage.press(stage.here.member, asked, "Share")

        assert not shared.ephemeral
        assert "Shared by Listener of here" in stage.text(shared.response)
        assert stage.quotes(shared) == stage.quotes(asked)
        assert not any("share" in custom_id for custom_id in stage.ids(shared.response))
        assert "Remove" in stage.labels(shared.response)
    assert len(stage.rows()) == len(asked_for)


async def test_question_is_shared_with_the_answer_or_left_out_as_the_person_wants(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="what about the coup?", speaker="kotkin")

    shared = await stage.press(stage.here.member, asked, "Share")
    alone = await stage.press(stage.here.member, asked, "Share without my question")

    assert "Shared by Listener of here · Asked: what about the coup?" in stage.text(shared.response)
    assert "Asked" not in stage.text(alone.response)
    assert "Shared by Listener of here" in stage.text(alone.response)
    assert stage.quotes(alone) == stage.quotes(shared) == stage.quotes(asked)
    # What was left out must not come back by a button that asks again.
    assert "Next match" in stage.labels(shared.response)
    assert "Next match" not in stage.labels(alone.response)


async def test_verdict_is_shared_as_a_verdict_or_its_quote_alone(stage: Stage) -> None:
    asked = await stage.here.slash("verify", text="the mystique of power was not gone", speaker="klein")

    shared = await stage.press(stage.here.member, asked, "Share")
    alone = await stage.press(stage.here.member, asked, "Share the quote only")

    for said in ("Not quite", "Claimed: “the mystique of power was not gone”", "not klein", "says the opposite"):
        assert said in stage.text(asked.response)
        assert said in stage.text(shared.response)
        assert said not in stage.text(alone.response)
    assert stage.quotes(alone) == stage.quotes(shared) == stage.quotes(asked)


async def test_question_that_was_erased_is_not_shared_but_its_answer_still_is(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about="coup")
    verdict = await stage.here.slash("verify", text=TRUE)
    stage.change("UPDATE queries SET text = NULL, user_id = NULL, options = NULL")

    for answer in (asked, verdict):
        refused = await stage.press(stage.here.member, answer, "Share")
        assert refused.ephemeral
        assert "no longer on the record" in stage.text(refused.response)
    assert not (await stage.press(stage.here.member, asked, "Share without my question")).ephemeral
    assert not (await stage.press(stage.here.member, verdict, "Share the quote only")).ephemeral


async def test_share_says_a_name_that_pings_nobody(stage: Stage) -> None:
    guild = stage.here.guild
    member = guild.add_member(stage.env.create_user("joker", global_name="@everyone **bold** <@1>"))
    asked = await member.slash(stage.here.channel, "quote", about="@here coup")
    shared = await stage.press(member, asked, "Share")
    assert "Shared by @everyone **bold** <@1> · Asked: @here coup" in stage.text(shared.response)
    (body,) = [body["data"] for body in stage.requests("/callback") if "Shared by" in str(body)]
    assert body["allowed_mentions"]["parse"] == []
    assert "\\@everyone" in str(body["components"]).replace("\\\\", "\\")


async def test_there_is_nothing_to_share_or_remove_in_a_direct_message(stage: Stage) -> None:
    for name, options in (("books", {}), ("quote", {"about": "coup"}), ("verify", {"text": TRUE})):
        asked = await stage.user.slash(name, **options)
        assert not any("Share" in label or label == "Remove" for label in stage.labels(asked.response))


async def test_share_on_what_all_see_already_is_refused(stage: Stage) -> None:
    asked = await stage.here.slash("books")
    (share,) = [custom_id for custom_id in stage.ids(asked.response) if "share" in custom_id]
    message = await stage.forged(share)

    result = await stage.here.member.click(message, custom_id=share)

    assert result.ephemeral
    assert "your own private answer" in stage.text(result.response)


@pytest.fixture
def other(stage: Stage) -> simcord.MemberActor:
    return stage.here.guild.add_member(stage.env.create_user("other"))


@pytest.fixture
def moderator(stage: Stage) -> simcord.MemberActor:
    role = stage.here.guild.create_role("moderators", permissions=discord.Permissions(manage_messages=True))
    return stage.here.guild.add_member(stage.env.create_user("moderator"), roles=[role])


async def published(stage: Stage) -> dict[str, simcord.InteractionResult | discord.Message]:
    """Bring three answers before everyone: asked for in public, shared, and as a reply to a message."""
    shared = await stage.press(stage.here.member, await stage.here.slash("books"), "Share")
    asked = await stage.here.slash("quote", about="coup", public=True)
    await stage.here.member.send(stage.here.channel, f"{stage.mention} coup")
    assert stage.here.channel.last_message is not None
    return {"shared": shared, "asked": asked, "replied": stage.here.channel.last_message}


def message_of(one: simcord.InteractionResult | discord.Message) -> Any:
    return getattr(one, "response", one)


async def test_who_asked_or_shared_takes_it_back_after_a_restart_too(stage: Stage) -> None:
    answers = await published(stage)
    await stage.restart()
    await stage.env.advance_time(DAYS)
    for one in answers.values():
        message = message_of(one)
        result = await stage.here.member.click(message, label="Remove")
        assert result.acknowledged
        assert message.id not in {left.id for left in stage.here.channel.history()}
    assert len(stage.rows()) == 3


async def test_moderators_remove_what_others_have_posted(stage: Stage, moderator: simcord.MemberActor) -> None:
    for one in (await published(stage)).values():
        message = message_of(one)
        await moderator.click(message, label="Remove")
        assert message.id not in {left.id for left in stage.here.channel.history()}


async def test_nobody_else_removes_it(stage: Stage, other: simcord.MemberActor) -> None:
    for one in (await published(stage)).values():
        refused = await other.click(message_of(one), label="Remove")
        assert refused.ephemeral
        assert "Only who asked for this or shared it" in stage.text(refused.response)
        assert message_of(one).id in {left.id for left in stage.here.channel.history()}


async def test_more_context_and_less_change_the_persons_own_card_in_its_place(stage: Stage) -> None:
    asked = await stage.here.slash("quote", about=ABOUT)
    first = stage.quotes(asked)[0]
    assert "Less context" not in stage.labels(asked.response)

    sizes = [first]
    for label in ("More context", "More context", "Less context", "Less context"):
        shown = await stage.press(stage.here.member, asked, label)
        assert shown.response is not None
        assert asked.response is not None
        assert shown.response.id == asked.response.id
        sizes.append(stage.quotes(shown)[0])

    assert sizes[0] == sizes[4] == first
    assert sizes[1] == sizes[3]
    assert first in sizes[1] != first
    assert sizes[1] in sizes[2] != sizes[1]
    assert sizes[2] in stage.episode.glossary.display(Span(0, len(stage.episode.text)))
    assert len(stage.rows()) == 1


async def test_context_on_a_public_card_by_somebody_else_is_a_private_copy(
    stage: Stage, other: simcord.MemberActor
) -> None:
    asked = await stage.here.slash("quote", about="coup", public=True)
    before = stage.text(asked.response)

    widened = await stage.press(other, asked, "More context")
    again = await stage.press(other, widened, "More context")

    assert widened.ephemeral
    assert stage.text(asked.response) == before
    assert stage.quotes(asked)[0] in stage.quotes(widened)[0]
    assert again.response is not None
    assert widened.response is not None
    assert again.response.id == widened.response.id
    assert "Share" in stage.labels(widened.response)


@pytest.mark.parametrize("way", ["asked", "shared", "replied"])
async def test_context_by_who_brought_it_before_all_changes_the_public_card(stage: Stage, way: str) -> None:
    asked = await stage.here.slash("quote", about="coup", public=way == "asked")
    message: Any = asked.response
    if way == "shared":
        message = (await stage.press(stage.here.member, asked, "Share")).response
    if way == "replied":
        await stage.here.member.send(stage.here.channel, f"{stage.mention} coup")
        message = stage.here.channel.last_message
    head = stage.text(message).partition(">")[0]

    await stage.here.member.click(message, label="More context")

    text = stage.text(message if way != "replied" else stage.here.channel.last_message)
    assert text.partition(">")[0] == head
    assert ("Asked: coup" in head, "Shared by" in head) == (way != "replied", way == "shared")
    labels = stage.labels(message if way != "replied" else stage.here.channel.last_message)
    assert {"Less context", "Remove"} <= set(labels)
    assert not any("Share" in label for label in labels)


class TestCap:
    @pytest.fixture
    def answers(self) -> Answers:
        return Answers(context=3)

    async def test_more_context_ends_at_the_cap_and_goes_back_from_it(self, stage: Stage) -> None:
        shown = await stage.here.slash("quote", about=ABOUT)
        first = stage.quotes(shown)[0]
        found = stage.episode.sentences
        quote = next(span for span in found if stage.episode.text[span.start : span.end] in first)
        for _ in range(2):
            shown = await stage.press(stage.here.member, shown, "More context")
        assert "More context" not in stage.labels(shown.response)
        assert len(stage.quotes(shown)[0]) <= len(stage.episode.context(quote, 5))
        for _ in range(2):
            shown = await stage.press(stage.here.member, shown, "Less context")
        assert stage.quotes(shown)[0] == first


async def test_context_holds_whole_sentences_of_its_chapter_only(stage: Stage) -> None:
    first, second = stage.episode.chapter_spans[1:3]
    sentence = stage.episode.sentences_in(Span(first.start, second.start))[-1]
    button = ContextButton(Shown(stage.episode.key, sentence), "press")
    message = await stage.forged(button.custom_id)

    widened = await stage.here.member.click(message, custom_id=button.custom_id)

    (wide,) = stage.quotes(widened)
    said = stage.episode.glossary.display(stage.episode.context(sentence, presses.STEP))
    assert wide == said
    assert wide.endswith(stage.episode.glossary.display(sentence))


async def test_passage_that_a_card_could_not_hold_is_not_offered(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presses, "LONGEST", 500)
    shown = await stage.here.slash("quote", about=ABOUT)
    while "More context" in stage.labels(shown.response):
        shown = await stage.press(stage.here.member, shown, "More context")
    assert len(stage.quotes(shown)[0]) <= 600


async def test_open_shows_the_passage_and_leaves_the_card(stage: Stage) -> None:
    asked = await stage.here.slash("summary")
    points = stage.quotes(asked)
    assert asked.response is not None
    (menu,) = [item for item in stage.components(asked.response) if item.get("options")]

    opened = [await stage.here.member.select(asked.response, [option["value"]]) for option in menu["options"]]

    assert all(result.ephemeral for result in opened)
    assert [stage.quotes(result)[0] for result in opened] == points
    assert stage.quotes(asked) == points
    assert len(stage.rows()) == 1


async def test_buttons_work_after_a_restart_and_days_later(stage: Stage) -> None:
    quote = await stage.here.slash("quote", about="coup")
    books = await stage.here.slash("books", public=True)
    direct = await stage.user.slash("quote", about="coup")
    verdict = await stage.here.slash("verify", text=TRUE)
    await stage.restart()
    await stage.env.advance_time(DAYS)

    assert not (await stage.press(stage.here.member, quote, "Share")).ephemeral
    assert not (await stage.press(stage.here.member, verdict, "Share")).ephemeral
    for asked, who in ((quote, stage.here.member), (direct, stage.user)):
        assert "Less context" in stage.labels((await stage.press(who, asked, "More context")).response)
        assert "Less context" not in stage.labels((await stage.press(who, asked, "Less context")).response)
    assert books.response is not None
    (menu,) = [item for item in stage.components(books.response) if item.get("options")]
    assert (await stage.here.member.select(books.response, [menu["options"][0]["value"]])).ephemeral
    assert len(stage.rows()) == 4


async def test_button_of_an_episode_that_is_gone_says_so(stage: Stage) -> None:
    gone = Shown("00000000", Span(0, 9))
    for item in (
        ContextButton(gone, "press"),
        ContextButton(Shown(stage.episode.key, Span(0, 10**7)), "press"),
    ):
        message = await stage.forged(item.custom_id)
        result = await stage.here.member.click(message, custom_id=item.custom_id)
        assert result.ephemeral
        assert "was removed or has changed" in stage.text(result.response)


@pytest.mark.parametrize("what", [Summarise(), Span(0, 9), Claim(7)])
async def test_share_of_an_episode_that_is_gone_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, what: Summarise | Span | Claim
) -> None:
    asked = await stage.here.slash("verify", text=TRUE)
    (row,) = stage.rows()
    what = Claim(row["id"]) if isinstance(what, Claim) else what
    monkeypatch.setattr(ShareButton, "read", lambda *_: ShareButton(Shown("00000000", what), "press"))
    result = await stage.press(stage.here.member, asked, "Share")
    assert result.ephemeral
    assert "was removed or has changed" in stage.text(result.response)


async def test_remove_that_was_made_up_is_for_moderators_only(stage: Stage, other: simcord.MemberActor) -> None:
    message = await stage.forged(RemoveButton(stage.here.member.id, "asked", "x").custom_id)
    assert (await other.click(message, label="press")).ephemeral
    assert (await stage.here.member.click(message, label="press")).acknowledged
    assert message.id not in {left.id for left in stage.here.channel.history()}


async def test_ids_are_short_enough_and_unlike(stage: Stage) -> None:
    for name, options in (("quote", {"about": "coup"}), ("quote", {}), ("summary", {}), ("books", {}), ("episode", {})):
        for public in (False, True):
            ids = stage.ids((await stage.here.slash(name, **options, public=public)).response)
            assert len(ids) == len(set(ids))
            assert all(custom_id.startswith("1:") and len(custom_id) <= 100 for custom_id in ids)


def test_what_is_too_long_is_cut() -> None:
    spans = [(Span(number, number + 1), "x" * 200, "y" * 200) for number in range(40)]
    menu = OpenSelect("0" * 8, spans, "z" * 500).item
    assert len(menu.options) == 25
    assert {len(option.label) for option in menu.options} == {100}
    assert len(menu.placeholder or "") == 150
    assert len(ContextButton(Shown("0" * 8, Span(0, 1)), "x" * 99).item.label or "") == 80
