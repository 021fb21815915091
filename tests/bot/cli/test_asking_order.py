"""Questions about the talk itself, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.cli.conftest import Run


def test_judgement_is_left_to_the_asker(run: Run) -> None:
    printed = run("ask", "does Ezra agree with him?")
    assert printed.status == 1
    assert printed.out.startswith("That is for you to judge. No passage can answer this: only what was said is shown.")
    assert run("ask", "does Ezra agree with him?", "--json").json["answer"]["answers"] == []


def test_place_leads_with_the_chapter(run: Run) -> None:
    assert run("ask", "in which chapter do they talk about the levers of power?").out.startswith("In chapter ")


def test_end_of_the_episode_is_quoted(run: Run) -> None:
    printed = run("ask", "how does the episode end?")
    assert printed.status == 0
    assert "it was my pleasure." in printed.out
