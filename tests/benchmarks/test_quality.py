"""A guard against regressions, on the questions that the search was tuned with."""

import pytest

from benchmarks.additions import ADDITIONS, without
from benchmarks.marks import Found, Marks, Result
from benchmarks.ours import Ours
from benchmarks.proof import judge
from benchmarks.question_set import Asked, Part, claims, questions, seed
from store.search import Searcher


@pytest.fixture(scope="module")
def marks() -> Marks:
    return Ours(seed()).marks(questions(Part.TUNE))


def test_the_first_answer_is_right(marks: Marks) -> None:
    assert marks.at_one >= 0.85


def test_one_of_five_answers_is_right(marks: Marks) -> None:
    assert marks.at_five >= 0.93


def test_nothing_is_found_for_what_has_no_answer(marks: Marks) -> None:
    assert marks.rightly_nothing >= 0.85


def test_something_is_found_for_what_has_an_answer(marks: Marks) -> None:
    assert marks.wrongly_nothing <= 0.05


def test_claims_are_judged_right() -> None:
    judged = judge(Searcher(seed()), claims(Part.TUNE))
    assert [one.claimed.id for one in judged if not (one.verdict_right and one.speaker_right and one.place_right)] == []


def test_an_addition_taken_away_is_missed_and_comes_back(marks: Marks) -> None:
    some = [one.asked for one in marks.results if one.asked.kind == "paraphrase"]
    with without(["topics"]):
        assert Ours(seed()).marks(some).at_one < marks.of_kind("paraphrase").at_one
    assert Ours(seed()).marks(some).at_one == marks.of_kind("paraphrase").at_one


def test_every_addition_can_be_taken_away() -> None:
    with without(ADDITIONS):
        assert Ours(seed()).ask(Asked("q", "topic", "Chagall", ((1, 1),), None)).found


def test_marks_count_what_is_right_and_what_is_nothing() -> None:
    answerable = Asked("a", "topic", "Chagall", ((5, 6),), None)
    unanswerable = Asked("b", "unanswerable", "Medvedev", (), None)
    second = Result(answerable, (Found((1, 4), 9, 2.0), Found((6, 9), 9, 1.0)), 0.0)
    first = Result(answerable, (Found((4, 5), 9, 3.0),), 0.0)
    nothing = Result(answerable, (), 0.0)
    refused = Result(unanswerable, (), 0.0)
    shown = Result(unanswerable, (Found((1, 2), 9, 0.5),), 0.0)
    marks = Marks((second, first, nothing, nothing, refused, shown))
    assert (marks.at_one, marks.at_five) == (0.25, 0.5)
    assert (marks.wrongly_nothing, marks.rightly_nothing) == (0.5, 0.5)
    assert marks.from_score(1.5).rightly_nothing == 1
    assert marks.best_least_score() == 2.0
