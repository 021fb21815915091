"""Questions as people ask them, and what is found."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from store.errors import QuestionBlankError, SpeakerUnknownError
from store.question import FindQuote, Quote, QuoteAnswer
from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode


def ask(searcher: Searcher, about: str, speaker: str | None = None, limit: int = 5) -> QuoteAnswer:
    return searcher.find(FindQuote(about, speaker, limit))


def assert_first_holds(answer: QuoteAnswer, words: str) -> None:
    assert answer.found
    assert words in answer.answers[0].text


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("the mystique, the aura, the magic of power was gone", "The mystique, the aura, the magic of power was gone."),
        ("Most coups fail", "Most coups fail."),
        ("porcupine style", "porcupine style"),
        ("who was Utkin", "Utkin"),
        ("sieve leaks", "leaks like a sieve"),
    ],
)
def test_words_that_were_said_are_found_first(searcher: Searcher, about: str, words: str) -> None:
    assert_first_holds(ask(searcher, about), words)


@pytest.mark.parametrize(
    "name", ["Prigozhin", "Pergozhin", "Prokhozhin", "Purgosian", "Prigozin", "prigozyn", "PRIGOZHIN", "Prigózhin"]
)
def test_name_in_any_spelling_finds_the_same(searcher: Searcher, name: str) -> None:
    expected = ask(searcher, "Prigozhin started out with a café").answers[0]
    assert "starts out with a café" in expected.text
    assert ask(searcher, f"{name} started out with a café").answers[0].span == expected.span


def test_name_split_over_two_lines_is_found_under_its_right_spelling(opened: Callable[..., Episode]) -> None:
    notes = '[[names]]\nmeant = "Pekka Hämäläinen"\nheard = ["Teka Hema-Linen"]\n'
    searcher = Searcher(opened(["Nothing here.", "So I read Teka", "Hema-Linen's book. And slept."], notes))
    for about in ("Hamalainen", "Hämäläinen", "PEKKA HÄMÄLÄINEN", "Teka Hema-Linen", "hema-linen"):
        assert_first_holds(ask(searcher, about), "I read Teka Hema-Linen's book.")


@pytest.mark.parametrize(
    ("about", "typed", "word"),
    [
        ("Prigozin's café", "Prigozin's", "Prigozhin"),
        ("Lukashenka and the collective farm", "Lukashenka", "Lukashenko"),
        ("the mistique of power", "mistique", "mystique"),
    ],
)
def test_what_was_changed_is_shown(searcher: Searcher, about: str, typed: str, word: str) -> None:
    answer = ask(searcher, about)
    assert (typed, word) in answer.changed
    assert answer.found
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("implausible deniability", "implausable deniabilty"),
        ("collective farm chairman", "colective farm chariman"),
        ("paranoia of an authoritarian ruler", "paranioa of an authoritarain ruler"),
    ],
)
def test_typing_error_finds_what_the_right_word_finds(searcher: Searcher, right: str, wrong: str) -> None:
    assert ask(searcher, wrong).answers[0].span == ask(searcher, right).answers[0].span


def test_word_that_is_said_is_never_changed(searcher: Searcher) -> None:
    assert ask(searcher, "coups, regimes and the Kremlin").changed == ()


@pytest.mark.parametrize("about", ["IMPLAUSIBLE DENIABILITY", "Implausible Deniability", "ímplausible deniabilïty"])
def test_case_and_accents_do_not_matter(searcher: Searcher, about: str) -> None:
    assert ask(searcher, about).answers == ask(searcher, "implausible deniability").answers


@pytest.mark.parametrize(
    ("about", "missing"),
    [
        ("Taylor Swift", ("Taylor", "Swift")),
        ("What does he say about Elon Musk?", ("Elon", "Musk")),
        ("zeppelin orchestras", ("zeppelin", "orchestras")),
        ("bitcoin mining in Kazakhstan", ("bitcoin", "Kazakhstan")),
    ],
)
def test_what_is_not_in_the_episode_is_not_found_and_says_which_words_never_occur(
    searcher: Searcher, check_quote: Callable[[Quote], None], about: str, missing: tuple[str, ...]
) -> None:
    answer = ask(searcher, about)
    assert (answer.found, answer.answers) == (False, ())
    assert set(missing) <= set(answer.missing)
    if answer.nearest is not None:
        check_quote(answer.nearest)


def test_nearest_passage_comes_with_nothing_found_where_any_word_is_said(
    searcher: Searcher, check_quote: Callable[[Quote], None]
) -> None:
    answer = ask(searcher, "Did Zelensky meet Lukashenko in Minsk?")
    assert not answer.found
    assert answer.nearest is not None
    check_quote(answer.nearest)


def test_answer_has_no_nearest(searcher: Searcher) -> None:
    assert ask(searcher, "Most coups fail").nearest is None


@pytest.mark.parametrize(("speaker", "name"), [("klein", "Ezra Klein"), ("Stephen KOTKIN", "Stephen Kotkin")])
def test_only_the_named_speaker_is_heard(searcher: Searcher, speaker: str, name: str) -> None:
    answer = ask(searcher, "the war in Ukraine", speaker, 25)
    assert len(answer.answers) > 1
    assert {quote.speaker for quote in answer.answers} == {name}


def test_unknown_speaker_is_refused(searcher: Searcher) -> None:
    with pytest.raises(SpeakerUnknownError):
        ask(searcher, "war", "Putin")


@pytest.mark.parametrize("about", ["", " ", "?!", "…"])
def test_question_without_a_word_is_refused(searcher: Searcher, about: str) -> None:
    with pytest.raises(QuestionBlankError):
        ask(searcher, about)


@pytest.mark.parametrize("about", ["Putin", "the war in Ukraine", "coup", "levers of power"])
def test_answers_are_verbatim_in_order_of_merit_and_do_not_overlap(
    searcher: Searcher, check_quote: Callable[[Quote], None], about: str
) -> None:
    answers = ask(searcher, about, limit=25).answers
    scores = [quote.score for quote in answers if quote.score is not None]
    assert len(scores) == len(answers) > 1
    assert scores == sorted(scores, reverse=True)
    for quote in answers:
        check_quote(quote)
    assert not any(one.span.overlap(other.span) for one, other in combinations(answers, 2))


@pytest.mark.parametrize("limit", [1, 2, 5, 25])
def test_there_are_no_more_answers_than_wanted_and_fewer_are_the_first_of_more(searcher: Searcher, limit: int) -> None:
    most = ask(searcher, "Putin and the war in Ukraine", limit=25).answers
    some = ask(searcher, "Putin and the war in Ukraine", limit=limit).answers
    assert len(some) == min(limit, len(most))
    assert some == most[:limit]


def test_what_has_been_seen_is_skipped_and_whether_there_is_more_is_known(searcher: Searcher) -> None:
    every = searcher.find(FindQuote("the paranoia of rulers", limit=25)).answers
    for skip in range(len(every)):
        answer = searcher.find(FindQuote("the paranoia of rulers", limit=1, skip=skip))
        assert answer.answers == every[skip : skip + 1]
        assert answer.more == (skip + 1 < len(every))


def test_announcements_and_credits_are_no_part_of_the_talk(opened: Callable[..., Episode]) -> None:
    notes = "[[asides]]\nkind = 'announcement'\nlines = [13, 13]\n"
    searcher = Searcher(opened(["A bridge is a promise.", "Buy our mattress on the bridge."], notes))
    assert [quote.lines for quote in ask(searcher, "bridge").answers] == [(12, 12)]
    assert not ask(searcher, "mattress").found


def test_episode_of_one_line_and_no_notes_is_searched(opened: Callable[..., Episode]) -> None:
    assert_first_holds(ask(Searcher(opened(["A bridge is a promise."])), "promise"), "A bridge is a promise.")


def test_closest_to_a_text_shares_a_word_with_it(searcher: Searcher, check_quote: Callable[[Quote], None]) -> None:
    closest = searcher.closest("Zelensky has a bodyguard")
    assert closest is not None
    check_quote(closest)
    assert "bodyguard" in closest.text
    assert searcher.closest("xyzzy plugh") is None


def test_absent_name_is_not_read_as_an_ordinary_word(searcher: Searcher) -> None:
    assert not searcher.find(FindQuote("what did Sean Penn say")).found
    assert searcher.find(FindQuote("Mistique of power")).changed == (("Mistique", "mystique"),)


def test_spellings_of_a_name_are_found_together_without_show_notes(opened: Callable[..., Episode]) -> None:
    said = [
        "Everybody fears Prigozhin now.",
        "Nobody trusts Prigozhin.",
        "So Pergozhin sat in a bunker.",
        "Rivers run.",
    ]
    searcher = Searcher(opened(said))
    for name in ("Prigozhin", "Pergozhin", "Prigozin"):
        assert_first_holds(ask(searcher, f"the bunker of {name}"), "So Pergozhin sat in a bunker.")


def test_number_is_found_in_words_and_in_figures(opened: Callable[..., Episode]) -> None:
    searcher = Searcher(opened(["They have twenty thousand soldiers.", "Rivers run.", "It has 30,000 guards."]))
    assert ask(searcher, "20,000").answers[0].lines[0] == 12
    assert ask(searcher, "thirty thousand").answers[0].lines[1] == 14


def test_what_is_found_does_not_depend_on_how_many_are_asked_for(searcher: Searcher) -> None:
    for about in ("the paranoia of rulers", "did biden call lukashenko to stop the march", "Zelensky's peace formula"):
        every = searcher.find(FindQuote(about, limit=25)).answers
        for limit in (1, 2, 5):
            assert searcher.find(FindQuote(about, limit=limit)).answers == every[:limit]


def test_whole_question_said_word_for_word_comes_first(searcher: Searcher) -> None:
    assert_first_holds(ask(searcher, "they just have to be the best army in Ukraine"), "the best army in Ukraine")


def test_single_word_is_first_looked_for_where_it_is_said(searcher: Searcher) -> None:
    said = ["mystique" in quote.display.casefold() for quote in ask(searcher, "mystique", limit=25).answers]
    assert said == sorted(said, reverse=True)
    assert sum(said) > 1


@pytest.mark.parametrize(("about", "other"), [("is Putin sick", "stick"), ("who is the mayor of Kyiv", "major")])
def test_word_of_the_language_is_not_read_as_another_in_a_short_question(
    searcher: Searcher, about: str, other: str
) -> None:
    assert other not in dict(ask(searcher, about).changed).values()


def test_whoever_asks_is_given_the_answer_before_the_hosts_own_question(searcher: Searcher) -> None:
    asked = ask(searcher, "what should we be watching for in Russia over the next months?").answers[0]
    remembered = ask(searcher, "kinds of signals you would be looking for in the coming months").answers[0]
    assert (asked.speaker, remembered.speaker) == ("Stephen Kotkin", "Ezra Klein")


def test_whoever_is_greeted_tells_little_where_nobody_knows_who_speaks(opened: Callable[..., Episode]) -> None:
    filling = [
        f"In the {n} year the river was high again, and nobody who was careful went near it." for n in "abcdefgh"
    ]
    lines = ["My guest today is Ivo Andric.", *filling, "A bridge is a promise that two shores make.", *filling]
    assert_first_holds(ask(Searcher(opened(lines)), "what does Andric say about bridges"), "A bridge is a promise")
