"""Counts, held against regular expressions over the file itself."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.answering.responding import respond
from store.errors import QuestionBlankError, SpeakerUnknownError
from store.question import FindMentions, MentionsAnswer, Quote
from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from store.episode import Episode


def find(searcher: Searcher, of: str) -> MentionsAnswer:
    answer = respond(searcher, FindMentions(of))
    assert isinstance(answer, MentionsAnswer)
    return answer


def times(said: str, spellings: str) -> int:
    """Count whole words in a text: possessives too, longer words not."""
    return len(re.findall(rf"(?<!\w)(?:{spellings})(?!\w)", said, re.IGNORECASE))


@pytest.fixture(scope="session")
def heard(seed: Path) -> Callable[[str], list[str]]:
    """Read from the notes, without the store, in which spellings a name was heard."""
    names = tomllib.loads(seed.with_suffix(".notes.toml").read_text("utf-8"))["names"]

    def spellings(meant: str) -> list[str]:
        return [meant, *(one for name in names if name["meant"] == meant for one in name["heard"])]

    return spellings


@pytest.mark.parametrize(
    "word",
    ["Putin", "Ukraine", "Ukrainian", "Lukashenko", "coup", "coups", "regime", "regimes", "Dubai", "café"],
)
def test_count_is_what_counting_in_the_file_gives(searcher: Searcher, joined: str, word: str) -> None:
    answer = find(searcher, word)
    assert answer.count == times(joined, word) > 0
    assert answer.found


def test_name_is_counted_in_every_spelling_that_was_heard(
    searcher: Searcher, joined: str, heard: Callable[[str], list[str]]
) -> None:
    spellings = "|".join(map(re.escape, heard("Prigozhin")))
    expected = times(joined, spellings)
    assert expected > 20
    for typed in ("Prigozhin", "pergozhin", "PROGOSIAN", "Prigozhin\u2019s", "Prigozin", "pre-Goshen"):
        answer = find(searcher, typed)
        assert (answer.count, answer.name) == (expected, "Prigozhin")


def test_possessives_count_and_longer_words_do_not(searcher: Searcher, joined: str) -> None:
    assert times(joined, "Putin's") > 0
    assert find(searcher, "Putin's").count == find(searcher, "putin").count == times(joined, "Putin")
    assert find(searcher, "Ukraine").count < times(joined, "Ukrain\\w+")
    assert find(searcher, "Russia").count == times(joined, "Russia") != times(joined, "Russia\\w*")


@pytest.mark.parametrize(
    "phrase",
    ["implausible deniability", "levers of power", "Wagner Group", "authoritarian regimes", "Ministry of Defense"],
)
def test_phrase_is_counted_over_the_ends_of_lines(
    searcher: Searcher, said: dict[int, str], joined: str, phrase: str
) -> None:
    assert find(searcher, phrase).count == times(joined, phrase)
    assert find(searcher, phrase.upper()).count == times(joined, phrase)
    assert times(joined, phrase) >= sum(times(line, phrase) for line in said.values())


def test_phrase_that_runs_over_the_end_of_a_line_is_found(opened: Callable[..., Episode]) -> None:
    answer = find(Searcher(opened(["We saw the levers of", "power. Levers", "of power!"])), "levers of power")
    assert answer.count == 2
    assert [mention.quote.lines for mention in answer.mentions] == [(12, 13), (13, 14)]


def test_occurrences_do_not_overlap(opened: Callable[..., Episode]) -> None:
    assert find(Searcher(opened(["No, no, no, no, no."])), "no no").count == 2


@pytest.mark.parametrize("of", ["Putin", "Prigozhin", "war", "the", "Jackie Wullschläger"])
def test_every_mention_is_a_real_sentence_that_holds_it_as_often_as_it_says(
    searcher: Searcher, check_quote: Callable[[Quote], None], of: str
) -> None:
    answer = find(searcher, of)
    spans = [mention.quote.span for mention in answer.mentions]
    assert spans == sorted(set(spans), key=lambda span: span.start)
    for mention in answer.mentions:
        check_quote(mention.quote)
        assert mention.occurrences == times(mention.quote.display, re.escape(answer.name)) >= 1
    assert sum(mention.occurrences for mention in answer.mentions) == answer.count
    assert answer.quotes == tuple(mention.quote for mention in answer.mentions)


@pytest.mark.parametrize("of", ["Putin", "Ukraine", "Ezra"])
def test_each_speakers_count_is_what_counting_in_the_file_gives(
    searcher: Searcher, said: dict[int, str], speaking: dict[int, str], of: str
) -> None:
    expected = Counter[str]()
    for number, line in said.items():
        expected[speaking[number]] += times(line, of)
    answer = find(searcher, of)
    assert dict(answer.by_speaker) == {name: count for name, count in expected.items() if count}
    assert [count for _, count in answer.by_speaker] == sorted((n for _, n in answer.by_speaker), reverse=True)


def test_mentions_of_nobody_knows_whom_stand_under_the_empty_name(opened: Callable[..., Episode]) -> None:
    notes = 'speakers = [{ name = "Ada" }]\nturns = [{ line = 13, speaker = "Ada" }]\n'
    answer = find(Searcher(opened(["A bridge.", "A bridge, a bridge."], notes)), "bridge")
    assert dict(answer.by_speaker) == {"": 1, "Ada": 2}


@pytest.mark.parametrize("of", ["zeppelin", "Putin Lukashenko Shoigu", "power of levers", "Zelensky"])
def test_what_is_never_said_is_not_found(searcher: Searcher, of: str) -> None:
    answer = find(searcher, of)
    assert (answer.found, answer.count, answer.mentions, answer.by_speaker) == (False, 0, (), ())
    assert answer.name == of


@pytest.mark.parametrize("of", ["", " ", "?!", "…"])
def test_nothing_to_count_is_refused(searcher: Searcher, of: str) -> None:
    with pytest.raises(QuestionBlankError):
        find(searcher, of)


def test_name_is_given_as_it_is_mostly_written(searcher: Searcher) -> None:
    assert find(searcher, "PUTIN").name == "Putin"
    assert find(searcher, "wulschlager").name == "Wullschläger"
    assert find(searcher, "LEVERS OF POWER").name == "levers of power"


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_any_words_that_stand_together_are_found_where_they_stand(
    searcher: Searcher, episode: Episode, data: st.DataObject
) -> None:
    words: Any = searcher.wording.words
    first = data.draw(st.integers(0, len(words) - 5))
    some = words[first : first + data.draw(st.integers(1, 4))]
    if any(
        place.span.start <= word.span.start < place.span.end for place in episode.glossary.misheard for word in some
    ):
        return
    text = episode.text[some[0].span.start : some[-1].span.end]
    answer = find(searcher, text)
    assert any(mention.quote.span.start <= some[0].span.start < mention.quote.span.end for mention in answer.mentions)
    assert sum(count for _, count in answer.by_speaker) == answer.count


def test_one_speaker_is_counted_alone_and_the_others_are_told(searcher: Searcher) -> None:
    by_all = find(searcher, "Putin")
    by_one = respond(searcher, FindMentions("Putin", "klein"))
    assert isinstance(by_one, MentionsAnswer)
    assert by_one.by_speaker == (("Ezra Klein", dict(by_all.by_speaker)["Ezra Klein"]),)
    assert by_one.count + by_one.by_others == by_all.count > by_one.count
    assert {mention.quote.speaker for mention in by_one.mentions} == {"Ezra Klein"}
    assert by_one.request.speaker == "Ezra Klein"
    assert by_all.by_others == 0


def test_unknown_speaker_counts_nothing(searcher: Searcher) -> None:
    with pytest.raises(SpeakerUnknownError):
        respond(searcher, FindMentions("Putin", "Nobody"))


@pytest.mark.parametrize(("word", "form"), [("coup", "coups"), ("coups", "coup"), ("regimes", "regime")])
def test_singular_and_plural_are_told_with_their_own_counts(
    searcher: Searcher, joined: str, word: str, form: str
) -> None:
    answer = find(searcher, word)
    assert answer.count == times(joined, word)
    assert dict(answer.forms)[form] == times(joined, form) > 0


@pytest.mark.parametrize("word", ["this", "is", "as", "Moscow"])
def test_word_without_another_number_has_no_other_form(searcher: Searcher, word: str) -> None:
    assert find(searcher, word).forms == ()
