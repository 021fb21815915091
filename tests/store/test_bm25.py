"""The scores are rank-bm25's, whatever the documents and the query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from store.bm25 import Bm25Index
from store.excerpts.passages import passages
from store.words import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.episode import Episode

    Documents = Sequence[Sequence[str]]

TERMS = st.sampled_from(["putin", "coup", "the", "of", "war", "café", "", "dubai"])
DOCUMENTS = st.lists(st.lists(TERMS, max_size=12), max_size=14)
HOLDING = DOCUMENTS.filter(any)
QUERIES = st.lists(TERMS | st.just("unseen"), max_size=8)


def assert_as_rank_bm25_scores(documents: Documents, query: Sequence[str]) -> None:
    np.testing.assert_allclose(
        Bm25Index(documents).scores(query), BM25Okapi(documents).get_scores(query), rtol=0, atol=1e-9
    )


@pytest.fixture(scope="module")
def seed_documents(episode: Episode) -> Documents:
    return [terms(episode.spoken[span]) for span in passages(episode)]


@pytest.fixture(scope="module")
def seed_index(seed_documents: Documents) -> Bm25Index:
    return Bm25Index(seed_documents)


@pytest.mark.parametrize(
    "question",
    [
        "the levers of power in the Kremlin",
        "coup coup coup",
        "the the of and a to",
        "zeppelin over Moscow",
        "zeppelin",
        "",
        "what did Putin say about the battlefield bank run, and what does Lukashenko want?",
    ],
)
def test_scores_on_the_seed_are_rank_bm25s(seed_documents: Documents, seed_index: Bm25Index, question: str) -> None:
    expected = BM25Okapi(seed_documents).get_scores(terms(question))
    np.testing.assert_allclose(seed_index.scores(terms(question)), expected, rtol=0, atol=1e-9)


def test_every_term_of_the_seed_scores_as_in_rank_bm25(seed_documents: Documents, seed_index: Bm25Index) -> None:
    okapi = BM25Okapi(seed_documents)
    for term in sorted({term for document in seed_documents for term in document})[::20]:
        np.testing.assert_allclose(seed_index.scores([term]), okapi.get_scores([term]), rtol=0, atol=1e-9)


@given(HOLDING, QUERIES)
def test_scores_are_rank_bm25s(documents: Documents, query: Sequence[str]) -> None:
    assert_as_rank_bm25_scores(documents, query)


@given(HOLDING, QUERIES)
def test_empty_documents_among_others_change_no_score_but_the_average_length(
    documents: Documents, query: Sequence[str]
) -> None:
    assert_as_rank_bm25_scores([[], *documents, []], query)


def test_repeated_term_counts_as_often_as_it_is_repeated() -> None:
    index = Bm25Index([["coup", "war"], ["war"], ["peace"]])
    np.testing.assert_allclose(index.scores(["coup"] * 3), 3 * index.scores(["coup"]))


def test_unseen_term_adds_nothing() -> None:
    index = Bm25Index([["coup", "war"], ["war"], ["peace"]])
    assert index.scores(["coup", "unseen"]).tolist() == index.scores(["coup"]).tolist()


def test_common_term_gets_rank_bm25s_floor_and_not_a_negative_idf() -> None:
    documents = [["the", "coup"], ["the", "war"], ["the", "peace"], ["dubai"], ["café"]]
    index, okapi = Bm25Index(documents), BM25Okapi(documents)
    assert index.scores(["the"])[0] == pytest.approx(okapi.get_scores(["the"])[0], abs=1e-9)
    assert index.scores(["the"])[0] > 0, "rank-bm25 lifts it to a quarter of the average"


def test_negative_average_gives_negative_scores_as_in_rank_bm25() -> None:
    documents = [["the", "of"], ["the", "of"], ["the", "of"]]
    assert_as_rank_bm25_scores(documents, ["the"])
    assert (Bm25Index(documents).scores(["the"]) < 0).all()


@pytest.mark.parametrize("documents", [[], [[]], [[], [], []]])
@pytest.mark.parametrize("query", [[], ["coup"]])
def test_no_words_at_all_score_zero(documents: Documents, query: Sequence[str]) -> None:
    index = Bm25Index(documents)
    ids, scores = index.top(query, 5)
    assert index.scores(query).tolist() == [0.0] * len(documents)
    assert (ids.tolist(), scores.tolist()) == ([], [])


def test_scores_are_one_float64_a_document() -> None:
    scores = Bm25Index([["coup"], ["war"], []]).scores(["coup"])
    assert scores.dtype == np.dtype("float64")
    assert scores.shape == (3,)


@given(DOCUMENTS, QUERIES, st.integers(0, 20))
def test_top_is_what_sorting_every_document_gives(documents: Documents, query: Sequence[str], n: int) -> None:
    index = Bm25Index(documents)
    expected = index.scores(query)
    holding = [at for at, document in enumerate(documents) if set(document) & set(query)]
    best = sorted(holding, key=lambda at: (-expected[at], at))[:n]

    ids, scores = index.top(query, n)

    assert ids.tolist() == best
    assert scores.tolist() == [expected[at] for at in best]


@pytest.mark.parametrize("n", [1, 10, 100])
def test_top_of_many_documents_is_what_sorting_every_one_gives(n: int) -> None:
    """Terms from rare to so common that their IDF is at rank-bm25's floor; many documents are equal."""
    random = np.random.default_rng(7)
    documents = [[f"t{term}" for term in random.zipf(1.3, size) if term < 500] for size in random.integers(1, 9, 4000)]
    index, okapi = Bm25Index(documents), BM25Okapi(documents)
    for query in (["t1"], ["t1", "t2"], ["t1", "t40", "t400"], ["t3", "t3", "t200", "unseen"], ["t300", "t1", "t5"]):
        scores = okapi.get_scores(query)
        ids, gained = index.top(query, n)
        holding = [at for at, document in enumerate(documents) if set(document) & set(query)]
        # Sums may differ in their last bit from rank-bm25's, so equal ones are told apart by our own.
        ours = index.scores(query)
        assert ids.tolist() == sorted(holding, key=lambda at: (-ours[at], at))[:n]
        np.testing.assert_allclose(gained, scores[ids], rtol=0, atol=1e-9)


@pytest.mark.parametrize("n", [1, 5, 60, 10_000])
def test_top_on_the_seed_is_what_sorting_every_passage_gives(
    seed_documents: Documents, seed_index: Bm25Index, n: int
) -> None:
    query = terms("the levers of power in the Kremlin, and the war")
    scores = seed_index.scores(query)
    holding = [at for at, document in enumerate(seed_documents) if set(document) & set(query)]
    assert seed_index.top(query, n)[0].tolist() == sorted(holding, key=lambda at: (-scores[at], at))[:n]


def test_top_prefers_the_lower_of_two_equal_documents() -> None:
    index = Bm25Index([["peace"], ["war"], ["coup", "x"], ["coup", "y"], ["coup", "z"], ["dubai"], ["café"]])
    assert index.top(["coup"], 2)[0].tolist() == [2, 3]


def test_top_keeps_negative_scores_and_leaves_out_documents_without_a_term() -> None:
    index = Bm25Index([["the", "of"], ["the", "of"], ["the", "of"], []])
    ids, scores = index.top(["the"], 10)
    assert ids.tolist() == [0, 1, 2]
    assert (scores < 0).all()


@pytest.mark.parametrize("n", [0, -1])
def test_top_of_none_is_empty(n: int) -> None:
    assert Bm25Index([["coup"], ["war"], ["x"]]).top(["coup"], n)[0].tolist() == []


def test_index_knows_its_terms_and_where_they_stand() -> None:
    index = Bm25Index([["coup", "war"], ["war", "war"], []])
    assert "coup" in index
    assert "unseen" not in index
    assert index.posting("war").documents.tolist() == [0, 1]
    assert index.posting("unseen").documents.tolist() == []
