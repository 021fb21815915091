"""The lines of an episode, each with all that is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from store.episode import Episode


@dataclass(frozen=True, slots=True)
class Utterance:
    """A line with all that is known of it; `turns` only where the speaker changes inside the line."""

    line: int
    text: str
    display: str
    speaker: str | None
    start: float | None
    estimated: bool
    turns: tuple[tuple[str | None, str], ...] = ()


def utterances(episode: Episode) -> Iterator[Utterance]:
    """Give every line, in order."""
    for line in episode.transcript.lines:
        span = episode.spoken.span_of_line(line.number)
        turns = episode.turns_in(span)
        moment = episode.moment_of(span)
        yield Utterance(
            line=line.number,
            text=line.text,
            display=episode.glossary.display(span),
            speaker=episode.speaker_of(span),
            start=moment.start,
            estimated=moment.estimated,
            turns=tuple((turn.speaker, episode.spoken[turn.span].strip()) for turn in turns) if len(turns) > 1 else (),
        )
