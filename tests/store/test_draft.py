import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from store.draft import draft, update
from store.episode import Episode
from store.formats import read
from store.manuscripts.opening import open_episode
from store.notes import ShowNotes, notes_path
from store.transcript import Header, Line, Transcript

LINES = [
    "I'm Ada Lovett, and this is the show.",
    "Bo Strand, welcome to the show.",
    "Pregozhin marched and Prigozhin stopped.",
    "Nobody stopped Pregozhin.",
    "What are three books you'd recommend?",
    'The Ninth Canal by Lena Farrow, which has a "quote" in it.',
    "Use promo code ROPES for ten percent off.",
    "Bo Strand, thank you very much.",
]


def _uncommented(text: str) -> str:
    """Take every guess for right: the comments that hold TOML are those of an entry."""
    rows = text.split("\n")
    return "\n".join(
        row[2:] if row.startswith("# [[") or (" = " in row[:20] and row.startswith("# ")) else row for row in rows
    )


def test_draft_of_the_seed_reads_back_and_fits_its_transcript(seed: Path, tmp_path: Path) -> None:
    copy = tmp_path / seed.name
    copy.write_bytes(seed.read_bytes())
    notes_path(copy).write_text(draft(Episode(read(copy))), "utf-8")
    notes = open_episode(copy).notes
    assert not notes.reviewed
    assert len(notes.books) == 6
    assert len(notes.chapters) >= 6
    assert [aside.kind for aside in notes.asides] == ["credits"]


def test_draft_proposes_names_speakers_and_asides(opened: Callable[..., Episode]) -> None:
    text = draft(opened(LINES))
    notes = ShowNotes.model_validate(tomllib.loads(text))
    assert [book.title for book in notes.books] == ["The Ninth Canal"]
    assert [aside.kind for aside in notes.asides] == ["announcement"]
    assert (notes.names, notes.speakers) == ((), ())
    assert "Pregozhin (2): 14, 15" in text
    assert '# name = "Ada Lovett"\n# role = "host"' in text
    assert '# name = "Bo Strand"\n# role = "guest"' in text


def test_guesses_are_valid_too_once_the_marks_are_off(opened: Callable[..., Episode]) -> None:
    text = draft(opened(LINES)).replace('# overview = """…"""', "")
    notes = ShowNotes.model_validate(tomllib.loads(_uncommented(text)))
    assert {speaker.name for speaker in notes.speakers} == {"Ada Lovett", "Bo Strand"}
    assert [set(name.heard) | {name.meant} for name in notes.names] == [{"Prigozhin", "Pregozhin"}]


def test_update_keeps_what_stands_there_to_the_letter_and_adds_comments_only(opened: Callable[..., Episode]) -> None:
    source = "# mine\nreviewed = false\noverview = 'Two talk.'   # short\n"
    text = update(source, opened(LINES, source))
    assert text.startswith(source)
    assert tomllib.loads(text) == tomllib.loads(source)
    assert '# title = "The Ninth Canal"' in text


def test_update_does_not_propose_again(opened: Callable[..., Episode]) -> None:
    source = "overview = 'Two talk.'\n"
    episode = opened(LINES, source)
    once = update(source, episode)
    assert update(once, episode) == once


def test_update_leaves_out_what_is_confirmed(seed: Path) -> None:
    source = notes_path(seed).read_text("utf-8")
    assert "[[books]]" not in update(source, open_episode(seed)).removeprefix(source)


@pytest.mark.parametrize("said", ['He said "no" \\ and \x7f left.', "Tab\there, été, 東京 🎧."])
def test_any_words_are_written_as_valid_toml(opened: Callable[..., Episode], said: str) -> None:
    text = draft(opened([f"Use promo code ROPES. {said} Use code ROPES."]))
    ShowNotes.model_validate(tomllib.loads(text))


def named(title: str = "", show: str = "", description: str = "", lines: tuple[str, ...] = ()) -> str:
    header = Header(title=title, show=show, description=description, duration=60.0)
    said = tuple(Line(number, text) for number, text in enumerate(lines, start=1))
    return draft(Episode(Transcript(Path("talk.txt"), "0" * 64, header, said)))


def test_people_of_the_header_are_proposed() -> None:
    lines = ("Bridges stand.", "Mrs. Lovett has built them.", "So has nobody but Lovett.")
    text = named("On Bridges with Ada Lovett", "The Bo Strand Show", lines=lines)
    assert '# name = "Ada Lovett"\n# role = "guest"' in text
    assert '# name = "Bo Strand"\n# role = "host"' in text
    assert "Mrs." not in named("Bridges", "Bridge Talk Radio", lines=lines).split("# ----")[1]


def test_name_that_only_the_description_has_is_what_was_misheard() -> None:
    text = named(description="Music by Kyle Dunovan.", lines=("The music is by Kyle Donovan.", "It is short."))
    assert 'meant = "Dunovan"\nheard = ["Donovan"]' in text.replace("# ", "")


def test_speakers_of_the_file_get_roles_by_the_show_or_by_who_asks(tmp_path: Path) -> None:
    asked = "".join(f"ANN: Is it number {at}?\nBO: It is that one, yes.\n" for at in range(8))
    path = tmp_path / "talk.txt"
    path.write_text(asked)
    text = draft(Episode(read(path)))
    assert 'name = "ANN"\nrole = "host"' in text
    assert 'name = "BO"\nrole = "guest"' in text
    path.write_text(f"Show: Bo's Podcast\n\n{asked}")
    assert 'name = "BO"\nrole = "host"' in draft(Episode(read(path)))
