from pathlib import Path

import pytest

from store.episode import Episode
from store.formats import read
from store.speech.asides import asides, asides_by_kind
from store.transcript import Header, Line, Transcript

TALK = ["We talked about the city and its rivers.", "It was a long winter."] * 8


def _aside_texts(lines: list[str]) -> list[str]:
    said = tuple(Line(at, text) for at, text in enumerate(lines, 1))
    episode = Episode(Transcript(Path("talk.txt"), "0" * 64, Header(), said))
    return [episode.spoken[span] for span in asides(episode)]


@pytest.mark.parametrize(
    "words",
    [
        "This episode is brought to you by Acme Ropes.",
        "This show is sponsored by Acme Ropes.",
        "Use promo code ROPES for ten percent off.",
        "And now a word from our sponsors.",
    ],
)
def test_advertisement_is_found(words: str) -> None:
    assert _aside_texts([*TALK, words, *TALK]) == [words]


def test_what_stands_between_two_telling_sentences_belongs_to_them() -> None:
    between = ["This episode is presented by Acme.", "Ropes hold things.", "Use code LEX at the checkout."]
    assert _aside_texts([*TALK, *between, *TALK]) == [" ".join(between)]


def test_advertisement_goes_on_while_who_pays_is_named() -> None:
    words = ["This episode is brought to you by Ropewell.", "Knots are hard.", "Ropewell ties them.", "Try Ropewell."]
    assert _aside_texts([*TALK, *words, *TALK * 4, "Ropewell was a town."]) == [" ".join(words)]


def test_credits_run_to_the_end() -> None:
    closing = ["This episode is produced by Ann Reed.", "Fact checking by Bo Lund.", "Our dog is Rex."]
    assert _aside_texts([*TALK * 5, *closing]) == [" ".join(closing)]


@pytest.mark.parametrize(
    "words", ["The film was produced by a friend of mine.", "He sponsored the bill.", "I supported the war by mistake."]
)
def test_talk_is_no_aside(words: str) -> None:
    assert _aside_texts([*TALK, words, *TALK]) == []


def test_seed_has_its_credits_and_no_advertisement(seed: Path) -> None:
    episode = Episode(read(seed))
    assert [(kind, episode.spoken.lines_of(span)) for span, kind in asides_by_kind(episode)] == [
        ("credits", (932, 940))
    ]
