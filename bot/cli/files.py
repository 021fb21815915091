"""An episode as a file: plain text, SubRip, WebVTT. The words are the transcript's own, to the letter."""

from collections.abc import Iterator
from itertools import pairwise

from bot.cli.errors import InputError
from bot.cli.text.said import clean, moment, named
from store.episode import Episode
from store.excerpts.utterances import Utterance, utterances

# Seconds: how long the last cue stays where the recording's length is not known, and the least that any stays.
LAST, LEAST = 5.0, 0.001
_VTT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_text(episode: Episode) -> str:
    """Write a line for each line: its number, its moment, its speaker, its words. A change inside it begins anew."""
    lines = tuple(utterances(episode))
    width = len(str(lines[-1].line)) if lines else 0
    times = [moment(utterance.start, estimated=utterance.estimated) for utterance in lines]
    room = max(map(len, times), default=0)
    rows = [f"# {named(episode.facts)}", ""]
    for utterance, time in zip(lines, times, strict=True):
        for speaker, text in _turns(utterance):
            said = f"{clean(speaker)}: {clean(text)}" if speaker else clean(text)
            rows.append(f"{utterance.line:>{width}}  {f'{time:>{room}}  ' if room else ''}{said}")
    return "\n".join([*rows, ""])


def as_srt(episode: Episode) -> str:
    """Write SubRip: a cue for each line, the speaker before the words. Raises InputError where no times are known."""
    cues = []
    for number, (start, end, utterance) in enumerate(_cues(episode), start=1):
        said = [f"{clean(speaker)}: {clean(text)}" if speaker else clean(text) for speaker, text in _turns(utterance)]
        times = f"{_stamp(start, ',')} --> {_stamp(end, ',')}"
        cues.append("\n".join([str(number), times, *(text.replace("-->", "->") for text in said), ""]))
    return "\n".join(cues)


def as_vtt(episode: Episode) -> str:
    """Write WebVTT (w3.org/TR/webvtt1): a cue for each line, speakers as voices. Raises InputError as SubRip does."""
    cues = ["WEBVTT\n"]
    if any(utterance.estimated for utterance in utterances(episode)):
        cues.append("NOTE The times are estimated.\n")
    for start, end, utterance in _cues(episode):
        said = [f"<v {_vtt(speaker)}>{_vtt(text)}" if speaker else _vtt(text) for speaker, text in _turns(utterance)]
        cues.append("\n".join([f"{_stamp(start, '.')} --> {_stamp(end, '.')}", *said, ""]))
    return "\n".join(cues)


def _turns(utterance: Utterance) -> tuple[tuple[str | None, str], ...]:
    return utterance.turns or ((utterance.speaker, utterance.text),)


def _cues(episode: Episode) -> Iterator[tuple[float, float, Utterance]]:
    lines = tuple(utterances(episode))
    starts = [utterance.start for utterance in lines if utterance.start is not None]
    if len(starts) < len(lines):
        raise InputError(
            f"episode {episode.id} has no times, nor a length to estimate them from; use --format text or json"
        )
    last = max(starts[-1] + LAST, episode.duration or 0.0) if starts else 0.0
    for utterance, (start, after) in zip(lines, pairwise([*starts, last]), strict=True):
        yield start, max(after, start + LEAST), utterance


def _stamp(seconds: float, point: str) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}{point}{milliseconds % 1000:03}"


def _vtt(text: str) -> str:
    return clean(text).translate(_VTT_ESCAPES)
