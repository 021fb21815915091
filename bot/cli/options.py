"""The options that several verbs share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object, for programs.")]
EpisodeOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--episode",
        metavar="ID",
        help="The episode: its ID, or the path of any transcript. Else the configured one.",
        show_default=False,
    ),
]
EpisodeOrAllOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--episode",
        metavar="ID",
        help="The episode: its ID, the path of any transcript, or all of them. Else the configured one.",
        show_default=False,
    ),
]
ConfigOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration. Else config.toml in the working directory, else the one that ships.",
        show_default=False,
    ),
]
