from collections.abc import Callable
from itertools import pairwise

import pysubs2
import pytest

from store.transcript import Line, Transcript

Read = Callable[..., Transcript]
VTT = "WEBVTT\n\n"


def srt(*texts: str) -> str:
    return "".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at:02},900\n{text}\n\n" for at, text in enumerate(texts, start=1)
    )


def vtt(*texts: str) -> str:
    return VTT + "".join(f"00:{at:02}.000 --> 00:{at:02}.900\n{text}\n\n" for at, text in enumerate(texts, start=1))


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(line.speaker, line.text) for line in transcript.lines]


def test_srt_cues_are_lines_by_ordinal(read: Read) -> None:
    transcript = read("7\n00:00:01,500 --> 00:00:02,250\nOne half\nof it.\n\n9\n01:00:00,000 --> 01:00:01,000\nRest.\n")
    assert (transcript.format, transcript.unit) == ("SRT", "cue")
    assert transcript.lines == (Line(1, "One half of it.", 1.5, 2.25), Line(2, "Rest.", 3600.0, 3601.0))
    assert transcript.warnings == ()


@pytest.mark.parametrize("mark", [",", ".", ":"])
def test_srt_with_comma_point_or_colon_and_no_blank_rows(read: Read, mark: str) -> None:
    rows = srt("One.", "Two.", "Three.").replace(",", mark).replace("\n\n", "\n")
    assert read(rows).lines == (Line(1, "One.", 1.0, 1.9), Line(2, "Two.", 2.0, 2.9), Line(3, "Three.", 3.0, 3.9))


def test_number_that_is_spoken_is_no_counter(read: Read) -> None:
    assert [line.text for line in read(srt("How many?\n42", "1984", "Three.")).lines] == [
        "How many? 42",
        "1984",
        "Three.",
    ]


def test_cue_without_words_is_no_line_but_counts(read: Read) -> None:
    assert [(line.number, line.text) for line in read(srt("One.", "", "Three.")).lines] == [(1, "One."), (3, "Three.")]


def test_hours_are_optional_in_vtt(read: Read) -> None:
    lines = read(VTT + "00:01.000 --> 00:02.000 align:start position:0%\nA.\n\n1:00:01.000 --> 1:00:02.000\nB.\n").lines
    assert lines == (Line(1, "A.", 1.0, 2.0), Line(2, "B.", 3601.0, 3602.0))


def test_notes_styles_and_names_of_cues_are_not_spoken(read: Read) -> None:
    text = (
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE hidden\n\n"
        "intro\n00:01.000 --> 00:02.000\nSaid.\n\n"
        "NOTE\nnothing of this\nis said\n\nouttro\n00:03.000 --> 00:04.000\nToo.\n\nNOTE end\n"
    )
    assert [line.text for line in read(text).lines] == ["Said.", "Too."]


def test_header_and_notes_of_vtt_state_facts(read: Read) -> None:
    text = (
        "WEBVTT - A talk: on time\nKind: captions\nLanguage: de\n\nNOTE\nShow: The Show\nDate: 2024-02-29\n"
        "Duration: 1:00:01\nURL: https://example.com/a\n\n00:01.000 --> 00:02.000\nJa.\n"
    )
    header = read(text).header
    assert (header.title, header.show, header.language) == ("A talk: on time", "The Show", "de")
    assert str(header.published) == "2024-02-29"
    assert (header.duration, header.url, header.guessed) == (3601.0, "https://example.com/a", frozenset())


def test_voice_tags_name_the_speaker(read: Read) -> None:
    text = vtt(
        "<v Ana Bell>Hi &amp; <i>hello</i></v>", "<v.loud.first Bo>Yes", "Nobody", "<v Ana>No.</v> <v Bo>Yes, I did!"
    )
    assert said(read(text)) == [("Ana Bell", "Hi & hello"), ("Bo", "Yes"), (None, "Nobody"), ("Bo", "No. Yes, I did!")]


def test_names_that_are_a_pattern_are_speakers_until_the_next(read: Read) -> None:
    text = srt("Ana: One", "two.", "BO SMITH: Three.\nAna: And four, five and six.", "Ana: Seven.", "BO SMITH: Eight.")
    assert said(read(text)) == [
        ("Ana", "One"),
        ("Ana", "two."),
        ("Ana", "Three. And four, five and six."),
        ("Ana", "Seven."),
        ("BO SMITH", "Eight."),
    ]


def test_few_names_among_many_cues_are_a_pattern(read: Read) -> None:
    texts = ["On it goes."] * 9
    transcript = read(srt("Ana: One.", *texts, "Bo: Two.", *texts, "Ana: Three.", "Bo: Four.", *texts))
    assert [line.speaker for line in transcript.lines] == ["Ana"] * 10 + ["Bo"] * 10 + ["Ana"] + ["Bo"] * 10


def test_number_before_a_cue_without_counter_is_spoken(read: Read) -> None:
    text = srt("How many?\n42", "Two.", "Three.").replace("42\n\n2\n", "42\n")
    assert [line.text for line in read(text).lines] == ["How many? 42", "Two.", "Three."]


def test_a_colon_in_speech_is_no_name(read: Read) -> None:
    texts = (
        "He said this: no.",
        "Note: it rains.",
        "Remember: it does.",
        "Paris: a city.",
        "One thing.",
        "At 10:30 we go.",
    )
    assert said(read(srt(*texts))) == [(None, text) for text in texts]


def test_tags_and_entities_are_no_words(read: Read) -> None:
    text = srt(
        '<font color="red">A</font> &lt;b&gt; <b>c</b>',
        "{\\an8}D<br/>e",
        "1 < 2 and 3 > 2",
        "AT&T &copy me",
        "&nbsp;x&#39;s",
    )
    assert [line.text for line in read(text).lines] == ["A <b> c", "D e", "1 < 2 and 3 > 2", "AT&T &copy me", "x's"]


def test_rolling_captions_are_said_once(read: Read) -> None:
    words = [f"row {at} of them" for at in range(8)]
    cues = [f"{earlier}\n{later.replace(' of', '<00:00:01.500><c> of</c>')}" for earlier, later in pairwise(words)]
    transcript = read(vtt(words[0], *cues))
    assert [line.text for line in transcript.lines] == words
    assert "roll" in str(transcript.warnings[0])


def test_growing_captions_are_said_once(read: Read) -> None:
    words = ["one", "two", "three", "four", "five", "six"]
    transcript = read(vtt(*(" ".join(words[:at]) for at in range(1, 7))))
    assert [line.text for line in transcript.lines] == words


def test_a_phrase_repeated_by_the_recogniser_is_kept(read: Read) -> None:
    assert len(read(vtt(*["Thank you."] * 30)).lines) == 30


def test_overlapping_cues_are_kept_without_a_warning(read: Read) -> None:
    transcript = read(VTT + "00:01.000 --> 00:04.000\nA.\n\n00:02.000 --> 00:03.000\nB.\n")
    assert [(line.start, line.end) for line in transcript.lines] == [(1.0, 4.0), (2.0, 3.0)]
    assert transcript.warnings == ()


def test_bad_times_are_left_out_with_one_warning_each(read: Read) -> None:
    text = (
        "1\n00:00:09,000 --> 00:00:08,000\nA.\n\n2\n-00:00:02,000 --> 00:00:08,000\nB.\n\n3\n00:99:00,000 --> x\nC.\n\n"
        "4\n00:00:01,000 --> 00:00:02,000\nD.\n\n5\n00:00:00,000 --> 00:00:02,000\nE.\n"
    )
    transcript = read(text)
    assert [line.start for line in transcript.lines] == [9.0, None, None, 1.0, 0.0]
    assert transcript.lines[0].end is None
    messages = sorted(problem.message for problem in transcript.warnings)
    assert len(messages) == 4
    assert any("2 cues with times that go back" in message and "cue 4" in message for message in messages)
    assert any("below zero" in message for message in messages)
    assert any("cannot be read" in message for message in messages)
    assert any("end before the start" in message for message in messages)


@pytest.mark.parametrize("written", [srt, vtt])
def test_well_formed_files_read_as_pysubs2_reads_them(read: Read, written: Callable[..., str]) -> None:
    text = written("One", "Two\nrows", "<i>Three</i>", "Four 5")
    expected = [
        (event.start / 1000, event.end / 1000, event.plaintext.replace("\n", " "))
        for event in pysubs2.SSAFile.from_string(text)
    ]
    assert [(line.start, line.end, line.text) for line in read(text).lines] == expected


def test_duration_is_guessed_from_the_last_moment(read: Read) -> None:
    header = read(srt("One.", "Two."), "talk.srt").header
    assert (header.duration, header.guessed) == (2.9, frozenset({"duration"}))


def test_known_name_in_the_middle_of_a_cue_changes_the_speaker_and_is_not_spoken(read: Read) -> None:
    cues = srt("ADA: So it is", "done. BEN: It is, for good.", "ADA: The rule: never.", "BEN: Yes. Note: none.")
    assert said(read(cues)) == [
        ("ADA", "So it is"),
        ("BEN", "done. It is, for good."),
        ("ADA", "The rule: never."),
        ("BEN", "Yes. Note: none."),
    ]


def test_name_that_begins_only_a_second_row_is_one(read: Read) -> None:
    assert said(read(srt("Ada: One.", "- Ada: Two.\n- Ben: Three.", "Ada: Four.", "- Ada: So?\n- Ben: Long ago."))) == [
        ("Ada", "One."),
        ("Ben", "Two. Three."),
        ("Ada", "Four."),
        ("Ben", "So? Long ago."),
    ]
