from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.searching.vocabulary import Vocabularies, Vocabulary, capitalised

SAID = Vocabulary(
    [
        "prigozhin",
        "putin",
        "lukashenko",
        "shoigu",
        "coup",
        "coups",
        "mystique",
        "paranoia",
        "regime",
        "zolotov",
        "alone",
    ]
)


def test_word_is_known_in_any_inflection() -> None:
    assert "regimes" in SAID
    assert "zeppelin" not in SAID


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("prigozin", "prigozhin"),
        ("prigozhyn", "prigozhin"),
        ("pirgozhin", "prigozhin"),
        ("lukashenka", "lukashenko"),
        ("lucashenco", "lukashenko"),
        ("putn", "putin"),
        ("shoygu", "shoigu"),
        ("mistique", "mystique"),
    ],
)
def test_misspelt_word_is_taken_for_the_nearest_that_is_said(typed: str, meant: str) -> None:
    assert SAID.nearest(typed) == meant


@pytest.mark.parametrize(
    "typed", ["putin", "regimes", "coop", "soup", "war", "cou", "xi", "zelensky", "navalny", "elon"]
)
def test_word_that_is_said_or_spelt_well_or_far_off_stays(typed: str) -> None:
    assert SAID.nearest(typed) is None


def test_bold_guess_takes_a_slip_that_made_another_word() -> None:
    assert Vocabulary(["dynasty"]).nearest("dynast") is not None
    words = Vocabulary(["sieve"])
    assert words.nearest("seive") == "sieve"
    assert Vocabulary(["stakes"]).nearest("snakes") is None
    assert Vocabulary(["stakes"]).nearest("snakes", bold=True) in {"stakes", "stake"}


def test_bold_guess_allows_one_slip_more_and_no_two() -> None:
    assert [SAID.nearest("prigaxhen", bold=bold) for bold in (False, True)] == [None, "prigozhin"]
    assert SAID.nearest("pragaxhen", bold=True) is None


def test_of_several_equally_near_that_with_the_same_first_letter_is_meant_then_the_most_frequent() -> None:
    assert Vocabulary(["zolotov", "zolotov", "kolotav"]).nearest("kolotov") == "kolotav"
    assert Vocabulary(["kolotow", "kolotov", "kolotov"]).nearest("kolotox") == "kolotov"


def test_empty_vocabulary_has_nothing_near() -> None:
    assert Vocabulary([]).nearest("prigozin") is None
    assert "" not in Vocabulary([""])


@given(typed=st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=14), bold=st.booleans())
def test_guess_is_a_word_that_is_said_and_never_displaces_one(typed: str, *, bold: bool) -> None:
    guess = SAID.nearest(typed, bold=bold)
    assert guess is None or guess in SAID
    if typed in SAID:
        assert guess is None


def test_words_always_written_as_names_are_names() -> None:
    said = ["He asked Trump.", "Nobody trusts Trump in May.", "May he?", "Perhaps he may."]
    assert capitalised(said) == {"trump"}


def test_name_is_told_by_how_it_is_written_or_because_the_language_lacks_it() -> None:
    said = Vocabulary(["trump", "prigozhin", "coup"], ["trump"])
    assert [said.is_name(word) for word in ("trump", "prigozhin", "coup", "zeppelin")] == [True, True, False, False]


def test_all_spellings_of_a_name_have_one_term() -> None:
    said = Vocabulary(["prigozhin", "purgosian"], spellings={"purgosian": "prigozhin"})
    assert said.term("purgosian") == said.term("prigozhin")
    assert "purgosian" in said


def test_in_several_vocabularies_a_name_is_one_in_all_that_have_it() -> None:
    one, other = Vocabulary(["mark", "lukashenko"], ["mark"]), Vocabulary(["mark"])
    assert not Vocabularies(one, other).is_name("mark")
    assert Vocabularies(one, other).is_name("lukashenko")
    assert not Vocabularies(one, other).is_name("zeppelin")


@pytest.mark.parametrize("bold", [False, True])
def test_name_that_is_spelt_well_is_no_slip_for_another(bold: bool) -> None:  # noqa: FBT001
    said = Vocabulary(["roland", "ivan"])
    assert said.nearest("rolannd", bold=bold) == "roland"
    assert said.nearest("iran", bold=bold) is None


def test_word_that_is_known_to_be_spelt_well_is_no_slip() -> None:
    assert Vocabulary(["gross"]).nearest("grossi") == "gross"
    assert Vocabulary(["gross"], spelt_well={"grossi"}).nearest("grossi") is None
    assert Vocabularies(Vocabulary(["gross"]), Vocabulary([], spelt_well={"grossi"})).nearest("grossi") is None


def test_what_is_said_every_few_hundred_words_is_what_the_talk_is_about() -> None:
    said = Vocabulary({"putin": 5, "putins": 1, "kochnev": 1, "word": 3593})
    assert said.is_everywhere("putin")
    assert not said.is_everywhere("kochnev")
    assert not said.is_everywhere("zeppelin")
