import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from store.archive.archive import Archive
from store.archive.assembly import assemble
from store.archive.best import best
from store.archive.compiled import compile_episode, sentence_terms
from store.bm25 import Bm25Index
from store.episode import Episode
from store.errors import QuestionBlankError, SpeakerUnknownError
from store.excerpts.passages import passages
from store.library import Library, open_library
from store.question import FindQuote, Quote
from store.search import Searcher
from store.searching import collection

Write = Callable[..., Path]
NOTES = """
speakers = [{{ name = "{who}" }}]
turns = [{{ line = 12, speaker = "{who}" }}]
names = [{{ meant = "Zelensky", heard = ["Zilinski"] }}]
voiced = [{{ lines = [13, 13], voice = "a paper" }}]
topics = [{{ heading = "Currency", also = ["money"], lines = [[14, 14]] }}]
"""


@pytest.fixture(scope="session")
def seed_archive(searcher: Searcher) -> Archive:
    return Archive(assemble([compile_episode(searcher)]))


@pytest.fixture
def two(write: Write) -> Library:
    first = ["Café talk: the harbour was quiet.", "Zilinski spoke of grain.", "The hryvnia fell 🙂 again and again."]
    second = ["The orchard was quiet too.", "Nobody spoke of harbours there.", "A violin was mended."]
    one = write(first, NOTES.format(who="Ann Ray"), name="one")
    return open_library([one, write(second, 'speakers = [{ name = "Bob" }]\n', name="two")])


@pytest.mark.parametrize(
    "about",
    [
        "the levers of power",
        "How is the war going?",
        "implausible deniability",
        "Why did he march on Moscow?",
        "books on Russia",
        "Zelenskyy",
        "quantum chromodynamics",
        "the refrendum",
        "Who won the world cup?",
    ],
)
@pytest.mark.parametrize("speaker", [None, "kotkin"])
def test_one_episode_is_answered_as_by_its_own_search(
    searcher: Searcher, seed_archive: Archive, about: str, speaker: str | None
) -> None:
    request = FindQuote(about, speaker)
    assert seed_archive.find(request) == searcher.find(request)


def test_every_sentence_of_the_seed_is_quoted_as_by_the_episode(episode: Episode, seed_archive: Archive) -> None:
    for span in episode.sentences:
        assert seed_archive.text.quote(span, 1.0) == episode.quote(span, 1.0)


def test_terms_of_sentences_survive(searcher: Searcher) -> None:
    assert sentence_terms(searcher.episode, compile_episode(searcher)) == searcher.sentence_terms


def test_scores_are_those_of_one_index_over_all_passages(two: Library) -> None:
    searchers = [two.searcher(episode) for episode in two.episodes()]
    documents = [
        [term for sentence in one.episode.sentences_in(span) for term in one.sentence_terms[sentence]]
        for one in searchers
        for span in passages(one.episode)
    ]
    query = two.archive.parse("quiet harbour spoke").index_terms
    ids, scores = Bm25Index(documents).top(query, 10)
    ours = best([two.archive.posting(term) for term in query], 10, len(documents))
    np.testing.assert_array_equal(ours[0], ids)
    np.testing.assert_allclose(ours[1], scores, atol=1e-9)


@pytest.mark.parametrize("about", ["the uprisings of the potters", "the clay in the valley", "uprising", "who rowed"])
def test_episode_without_show_notes_is_answered_as_by_its_own_search(write: Write, about: str) -> None:
    talk = ["The rebellion of the potters began with a tax on clay.", "Nobody in the valley rowed over the river."]
    library = open_library([write(talk, name="one")])
    own = library.searcher(library.episode(None, "one")).find(FindQuote(about))
    everywhere = library.archive.find(FindQuote(about))
    assert everywhere.answers == own.answers
    assert everywhere.nearest == own.nearest


def test_small_archive_looks_for_words_near_in_meaning_and_a_large_one_for_its_own_alone(
    two: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def candidates(about: str) -> set[bool]:
        ranked = two.archive.rank(two.archive.parse(about), None)
        return {"violin" in two.archive.text[one.span] for one in ranked}

    assert candidates("a fiddle") == {True}
    monkeypatch.setattr(collection, "WIDENED", two.archive.size - 1)
    assert candidates("a fiddle") == set()
    assert candidates("a violin") == {True}


def found(library: Library, about: str, speaker: str | None = None) -> Sequence[Quote]:
    return library.find_everywhere(FindQuote(about, speaker)).answers


def test_quotes_say_which_episode_they_are_from_and_are_its_own(two: Library) -> None:
    for about, episode_id in (("violin", "two"), ("hryvnia", "one"), ("orchard", "two"), ("money", "one")):
        quote = found(two, about)[0]
        assert quote.episode == episode_id
        assert dataclasses.replace(quote, score=None) == two.episode(None, episode_id).quote(quote.span)


def test_answer_is_of_the_episode_of_its_best_quote(two: Library) -> None:
    assert two.find_everywhere(FindQuote("violin")).episode.id == "two"


def test_misheard_name_of_one_episode_is_put_right_in_it(two: Library) -> None:
    quote = found(two, "Zelensky")[0]
    assert "Zelensky" in quote.display
    assert "Zilinski" in quote.text


def test_only_what_the_speaker_says(two: Library) -> None:
    assert {quote.episode for quote in found(two, "quiet", "ray")} == {"one"}
    with pytest.raises(SpeakerUnknownError):
        found(two, "quiet", "Carol")


def test_nothing_found_and_nothing_asked(two: Library) -> None:
    answer = two.find_everywhere(FindQuote("photosynthesis"))
    assert not answer.found
    assert answer.missing == ("photosynthesis",)
    with pytest.raises(QuestionBlankError):
        two.find_everywhere(FindQuote("?"))


def test_archive_answers_the_same_from_the_cache(two: Library, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two")]
    for _ in range(2):
        cached = open_library(paths, cache=tmp_path / "cache")
        for about in ("violin", "money", "harbour", "photosynthesis"):
            assert cached.find_everywhere(FindQuote(about)) == two.find_everywhere(FindQuote(about))
    assert len(list((tmp_path / "cache").iterdir())) == 3
