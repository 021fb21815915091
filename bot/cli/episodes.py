"""The verbs that show what there is: chapters, transcript, and the library's episodes."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import files
from bot.cli.asking import open_asking
from bot.cli.forms.episodes import chapters_form, check_form, episode_form, episodes_form, transcript_form
from bot.cli.options import AsJson, ConfigOption, EpisodeOption
from bot.cli.output import print_json, print_readable, print_utf8, say_left_out
from bot.cli.terminal import Verb, answered
from bot.cli.text import episodes as text
from bot.json_line import json_text
from store.episode import Episode
from store.manuscripts.check import report

app = typer.Typer()
library = typer.Typer()


class Format(StrEnum):
    """What a transcript can be written as."""

    JSON = "json"
    TEXT = "text"
    SRT = "srt"
    VTT = "vtt"

    def write(self, episode: Episode) -> str:
        """Write an episode. Raises InputError where the format wants times that are not known."""
        match self:
            case Format.JSON:
                return f"{json_text(transcript_form(episode))}\n"
            case Format.TEXT:
                return files.as_text(episode)
            case Format.SRT:
                return files.as_srt(episode)
            case Format.VTT:
                return files.as_vtt(episode)


@app.command(cls=Verb, epilog="Examples:\n\n{prog} chapters\n\n{prog} chapters --json")
def chapters(*, as_json: AsJson = False, episode: EpisodeOption = None, config: ConfigOption = None) -> None:
    """List the chapters, each with its lines and its gist."""
    shown = open_asking(config, episode).episode
    if as_json:
        print_json(chapters_form(shown.facts.chapters))
    else:
        print_readable(text.chapters(shown.facts))
    answered(found=bool(shown.facts.chapters))


@app.command(cls=Verb, epilog="Examples:\n\n{prog} transcript | less\n\n{prog} transcript --format vtt > episode.vtt")
def transcript(
    *,
    written_as: Annotated[Format | None, typer.Option("--format", help="What to write.", show_default="text")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    episode: EpisodeOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the episode out, with the speaker and the moment of each line; ≈ marks times that were estimated.

    The words are the transcript's own. JSON has each line with its misheard names corrected, too.
    """
    if as_json and written_as not in (None, Format.JSON):
        raise typer.BadParameter(f"--json and --format {written_as} exclude each other")
    chosen = Format.JSON if as_json else written_as or Format.TEXT
    shown = open_asking(config, episode).episode
    print_utf8(chosen.write(shown))
    answered(found=bool(shown.transcript.lines))


@library.command("list", cls=Verb, epilog="Examples:\n\n{prog} episode list\n\n{prog} episode list --json")
def list_episodes(*, as_json: AsJson = False, config: ConfigOption = None) -> None:
    """List the episodes that there are."""
    shelf = open_asking(config, None).library
    listed = shelf.facts()
    say_left_out(shelf.problems)
    if as_json:
        print_json(episodes_form(listed))
    else:
        print_readable(text.episodes(listed, shelf.episode(None, None).id))


@library.command(
    cls=Verb, epilog="Examples:\n\n{prog} episode show 000_07237bb4a34dc730\n\n{prog} episode show talks/tuesday.txt"
)
def show(
    episode: Annotated[str, typer.Argument(metavar="ID", help="Its ID, or the path of any transcript.")],
    *,
    as_json: AsJson = False,
    config: ConfigOption = None,
) -> None:
    """Show what is known of one episode."""
    facts = open_asking(config, episode).episode.facts
    if as_json:
        print_json(episode_form(facts))
    else:
        print_readable(text.episode(facts))


@library.command("check", cls=Verb, epilog="Example:\n\n{prog} episode check talks/tuesday.txt")
def check_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A transcript; its show notes are checked with it.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Tell what a transcript is read as, and all that is wrong with it or its show notes.

    The status is 0 without errors, 1 with some, 2 where the transcript cannot be read.
    """
    found = report(file)
    if as_json:
        print_json(check_form(file, found))
    else:
        print_readable(text.report(file, found))
    answered(found=not any(problem.severity == "error" for problem in found.problems))
