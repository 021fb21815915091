"""Whatever a file holds, it is a transcript or one TranscriptError."""

import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import formats
from store.errors import TranscriptError
from store.manuscripts.check import report
from store.speech.faults import fault_kinds
from store.transcript import Transcript

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SEGMENTS = [{"speaker": "Ana", "startTime": at, "endTime": at + 1.5, "body": f"Words é {at}."} for at in range(6)]
WORDS = [{"word": "a", "start": 1.0, "end": 1.5, "score": 0.5, "speaker": "S"}]
SPOKEN = [{"id": at, "start": at / 2, "end": at + 1.5, "text": f" Words ü {at}.", "words": WORDS} for at in range(6)]
OWN = [
    {"line": at + 9, "text": f"Words é {at}.", "display": "", "speaker": "Ana", "start": at + 0.5, "estimated": at > 3}
    for at in range(6)
]
WHOLE = {
    "whisper markdown": "---\nLength: 60s\nVideo Keywords: []\n"
    "Video Description: About é\n0:00 - A\n0:30 - B\n---\n\n# T\n"
    "**S:** [June 30, 2023](https://youtu.be/a)\n"
    + "".join(f"*  Said “{at}”. [[00:00:{at:02}](https://youtu.be/a?t={at}.5s)]\n" for at in range(9)),
    "srt": "".join(f"{at}\n00:00:{at:02},000 --> 00:00:{at:02},900\nAna: Words é {at}.\n\n" for at in range(1, 9)),
    "vtt": "WEBVTT - T\nLanguage: en\n\nNOTE Date: 2020-01-01\n\n"
    + "".join(f"00:0{at}.000 --> 00:0{at}.900\n<v Ana>Words &amp; é {at}.</v>\n\n" for at in range(1, 9)),
    "podcast json": json.dumps({"version": "1.0.0", "segments": SEGMENTS}, ensure_ascii=False),
    "our own json": json.dumps(
        {"episode": {"id": "a", "title": "T", "duration": 9.0}, "lines": OWN}, ensure_ascii=False
    ),
    "whisper json": json.dumps({"text": "a", "segments": SPOKEN, "language": "en", "word_segments": WORDS}),
    "plain text": "# T\nDate: 2020-01-01\n\n" + "".join(f"[00:00:{at:02}] Ana: Words é {at}.\n" for at in range(9)),
}


def opened(path: Path, content: bytes) -> Transcript | None:
    """Read a file; hold what is read to what every reader promises."""
    path.write_bytes(content)
    try:
        transcript = formats.read(path)
    except TranscriptError as error:
        refusal = error
        transcript = None
    if transcript is None:
        assert refusal.path == path
        assert "\n" not in str(refusal)
        assert refusal.cure
        return None
    numbers = [line.number for line in transcript.lines]
    assert numbers == sorted(set(numbers))
    assert numbers[0] >= 1
    assert transcript.format
    for line in transcript.lines:
        assert line.text == line.text.strip() != ""
        assert "\n" not in line.text
        assert line.start is None or 0 <= line.start <= 360_000
        assert line.end is None or (line.start or 0) <= line.end <= 360_000
        assert line.speaker != ""
    starts = [
        chapter.start for chapter in transcript.header.chapters if chapter.line is None and chapter.start is not None
    ]
    assert starts == sorted(set(starts))
    assert set(fault_kinds(transcript.lines)) <= set(numbers)
    repr(transcript).encode()
    assert len(transcript.warnings) < 20
    if len(content) % 5 == 0:
        assert all("\n" not in problem.message for problem in report(path).problems)
    return transcript


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Flip, cut, double, move or insert a few bytes."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at, end = sorted(chance.choices(range(len(data) + 1), k=2))
        end = min(end, at + 40)
        match chance.randrange(6):
            case 0 if data:
                data[at % len(data)] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end]
            case 3:
                data[at:at] = chance.choice(
                    [b"\n", b"\r", b"-->", b"[", b"{", b'"', b":", b"<v ", b"9" * 50, b"-", b"\xff"]
                )
            case 4:
                data[at:] = b"" if chance.random() < 0.2 else data[at:]
            case _:
                data[at:end] = data[at:end][::-1]
    return bytes(data)


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_open_without_a_warning(tmp_path: Path, name: str) -> None:
    transcript = opened(tmp_path / "a.txt", WHOLE[name].encode())
    assert transcript is not None
    assert transcript.format.casefold() in {name, name.replace("whisper", "whisperx")}
    assert transcript.warnings == ()


@pytest.mark.parametrize("name", WHOLE)
def test_hundreds_of_mutated_files_open_or_are_refused(tmp_path: Path, name: str) -> None:
    chance = random.Random(f"mutations of {name}")
    for _ in range(600):
        opened(tmp_path / "a.txt", mutated(WHOLE[name].encode(), chance))


@FUZZ
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    opened(tmp_path / "a.txt", content)


@FUZZ
@given(
    st.sampled_from(
        ["", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "---\nLength: 3s\n", "# T\n*  a\n", "[0:01] A: b\n"]
    ),
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\n :-[]<>*&;v0123456789AB")), max_size=300
    ),
)
def test_any_text(tmp_path: Path, opening: str, text: str) -> None:
    opened(tmp_path / "a.txt", (opening + text).encode())


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(["0:01", "1e999", "nan"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                [
                    "text",
                    "body",
                    "start",
                    "end",
                    "startTime",
                    "endTime",
                    "speaker",
                    "words",
                    "offsets",
                    "from",
                    "segments",
                    "title",
                    "duration",
                    "language",
                    "chapters",
                    "metadata",
                    "date",
                    "url",
                    "description",
                ]
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=20,
)


@FUZZ
@given(VALUES, st.lists(VALUES, max_size=4), st.sampled_from(["segments", "transcription", "chapters"]))
def test_any_json(tmp_path: Path, value: object, segments: list[object], key: str) -> None:
    whole = {**value, key: segments} if isinstance(value, dict) else {"text": "a", "x": value, key: segments}
    opened(tmp_path / "a.txt", json.dumps(whole).encode())
    opened(tmp_path / "a.txt", json.dumps(value).encode())


MEGABYTE = 1_000_000


def long_files() -> Iterator[tuple[str, str]]:
    cue = "00:00:01,000 --> 00:00:02,000\n"
    yield "spaces", "# T\n*  a" + " " * 5 * MEGABYTE + "b"
    yield "brackets", "# T\n*  " + "[[" * 2 * MEGABYTE
    yield "fences", "---\nLength: 1s\n" + "---\n" * MEGABYTE
    yield "tags", cue + "<i " * MEGABYTE
    yield "entities", cue + "&a" * MEGABYTE
    yield "braces", cue + "{\\" * MEGABYTE
    yield "one word", "word " * MEGABYTE
    yield "keys", "{" + '"a":1,' * 500_000 + '"text":"a"}'
    yield "one key twice", "{" + ",".join(f'"{at}":1' for at in range(300_000)) + ',"0":1,"text":"a"}'
    yield "objects", '{"text":"a","x":[' + '{"a":1,"a":1},' * 100_000 + "1]}"
    yield "voices", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v" * MEGABYTE
    yield "parentheses", "A (" * MEGABYTE
    yield "no end", "a. " * MEGABYTE + "\n" + "0:01 " * MEGABYTE


@pytest.mark.parametrize(("name", "content"), list(long_files()), ids=[name for name, _ in long_files()])
def test_no_file_takes_long(tmp_path: Path, name: str, content: str) -> None:
    began = time.perf_counter()
    path = tmp_path / "a.txt"
    path.write_text(content, encoding="utf-8")
    with suppress(TranscriptError):
        fault_kinds(formats.read(path).lines)
    assert time.perf_counter() - began < 10, name


def clock(at: int) -> str:
    return f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}"


def test_twelve_hours_open_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    cues = (
        f"{at}\n{clock(at)},000 --> {clock(at)},900\nSome words {at} of a very long recording\n\n"
        for at in range(1, 43_200)
    )
    path.write_text("".join(cues), encoding="utf-8")
    began = time.perf_counter()
    transcript = formats.read(path)
    assert time.perf_counter() - began < 10
    assert len(transcript.lines) == 43_199
    assert transcript.header.duration == pytest.approx(43_199.9)
