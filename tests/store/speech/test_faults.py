from collections.abc import Sequence

import pytest

from store.speech.faults import Fault, fault_kinds, faults, faulty_lines
from store.transcript import Line

SPEECH = ["We begin with a question.", "It has no answer.", "Yet we ask it.", "So let us go on."]


def lines(texts: Sequence[str], first: int = 1) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=first)]


def test_plain_speech_has_no_faults() -> None:
    assert faults(lines(SPEECH * 4)) == ()
    assert faulty_lines(lines(["No.", "No.", "No, no!", "Thank you.", "Yes.", "Thank you."])) == frozenset()


def test_a_phrase_many_times_in_a_row_is_a_fault() -> None:
    found = lines([*SPEECH, *["I'd like to thank,"] * 5, *SPEECH], first=12)
    assert faults(found) == (Fault("repeated", (16, 20), 5),)
    assert faults(lines([*SPEECH, *["I'd like to thank,"] * 4, *SPEECH])) == ()


def test_case_and_punctuation_make_no_difference() -> None:
    assert len(faulty_lines(lines([*SPEECH, "So that.", "so that", "So that,", "SO THAT", "so that!", *SPEECH]))) == 5


def test_one_word_is_said_more_often_before_it_is_a_fault() -> None:
    assert faulty_lines(lines([*SPEECH, *["No."] * 5, *SPEECH])) == frozenset()
    assert faulty_lines(lines([*SPEECH, *["No."] * 8, *SPEECH])) == frozenset(range(5, 13))


@pytest.mark.parametrize("cycle", [["Come on.", "Let's go."], ["One thing.", "Two things.", "Three things."]])
def test_lines_that_alternate_are_a_fault(cycle: list[str]) -> None:
    found = faults(lines([*SPEECH, *cycle * 5, *SPEECH]))
    assert found == (Fault("repeated", (5, 4 + 5 * len(cycle)), 5 * len(cycle)),)


def test_a_line_that_is_one_phrase_over_and_over_is_a_fault() -> None:
    assert fault_kinds(lines([*SPEECH, "And so, I guess" + " I guess" * 10, *SPEECH])) == {5: "repeated"}
    assert fault_kinds(lines(["It was very very very very good to see you there again, my old friend."])) == {}


@pytest.mark.parametrize(
    "text",
    ["Thank you for watching!", "Thanks for watching", "Please subscribe to my channel.", "Like and subscribe!", "you"],
)
def test_closing_phrases_at_the_end_are_faults(text: str) -> None:
    assert fault_kinds(lines([*SPEECH, text])) == {5: "hallucinated"}
    assert fault_kinds(lines([*SPEECH, text, "...", text])) == {5: "hallucinated", 6: "empty", 7: "hallucinated"}
    assert fault_kinds(lines([*SPEECH, text, *SPEECH])) == {}


def test_closing_phrases_in_silence_are_faults() -> None:
    said = [Line(1, "We begin.", 0, 2), Line(2, "Thank you.", 2, 32), Line(3, "We go on.", 32, 34)]
    assert fault_kinds(said) == {2: "hallucinated"}
    said = [Line(1, "We begin.", 0), Line(2, "Thanks for watching.", 2), Line(3, "We go on.", 32)]
    assert fault_kinds(said) == {2: "hallucinated"}
    said = [Line(1, "We begin.", 0, 2), Line(2, "Thank you.", 2, 3), Line(3, "We go on.", 32, 34)]
    assert fault_kinds(said) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Subtitles by the Amara.org community",
        "Sous-titres réalisés par X",
        "Untertitel im Auftrag des ZDF, 2017",
        "Transcription by ESO",
    ],
)
def test_credits_of_subtitlers_are_faults_anywhere(text: str) -> None:
    assert fault_kinds(lines([*SPEECH, text, *SPEECH])) == {5: "hallucinated"}


@pytest.mark.parametrize(
    "text", ["[Music]", "♪", "♪♪ ♪", "(upbeat music)", "[MUSIC PLAYING]", "♪ La la la ♪", "[Applause]", "*música*"]
)
def test_music_and_sounds(text: str) -> None:
    assert fault_kinds(lines([*SPEECH, text, *SPEECH])) == {5: "music"}


def test_music_that_is_talked_about_is_speech() -> None:
    assert (
        fault_kinds(lines(["I love music because it moves me.", "(And the music of Bach, most of all, I said.)"])) == {}
    )


@pytest.mark.parametrize("text", ["...", "-", "__", "!?"])
def test_lines_without_a_word(text: str) -> None:
    assert fault_kinds(lines([*SPEECH, text, *SPEECH])) == {5: "empty"}


def test_no_lines_have_no_faults() -> None:
    assert faults([]) == ()
