"""Episodes and what is wrong with them, as the contract fixes them for programs."""

from collections.abc import Iterable
from pathlib import Path
from typing import NotRequired, TypedDict

from store.episode import Episode
from store.errors import Problem, Severity
from store.excerpts.utterances import Utterance, utterances
from store.manuscripts.check import Report, Times
from store.question import ChapterFacts, EpisodeFacts


class ChapterForm(TypedDict):
    number: int
    title: str
    lines: tuple[int, int]
    start: float | None
    gist: str
    automatic: bool


class ChaptersForm(TypedDict):
    chapters: list[ChapterForm]


class EpisodeForm(TypedDict):
    id: str
    title: str
    show: str
    published: str | None
    recorded: str | None
    duration: float | None
    url: str | None
    speakers: list[str]
    lines: int
    reviewed: bool
    guessed: list[str]


class EpisodesForm(TypedDict):
    episodes: list[EpisodeForm]


class TurnForm(TypedDict):
    speaker: str | None
    text: str


class UtteranceForm(TypedDict):
    line: int
    text: str
    display: str
    speaker: str | None
    start: float | None
    estimated: bool
    turns: NotRequired[list[TurnForm]]


class TranscriptForm(TypedDict):
    episode: EpisodeForm
    lines: list[UtteranceForm]


class ProblemForm(TypedDict):
    severity: Severity
    file: str
    line: int | None
    key: str | None
    message: str


class CheckForm(TypedDict):
    file: str
    format: str
    times: Times
    lines: int
    faults: int
    problems: list[ProblemForm]


def chapters_form(chapters: Iterable[ChapterFacts]) -> ChaptersForm:
    return {"chapters": [_chapter_form(chapter) for chapter in chapters]}


def _chapter_form(chapter: ChapterFacts) -> ChapterForm:
    return {
        "number": chapter.number,
        "title": chapter.title,
        "lines": chapter.lines,
        "start": chapter.start,
        "gist": chapter.gist,
        "automatic": chapter.automatic,
    }


def episodes_form(episodes: Iterable[EpisodeFacts]) -> EpisodesForm:
    return {"episodes": [episode_form(episode) for episode in episodes]}


def episode_form(episode: EpisodeFacts) -> EpisodeForm:
    return {
        "id": episode.id,
        "title": episode.title,
        "show": episode.show,
        "published": episode.published.isoformat() if episode.published else None,
        "recorded": episode.recorded.isoformat() if episode.recorded else None,
        "duration": episode.duration,
        "url": episode.url,
        "speakers": list(episode.speakers),
        "lines": episode.lines,
        "reviewed": episode.reviewed,
        "guessed": sorted(episode.guessed),
    }


def transcript_form(episode: Episode) -> TranscriptForm:
    lines = [_utterance_form(utterance) for utterance in utterances(episode)]
    return {"episode": episode_form(episode.facts), "lines": lines}


def _utterance_form(utterance: Utterance) -> UtteranceForm:
    form: UtteranceForm = {
        "line": utterance.line,
        "text": utterance.text,
        "display": utterance.display,
        "speaker": utterance.speaker,
        "start": utterance.start,
        "estimated": utterance.estimated,
    }
    if utterance.turns:
        form["turns"] = [{"speaker": speaker, "text": text} for speaker, text in utterance.turns]
    return form


def check_form(file: Path, report: Report) -> CheckForm:
    return {
        "file": str(file),
        "format": report.format,
        "times": report.times,
        "lines": report.lines,
        "faults": report.faults,
        "problems": [_problem_form(problem) for problem in report.problems],
    }


def _problem_form(problem: Problem) -> ProblemForm:
    return {
        "severity": problem.severity,
        "file": str(problem.file),
        "line": problem.line,
        "key": problem.key,
        "message": problem.message,
    }
