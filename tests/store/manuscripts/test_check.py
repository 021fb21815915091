from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import TranscriptError
from store.manuscripts.check import check, report

Write = Callable[..., Path]


def test_report_of_the_real_episode(seed: Path) -> None:
    found = report(seed)
    assert (found.format, found.times, found.lines, found.faults, found.problems) == (
        "Whisper Markdown",
        "estimated",
        929,
        0,
        (),
    )


def test_faults_are_counted_by_kind_with_their_lines(write: Write) -> None:
    spoken = [
        "We begin.",
        *["so that it is"] * 6,
        "On we go.",
        "[Music]",
        "We end.",
        *["so that it was"] * 5,
        "One more.",
    ]
    path = write(spoken)
    found = report(path)
    assert found.faults == 12
    repeated, music, notes = found.problems
    assert (repeated.severity, repeated.line) == ("warning", 13)
    assert "11 lines" in repeated.message
    assert "13–18, 22–26" in repeated.message
    assert (music.line, "1 line of music" in music.message) == (20, True)
    assert "no show notes" in notes.message
    assert check(path) == found.problems


def test_many_stretches_are_not_all_listed(write: Write) -> None:
    (fault, *_) = report(write(["Said so.", "[Music]"] * 40)).problems
    assert "40 lines" in fault.message
    assert "and 32 more" in fault.message


@pytest.mark.parametrize(
    ("text", "times", "told"),
    [
        ("Hello there.\n", "missing", "neither times nor a length"),
        ("Length: 60s\n\nHello there.\n", "estimated", None),
        ("[0:01] Hello.\n[0:02] You.\n", "exact", None),
        ("[0:01] Hello.\nThere.\n[0:02] You.\n", "partly", "1 of 3 lines have no time"),
    ],
)
def test_times_are_told(tmp_path: Path, text: str, times: str, told: str | None) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(text, encoding="utf-8")
    found = report(path)
    assert found.times == times
    messages = [problem.message for problem in found.problems if "show notes" not in problem.message]
    assert len(messages) == (told is not None)
    assert (told or "") in "".join(messages)


def test_warnings_of_cues_name_no_line_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(
        "1\n00:00:02,000 --> 00:00:01,000\n[Music]\n\n2\n00:00:03,000 --> 00:00:04,000\nHi.\n", encoding="utf-8"
    )
    problems = report(path).problems
    assert [problem.line for problem in problems] == [None, None, None]
    assert "cue 1" in problems[0].message
    assert "1 cue of music" in problems[1].message


def test_what_cannot_be_read_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(TranscriptError, match="PDF"):
        check(path)
