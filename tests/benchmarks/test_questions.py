"""The questions and claims that quality is measured with. Failures name ids only: a third is not to be looked at."""

from typing import get_args

import pytest

from benchmarks.question_set import Asked, Claimed, Lines, Part, claims, questions, seed
from store.episode import Episode
from store.question import Verdict

KINDS = {"exact_phrase", "half_remembered", "name", "paraphrase", "question", "topic", "typo", "unanswerable"}


@pytest.fixture(scope="module")
def episode() -> Episode:
    return seed()


@pytest.fixture(scope="module")
def asked() -> list[Asked]:
    return [one for part in Part for one in questions(part)]


@pytest.fixture(scope="module")
def claimed() -> list[Claimed]:
    return [one for part in Part for one in claims(part)]


def is_spoken(episode: Episode, lines: Lines) -> bool:
    first, last = lines
    return first <= last and first in episode.spoken and last in episode.spoken


def test_there_are_enough_questions(asked: list[Asked]) -> None:
    assert len(asked) >= 200
    assert sum(not one.answerable for one in asked) >= 50


def test_there_are_enough_claims_of_every_verdict(claimed: list[Claimed]) -> None:
    assert len(claimed) >= 60
    assert {one.verdict for one in claimed} == set(get_args(Verdict))


def test_a_third_or_more_is_set_aside(asked: list[Asked], claimed: list[Claimed]) -> None:
    aside = [part for part in Part if part is not Part.TUNE]
    assert 0.3 < sum(len(questions(part)) for part in aside) / len(asked) < 0.6
    assert 0.3 < sum(len(claims(part)) for part in aside) / len(claimed) < 0.6


def test_ids_are_unique(asked: list[Asked], claimed: list[Claimed]) -> None:
    ids = [one.id for one in asked] + [one.id for one in claimed]
    assert len(ids) == len(set(ids))


def test_no_text_stands_in_both_parts() -> None:
    tuned_with = {one.text for one in questions(Part.TUNE)} | {one.text for one in claims(Part.TUNE)}
    for part in (Part.HELD_OUT, Part.INDEPENDENT):
        assert [one.id for one in questions(part) if one.text in tuned_with] == []
        assert [one.id for one in claims(part) if one.text in tuned_with] == []


@pytest.mark.parametrize("part", Part)
def test_every_kind_of_question_is_in_each_part(part: Part) -> None:
    assert {one.kind for one in questions(part)} == KINDS


def test_only_the_unanswerable_have_no_lines(asked: list[Asked]) -> None:
    assert [one.id for one in asked if one.answerable != (one.kind != "unanswerable")] == []


def test_lines_that_answer_are_spoken(asked: list[Asked], episode: Episode) -> None:
    assert [one.id for one in asked if not all(is_spoken(episode, lines) for lines in one.lines)] == []


def test_lines_of_claims_are_spoken(claimed: list[Claimed], episode: Episode) -> None:
    assert [one.id for one in claimed if one.lines and not is_spoken(episode, one.lines)] == []


def test_speakers_are_those_of_the_episode(asked: list[Asked], episode: Episode) -> None:
    assert [one.id for one in asked if one.speaker and one.speaker not in episode.speakers] == []
