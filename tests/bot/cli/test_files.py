"""An episode as a file."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pysubs2
import pytest

from store.excerpts.utterances import utterances
from store.manuscripts.opening import open_episode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from store.episode import Episode
    from tests.bot.cli.conftest import Run

HOSTILE = ("Is 1 < 2 & <b>3</b> --> 4?", "A \x1b[31mred\x07 word\u202e.", "Done.")


def test_text_has_number_moment_speaker_and_words_of_each_line(run: Run, talk: Path) -> None:
    lines = run("transcript", "--episode", talk).out.splitlines()
    assert lines[0] == "# A Show · On Bridges · 2023-06-30"
    assert lines[2] == "12  ≈ 0:00  Ada Host: Welcome to the show, today we talk about bridges."
    assert re.fullmatch(r"15  ≈ 0:\d\d  Bo Guest: I visited the old bridge at Mostar last summer\.", lines[5])
    assert len(lines) == 2 + 7


def test_text_of_an_episode_without_notes_or_length_has_words_alone(run: Run, write: Callable[..., Path]) -> None:
    path = write("Nobody says much.", length="unknown")
    assert run("transcript", "--episode", path).out.splitlines()[2] == "12  Nobody says much."


def test_text_begins_a_change_of_speaker_on_a_line_of_its_own(run: Run, write: Callable[..., Path]) -> None:
    notes = 'turns = [{ line = 12, speaker = "Ada" }, { line = 12, speaker = "Bo", at = "It does." }]\n'
    notes += 'speakers = [{ name = "Ada" }, { name = "Bo" }]'
    out = run("transcript", "--episode", write("Does it? It does.", notes=notes)).out
    assert [line.split("  ")[-1] for line in out.splitlines()[2:]] == ["Ada: Does it?", "Bo: It does."]


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_subtitles_are_read_back_by_another_program(run: Run, talk: Path, kind: str) -> None:
    printed = run("transcript", "--format", kind, "--episode", talk)
    assert printed.status == 0
    cues = pysubs2.SSAFile.from_string(printed.out, kind)
    assert len(cues) == 7
    assert cues[0].plaintext.endswith("Welcome to the show, today we talk about bridges.")
    assert cues[0].start == 0
    assert cues[-1].end >= 70_000
    assert all(one.start < one.end == other.start for one, other in pairwise(cues))


def test_subrip_names_the_speaker_before_the_words(run: Run, talk: Path) -> None:
    out = run("transcript", "--format", "srt", "--episode", talk).out
    assert out.startswith("1\n00:00:00,000 --> 00:00:")
    assert "\nBo Guest: The river there is green, and very cold.\n" in out


def test_webvtt_gives_speakers_as_voices_and_says_that_times_are_estimated(run: Run, talk: Path) -> None:
    out = run("transcript", "--format", "vtt", "--episode", talk).out
    assert out.startswith("WEBVTT\n\nNOTE The times are estimated.\n\n00:00:00.000 --> ")
    assert "\n<v Bo Guest>The river there is green, and very cold.\n" in out


@pytest.mark.parametrize("kind", ["text", "srt", "vtt"])
def test_words_cannot_break_out_of_their_place(run: Run, write: Callable[..., Path], kind: str) -> None:
    out = run("transcript", "--format", kind, "--episode", write(*HOSTILE)).out
    assert "A [31mred word." in out
    assert all(line.isprintable() for line in out.splitlines())
    if kind == "vtt":
        assert "Is 1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt; --&gt; 4?" in out
    if kind == "srt":
        assert out.count("-->") == len(HOSTILE)


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_subtitles_without_times_are_refused(run: Run, write: Callable[..., Path], kind: str) -> None:
    path = write("Nobody says much.", length="unknown")
    assert "no times" in run("transcript", "--format", kind, "--episode", path).error


def test_every_format_is_read_back_with_the_same_words_speakers_and_times(
    run: Run, seed: Episode, tmp_path: Path
) -> None:
    lines = list(utterances(seed))
    for kind in ("srt", "vtt", "json"):
        path = tmp_path / f"again.{kind}"
        path.write_text(run("transcript", "--format", kind, "--episode", seed.transcript.path).out, "utf-8")
        again = open_episode(path)
        assert again.transcript.warnings == ()
        assert len(again.transcript.lines) == len(lines)
        assert [line.split() for line in again.text.splitlines()] == [line.split() for line in seed.text.splitlines()]
        assert set(again.speakers) == {"Ezra Klein", "Stephen Kotkin"}
        for before, line in zip(lines, utterances(again), strict=True):
            assert line.speaker == before.speaker or before.turns
            assert line.start == pytest.approx(before.start, abs=0.001)
            assert line.estimated == (kind == "json")


def test_facts_of_the_episode_are_in_its_json(run: Run, seed: Episode, tmp_path: Path) -> None:
    path = tmp_path / "again.json"
    path.write_text(run("transcript", "--json", "--episode", seed.transcript.path).out, "utf-8")
    again, facts = open_episode(path).facts, seed.facts
    assert (again.title, again.show, again.published) == (facts.title, facts.show, facts.published)
    assert (again.duration, again.url, again.guessed) == (facts.duration, facts.url, frozenset())
