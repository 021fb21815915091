from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import Episode, open_episode
from store.errors import ChapterUnknownError, NotesError, SpeakerUnknownError, TranscriptError
from store.excerpts.utterances import Utterance, utterances
from store.question import Quote, Span

Opened = Callable[..., Episode]
WHO = """
[[speakers]]
name = "Ana Gómez"
[[speakers]]
name = "Bo Gómez"
[[speakers]]
name = "Cy Ray"
"""


def turn(line: int, speaker: str, at: str = "") -> str:
    return f'[[turns]]\nline = {line}\nspeaker = "{speaker}"\n' + (f'at = "{at}"\n' if at else "")


def test_every_line_of_the_seed_has_its_speaker(
    episode: Episode, speaking: dict[int, str], said: dict[int, str]
) -> None:
    found = list(utterances(episode))
    assert {one.line: one.speaker for one in found} == speaking
    assert {one.line: one.text for one in found} == said
    assert [one.turns for one in found] == [()] * len(said), "no turn of the seed begins inside a line"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (12, "Ezra Klein"),
        (47, "Ezra Klein"),
        (48, "Stephen Kotkin"),
        (49, "Ezra Klein"),
        (251, "Ezra Klein"),
        (252, "Stephen Kotkin"),
        (694, "Ezra Klein"),
        (695, "Stephen Kotkin"),
        (895, "Ezra Klein"),
        (900, "Stephen Kotkin"),
        (931, "Stephen Kotkin"),
        (940, "Ezra Klein"),
    ],
)
def test_speaker_at_the_edges_of_turns(episode: Episode, line: int, speaker: str) -> None:
    assert episode.speaker_of(episode.spoken.span_of_line(line)) == speaker


def test_turns_lie_end_to_end(episode: Episode) -> None:
    assert (episode.turns[0].span.start, episode.turns[-1].span.end) == (0, len(episode.text))
    assert all(later.span.start == earlier.span.end + 1 for earlier, later in pairwise(episode.turns))


def test_turn_inside_a_line(opened: Opened) -> None:
    episode = opened(
        ["What is it? It is a", "business. Right. Go on."],
        WHO + turn(12, "Ana Gómez") + turn(12, "Cy Ray", "It is") + turn(13, "Ana Gómez", "Right"),
    )
    assert [(one.speaker, episode.spoken[one.span]) for one in episode.turns] == [
        ("Ana Gómez", "What is it?"),
        ("Cy Ray", "It is a business."),
        ("Ana Gómez", "Right. Go on."),
    ]
    assert list(utterances(episode)) == [
        Utterance(
            12,
            "What is it? It is a",
            "What is it? It is a",
            "Ana Gómez",
            0.0,
            estimated=True,
            turns=(("Ana Gómez", "What is it?"), ("Cy Ray", "It is a")),
        ),
        Utterance(
            13,
            "business. Right. Go on.",
            "business. Right. Go on.",
            "Ana Gómez",
            46.5,
            estimated=True,
            turns=(("Cy Ray", "business."), ("Ana Gómez", "Right. Go on.")),
        ),
    ]


def test_nobody_is_named_before_the_first_turn(opened: Opened) -> None:
    episode = opened(["Hello. Welcome.", "Thanks."], WHO + turn(12, "Ana Gómez", "Welcome") + turn(13, "Cy Ray"))
    assert [(one.speaker, episode.spoken[one.span]) for one in episode.turns] == [
        (None, "Hello."),
        ("Ana Gómez", "Welcome."),
        ("Cy Ray", "Thanks."),
    ]


def test_turn_that_begins_inside_a_word_loses_nothing(opened: Opened) -> None:
    episode = opened(["No—yes, sure."], WHO + turn(12, "Ana Gómez") + turn(12, "Cy Ray", "yes"))
    assert [episode.spoken[one.span] for one in episode.turns] == ["No—", "yes, sure."]


def test_empty_speaker_is_nobody(opened: Opened) -> None:
    episode = opened(["Who knows.", "Me."], WHO + turn(12, "") + turn(13, "Cy Ray"))
    assert [one.speaker for one in utterances(episode)] == [None, "Cy Ray"]


def test_without_notes_nobody_is_named(opened: Opened) -> None:
    episode = opened(["One.", "Two."])
    assert [one.speaker for one in utterances(episode)] == [None, None]
    assert (episode.speakers, episode.chapters, episode.facts.reviewed) == ((), (), False)
    assert episode.quote(Span(0, 4)).speaker is None


@pytest.mark.parametrize("given", ["Kotkin", "kotkin", "  KOTKIN ", "Stephen Kotkin", "stephen  kotkin", "kótkin"])
def test_speaker_by_surname_case_and_accents(episode: Episode, given: str) -> None:
    assert episode.speaker(given) == "Stephen Kotkin"


@pytest.mark.parametrize("given", ["Putin", "Stephen Klein", "", " ", "Kot", "Kotkin Kotkins"])
def test_unknown_speaker_is_told_who_there_is(episode: Episode, given: str) -> None:
    with pytest.raises(SpeakerUnknownError) as caught:
        episode.speaker(given)
    assert caught.value.known == ("Ezra Klein", "Stephen Kotkin")
    assert "Ezra Klein, Stephen Kotkin" in str(caught.value)


def test_name_that_fits_several_is_unknown_until_it_fits_one(opened: Opened) -> None:
    episode = opened(["Hi."], WHO + turn(12, "Cy Ray"))
    with pytest.raises(SpeakerUnknownError):
        episode.speaker("gomez")
    assert episode.speaker("ana gomez") == "Ana Gómez"
    assert episode.speaker("bo") == "Bo Gómez"


def test_whole_name_goes_before_a_longer_one_that_holds_it(opened: Opened) -> None:
    episode = opened(["Hi."], "[[speakers]]\nname = 'Ana Ruiz Paz'\n[[speakers]]\nname = 'Ana Ruiz'\n")
    assert episode.speaker("ana ruiz") == "Ana Ruiz"
    assert episode.speaker("paz") == "Ana Ruiz Paz"


def test_chapters_follow_one_another_to_the_end(episode: Episode) -> None:
    chapters = episode.chapters
    assert [chapter.number for chapter in chapters] == list(range(1, len(chapters) + 1))
    assert (chapters[0].lines[0], chapters[-1].lines[1]) == (12, 940)
    assert all(later.lines[0] == earlier.lines[1] + 1 for earlier, later in pairwise(chapters))
    starts = [chapter.start for chapter in chapters]
    assert starts == sorted(starts, key=lambda start: start or 0.0)
    assert all(chapter.title and chapter.gist for chapter in chapters)


@pytest.mark.parametrize("number", [0, -1, 16, 10**9])
def test_unknown_chapter_is_told_which_there_are(episode: Episode, number: int) -> None:
    with pytest.raises(ChapterUnknownError) as caught:
        episode.chapter(number)
    assert "from 1 to 15" in str(caught.value)


def test_chapter_of_an_episode_without_chapters(opened: Opened) -> None:
    with pytest.raises(ChapterUnknownError, match="no chapters"):
        opened(["Hi."]).chapter(1)


@given(data=st.data())
@settings(deadline=None)
def test_context_holds_its_quote_and_stays_in_the_chapter(episode: Episode, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(episode.sentences) - 1))
    more = data.draw(st.integers(0, 12))
    span = episode.sentences[at]
    wide = episode.context(span, more)
    assert wide.holds(span)
    assert episode.chapter_span_at(span.start).holds(wide)
    assert len(episode.sentences_in(wide)) <= 1 + 2 * more
    assert episode.context(span, 0) == span
    if more:
        chapter = episode.chapter_span_at(span.start)
        assert wide != span or not [s for s in episode.sentences[at - 1 : at + 2 : 2] if chapter.holds(s)] or at == 0


def test_context_before_the_first_chapter_stays_before_it(opened: Opened) -> None:
    episode = opened(["Hello.", "One.", "Two."], '[[chapters]]\nline = 13\ntitle = "The talk"\n')
    assert episode.spoken[episode.context(episode.sentences[0], 5)] == "Hello."
    assert episode.spoken[episode.context(episode.sentences[1], 5)] == "One. Two."


def test_moments_of_the_seed_ascend_are_estimated_and_say_their_error(episode: Episode) -> None:
    quotes = [episode.quote(span) for span in episode.sentences]
    starts = [quote.start for quote in quotes]
    assert None not in starts
    assert starts == sorted(start for start in starts if start is not None)
    assert all(quote.estimated and quote.error for quote in quotes)
    assert max(quote.error or 0 for quote in quotes) == pytest.approx(80, abs=5)
    assert starts[0] == 0.0
    assert (starts[-1] or 0) < 4117


def test_link_opens_a_little_before_an_estimated_moment(episode: Episode) -> None:
    quote = episode.quote(episode.sentences[400])
    assert quote.start is not None
    assert quote.url is not None
    address, _, seconds = quote.url.partition("&t=")
    assert address == "https://www.youtube.com/watch?v=zmwQKXgvIjU"
    assert 0 < quote.start - int(seconds.removesuffix("s")) < (quote.error or 0)


def test_times_of_the_file_are_exact_and_linked_as_they_are(opened: Opened) -> None:
    link = "[[00:00:11](https://www.youtube.com/watch?v=abcdefghijk&t=11.24s)]"
    quote = opened([f"Said. {link}"]).quote(Span(0, 5))
    assert (quote.start, quote.estimated, quote.error) == (11.24, False, None)
    assert quote.url == "https://www.youtube.com/watch?v=abcdefghijk&t=11s"


def test_voice_marks_every_quote_that_touches_it(opened: Opened) -> None:
    episode = opened(
        ["He said I won.", "I doubt it."],
        '[[voiced]]\nlines = [12, 12]\ntext = "I won."\nvoice = "the loser"\n',
    )
    voices = [episode.voice_of(span) for span in (Span(0, 8), Span(0, 9), Span(8, 14), Span(15, 26))]
    assert voices == [None, "the loser", "the loser", None]
    assert episode.quote(Span(0, 14)).voice == "the loser"


def test_prigozhins_claim_is_not_quoted_as_kleins_own(episode: Episode) -> None:
    claim = "this was not an attempted coup of Putin"
    start = episode.text.index(claim)
    quote = episode.quote(Span(start, start + len(claim)))
    assert quote.speaker == "Ezra Klein"
    assert quote.voice is not None
    assert "Prigozhin" in quote.voice


def test_asides_are_the_announcements_and_the_credits(episode: Episode) -> None:
    assert [episode.spoken.lines_of(span) for span in episode.asides] == [(12, 16), (45, 46), (932, 940)]
    assert episode.is_aside(episode.spoken.span_of_line(13))
    assert not episode.is_aside(episode.spoken.span_of_line(17))


def test_facts_of_the_notes_go_before_those_of_the_header(opened: Opened) -> None:
    facts = opened(["Hi."], '[facts]\ntitle = "The right title"\nurl = "https://example.com/a"\n').facts
    assert (facts.title, facts.show, facts.url) == ("The right title", "The Show", "https://example.com/a")


def test_facts_of_the_seed(episode: Episode) -> None:
    facts = episode.facts
    assert (facts.speakers, facts.lines, facts.reviewed) == (("Ezra Klein", "Stephen Kotkin"), 929, True)
    assert facts.key == episode.transcript.digest[:8]


@given(data=st.data())
@settings(deadline=None)
def test_sentences_in_and_touching_a_span_are_those_of_a_plain_search(episode: Episode, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(episode.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(episode.text))))
    assert episode.sentences_in(span) == tuple(one for one in episode.sentences if span.holds(one))
    assert episode.sentences_touching(span) == tuple(one for one in episode.sentences if span.overlap(one))


def test_every_sentence_quoted_is_verbatim(episode: Episode, check_quote: Callable[[Quote], None]) -> None:
    for span in episode.sentences:
        check_quote(episode.quote(span))


def test_offset_at_is_the_way_back_from_a_moment(episode: Episode) -> None:
    for span in episode.sentences[::40]:
        start = episode.quote(span).start
        assert start is not None
        assert abs(episode.offset_at(start) - span.start) <= 2
    assert episode.offset_at(-10) == 0
    assert episode.offset_at(10**9) == len(episode.text) - 1


def test_broken_transcript_is_told_before_its_notes(tmp_path: Path) -> None:
    (tmp_path / "talk.notes.toml").write_text("nonsense")
    with pytest.raises(TranscriptError):
        open_episode(tmp_path / "talk.txt")


def test_notes_that_do_not_fit_stop_the_opening(write: Callable[..., Path]) -> None:
    path = write(["Hi."], '[[chapters]]\nline = 99\ntitle = "Far"\n')
    with pytest.raises(NotesError, match=r"talk\.notes\.toml:2: chapters\[0\]\.line: .*line 99"):
        open_episode(path)


def test_path_may_be_text(seed: Path) -> None:
    assert open_episode(str(seed)).id == seed.stem


def test_passage_that_is_voiced_in_part_says_so(episode: Episode) -> None:
    voiced, voice = next((span, voice) for span, voice in episode.voiced if len(span) > 100)
    whole, part = episode.quote(voiced), episode.quote(episode.context(voiced, 4))
    assert (whole.voice, whole.voiced_in_part) == (voice, False)
    assert part.voiced_in_part
    assert not episode.quote(episode.sentences[40]).voiced_in_part
