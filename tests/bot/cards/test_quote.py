from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from store.question import Correction, FindQuote, Quote, QuoteAnswer

if TYPE_CHECKING:
    from bot.words import Words
    from tests.bot.cards.conftest import Desk

QUESTION = "implausible deniability"


def passage(desk: Desk, **facts: object) -> Quote:
    return replace(desk.episode.excerpt((900, 901), None), **facts)  # type: ignore[arg-type]


def not_found(desk: Desk, missing: tuple[str, ...] = ("TSMC",)) -> QuoteAnswer:
    request = FindQuote("what about *TSMC*?")
    return QuoteAnswer(request, desk.episode.facts, (), nearest=passage(desk), missing=missing)


def test_estimated_moment_says_its_error_and_an_exact_one_does_not(desk: Desk, words: Words) -> None:
    estimated = passage(desk, start=1630.0, estimated=True, error=78.0)
    exact = replace(estimated, estimated=False, error=None)
    shown = [desk.sent(cards.passage(quote, desk.episode.facts, words)).text for quote in (estimated, exact)]
    assert "**Stephen Kotkin** · ≈ 27:10, within about 1¼ min · lines 900–901" in shown[0]
    assert "**Stephen Kotkin** · 27:10 · lines 900–901" in shown[1]


def test_short_error_is_told_in_seconds(desk: Desk, words: Words) -> None:
    quote = passage(desk, estimated=True, error=24.5)
    assert "within about 25 s" in desk.sent(cards.passage(quote, desk.episode.facts, words)).text


def test_unknown_speaker_is_said_to_be_unknown(desk: Desk, words: Words) -> None:
    quote = passage(desk, speaker=None)
    assert "**Speaker unknown**" in desk.sent(cards.passage(quote, desk.episode.facts, words)).text
    assert "Speaker unknown" in cards.plain(replace(desk.quote(QUESTION), answers=(quote,)), words)


def test_voice_of_another_is_marked_in_words_outside_the_quote(desk: Desk, words: Words) -> None:
    quote = passage(desk, voice="the Kremlin")
    said, below, *_ = desk.sent(cards.passage(quote, desk.episode.facts, words)).texts
    assert "Kremlin" not in said
    assert "Voicing: the Kremlin. Not the speaker’s own words or view." in below


def test_each_correction_is_listed_once_with_its_lines(desk: Desk, words: Words) -> None:
    heard = tuple(Correction("Pergozhin", "Prigozhin", line) for line in (29, 31, 29))
    text = desk.sent(cards.passage(passage(desk, corrections=heard), desk.episode.facts, words)).text
    assert "-# Heard “Pergozhin”, corrected to “Prigozhin” (lines 29, 31)." in text
    assert "but for the corrections listed" in text


def test_many_corrections_are_capped_with_their_number(desk: Desk, words: Words) -> None:
    heard = tuple(Correction(f"Heard{n}", f"Meant{n}", n) for n in range(10))
    text = desk.sent(cards.passage(passage(desk, corrections=heard), desk.episode.facts, words)).text
    assert "Heard5" in text
    assert "Heard6" not in text
    assert "4 more" in text


def test_other_passages_open_from_one_menu(desk: Desk, words: Words) -> None:
    answer = desk.quote(QUESTION)
    sent = desk.sent(cards.show(answer, words))
    assert len([option for option in sent.options if option.get("description")]) == len(answer.answers) - 1


def test_menu_leads_to_the_chapter_of_the_passage_and_to_the_summary(desk: Desk, words: Words) -> None:
    answer = desk.quote(QUESTION)
    chapters = [one for one in answer.episode.chapters if one.lines[0] <= answer.answers[0].lines[0] <= one.lines[1]]
    options = {option["label"]: option["value"] for option in desk.sent(cards.show(answer, words)).options}
    assert options[f"Open chapter {chapters[0].number}: {chapters[0].title}"] == f"summary:{chapters[0].number}"
    assert options["Open the summary of the episode"] == "summary:whole"


def test_share_is_offered_on_private_answers_only(desk: Desk, words: Words) -> None:
    answer = desk.quote(QUESTION)
    assert "Share" in desk.sent(cards.show(answer, words)).buttons
    assert "Share" not in desk.sent(cards.show(answer, words, cards.Showing(private=False))).buttons
    public = desk.sent(cards.show(answer, words, cards.Showing(private=False, owner=7, question=1))).buttons
    assert "Remove" in public
    assert not any("Share" in label for label in public)


def test_what_was_asked_and_who_shared_is_said_only_where_it_is_to_be_shown(desk: Desk, words: Words) -> None:
    answer = desk.quote(QUESTION)
    assert "Asked" not in desk.sent(cards.show(answer, words)).text
    shown = desk.sent(cards.show(answer, words, cards.Showing(shared_by="Ann_x", asked=QUESTION, owner=7))).text
    assert rf"Shared by Ann\_x · Asked: {QUESTION}" in shown


def test_what_shares_the_question_too_is_told_from_what_does_not(desk: Desk, words: Words) -> None:
    answer = desk.quote(QUESTION)
    assert "Share without my question" in desk.sent(cards.show(answer, words, cards.Showing(question=7))).buttons
    by_chance = replace(answer, request=FindQuote())
    assert "Share without my question" not in desk.sent(cards.show(by_chance, words, cards.Showing(question=7))).buttons


@pytest.mark.parametrize(
    ("skip", "count", "more", "offered"),
    [
        (0, 1, False, []),
        (0, 2, False, ["Next match"]),
        (0, 1, True, ["Next match"]),
        (1, 1, True, ["Previous match", "Next match"]),
        (4, 1, False, ["Previous match"]),
    ],
)
def test_further_matches_are_offered_where_there_are_any(  # noqa: PLR0913 - a table of cases
    desk: Desk, words: Words, skip: int, count: int, offered: list[str], *, more: bool
) -> None:
    answer = replace(desk.quote(QUESTION), request=FindQuote(QUESTION, skip=skip), more=more)
    answer = replace(answer, answers=answer.answers[:count])
    sent = desk.sent(cards.show(answer, words, cards.Showing(question=7)))
    assert [label for label in sent.buttons if label.endswith("match")] == offered
    assert (f"Match {skip + 1}" in sent.text) == bool(skip)


def test_watch_names_the_moment_at_which_the_recording_opens(desk: Desk, words: Words) -> None:
    quote = passage(desk, url="https://www.youtube.com/watch?v=x&t=1625s")
    assert "Watch from 27:05" in desk.sent(cards.passage(quote, desk.episode.facts, words)).buttons


def test_passage_too_long_for_a_message_is_cut_at_a_sentence_and_says_so_outside_the_quote(
    desk: Desk, words: Words
) -> None:
    whole = "It goes on, and on. " * 400
    said, below, *_ = desk.sent(cards.passage(passage(desk, display=whole), desk.episode.facts, words)).texts
    assert whole.startswith(said.removeprefix("> "))
    assert said.endswith("and on.")
    assert below.startswith("-# … the passage goes on\n**Stephen Kotkin**")


def test_plain_text_of_a_long_passage_is_cut_at_a_sentence_and_says_so(desk: Desk, words: Words) -> None:
    answer = replace(desk.quote(QUESTION), answers=(passage(desk, display="It goes on, and on. " * 400),))
    assert "and on.”\n… the passage goes on\nStephen Kotkin" in cards.plain(answer, words)


def test_widest_passage_offers_no_more_context(desk: Desk, words: Words) -> None:
    quote, facts = passage(desk), desk.episode.facts
    assert "More context" in desk.sent(cards.passage(quote, facts, words, wider=True)).buttons
    assert "More context" not in desk.sent(cards.passage(quote, facts, words, wider=False)).buttons


def test_nothing_found_says_so_names_the_missing_words_and_marks_the_nearest(desk: Desk, words: Words) -> None:
    sent = desk.sent(cards.show(not_found(desk), words))
    assert "Not in this episode" in sent.text
    assert r"“what about \*TSMC\*?”" in sent.text
    assert "Never said in it: “TSMC”." in sent.text
    assert "which is not an answer" in sent.text
    assert "> Let's do the Jackie" in sent.text
    assert "Share" not in sent.buttons


def test_nothing_found_names_what_the_show_notes_list_as_not_spoken_of(desk: Desk, words: Words) -> None:
    answer = replace(not_found(desk), unspoken="The *price* of chips")
    for text in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert r"The show notes list this as not spoken of: The \*price\* of chips." in text


def test_plain_text_holds_quote_speaker_moment_and_link(desk: Desk, words: Words) -> None:
    answer = desk.quote(QUESTION)
    best, text = answer.answers[0], cards.plain(answer, words)
    assert f"“{best.display}”" in text
    assert f"{best.speaker}, at about" in text
    assert f"<{best.url}>" in text


def test_plain_text_of_nothing_found_marks_the_nearest(desk: Desk, words: Words) -> None:
    text = cards.plain(not_found(desk), words)
    assert text.startswith("Not in this episode.")
    assert text.index("which is not an answer") < text.index("“Let's do the Jackie")


def test_words_that_were_read_as_others_are_named(desk: Desk, words: Words) -> None:
    answer = desk.quote("prigozin referndum")
    shown = desk.sent(cards.show(answer, words)).text
    assert "Searched for “Prigozhin”, not “prigozin”" in shown
    assert "Searched for" not in desk.sent(cards.show(desk.quote(QUESTION), words)).text


def test_judgement_says_that_it_is_the_askers(desk: Desk, words: Words) -> None:
    answer = desk.ask(FindQuote("is Kotkin right", sought="judgement"))
    for shown in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert "That is for you to judge" in shown
        assert "I show only what was said; no passage can answer this." in shown


def test_place_says_in_which_chapter(desk: Desk, words: Words) -> None:
    answer = desk.ask(FindQuote("levers of power", sought="place"))
    for shown in (desk.sent(cards.show(answer, words)).text, cards.plain(answer, words)):
        assert "In chapter " in shown
