from collections.abc import Callable

import pytest

from store.episode import Episode
from store.errors import SpeakerUnknownError
from store.excerpts.chance import by_chance, is_clear
from store.question import FindQuote, Quote

ANA = "The harbour of the old town is full of wooden fishing boats in summer."
BO = "Every baker of the old town sells dark bread with caraway seeds in it."
WHO = (
    "[[speakers]]\nname = 'Ana'\n[[speakers]]\nname = 'Bo'\n[[turns]]\nline = 12\nspeaker = 'Ana'\n"
    "[[turns]]\nline = 13\nspeaker = 'Bo'\n"
)


def test_quote_by_chance_is_a_real_one_in_its_speakers_own_name(
    episode: Episode, check_quote: Callable[[Quote], None]
) -> None:
    for _ in range(60):
        (quote,) = by_chance(episode, FindQuote()).answers
        check_quote(quote)
        assert quote.voice is None
        assert not episode.is_aside(quote.span)
        assert quote.score is None


def test_chance_chooses_among_many(episode: Episode) -> None:
    assert len({by_chance(episode, FindQuote()).answers[0].span for _ in range(100)}) > 5


@pytest.mark.parametrize("speaker", ["klein", "kotkin"])
def test_speaker_is_the_one_asked_for(episode: Episode, speaker: str) -> None:
    for _ in range(20):
        (quote,) = by_chance(episode, FindQuote(speaker=speaker)).answers
        assert quote.speaker == episode.speaker(speaker)


def test_speaker_whom_the_editor_left_out_is_quoted_all_the_same(opened: Callable[..., Episode]) -> None:
    episode = opened([ANA, BO], WHO + "[[points]]\nlines = [12, 12]\n")
    (quote,) = by_chance(episode, FindQuote(speaker="Bo")).answers
    assert (quote.speaker, quote.text) == ("Bo", BO)


@pytest.mark.parametrize(
    "text",
    [
        "How Ukraine lives alongside Russia, how they win the peace, and how they join the West.",
        "Alexei Navalny, the opposition figure in Russia who is in prison now on fabricated charges.",
        "I want to take people through a little bit of the background here before we go on.",
        "I mean, we'll get to the Ukrainian battlefield and counteroffensive at some point, I'm sure.",
        "You mentioned the June announcement, which could only have come from the President.",
        "All of the above is critical for the survival of Ukraine going forward from today.",
        "He set out to make Russia stronger than it was when Gorbachev had left it.",
    ],
)
def test_what_says_nothing_by_itself_is_not_quoted(text: str) -> None:
    assert not is_clear(text)


@pytest.mark.parametrize(
    "text", ["Gorbachev set out to make Russia stronger, and he made it weaker.", "Most coups fail.", ANA, BO]
)
def test_what_says_something_by_itself_may_be(text: str) -> None:
    assert is_clear(text)


def test_unknown_speaker(episode: Episode) -> None:
    with pytest.raises(SpeakerUnknownError):
        by_chance(episode, FindQuote(speaker="Putin"))


def test_without_notes_a_weighty_sentence_is_chosen(opened: Callable[..., Episode]) -> None:
    (quote,) = by_chance(opened(["Yes.", ANA, "Why?"]), FindQuote()).answers
    assert quote.text == ANA


def test_nothing_worth_quoting_is_nothing_found(opened: Callable[..., Episode]) -> None:
    assert not by_chance(opened(["Yes.", "Why?"]), FindQuote()).found
