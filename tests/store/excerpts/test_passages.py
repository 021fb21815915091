from collections.abc import Callable
from itertools import pairwise

import pytest

from store.episode import Episode
from store.excerpts.passages import SENTENCES, WORDS, aside_passages, passages
from store.question import FindQuote, Span
from store.search import Searcher


@pytest.fixture(scope="module")
def found(episode: Episode) -> tuple[Span, ...]:
    return passages(episode)


def test_every_sentence_of_the_talk_is_in_a_passage_and_no_aside_is(episode: Episode, found: tuple[Span, ...]) -> None:
    held = {sentence for passage in found for sentence in episode.sentences_in(passage)}
    assert held == {sentence for sentence in episode.sentences if not episode.is_aside(sentence)}
    assert not any(episode.is_aside(passage) for passage in found)


def test_passage_is_whole_sentences_of_one_speaker(episode: Episode, found: tuple[Span, ...]) -> None:
    for passage in found:
        inside = episode.sentences_in(passage)
        assert 1 <= len(inside) <= SENTENCES
        assert (inside[0].start, inside[-1].end) == (passage.start, passage.end)
        assert len(episode.turns_in(passage)) == 1


def test_passage_is_no_longer_than_it_needs_to_be(episode: Episode, found: tuple[Span, ...]) -> None:
    for passage in found:
        inside = episode.sentences_in(passage)
        assert len(inside) == 1 or len(episode.spoken[Span(passage.start, inside[-2].end)].split()) < WORDS


def test_passages_ascend_and_none_lies_in_another(found: tuple[Span, ...]) -> None:
    assert all(one.start < other.start and one.end < other.end for one, other in pairwise(found))


def test_sentences_around_an_aside_are_no_passage(opened: Callable[..., Episode]) -> None:
    episode = opened(["One.", "Buy this.", "Two. Three."], "[[asides]]\nkind = 'announcement'\nlines = [13, 13]\n")
    assert [episode.spoken[span] for span in passages(episode)] == ["One.", "Two. Three."]


def test_asides_are_passages_of_their_own(episode: Episode) -> None:
    aside = aside_passages(episode)
    held = {sentence for passage in aside for sentence in episode.sentences_in(passage)}
    assert held == {sentence for sentence in episode.sentences if episode.is_aside(sentence)}
    assert all(len(episode.turns_in(passage)) == 1 for passage in aside)


def test_nothing_but_asides_is_searched_in_vain(opened: Callable[..., Episode]) -> None:
    episode = opened(["Buy this.", "And that."], "[[asides]]\nkind = 'announcement'\nlines = [12, 13]\n")
    assert passages(episode) == ()
    answer = Searcher(episode).find(FindQuote("buy this"))
    assert not answer.found
