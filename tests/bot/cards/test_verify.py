"""The verdict first, then what differs, then the words themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from store.question import Difference, VerifyAnswer, VerifyQuote

if TYPE_CHECKING:
    from bot.words import Words
    from tests.bot.cards.conftest import Desk

EXACT, OTHER = "Most coups fail.", "Zelensky is the Churchill of our time"


def checked(desk: Desk, text: str, speaker: str | None = None) -> VerifyAnswer:
    answer = desk.ask(VerifyQuote(text, speaker))
    assert isinstance(answer, VerifyAnswer)
    return answer


@pytest.mark.parametrize(
    ("text", "speaker", "verdict"),
    [
        (EXACT, None, "Said, word for word"),
        (EXACT, "kotkin", "Said, word for word"),
        (EXACT, "klein", "Said, but by somebody else"),
        ("Most coups never fail.", None, "Not quite what was said"),
        ("Prigozhin would never do that.", None, "Said, but cut off from what it hangs on"),
        ("Most coups never fail.", "klein", "Not quite, and by somebody else"),
        (OTHER, None, "Not said in this episode"),
        (OTHER, "klein", "Not said in this episode"),
    ],
)
def test_verdict_is_the_first_thing_said(
    desk: Desk, words: Words, text: str, speaker: str | None, verdict: str
) -> None:
    answer = checked(desk, text, speaker)
    assert desk.sent(cards.show(answer, words)).text.startswith(f"### {verdict}\nClaimed: “{text}”")
    assert cards.plain(answer, words).startswith(f"{verdict}.\nClaimed: “{text}”")


def test_what_was_said_stands_alone_in_its_block_with_speaker_and_moment(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.show(checked(desk, EXACT), words)).text
    assert "**What was said**\n> Most coups fail.\n**Stephen Kotkin** · ≈ " in text


def test_differences_are_told_in_words_and_not_by_colour(desk: Desk, words: Words) -> None:
    answer = checked(desk, "They advanced about 215 miles outside Moscow.")
    for text in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert "claimed **“215”**, said **“125”**" in text


def test_words_left_out_and_words_added_are_told_apart(desk: Desk, words: Words) -> None:
    left_out = desk.sent(cards.show(checked(desk, "Putin could ride out a lost war"), words)).text
    assert "left out: **“even”**" in left_out
    added = desk.sent(cards.show(checked(desk, "Russia is not in terminal decline right now"), words)).text
    assert "added: **“not”**" in added


def test_change_of_sense_is_called_out(desk: Desk, words: Words) -> None:
    for claim, warning in (
        ("Russia is not in terminal decline right now", "it says the opposite"),
        ("he's going to do that", "cut off without which it means something else"),
        ("And Putin says to Lukashenko, what choice did I have?", "“Lukashenko” and “Putin” have changed places"),
    ):
        answer = checked(desk, claim)
        assert warning in desk.sent(cards.show(answer, words)).text
        assert warning in cards.plain(answer, words)


def test_exact_quote_has_no_differences(desk: Desk, words: Words) -> None:
    text = desk.sent(cards.show(checked(desk, EXACT), words)).text
    assert not any(word in text for word in ("claimed **", "left out", "added:", "opposite"))


def test_who_said_it_is_told_where_somebody_was_claimed(desk: Desk, words: Words) -> None:
    def shown(speaker: str | None) -> str:
        return desk.sent(cards.show(checked(desk, EXACT, speaker), words)).text

    assert "It was Stephen Kotkin who said it, not klein." in shown("klein")
    assert "It was Stephen Kotkin who said it." in shown("kotkin")
    assert "It was" not in shown(None)


def test_claimed_speaker_of_the_claim_itself_is_told_as_one_beside_it(desk: Desk, words: Words) -> None:
    answer = checked(desk, f"Ezra Klein said that {EXACT}")
    assert "It was Stephen Kotkin who said it, not Ezra Klein." in desk.sent(cards.show(answer, words)).text


def test_words_over_a_change_of_speaker_are_said_between_both(desk: Desk, words: Words) -> None:
    claim = "What are three books you'd recommend to the audience? Oh my god, only three?"
    for answer in (checked(desk, claim), checked(desk, claim, "kotkin")):
        for text in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
            assert "Said, but not by one person alone" in text
            assert "Between them, one after the other: Ezra Klein, Stephen Kotkin." in text
            assert "It was" not in text


def test_speaker_of_whom_nobody_knows_is_said_to_be_unknown(desk: Desk, words: Words) -> None:
    answer = replace(checked(desk, EXACT, "kotkin"), speaker_matches=None)
    assert "Who said it is not known." in desk.sent(cards.show(answer, words)).text


def test_nearest_sentence_is_marked_as_another(desk: Desk, words: Words) -> None:
    answer = checked(desk, "Zelensky is a bodyguard of the National Guard, and Zelensky has a plan")
    assert answer.nearest is not None
    for text in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert text.index("The closest sentence, which is another") < text.index(answer.nearest.display[:30])
        assert "What was said" not in text


def test_without_any_nearest_there_is_no_quote_and_nothing_to_press(desk: Desk, words: Words) -> None:
    sent = desk.sent(cards.show(replace(checked(desk, OTHER), nearest=None), words))
    assert "> " not in sent.text
    assert sent.buttons == []
    assert "The Ezra Klein Show" in sent.text


def test_voice_of_another_is_marked(desk: Desk, words: Words) -> None:
    assert "Voicing: " in desk.sent(cards.show(checked(desk, "Nobody can have Ukraine."), words)).text


def test_more_differences_than_fit_are_counted(desk: Desk, words: Words) -> None:
    answer = replace(
        checked(desk, "Most coups never fail."), differences=tuple(Difference(f"c{n}", f"s{n}") for n in range(20))
    )
    text = desk.sent(cards.show(answer, words)).text
    assert text.count("claimed **") == 8
    assert "12 more differences" in text


def test_share_is_offered_on_private_answers_only(desk: Desk, words: Words) -> None:
    answer = checked(desk, EXACT)
    private, public = cards.Showing(question=7), cards.Showing(private=False, question=7)
    assert {"Share", "Share the quote only"} <= set(desk.sent(cards.show(answer, words, private)).buttons)
    assert not any("Share" in label for label in desk.sent(cards.show(answer, words, public)).buttons)


def test_longest_claim_is_cut(desk: Desk, words: Words) -> None:
    answer = checked(desk, "zeppelin " * 200)
    text = desk.sent(cards.show(answer, words)).text
    assert "zeppelin…”" in text
    assert len(cards.plain(answer, words)) <= 2_000
