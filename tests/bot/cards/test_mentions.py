"""How often, by whom and when: in words as well as in the picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot import cards
from bot.cards.mentions import PICTURE
from store.question import FindMentions, Mention, MentionsAnswer, Span

if TYPE_CHECKING:
    from bot.words import Words
    from tests.bot.cards.conftest import Desk, Sent

SELECT, GALLERY = 3, 12


def counted(desk: Desk, of: str) -> MentionsAnswer:
    answer = desk.ask(FindMentions(of))
    assert isinstance(answer, MentionsAnswer)
    return answer


def many(desk: Desk, count: int) -> MentionsAnswer:
    answer = counted(desk, "Dubai")
    quote = answer.mentions[0].quote
    mentions = tuple(Mention(replace(quote, span=Span(at, at + 9)), 1) for at in range(0, 10 * count, 10))
    return replace(answer, mentions=mentions, by_speaker=(("Stephen Kotkin", count),))


def items(sent: Sent, kind: int) -> list[dict[str, Any]]:
    return [item for item in sent.all if item["type"] == kind]


def test_count_and_speakers_come_first(desk: Desk, words: Words) -> None:
    answer = counted(desk, "pergozhin")
    counts = dict(answer.by_speaker)
    lead = f"“Prigozhin” is said {answer.count} times"
    by_whom = f"Stephen Kotkin {counts['Stephen Kotkin']} and Ezra Klein {counts['Ezra Klein']}"
    assert desk.sent(cards.show(answer, words)).text.startswith(f"### {lead}\n{by_whom}")
    assert cards.plain(answer, words).startswith(f"{lead}.\n{by_whom}")


def test_said_once_is_once(desk: Desk, words: Words) -> None:
    assert "“Utkin” is said twice" not in desk.sent(cards.show(counted(desk, "Utkin"), words)).text
    assert "“Chernobyl” is said once" in desk.sent(cards.show(counted(desk, "Chernobyl"), words)).text


def test_picture_is_the_file_and_has_the_same_in_words(desk: Desk, words: Words) -> None:
    answer = counted(desk, "Putin")
    (gallery,) = items(desk.sent(cards.show(answer, words)), GALLERY)
    (picture,) = gallery["items"]
    assert picture["media"]["url"] == f"attachment://{PICTURE}"
    assert picture["description"].startswith(
        "Timeline of the episode: Stephen Kotkin 44 and Ezra Klein 25; first at ≈ "
    )


@pytest.mark.parametrize(("count", "menus"), [(1, [1]), (25, [25]), (26, [25, 1]), (125, [25] * 5), (130, [25] * 5)])
def test_every_place_can_be_opened_from_menus_of_25(desk: Desk, words: Words, count: int, menus: list[int]) -> None:
    sent = desk.sent(cards.show(many(desk, count), words))
    selects = items(sent, SELECT)
    assert [len(select["options"]) for select in selects] == menus
    assert len({select["custom_id"] for select in selects}) == len(menus)
    assert ("5 more places" in sent.text) == (count == 130)


def test_menus_say_which_sentences_they_open(desk: Desk, words: Words) -> None:
    selects = items(desk.sent(cards.show(many(desk, 30), words)), SELECT)
    assert [select["placeholder"] for select in selects] == ["Open a sentence: 1 to 25", "Open a sentence: 26 to 30"]


def test_what_is_never_said_says_so_without_picture_or_menu(desk: Desk, words: Words) -> None:
    answer = counted(desk, "zeppelin")
    sent = desk.sent(cards.show(answer, words))
    assert "“zeppelin” is never said in this episode" in sent.text
    assert (items(sent, GALLERY), items(sent, SELECT), sent.buttons) == ([], [], [])
    assert cards.plain(answer, words).startswith("“zeppelin” is never said in this episode.")


def test_spellings_that_were_heard_are_listed(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.show(counted(desk, "Prigozhin"), words)).text
    assert "“Pergozhin”, corrected to “Prigozhin”" in text
    assert "but for the corrections listed" in text


def test_corrections_of_other_names_are_left_out(desk: Desk, words: Words) -> None:
    assert "corrected to" not in desk.sent(cards.show(counted(desk, "coup"), words)).text


def test_plain_text_names_the_moments_and_fits_a_message(desk: Desk, words: Words) -> None:
    text = cards.plain(counted(desk, "Dubai"), words)
    assert "Said ≈ 4:" in text
    most = cards.plain(counted(desk, "the"), words)
    assert len(most) <= 2_000
    assert "more places" in most


def test_crowd_of_speakers_is_cut_with_their_number(desk: Desk, words: Words) -> None:
    answer = replace(counted(desk, "Putin"), by_speaker=tuple((f"Speaker {n} {'x' * 70}", 1) for n in range(200)))
    sent = desk.sent(cards.show(answer, words))
    assert "190 more" in sent.text
    assert len(cards.plain(answer, words)) <= 2_000


def test_share_is_offered_on_private_answers_only(desk: Desk, words: Words) -> None:
    answer = counted(desk, "Putin")
    assert desk.sent(cards.show(answer, words)).buttons == ["Share"]
    assert desk.sent(cards.show(answer, words, cards.Showing(private=False))).buttons == []
    assert "Shared by Ann" in desk.sent(cards.show(answer, words, cards.Showing(private=False, shared_by="Ann"))).text


def test_count_of_one_speaker_says_whose_it_is(desk: Desk, words: Words) -> None:
    answer = desk.ask(FindMentions("coup", "Kotkin"))
    assert isinstance(answer, MentionsAnswer)
    lead = f"Stephen Kotkin says “coup” {answer.count} times"
    said = f"In all it is said {answer.count + answer.by_others} times · “coups”, counted apart, "
    for shown in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert lead in shown
        assert said in shown


def test_speaker_who_never_says_it_is_told_with_how_often_it_is_said(desk: Desk, words: Words) -> None:
    answer = desk.ask(FindMentions("Stalin", "Kotkin"))
    assert isinstance(answer, MentionsAnswer)
    assert not answer.found
    for shown in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert "Stephen Kotkin never says “Stalin” in this episode" in shown
        assert "In all it is said once" in shown
