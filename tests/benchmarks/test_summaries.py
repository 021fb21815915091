from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from benchmarks import lexrank

pytest.importorskip("rouge_score", reason="of the benchmark extra")
from benchmarks import summaries

TOPICS = {
    "ships": "The ships of the northern harbour carry timber and salt over the cold sea every spring.",
    "bread": "Bakers of the old town knead dark rye bread with caraway seeds before the sun is up.",
    "stars": "Astronomers of the hill observatory measure faint stars with mirrors of polished glass.",
    "bridges": "Engineers of the strait hang long bridges from cables of twisted steel above the water.",
}


def test_lexrank_puts_the_sentence_first_that_is_like_the_others() -> None:
    said = ["Red boats sail.", "Red boats sail home and blue birds sing.", "Blue birds sing.", "Nobody laughed."]
    assert lexrank.ranked(said)[0] == 1
    assert sorted(lexrank.ranked(said)) == [0, 1, 2, 3]


def test_written_is_what_tells_of_the_episode() -> None:
    about = " ".join(["Ada Host tells of the ships and of the bread of the town."] * 4)
    rest = "0:00 Ships and bread and all the rest of it\nFollow us on our page: https://example.com/a\n#ships"
    assert summaries.written(f"{about}\n\n{rest}") == about
    assert summaries.written("Too short to tell.") == ""


def test_table_has_every_system_and_counts_what_it_was_given(tmp_path: Path) -> None:
    chapters = "\n".join(f"{at * 5}:00 About {name}" for at, name in enumerate(TOPICS))
    about = " ".join(TOPICS.values())
    rows = [f"*  {text[:-1]} in the year {year}." for text in TOPICS.values() for year in range(1900, 1930)]
    head = f"---\nLength: 1200s\nVideo Description: {about}\n{chapters}\n---\n\n# A Talk\n**A Show:** x\n"
    path = tmp_path / "talk.txt"
    path.write_text(head + "\n".join(rows))
    made = Typer()
    made.command()(summaries.main)
    printed = CliRunner().invoke(made, [str(path)])
    assert printed.exit_code == 0
    assert printed.output.count("1 transcripts with a description, 1 with chapters") == 2
    assert all(printed.output.count(f"│ {name} ") == 2 for name in ("first", "random", "LexRank", "ours"))
    ours = next(row for row in printed.output.splitlines() if row.startswith("│ ours "))
    assert ours.split("│")[6].strip() == "100.0"
