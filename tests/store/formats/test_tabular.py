from collections.abc import Callable

from store.transcript import Line, Transcript

Read = Callable[..., Transcript]


def test_rows_are_lines_with_times_in_milliseconds(read: Read) -> None:
    transcript = read("start\tend\ttext\n0\t2500\tHello, all.\n2500\t4000\tAt 4:30 it was.\n")
    assert (transcript.format, transcript.unit) == ("Whisper TSV", "line")
    assert transcript.lines == (Line(2, "Hello, all.", 0.0, 2.5), Line(3, "At 4:30 it was.", 2.5, 4.0))
    assert transcript.warnings == ()


def test_decimals_are_seconds_and_a_fourth_column_may_name_the_speaker(read: Read) -> None:
    transcript = read("Start\tEnd\tText\tSpeaker\r\n0.0\t2.5\tHello.\tAda\r\n2.5\t4.0\tYes.\t\r\n")
    assert transcript.lines == (Line(2, "Hello.", 0.0, 2.5, "Ada"), Line(3, "Yes.", 2.5, 4.0))


def test_damaged_rows_are_told_of(read: Read) -> None:
    transcript = read("start\tend\ttext\n0\t2500\n\nx\t4000\tSaid.\n5000\t4000\tMore.\n")
    assert transcript.lines == (Line(4, "Said.", None, 4.0), Line(5, "More.", 5.0))
    assert [warning.line for warning in transcript.warnings] == [2, 4, 5]
