from collections.abc import Callable

import pytest

from store.errors import TranscriptError
from store.transcript import Chapter, Line, Transcript

Read = Callable[..., Transcript]


def test_rows_are_lines_with_the_numbers_of_the_file(read: Read) -> None:
    transcript = read("One thing.\n\n  Another.  \n")
    assert (transcript.format, transcript.unit) == ("plain text", "line")
    assert transcript.lines == (Line(1, "One thing."), Line(3, "Another."))


@pytest.mark.parametrize("form", ["[{}]", "({})", "{}", "{} -", "<{}>", "[{}.000 --> 01:00:00.000] "])
def test_times_in_every_form(read: Read, form: str) -> None:
    rows = [f"{form.format(time)} Words {time}." for time in ("00:00:05", "00:12:34", "00:59:00")]
    lines = read("\n".join(rows)).lines
    assert [(line.start, line.text) for line in lines] == [
        (5.0, "Words 00:00:05."),
        (754.0, "Words 00:12:34."),
        (3540.0, "Words 00:59:00."),
    ]


def test_times_of_minutes_and_of_decimals(read: Read) -> None:
    lines = read("(0:05) A b.\n[12:34.5] C d.\n(1:02:11) E f.\n").lines
    assert [line.start for line in lines] == [5.0, 754.5, 3731.0]


def test_a_time_that_is_said_is_no_stamp(read: Read) -> None:
    rows = ["We met in a town.", "12:30 was when we met.", *["And so on we went."] * 8]
    assert [line.start for line in read("\n".join(rows)).lines] == [None] * 10


def test_names_and_times_in_either_order(read: Read) -> None:
    text = "[0:01] ANNA: One.\n[0:02] BEN: Two.\nand more.\n[0:03] ANNA: Three.\n"
    assert read(text).lines == (
        Line(1, "One.", 1.0, speaker="ANNA"),
        Line(2, "Two.", 2.0, speaker="BEN"),
        Line(3, "and more.", speaker="BEN"),
        Line(4, "Three.", 3.0, speaker="ANNA"),
    )
    assert read("Anna (0:01): One.\nBen [0:02]: Two.\nAnna (0:03): Three.\n").lines == (
        Line(1, "One.", 1.0, speaker="Anna"),
        Line(2, "Two.", 2.0, speaker="Ben"),
        Line(3, "Three.", 3.0, speaker="Anna"),
    )


def test_name_and_time_above_the_words(read: Read) -> None:
    text = "Anna Smith  0:01\nOne.\n\nSpeaker 2  0:07\nTwo.\nThree.\n"
    assert read(text).lines == (
        Line(2, "One.", 1.0, speaker="Anna Smith"),
        Line(5, "Two.", 7.0, speaker="Speaker 2"),
        Line(6, "Three.", speaker="Speaker 2"),
    )


def test_bold_names(read: Read) -> None:
    text = "**Anna:** One.\n\n**Ben**: Two.\n\n**Anna:** Three.\n"
    assert [(line.speaker, line.text) for line in read(text).lines] == [
        ("Anna", "One."),
        ("Ben", "Two."),
        ("Anna", "Three."),
    ]


def test_header_at_the_top(read: Read) -> None:
    text = (
        "# A Talk\nShow: The Show\nDate: 30 June 2023\nLength: 1:08:37\nLink: https://example.com/x\nGuest: Ann Lee\n\n"
        "Anna: One.\nBen: Two.\n"
    )
    transcript = read(text)
    header = transcript.header
    assert (header.title, header.show, header.guest, header.duration) == ("A Talk", "The Show", "Ann Lee", 4117.0)
    assert (str(header.published), header.url, header.guessed) == ("2023-06-30", "https://example.com/x", frozenset())
    assert [(line.number, line.speaker) for line in transcript.lines] == [(8, "Anna"), (9, "Ben")]


def test_a_row_above_the_names_is_the_title(read: Read) -> None:
    transcript = read("A Talk on Time\n\nAnna: One.\nBen: Two.\nAnna: Three.\n")
    assert transcript.header.title == "A Talk on Time"
    assert "title" not in transcript.header.guessed
    assert [line.number for line in transcript.lines] == [3, 4, 5]


@pytest.mark.parametrize("text", ["12345\n", "*** --- ***\n", "00:01\n00:02\n", "!\n"])
def test_a_text_without_words_is_refused(refused: Callable[..., TranscriptError], text: str) -> None:
    assert "word" in refused(text).what


def test_times_without_words_are_refused(refused: Callable[..., TranscriptError]) -> None:
    assert "nothing is spoken" in refused("Title: A\n00:01\n").what


def test_other_scripts(read: Read) -> None:
    text = "[00:00:01] Анна: Привет.\n[00:00:05] Борис: Да.\n[00:00:09] Анна: 日本語。\n"
    assert [(line.speaker, line.text) for line in read(text).lines] == [
        ("Анна", "Привет."),
        ("Борис", "Да."),
        ("Анна", "日本語。"),
    ]


def test_markdown_with_escaped_times_and_names_in_bold(read: Read) -> None:
    text = (
        "**Mat Ryer:** Hello.\n\n**Jo Q:** Hi!\n\n**Mat Ryer:** \\[03:59\\] So it is 50\\%.\n\n"
        "**Jo Q:** Right. \\[04:20\\] And then.\n"
    )
    assert read(text).lines == (
        Line(1, "Hello.", speaker="Mat Ryer"),
        Line(3, "Hi!", speaker="Jo Q"),
        Line(5, "So it is 50%.", 239.0, speaker="Mat Ryer"),
        Line(7, "Right. And then.", speaker="Jo Q"),
    )


def test_addresses_of_links_and_times_between_sentences_are_not_spoken(read: Read) -> None:
    text = "We spoke of [the bridge](https://example.com/a-b) [in 1850]. 00:02:09 It fell at 9:30.\n"
    assert [line.text for line in read(text).lines] == ["We spoke of the bridge [in 1850]. It fell at 9:30."]


def test_backslashes_stay_where_no_time_is_escaped(read: Read) -> None:
    assert [line.text for line in read(r"It costs 50\% of it." + "\n").lines] == [r"It costs 50\% of it."]


def test_headings_are_not_spoken_and_are_chapters_where_times_follow(read: Read) -> None:
    text = "# A Talk\n\n## Transcript\n\n### The *first*\n[0:05] One.\n[0:20] Two.\n### The last\n\n[0:40] Three.\n"
    transcript = read(text)
    assert transcript.header.title == "A Talk"
    assert [line.text for line in transcript.lines] == ["One.", "Two.", "Three."]
    assert transcript.header.chapters == (Chapter("The first", 5.0, 6), Chapter("The last", 40.0, 10))


def test_headings_without_times_are_chapters_too(read: Read) -> None:
    transcript = read("# A Talk\n\n## Opening\n\nADA: One.\nBEN: Two.\n\n## Empty\n## More\nADA: Three.\nBEN: Four.\n")
    assert transcript.header.chapters == (Chapter("Opening", None, 5), Chapter("More", None, 10))


def test_address_of_the_show_is_no_name(read: Read) -> None:
    header = read("Title: A Talk\nPodcast: https://example.com/200\n\nHello.\n").header
    assert (header.show, header.url) == ("", "https://example.com/200")


def test_time_after_the_name_and_words_right_after_the_bracket(read: Read) -> None:
    assert read("ANNA: [0:01] One.\nBEN: [0:02] Two.\nANNA: [0:03] Three.\n").lines == (
        Line(1, "One.", 1.0, speaker="ANNA"),
        Line(2, "Two.", 2.0, speaker="BEN"),
        Line(3, "Three.", 3.0, speaker="ANNA"),
    )
    lyrics = read("[ti:A Talk]\n[ar:A Show]\n[00:12.00]One.\n[00:17.20]Two.\n")
    assert lyrics.header.title == "A Talk"
    assert [(line.start, line.text) for line in lyrics.lines] == [(12.0, "One."), (17.2, "Two.")]


def test_role_in_brackets_and_a_time_alone_above_the_words(read: Read) -> None:
    text = "Anna Bell (host) (00:00:01):\nOne.\n\n(00:00:07):\nTwo.\n\nBen (00:00:09):\nThree.\n"
    assert read(text).lines == (
        Line(2, "One.", 1.0, speaker="Anna Bell"),
        Line(5, "Two.", 7.0, speaker="Anna Bell"),
        Line(8, "Three.", 9.0, speaker="Ben"),
    )


def test_names_before_a_full_width_colon(read: Read) -> None:
    colon = "\uff1a"
    text = f"田中{colon}こんにちは。\n鈴木{colon}はい。\n田中{colon}今日は橋の話です。\n鈴木{colon}はい。\n"
    assert [(line.speaker, line.text) for line in read(text).lines][:2] == [
        ("田中", "こんにちは。"),
        ("鈴木", "はい。"),
    ]


@pytest.mark.parametrize(
    ("day", "month"), [("30. Juni 2023", 6), ("5 de mayo de 2023", 5), ("1 août 2023", 8), ("12 mrt 2023", 3)]
)
def test_facts_in_other_languages(read: Read, day: str, month: int) -> None:
    header = read(f"Titel: Über Brücken\nSendung: Die Schau\nDatum: {day}\nDauer: 12:30\n\nHallo.\n").header
    assert (header.title, header.show, header.duration) == ("Über Brücken", "Die Schau", 750.0)
    assert header.published is not None
    assert (header.published.year, header.published.month) == (2023, month)
