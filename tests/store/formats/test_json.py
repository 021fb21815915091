import json
from collections.abc import Callable
from typing import Any

import pytest

from store.errors import TranscriptError
from store.transcript import Chapter, Line, Transcript

Read = Callable[..., Transcript]
Refused = Callable[..., TranscriptError]


def podcast(*segments: Any, **more: Any) -> str:
    return json.dumps({"version": "1.0.0", "segments": segments, **more})


def whisper(*segments: Any, **more: Any) -> str:
    return json.dumps({"text": "x", "segments": segments, "language": "en", **more})


def test_podcast_segments(read: Read) -> None:
    transcript = read(
        podcast(
            {"speaker": "Ana", "startTime": 0.5, "endTime": 1, "body": "I\n am"}, {"startTime": "62.5", "body": "here."}
        )
    )
    assert (transcript.format, transcript.unit) == ("podcast JSON", "segment")
    assert transcript.lines == (Line(1, "I am", 0.5, 1.0, "Ana"), Line(2, "here.", 62.5))
    assert transcript.warnings == ()


def test_header_from_json(read: Read) -> None:
    chapters = [{"title": "A", "startTime": 0}, {"title": "B", "startTime": 9}]
    text = podcast(
        {"startTime": 0, "endTime": 99, "body": "a"},
        title="T",
        podcastTitle="S",
        duration=120,
        language="english",
        metadata={"url": "https://example.com", "pubDate": "2024-01-02T10:00:00"},
        chapters=chapters,
    )
    header = read(text).header
    assert (header.title, header.show, header.duration, header.language) == ("T", "S", 120.0, "en")
    assert (header.url, str(header.published)) == ("https://example.com", "2024-01-02")
    assert header.chapters == (Chapter("A", 0.0), Chapter("B", 9.0))


def test_whisper_segments(read: Read) -> None:
    transcript = read(
        whisper(
            {"id": 0, "start": 0.0, "end": 2.5, "text": " Hello there.", "words": []},
            {"start": 3, "end": 4, "text": ""},
        )
    )
    assert (transcript.format, transcript.header.language) == ("Whisper JSON", "en")
    assert transcript.lines == (Line(1, "Hello there.", 0.0, 2.5),)


def test_whisperx_segments_have_speakers(read: Read) -> None:
    word = {"word": "Hi", "start": 1.0, "end": 1.5, "speaker": "SPEAKER_00"}
    transcript = read(whisper({"text": "Hi", "words": [word], "speaker": "SPEAKER_00"}, word_segments=[word]))
    assert transcript.format == "WhisperX JSON"
    assert transcript.lines == (Line(1, "Hi", 1.0, 1.5, "SPEAKER_00"),)


def test_whisper_cpp_counts_milliseconds(read: Read) -> None:
    part = {"timestamps": {"from": "00:00:01,500"}, "offsets": {"from": 1500, "to": 2500}, "text": " Hi."}
    transcript = read(json.dumps({"result": {"language": "de"}, "transcription": [part]}))
    assert transcript.lines == (Line(1, "Hi.", 1.5, 2.5),)
    assert transcript.header.language == "de"


def test_text_alone_is_cut_into_sentences(read: Read) -> None:
    assert [line.text for line in read('{"text": "One. Two? Three"}').lines] == ["One.", "Two?", "Three"]


def test_list_of_segments(read: Read) -> None:
    assert read('[{"text": "One.", "start": 1}]').lines == (Line(1, "One.", 1.0),)


def test_wrong_types_are_warnings_and_leave_the_rest(read: Read) -> None:
    transcript = read(
        podcast(
            7,
            {"body": ["a"]},
            {"startTime": {}, "endTime": True, "body": "One.", "speaker": 5},
            {"startTime": -3, "endTime": 2, "body": "Two."},
            {"startTime": 9, "endTime": 2, "body": "Three."},
        )
    )
    assert transcript.lines == (Line(3, "One."), Line(4, "Two."), Line(5, "Three.", 9.0))
    assert len(transcript.warnings) == 6


def test_nan_infinity_and_huge_numbers_are_no_times(read: Read) -> None:
    huge = "9" * 6000
    transcript = read(
        '{"segments": [{"start": NaN, "end": -Infinity, "text": "a"}, '
        f'{{"start": {huge}, "text": "b"}}, {{"start": 1e9, "text": "c"}}]}}'
    )
    assert [(line.text, line.start, line.end) for line in transcript.lines] == [
        ("a", None, None),
        ("b", None, None),
        ("c", None, None),
    ]


def test_surrogates_and_null_characters_leave_text_that_can_be_written(read: Read) -> None:
    (line,) = read(
        r'{"segments": [{"text": "a\ud800b\u0000c \ud83d\ude00", "speaker": "\udfff"}], "title": "\ud800x"}'
    ).lines
    assert line.text == "a b c 😀"
    assert line.speaker is None


def test_a_key_that_stands_twice_is_a_warning(read: Read) -> None:
    transcript = read('{"segments": [{"text": "a", "text": "b"}]}')
    assert transcript.lines[0].text == "b"
    assert "'text'" in str(transcript.warnings[0])


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"segments":[{"text":'])
def test_depth_bombs_are_refused(refused: Refused, opening: str) -> None:
    refused(opening * 200_000)
    refused(opening * 2_000)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"segments": []}',
        '{"segments": [1]}',
        '{"a": 1}',
        '["a"]',
        '[{"a": 1}]',
        '{"segments": {"text": "a"}}',
    ],
)
def test_json_of_something_else_is_refused(refused: Refused, text: str) -> None:
    assert "JSON" in refused(text).what


def test_broken_json_names_the_line(refused: Refused) -> None:
    error = refused('{"segments": [\n{"text": "a"},\n{"text": \n')
    assert error.line == 4
    assert "cannot be read" in error.what


def test_brackets_of_a_text_are_no_json(read: Read) -> None:
    assert read("[Music]\nHello there.\n").format == "plain text"
    assert read("[00:01] Hello there.\n").format == "plain text"
