"""Two indexes read as one answer as one index of all would."""

from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.assembly import assemble
from store.archive.compiled import compile_episode
from store.episode import Episode
from store.manuscripts.opening import open_episode
from store.notes import NameNote
from store.question import FindQuote
from store.search import Searcher
from store.shelves.joined import Joined

COOKING = [
    "Ann: We are here to talk about bouillabaisse, the soup of Marseille, and about saffron.",
    "Bob: Saffron is dear, but without saffron it is no bouillabaisse, as Monsieur Dupond always said.",
    "Ann: And in the war, what did people do when there was no saffron to be had in Moscow?",
]
CHESS = ["Cleo: The Sicilian defence is what everybody plays.", "Dan: Give me the Caro-Kann, solid as a barn door."]
QUESTIONS = [
    "saffron",
    "Moscow",
    "war in Ukraine",
    "the Caro-Kann defence",
    "what did Dupond say",
    "Prigozhin",
    "safron",
]


@pytest.fixture(scope="module")
def episodes(episode: Episode, tmp_path_factory: pytest.TempPathFactory) -> tuple[Episode, ...]:
    folder = tmp_path_factory.mktemp("talks")
    return (episode, *(open_episode(written(folder, name, lines)) for name, lines in (("a", COOKING), ("b", CHESS))))


def written(folder: Path, name: str, lines: list[str]) -> Path:
    path = folder / f"{name}.txt"
    path.write_text("\n".join(lines))
    return path


def archive(*episodes: Episode) -> Archive:
    return Archive(assemble([compile_episode(Searcher(one)) for one in episodes]))


@pytest.mark.parametrize("about", QUESTIONS)
def test_answers_are_those_of_one_index_over_all(episodes: tuple[Episode, ...], about: str) -> None:
    joined, whole = Joined(archive(*episodes[:2]), archive(episodes[2])), archive(*episodes)
    ours, theirs = (one.find(FindQuote(about, limit=3)) for one in (joined, whole))
    assert ours.missing == theirs.missing
    assert ours.changed == theirs.changed
    assert {quote.episode for quote in ours.answers} == {quote.episode for quote in theirs.answers}
    assert ours.searched == theirs.searched == 3
    if theirs.answers:
        assert ours.answers[0].text == theirs.answers[0].text
        assert ours.answers[0].lines == theirs.answers[0].lines


def test_speaker_of_either_part_is_known_and_nobody_else(episodes: tuple[Episode, ...]) -> None:
    joined = Joined(archive(episodes[0]), archive(*episodes[1:]))
    for speaker, about in (("Bob", "saffron"), ("Kotkin", "war"), ("cleo", "defence")):
        found = joined.find(FindQuote(about, speaker, limit=5))
        assert found.answers
        assert {(quote.speaker or "").split()[-1].casefold() for quote in found.answers} == {speaker.casefold()}


def test_edition_takes_the_place_of_the_configured_episode(episodes: tuple[Episode, ...]) -> None:
    edition = episodes[1].with_names([NameNote(meant="Dupont", heard=("Dupond",))])
    joined = Joined(archive(*episodes), archive(edition))
    assert [facts.id for facts in joined.facts].count(edition.id) == 1
    for about in ("saffron", "Dupond", "Dupont"):
        found = joined.find(FindQuote(about, limit=25))
        spans = [quote.span for quote in found.answers]
        assert len(spans) == len(set(spans))
        assert all("Dupond" not in quote.display for quote in found.answers)
    (quote,) = joined.find(FindQuote("Dupont", limit=25)).answers
    assert "Dupond" in quote.text


def test_all_configured_episodes_may_have_an_edition(episodes: tuple[Episode, ...]) -> None:
    edition = episodes[1].with_names([NameNote(meant="Dupont", heard=("Dupond",))])
    found = Joined(archive(episodes[1]), archive(edition)).find(FindQuote("saffron"))
    assert found.searched == 1
    assert found.answers
    assert all("Dupond" not in quote.display for quote in found.answers)
