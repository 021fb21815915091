"""An episode: a transcript and its show notes put together."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from copy import copy
from functools import cached_property

from store.errors import SpeakerUnknownError
from store.names import Glossary
from store.notes import NameNote, ShowNotes
from store.question import ChapterFacts, EpisodeFacts, Quote, Span
from store.speech.asides import asides
from store.speech.chapters import Chapters, noted_segments
from store.speech.moments import link
from store.speech.segmentation import Segment, listed_segments, segments
from store.speech.speakers import called
from store.speech.speech import Speech
from store.transcript import Transcript
from store.words import plain

KEY_LENGTH = 8
# Of a quote that gives another's view as a whole, a few words may be left over: "He said:".
WHOLLY = 0.8


class Episode(Speech):
    """A transcript with what its show notes add. Every place in it is a span of `text`, its lines joined by spaces."""

    def __init__(self, transcript: Transcript, notes: ShowNotes | None = None) -> None:
        """Put both together; `notes` have to fit the transcript, which `open_episode` sees to."""
        self.notes = notes or ShowNotes()
        super().__init__(transcript, self.notes.turns)
        self.id = transcript.id
        self.key = transcript.digest[:KEY_LENGTH]
        self.glossary = Glossary(self.notes.names, self.spoken)
        self.voiced = tuple((self._excerpt_span(note.lines, note.text), note.voice) for note in self.notes.voiced)

    def with_names(self, names: Sequence[NameNote]) -> "Episode":
        """Return this episode with more misheard names; where its own notes say otherwise of one, these hold."""
        heard = {words for note in names for words in note.heard}
        own = (_without(note, heard) for note in self.notes.names)
        other = copy(self)  # nothing else of an episode hangs on what was misheard
        other.notes = self.notes.model_copy(update={"names": (*names, *(note for note in own if note))})
        other.glossary = Glossary(other.notes.names, self.spoken)
        return other

    @property
    def url(self) -> str | None:
        """The recording's address."""
        return self.notes.facts.url or self.transcript.header.url

    @cached_property
    def facts(self) -> EpisodeFacts:
        """What is known of the episode itself."""
        header, stated = self.transcript.header, self.notes.facts
        return EpisodeFacts(
            id=self.id,
            key=self.key,
            title=stated.title or header.title,
            show=stated.show or header.show,
            published=stated.published or header.published,
            duration=header.duration,
            url=self.url,
            speakers=self.speakers,
            lines=len(self.transcript.lines),
            reviewed=self.notes.reviewed,
            chapters=self.chapters,
            guessed=frozenset(name for name in header.guessed if not getattr(stated, name, None)),
            recorded=stated.recorded,
        )

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """The names of those who speak, in the order of the notes, else as they first speak."""
        noted = [speaker.name for speaker in self.notes.speakers]
        return tuple(dict.fromkeys([*noted, *(turn.speaker for turn in self.turns if turn.speaker)]))

    @cached_property
    def asides(self) -> tuple[Span, ...]:
        """Where announcements and credits stand: as an editor marked them, else by what shows say in them."""
        if self.notes.asides or self.notes.reviewed:
            return tuple(self._excerpt_span(note.lines, note.text) for note in self.notes.asides)
        return asides(self)

    @cached_property
    def _chapters(self) -> Chapters:
        return Chapters(self, self._segments)

    @cached_property
    def _segments(self) -> Sequence[Segment]:
        """The chapters: the editor's, else the file's own, else those found by rule."""
        noted = noted_segments(self, self.notes.chapters)
        return noted or listed_segments(self) or segments(self, self.asides)

    @property
    def chapters(self) -> tuple[ChapterFacts, ...]:
        """The chapters, numbered from 1."""
        return self._chapters.facts

    @property
    def chapter_spans(self) -> tuple[Span, ...]:
        """Where the chapters stand."""
        return self._chapters.spans

    def chapter(self, number: int) -> tuple[ChapterFacts, Span]:
        """Return a chapter and where it stands. Raises ChapterUnknownError."""
        return self._chapters.numbered(number)

    def chapter_index(self, offset: int) -> int | None:
        """Return the position in `chapters` of the one that holds a character; None where there is none."""
        return self._chapters.index(offset)

    def chapter_span_at(self, offset: int) -> Span:
        """Return where the chapter stands that holds a character, or what stands before the first chapter.

        The whole text where there are no chapters.
        """
        return self._chapters.span_at(offset)

    def speaker(self, given: str) -> str:
        """Return a speaker's full name; case and accents don't matter, and a surname is enough.

        Raises SpeakerUnknownError, also where the name fits several.
        """
        exact = [name for name in self.speakers if plain(name).split() == plain(given).split()]
        fitting = exact or called(given, self.speakers)
        if len(fitting) != 1:
            raise SpeakerUnknownError(given, self.speakers)
        return fitting[0]

    def context(self, span: Span, more: int) -> Span:
        """Widen a span by some sentences on both sides, not past its chapter."""
        first = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        last = max(first, bisect_left(self._sentence_starts, span.end) - 1)
        bounds = self.chapter_span_at(span.start)
        wide = [
            sentence
            for sentence in self.sentences[max(0, first - more) : last + more + 1]
            if bounds.holds(sentence) or sentence.overlap(span)
        ]
        return Span(min(span.start, wide[0].start), max(span.end, wide[-1].end)) if wide else span

    def is_aside(self, span: Span) -> bool:
        """Tell whether a span is an announcement or credits, in part or whole."""
        return any(aside.overlap(span) for aside in self.asides)

    def voice_of(self, span: Span) -> str | None:
        """Return whose words or view a span gives, where they are not the speaker's own, even in part of it."""
        voices = dict.fromkeys(voice for voiced, voice in self.voiced if voiced.overlap(span))
        return "; ".join(voices) or None

    def voiced_share(self, span: Span) -> float:
        """Return the share of a span that gives somebody else's words or view, from 0 to 1."""
        return sum(voiced.overlap(span) for voiced, _ in self.voiced) / max(1, len(span))

    def quote(self, span: Span, score: float | None = None) -> Quote:
        """Return what was said in a span, with all that is known of it."""
        moment = self.moment_of(span)
        return Quote(
            episode=self.id,
            text=self.spoken[span],
            display=self.glossary.display(span),
            span=span,
            lines=self.spoken.lines_of(span),
            speaker=self.speaker_of(span),
            voice=self.voice_of(span),
            voiced_in_part=0 < self.voiced_share(span) < WHOLLY,
            start=moment.start,
            estimated=moment.estimated,
            error=moment.error,
            url=link(self.url, moment),
            corrections=self.glossary.corrections(span),
            score=score,
        )

    def excerpt(self, lines: tuple[int, int], text: str | None) -> Quote:
        """Return the words that a note points at."""
        return self.quote(self._excerpt_span(lines, text))

    def _excerpt_span(self, lines: tuple[int, int], text: str | None) -> Span:
        found = self.spoken.find(text, *lines) if text else None
        return found or self.spoken.span_of(*lines)


def _without(note: NameNote, heard: Collection[str]) -> NameNote | None:
    """Return a note less what was heard; None where nothing is left of it."""
    left = tuple(words for words in note.heard if words not in heard)
    return note.model_copy(update={"heard": left}) if left else None
