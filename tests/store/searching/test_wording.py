from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from store.searching.wording import UNSAID, Wording, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode
    from store.search import Searcher

    Opened = Callable[..., Episode]

PRIGOZHIN = '[[names]]\nmeant = "Prigozhin"\nheard = ["Pergozhin"]\n'


def plain(wording: Wording) -> list[str]:
    return [word.plain for word in wording.words]


def test_misheard_name_is_the_name_that_was_meant(opened: Opened) -> None:
    wording = Wording(opened(["So Pergozhin met", "Prigozhin."], PRIGOZHIN))
    assert plain(wording) == ["so", "prigozhin", "met", "prigozhin"]
    assert wording.ids[1] == wording.ids[3]


def test_possessive_belongs_to_the_misheard_name(opened: Opened) -> None:
    wording = Wording(opened(["Pergozhin's men, Pergozhin\u2019s fall, Putin's men."], PRIGOZHIN))
    assert plain(wording) == ["prigozhin", "men", "prigozhin", "fall", "putin", "men"]


def test_name_split_over_two_lines_stands_where_it_is_said(opened: Opened) -> None:
    episode = opened(
        ["I read Teka", "Hema-Linen's book."], '[[names]]\nmeant = "Pekka Hämäläinen"\nheard = ["Teka Hema-Linen"]\n'
    )
    wording = Wording(episode)
    assert plain(wording) == ["i", "read", "pekka", "hamalainen", "book"]
    assert episode.spoken[wording.span(2, 4)] == "Teka Hema-Linen's"
    assert episode.spoken[wording.span(0, 2)] == "I read"


def test_every_word_of_the_seed_stands_where_it_says(episode: Episode, searcher: Searcher) -> None:
    misheard = {place.span.start for place in episode.glossary.misheard}
    numbers = [word.span.start for word in searcher.wording.words]
    assert numbers == sorted(numbers)
    for word in searcher.wording.words:
        if word.span.start not in misheard and not word.plain.isdecimal():
            assert re.sub(r"['\u2019]s$", "", episode.spoken[word.span].lower()).replace("é", "e") == word.plain


def test_words_of_somebodys_text_are_put_right_and_shown_as_they_were_meant(searcher: Searcher) -> None:
    shown, taken = searcher.wording.taken("So PERGOZHIN\u2019s café")
    assert (shown, taken) == (("So", "Prigozhin", "café"), ("so", "prigozhin", "cafe"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Prigozin", "prigozhin"), ("Yevgeny", "evgeny"), ("Lukashenka", "lukashenko"), ("Hamalainen", "hamalainen")],
)
def test_name_that_the_language_does_not_know_is_taken_for_the_nearest_said(
    searcher: Searcher, typed: str, meant: str
) -> None:
    assert searcher.wording.taken(typed)[1] == (meant,)


@pytest.mark.parametrize("typed", ["could", "revolution", "not", "stake", "zeppelin"])
def test_word_of_the_language_is_never_taken_for_another(searcher: Searcher, typed: str) -> None:
    assert searcher.wording.taken(typed)[1] == (typed,)


def test_numbers_tell_what_nobody_says(opened: Opened) -> None:
    wording = Wording(opened(["Apples pears apples."]))
    assert wording.numbers(["pears", "apples", "plums"]).tolist() == [wording.ids[1], wording.ids[0], UNSAID]


@pytest.mark.parametrize(
    ("written", "word", "kept"),
    [
        ("It's", "it", "it's"),
        ("IT\u2019S", "it", "it's"),
        ("Putin's", "putin", "putin"),
        ("it", "it", "it"),
        ("don't", "don't", "don't"),
    ],
)
def test_contraction_is_another_word_and_a_names_possessive_is_not(written: str, word: str, kept: str) -> None:
    assert whole(written, word) == kept


def test_as_heard_keeps_what_was_misheard_in_some_lines_only(opened: Opened) -> None:
    notes = PRIGOZHIN + '[[names]]\nmeant = "treading water"\nheard = ["trading water"]\nlines = [12]\n'
    wording = Wording(opened(["Pergozhin is trading water.", "They were trading water."], notes))
    assert plain(wording)[:4] == ["prigozhin", "is", "treading", "water"]
    assert plain(wording.as_heard)[:4] == ["prigozhin", "is", "trading", "water"]
    assert plain(wording)[-2:] == plain(wording.as_heard)[-2:] == ["trading", "water"]


def test_as_heard_is_the_same_where_nothing_is_misheard_in_some_lines_only(opened: Opened) -> None:
    wording = Wording(opened(["Pergozhin."], PRIGOZHIN))
    assert wording.as_heard is wording


def test_vocabulary_holds_right_spellings_only(searcher: Searcher) -> None:
    assert "prigozhin" in searcher.wording.vocabulary
    assert "pergozhin" not in searcher.wording.vocabulary
