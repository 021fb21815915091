"""How well a summary tells what people wrote of an episode, beside the first sentences, random ones and LexRank.

`python -m benchmarks.summaries FILE…` takes any transcripts whose files state a description or chapters. What is
written is only compared with; whether `ours` may see the chapters is said in its row.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rouge_score.rouge_scorer import RougeScorer

from benchmarks import lexrank
from store import formats
from store.episode import Episode
from store.errors import TranscriptError
from store.language.stopwords import STOP
from store.question import Length, Span, Summarise
from store.search import Searcher
from store.summary import POINTS, summarise
from store.words import stem, words

System = Callable[[Episode, int], list[Span]]
SEEDS = 20
# Fewer words tell nothing of what a talk is about; fewer chapters nothing of how it is spread.
LEAST_WORDS, LEAST_CHAPTERS = 40, 4
_MEASURES = ("rouge1", "rouge2", "rougeL")
_ADDRESS = re.compile(r"\(?\bhttps?://\S+|\bwww\.\S+|\S+@\S+|[#@]\w+")
_NOT_ABOUT = re.compile(
    r"\b(?:subscri|patreon|sponsor|brought to you|follow (?:us|me|on)|newsletter|podcast info|playlist|instagram|"
    r"twitter|spotify|apple podcasts|discord|support (?:us|the)|sign up|promo|code\b|transcript|email us|produced by|"
    r"music by|donate|download)",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d{1,2}:\d{2}")
_ROW_WORDS = 7


@dataclass(frozen=True, slots=True)
class Talk:
    """An episode without notes, what is written of it ("" where too little is), and where its chapters stand."""

    episode: Episode
    written: str
    chapters: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """How well a summary does: ROUGE's F1, the shares of chapters that hold a point and of their titles' words told."""

    words: float
    rouge: tuple[float, ...] = ()
    held: float | None = None
    told: float | None = None


def main(
    files: Annotated[list[Path], typer.Argument(help="Transcripts that state a description or chapters.")],
    length: Annotated[Length, typer.Option(help="Which summary.")] = "medium",
) -> None:
    """Measure every system on all files and print two tables."""
    talks = [talk for path in files if (talk := _talk(path))]
    if not talks:
        raise typer.BadParameter("no transcript with a description or chapters among them")
    console, count = Console(width=110), POINTS[length]
    ours, unaided = ([_ours(kind(talk), length) for talk in talks] for kind in (_as_it_is, _without_chapters))
    rankings = {
        name: [[rank(talk.episode, seed) for seed in range(seeds)] for talk in talks]
        for name, (rank, seeds) in PEERS.items()
    }
    for by_words in (False, True):
        console.print(_table(talks, rankings, (ours, unaided), Budget(count, by_words)))


def _talk(path: Path) -> Talk | None:
    try:
        episode = Episode(formats.read(path))
    except TranscriptError:
        return None
    about = written(episode.transcript.header.description)
    chapters = tuple(
        (chapter.title, span)
        for chapter, span in zip(episode.chapters, episode.chapter_spans, strict=True)
        if not chapter.automatic
    )
    chapters = chapters if len(chapters) >= LEAST_CHAPTERS else ()
    return Talk(episode, about, chapters) if about or chapters else None


def written(description: str) -> str:
    """Return the rows of a description that say what an episode is about: no addresses, thanks, lists of chapters."""
    rows = [_ADDRESS.sub("", row).strip() for row in description.split("\n")]
    about = [
        row for row in rows if len(row.split()) >= _ROW_WORDS and not _NOT_ABOUT.search(row) and not _TIMED.search(row)
    ]
    text = " ".join(about)
    return text if len(text.split()) >= LEAST_WORDS else ""


def _as_it_is(talk: Talk) -> Talk:
    return talk


def _without_chapters(talk: Talk) -> Talk:
    transcript = talk.episode.transcript
    bare = replace(transcript, header=replace(transcript.header, chapters=()))
    return replace(talk, episode=Episode(bare))


def _ours(talk: Talk, length: Length) -> list[Span]:
    return [quote.span for quote in summarise(Searcher(talk.episode), Summarise("", length)).points]


def first(episode: Episode, seed: int) -> list[Span]:
    """Rank sentences as they are said."""
    del seed
    return list(episode.sentences)


def chance(episode: Episode, seed: int) -> list[Span]:
    """Rank sentences by lot."""
    return random.Random(seed).sample(episode.sentences, len(episode.sentences))


def central(episode: Episode, seed: int) -> list[Span]:
    """Rank sentences as LexRank does."""
    del seed
    return [episode.sentences[at] for at in lexrank.ranked([episode.spoken[span] for span in episode.sentences])]


PEERS: dict[str, tuple[System, int]] = {"first": (first, 1), "random": (chance, SEEDS), "LexRank": (central, 1)}


@dataclass(frozen=True, slots=True)
class Budget:
    """What a peer may say: so many sentences, or as many words as ours has on the same talk."""

    sentences: int
    by_words: bool

    def __str__(self) -> str:
        """Say it for a title."""
        return "as many words as ours" if self.by_words else f"{self.sentences} sentences"

    def spend(self, talk: Talk, ranking: Sequence[Span], own: Sequence[Span]) -> list[tuple[Span, str]]:
        """Take what may be said from a ranking, in the order of speech; the last sentence is cut to fit."""
        texts = _texts(talk.episode, ranking)
        if not self.by_words:
            return sorted(zip(ranking[: self.sentences], texts, strict=False), key=lambda one: one[0].start)
        kept, left = [], sum(len(text.split()) for text in _texts(talk.episode, own))
        for span, text in zip(ranking, texts, strict=True):
            if left <= 0:
                break
            kept.append((span, " ".join(text.split()[:left])))
            left -= len(text.split())
        return sorted(kept, key=lambda one: one[0].start)


def _table(
    talks: Sequence[Talk],
    rankings: Mapping[str, Sequence[Sequence[list[Span]]]],
    chosen: tuple[Sequence[list[Span]], Sequence[list[Span]]],
    budget: Budget,
) -> Table:
    described, divided = sum(bool(talk.written) for talk in talks), sum(bool(talk.chapters) for talk in talks)
    table = Table(title=f"{budget}; {described} transcripts with a description, {divided} with chapters")
    columns = ("words", "ROUGE-1", "ROUGE-2", "ROUGE-L", "chapters with\na point, %", "titles\ntold, %")
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    for name, ranked in rankings.items():
        marks = [
            _mean(_peer(talk, ranking, own, budget) for ranking in each)
            for talk, each, own in zip(talks, ranked, chosen[0], strict=True)
        ]
        table.add_row(name, *_row(marks))
    table.add_section()
    for name, points in zip(("ours", "ours, chapters taken away"), chosen, strict=True):
        marks = [_marks(talk, _texts(talk.episode, spans), spans) for talk, spans in zip(talks, points, strict=True)]
        table.add_row(name, *_row(marks))
    return table


def _peer(talk: Talk, ranking: Sequence[Span], own: Sequence[Span], budget: Budget) -> Marks:
    said = budget.spend(talk, ranking, own)
    return _marks(talk, [text for _, text in said], [span for span, _ in said])


def _texts(episode: Episode, spans: Sequence[Span]) -> list[str]:
    return [episode.spoken[span] for span in spans]


_SCORER = RougeScorer(list(_MEASURES), use_stemmer=True)


def _marks(talk: Talk, points: Sequence[str], spans: Sequence[Span]) -> Marks:
    length = float(sum(len(point.split()) for point in points))
    scores = _SCORER.score(talk.written, " ".join(points)) if talk.written else {}
    rouge = tuple(100 * scores[name].fmeasure for name in _MEASURES) if scores else ()
    if not talk.chapters:
        return Marks(length, rouge)
    reachable = min(len(talk.chapters), max(1, len(spans)))
    holding = sum(any(chapter.overlap(span) for span in spans) for _, chapter in talk.chapters)
    return Marks(length, rouge, 100 * min(holding, reachable) / reachable, 100 * _told(talk.chapters, points))


def _told(chapters: Sequence[tuple[str, Span]], points: Sequence[str]) -> float:
    """Return the share of the titles' words that one of the points says, in the mean over the titles."""
    said = [_stems(point) for point in points]
    titles = [stems for title, _ in chapters if (stems := _stems(title))]
    return mean(max((len(title & point) / len(title) for point in said), default=0.0) for title in titles)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.plain) for word in words(text) if word.plain not in STOP)


def _mean(marks: Iterator[Marks]) -> Marks:
    found = list(marks)
    rouge = tuple(mean(values) for values in zip(*(one.rouge for one in found), strict=True))
    held, told = ([value for one in found if (value := getattr(one, name)) is not None] for name in ("held", "told"))
    return Marks(mean(one.words for one in found), rouge, mean(held) if held else None, mean(told) if told else None)


def _row(marks: Sequence[Marks]) -> Iterator[str]:
    described = [one.rouge for one in marks if one.rouge]
    yield f"{mean(one.words for one in marks):.0f}"
    for at in range(len(_MEASURES)):
        yield f"{mean(rouge[at] for rouge in described):.1f}" if described else "–"
    for values in ([one.held for one in marks], [one.told for one in marks]):
        known = [value for value in values if value is not None]
        yield f"{mean(known):.1f}" if known else "–"


if __name__ == "__main__":
    typer.run(main)
