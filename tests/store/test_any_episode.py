"""Whatever a file and its notes hold, they are refused by an error of the store's own, or answer everything."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import formats
from store.answering.responding import respond
from store.archive.archive import Archive
from store.archive.assembly import assemble
from store.archive.compiled import compile_episode
from store.draft import draft
from store.episode import Episode
from store.errors import ChapterUnknownError, NotesError, QuestionBlankError, TranscriptError
from store.excerpts.utterances import utterances
from store.manuscripts.check import report
from store.manuscripts.opening import open_episode
from store.question import (
    FindMentions,
    FindQuote,
    ListBooks,
    Quote,
    QuoteAnswer,
    Request,
    ShowEpisode,
    Summarise,
    VerifyQuote,
)
from store.search import Searcher

ROUNDS = 30
NOTES = """
reviewed = true
overview = "Two people talk."
speakers = [{ name = "Ada Host", role = "host" }, { name = "Bo Guest", role = "guest" }]
turns = [{ line = 12, speaker = "Ada Host" }, { line = 15, speaker = "Bo Guest" }]
names = [{ meant = "Zelensky", heard = ["Zilinski"] }]
voiced = [{ lines = [13, 14], voice = "a paper" }]
topics = [{ heading = "Currency", also = ["money"], lines = [[14, 16]] }]
chapters = [{ line = 12, title = "Promises", gist = "What." }, { line = 18, title = "Mostar" }]
points = [{ lines = [15, 15] }]
"""
SAID = (
    "Welcome to the show. Zilinski is here.",
    "I'd recommend a book, The Bridge over the Drina, by Ivo Andric.",
    "Thank you for watching!",
    "Why did he cross the river? Because of the war.",
    "The hryvnia fell “again” & again é 🙂.",
    "This episode is brought to you by a bank.",
)
REQUESTS: tuple[Request, ...] = (
    FindQuote("the river and the war"),
    FindQuote("Zelenskyy"),
    FindQuote("?"),
    FindQuote(),
    FindQuote("photosynthesis", limit=25),
    Summarise(),
    Summarise(of="1"),
    Summarise(of="river", length="long"),
    ListBooks(),
    ShowEpisode(),
    VerifyQuote("Why did he not cross the river?"),
    FindMentions("river"),
)


def clock(at: int) -> str:
    return f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}"


def whole(kind: str) -> str:
    """Return a good transcript of some minutes."""
    rows = [(4 * at, SAID[at % len(SAID)], ("Ana", "Ben Ray")[at // 3 % 2]) for at in range(24)]
    match kind:
        case "markdown":
            said = "".join(f"*  {text} [[{clock(at)}](https://youtu.be/a?t={at}s)]\n" for at, text, _ in rows)
            return f"---\nLength: 100s\nVideo Description: So.\n0:00 - A\n0:40 - B\n---\n\n# T\n\n\n\n{said}"
        case "srt":
            cues = ((n, at, text, who) for n, (at, text, who) in enumerate(rows, start=1))
            return "".join(
                f"{n}\n{clock(at)},000 --> {clock(at + 3)},900\n{who}: {text}\n\n" for n, at, text, who in cues
            )
        case "vtt":
            return "WEBVTT\n\n" + "".join(
                f"{clock(at)}.000 --> {clock(at + 3)}.900\n<v {who}>{text}</v>\n\n" for at, text, who in rows
            )
        case "json":
            return json.dumps(
                {
                    "segments": [
                        {"start": at, "end": at + 3.9, "text": f" {text}", "speaker": who} for at, text, who in rows
                    ]
                }
            )
    return "".join(f"[{clock(at)}] {who}: {text}\n" for at, text, who in rows)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Damage a few places."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at, end = sorted(chance.choices(range(len(data) + 1), k=2))
        end = min(end, at + chance.choice((1, 9, 200)))
        match chance.randrange(8):
            case 0 if data:
                data[at % len(data)] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * chance.choice((1, 30))
            case 3:
                data[at:at] = chance.choice(
                    (b"\n", b"-->", b"[", b"{", b'"', b":", b"9" * 30, b"\xff", b"\0", b"---\n")
                )
            case 4 if chance.random() < 0.3:
                del data[at:]
            case 5:
                rows = bytes(data).split(b"\n")
                chance.shuffle(rows)
                data = bytearray(b"\n".join(rows))
            case 6:
                data = bytearray(
                    re.sub(rb"\d+", lambda _: chance.choice((b"0", b"99999", b"-1", b"1e9")), bytes(data), count=3)
                )
            case _:
                data[at:end] = data[at:end][::-1]
    return bytes(data)


def quoted(episode: Episode, searcher: Searcher) -> Iterator[Quote]:
    """Ask everything; give all that is quoted."""
    archive = Archive(assemble([compile_episode(searcher)]))
    for request in REQUESTS:
        try:
            answers = [respond(searcher, request)]
            if isinstance(request, FindQuote) and request.about:
                answers.append(archive.find(request))
        except (ChapterUnknownError, QuestionBlankError):
            continue
        for answer in answers:
            yield from answer.quotes
            if isinstance(answer, QuoteAnswer) and answer.nearest:
                yield answer.nearest
    assert len(list(utterances(episode))) == len(episode.transcript.lines)


@pytest.mark.parametrize("with_notes", [False, True], ids=["bare", "with notes"])
@pytest.mark.parametrize("kind", ["markdown", "srt", "vtt", "json", "plain"])
def test_mutated_files_answer_everything_or_are_refused(tmp_path: Path, kind: str, *, with_notes: bool) -> None:
    chance = random.Random(f"{kind} {with_notes}")
    path, beside = tmp_path / "a.txt", tmp_path / "a.notes.toml"
    opened = 0
    for _ in range(ROUNDS):
        damaged = chance.random() < 0.5 or not with_notes
        path.write_bytes(mutated(whole(kind).encode(), chance) if damaged else whole(kind).encode())
        if with_notes:
            beside.write_bytes(mutated(NOTES.encode(), chance) if chance.random() < 0.8 else NOTES.encode())
        try:
            episode = open_episode(path)
        except (TranscriptError, NotesError):
            continue
        opened += 1
        for quote in quoted(episode, Searcher(episode)):
            assert quote.text
            assert quote.text == episode.text[quote.span.start : quote.span.end]
        assert draft(Episode(formats.read(path)))
        assert report(path).lines == len(episode.transcript.lines)
    assert opened
