"""Whether somebody asks in another language."""

from __future__ import annotations

import pytest

from store.searching.foreign import is_foreign

FOREIGN = [
    "was hat er über die Ukraine gesagt?",
    "Wer ist der Gast",
    "qu'est-ce qu'il dit de l'Ukraine",
    "¿qué dice sobre la guerra?",
    "cosa dice della guerra",
    "wat zegt hij over de oorlog",
    "что он сказал",
    "ウクライナについて",
]
ENGLISH = [
    "what did he say about die Welt?",
    "de facto leader of the country",
    "Pekka Hämäläinen",
    "Los Angeles",
    "El Salvador",
    "Thomas de Quincey on opium",
    "implausible deniability",
    "",
    "?!",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_other_language_is_told(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_name_or_phrase_of_another_language_is_none(text: str) -> None:
    assert not is_foreign(text)
