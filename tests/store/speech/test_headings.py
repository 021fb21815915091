from pathlib import Path

from store.episode import Episode
from store.question import Span
from store.speech.headings import headings
from store.transcript import Header, Line, Transcript

SHIPS = "The harbour pilot steers a timber ship past the northern lighthouse in year"
BREAD = "A baker kneads sourdough bread with caraway beside the brick oven in year"
ADVERTISED = ["This episode is brought to you by Ropewell.", "Ropewell ties knots. Ropewell holds. Try Ropewell."]


def named(*stretches: list[str]) -> list[str]:
    texts = [text for stretch in stretches for text in stretch]
    said = tuple(Line(number, text) for number, text in enumerate(texts, start=1))
    episode = Episode(Transcript(Path("talk.txt"), "0" * 64, Header(), said))
    spans, first = [], 1
    for stretch in stretches:
        spans.append(episode.spoken.span_of(first, first + len(stretch) - 1))
        first += len(stretch)
    return headings(episode, spans, episode.asides)


def years(text: str) -> list[str]:
    return [f"{text} {year}." for year in range(1850, 1860)]


def test_stretch_is_named_by_words_that_the_others_lack_and_words_that_go_together_stay_so() -> None:
    baked = [f"{who} bakes sourdough bread." for who in ("Grandma", "The smith", "A neighbour", "My uncle", "Nobody")]
    ships, bread = named(years(SHIPS), baked)
    assert "lighthouse" in ships.lower()
    assert "sourdough bread" in bread.lower()
    assert not {"year", "past"} & set(ships.lower().replace(",", "").split())


def test_what_is_advertised_names_nothing() -> None:
    assert "Ropewell" not in named([*years(SHIPS), *ADVERTISED], years(BREAD))[0]


def test_stretch_without_telling_words_is_untitled() -> None:
    assert named(["Yes, it is."], years(BREAD))[0] == "Untitled"


def test_no_stretch_has_no_name() -> None:
    episode = Episode(Transcript(Path("talk.txt"), "0" * 64, Header(), (Line(1, SHIPS),)))
    assert headings(episode, [], ()) == []
    assert headings(episode, [Span(0, 0)], ()) == ["Untitled"]
