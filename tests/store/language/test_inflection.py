"""Irregular forms, and words that only look like some."""

from __future__ import annotations

import pytest

from store.language.inflection import base
from store.words import stem


@pytest.mark.parametrize(
    ("form", "word"),
    [("fought", "fight"), ("blew", "blow"), ("children", "child"), ("knives", "knife"), ("taught", "teach")],
)
def test_irregular_form_has_the_term_of_its_base(form: str, word: str) -> None:
    assert base(form) == word
    assert stem(form) == stem(word)


@pytest.mark.parametrize("word", ["lives", "left", "saw", "better", "fighting", "prigozhin", ""])
def test_word_of_its_own_or_of_a_regular_form_stays(word: str) -> None:
    assert base(word) == word
