"""Was it said? Held against the transcript read without the store, and against claims whose verdict is plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from store.answering.responding import MAX_CLAIM, respond
from store.errors import QuestionBlankError, QuestionTooLongError, SpeakerUnknownError
from store.question import Difference, Quote, Span, VerifyAnswer, VerifyQuote
from store.verify import NEAR
from store.verify.nearness import LEAST
from store.words import words as read

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode
    from store.search import Searcher

WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
UNSAID = "zzyzx"
# Words of so many letters are seldom those that only shape a sentence.
LONG, SEVERAL = 6, 3


def check(searcher: Searcher, text: str, speaker: str | None = None) -> VerifyAnswer:
    answer = respond(searcher, VerifyQuote(text, speaker))
    assert isinstance(answer, VerifyAnswer)
    return answer


def changed(answer: VerifyAnswer) -> list[tuple[str, str]]:
    return [(one.claimed, one.said) for one in answer.differences]


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        ("Most coups fail.", 208),
        ("MOST COUPS FAIL", 208),
        ("most, coups - fail?!", 208),
        ("“There\u2019s no trust among them.”", 264),
        ("Russia doesn't need Ukraine. Ukraine needs Ukraine.", 768),
        ("Putin has this hollow regime that's still strong", 438),
        ("he's the one that's come out looking the best", 557),
        ("the guy's trading water and he intervenes in this crisis", 545),
        ("the guy's treading water and he intervenes in this crisis", 545),
        ("hammer and tongue", 340),
        ("Anyway, Wullschläger\u2019s Chagall is great.", 908),
    ],
)
def test_what_was_said_is_exact_whatever_its_case_and_punctuation(
    searcher: Searcher, check_quote: Callable[[Quote], None], claim: str, line: int
) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.similarity, changed(answer), answer.cut) == ("exact", 1.0, [], False)
    assert answer.quote is not None
    check_quote(answer.quote)
    assert answer.quote.lines[0] <= line <= answer.quote.lines[1]
    assert answer.nearest is None
    assert answer.found


@pytest.mark.parametrize("name", ["Prigozhin", "Pergozhin", "Prokhozhin", "PURGOSIAN", "Prigozin", "pre-Goshen"])
def test_name_in_right_or_misheard_spelling_is_the_same_name(searcher: Searcher, name: str) -> None:
    assert check(searcher, f"there are no criminal charges for {name}").verdict == "exact"
    assert check(searcher, f"{name} is now in exile, not in jail").verdict == "exact"


def test_two_spellings_of_one_name_in_one_claim_are_the_same_name(searcher: Searcher) -> None:
    claim = "They were led by Yevgeny Prigozhin who swore, no, no, no, this was not an attempted coup of Putin"
    assert check(searcher, claim).verdict == "exact"


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("Russia is no longer in terminal decline right now.", ("no longer", "")),
        ("Russia is not in terminal decline right now.", ("not", "")),
        ("we know everything about the deal", None),
        ("Russia isn't in terminal decline right now.", ("isn't", "is")),
        ("These things are never a mess on the inside.", ("never", "")),
    ],
)
def test_lost_or_added_not_is_near_and_called_out(
    searcher: Searcher, claim: str, difference: tuple[str, str] | None
) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.negated) == ("near", True)
    assert difference is None or changed(answer) == [difference]


def test_lost_not_is_called_out_beside_what_was_cut_off(searcher: Searcher) -> None:
    answer = check(searcher, "this was an attempted coup of Putin")
    assert (answer.verdict, answer.negated, answer.cut) == ("near", True, True)
    assert changed(answer) == [("", "They were led by Evgeny Prigozhin who swore, no, no, no,"), ("", "not")]


def test_swapped_people_are_near_and_called_out(searcher: Searcher) -> None:
    answer = check(searcher, "And Putin says to Lukashenko, what choice did I have?")
    assert answer.verdict == "near"
    assert changed(answer) == [("Putin", "Lukashenko"), ("Lukashenko", "Putin")]
    assert answer.swapped is not None
    assert set(answer.swapped) == {"Putin", "Lukashenko"}


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("they advanced about 215 miles outside Moscow", ("215", "125")),
        ("This is the fifth year of the war going back to 2014", ("fifth", "ninth")),
        ("I read about 150 books a year on average, unless I get distracted.", ("150", "120")),
        ("they advanced about two hundred and fifteen miles outside Moscow", ("two hundred and fifteen", "125")),
        ("This is the ninth year of the war going back to two thousand fifteen", ("two thousand fifteen", "2014")),
        ("There is no trust among them.", ("There is", "There's")),
        ("he the one that's come out looking the best", ("he", "he's")),
        ("Putin could ride out a lost war", ("", "even")),
    ],
)
def test_changed_word_is_near_with_that_difference(searcher: Searcher, claim: str, difference: tuple[str, str]) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, changed(answer), answer.swapped) == ("near", [difference], None)


@pytest.mark.parametrize(
    ("claim", "left_out"),
    [
        ("he doesn't tell President Putin, he's toast", "If"),
        ("they become a threat to the regime itself", "Because if they're good,"),
        ("he's going to do that", "I'm not saying"),
        ("he knew better", "Nobody believed"),
        ("Crimea is Russian territory", "Navalny has said that"),
        ("he talked Putin out of using force", None),
        ("these kinds of problems in America are existential", "We're wrong to think that"),
        ("Putin was uncertain of the reaction", None),
        ("Ukraine can win this", "And people said, Oh,"),
        ("Lukashenko being under Putin's boot", "So rather than"),
        ("the world order is at stake in Ukraine", "We hear every day that"),
        ("you support the war in Russia", "Do"),
        ("he fully have controlled it", "Could"),
        ("I could mention a hundred of them", "I wish"),
        ("his plane took off", None),
        ("it was just an effort to topple the corrupt and ineffective military leadership", None),
        ("I read about 120 books a year", "on average, unless I get distracted"),
    ],
)
def test_fragment_cut_from_what_changes_its_sense_is_near_and_says_what_was_left_out(
    searcher: Searcher, claim: str, left_out: str | None
) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.cut, answer.similarity) == ("near", True, 1.0)
    assert all(one.claimed == "" for one in answer.differences)
    assert left_out is None or changed(answer) == [("", left_out)]


@pytest.mark.parametrize(
    "claim",
    [
        "he's got that faux populism streak",  # That is to say,
        "it could be true",  # Having said that,
        "there's no honor among thieves",  # Or as we like to say,
        "there are all of these inherent tensions",  # as I said,
        "he got a secure exile",  # there were no criminal charges … and
        "I did that on a previous podcast",  # I won't do that here because
        "we have to be careful taking at face value",  # I think
        "Putin was at least dependent in this episode on Lukashenko",  # rather than …, now there's a sense that
        "it's destroying the system",  # and yet
        "What the hell happened in Russia last weekend?",  # But to today's show and to just the world,
        "how does he put the lid back on?",  # And so
    ],
)
def test_fragment_that_means_the_same_on_its_own_is_exact(searcher: Searcher, claim: str) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.cut) == ("exact", False)


def test_of_several_places_that_is_meant_which_is_not_cut(talk: Callable[..., Searcher]) -> None:
    searcher = talk("If he wins the war, it is over.", "In the end he wins the war.")
    answer = check(searcher, "he wins the war")
    assert answer.verdict == "exact"
    assert answer.quote is not None
    assert answer.quote.lines == (13, 13)


@pytest.mark.parametrize(
    "claim",
    [
        "Most coups fail, the hospitals are bombed, and Dubai is full of Picasso biographies",
        "Russia doesn't need Ukraine. Most coups fail.",
        "Each powerful individual has an enemy, so they have to enter the European Union and arm themselves",
    ],
)
def test_quote_stitched_from_sentences_far_apart_is_not_found(searcher: Searcher, claim: str) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.quote, changed(answer), answer.found) == ("not_found", None, [], False)


@pytest.mark.parametrize(
    "claim",
    ["Zelensky is the Churchill of our time", "Putin will be gone before Christmas, mark my words.", "xyzzy plugh"],
)
def test_what_was_never_said_is_not_found_with_the_nearest_real_sentence(
    searcher: Searcher, check_quote: Callable[[Quote], None], claim: str
) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.quote, answer.speaker_matches) == ("not_found", None, None)
    assert answer.similarity < NEAR
    assert answer.nearest is not None
    check_quote(answer.nearest)


@pytest.mark.parametrize(
    ("claim", "speaker", "fits"),
    [
        ("Offense is the best defense.", "kotkin", True),
        ("Offense is the best defense.", "Ezra Klein", False),
        ("I was so struck by the range of opinion", "KLEIN", True),
        ("Russia is not in terminal decline", "klein", False),
        ("Offense is the best defense.", None, None),
    ],
)
def test_who_said_it_is_told_beside_the_words(
    searcher: Searcher, claim: str, speaker: str | None, *, fits: bool | None
) -> None:
    answer = check(searcher, claim, speaker)
    assert answer.found
    assert answer.speaker_matches is fits


def test_speaker_of_whom_nobody_knows_is_neither_right_nor_wrong(talk: Callable[..., Searcher]) -> None:
    notes = 'speakers = [{ name = "Ada" }]\nturns = [{ line = 13, speaker = "Ada" }]\n'
    searcher = talk("Bridges are promises.", "Rivers are not.", notes=notes)
    assert check(searcher, "Bridges are promises", "Ada").speaker_matches is None
    assert check(searcher, "Rivers are not", "Ada").speaker_matches is True


def test_claim_over_a_change_of_speaker_fits_neither_and_names_both(searcher: Searcher) -> None:
    claim = "What are three books you'd recommend to the audience? Oh my god, only three? Seriously, Ezra?"
    for speaker, fits in ((None, None), ("kotkin", False), ("klein", False)):
        answer = check(searcher, claim, speaker)
        assert (answer.verdict, answer.speaker_matches) == ("exact", fits)
        assert answer.speakers == ("Ezra Klein", "Stephen Kotkin")
    assert check(searcher, "Oh my god, only three?").speakers == ()


def test_part_by_nobody_known_is_neither_right_nor_wrong(talk: Callable[..., Searcher]) -> None:
    notes = 'speakers = [{ name = "Ada" }]\nturns = [{ line = 13, speaker = "Ada" }]\n'
    searcher = talk("Bridges are promises.", "Rivers are not.", notes=notes)
    assert check(searcher, "Bridges are promises. Rivers are not.", "Ada").speaker_matches is None


@pytest.mark.parametrize(
    ("claim", "fits", "speaker"),
    [
        ("Kotkin said that offense is the best defense", True, "Stephen Kotkin"),
        ("Ezra Klein said offense is the best defense.", False, "Ezra Klein"),
        ("He said: “Offense is the best defense.”", None, None),
        ("According to Kotkin, offense is the best defense", True, "Stephen Kotkin"),
        ("The guest claimed that offense is the best defense", True, "Stephen Kotkin"),
        ("the host told us offense is the best defense", False, "Ezra Klein"),
        ("Stephen Kotkin: Offense is the best defense", True, "Stephen Kotkin"),
        ("Offense is the best defense — Stephen Kotkin", True, "Stephen Kotkin"),
        ("“Offense is the best defense,” said Klein", False, "Ezra Klein"),
        ("“Offense is the best defense,” he said.", None, None),
        ("Kotkin said Navalny has said that Crimea is Russian territory", True, "Stephen Kotkin"),
    ],
)
def test_who_is_claimed_to_have_said_it_is_no_part_of_the_words(
    searcher: Searcher, claim: str, speaker: str | None, *, fits: bool | None
) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.differences) == ("exact", ())
    assert (answer.speaker_matches, answer.claimed_speaker) == (fits, speaker)
    assert answer.request.text == claim


@pytest.mark.parametrize(
    "claim",
    [
        "Putin lost the aura of power, and Russia needs to have a stake in the international system",
        "Most coups fail and nobody can have Ukraine; it can't be just the speech",
    ],
)
def test_clauses_from_far_apart_are_no_quote(searcher: Searcher, claim: str) -> None:
    assert check(searcher, claim).verdict == "not_found"


def test_claim_that_shares_little_words_only_was_not_said(talk: Callable[..., Searcher]) -> None:
    searcher = talk("I would say that the biggest mistake I have made here is this bridge.")
    assert check(searcher, "I would say that the greatest danger I have seen here is inflation").verdict == "not_found"
    assert check(searcher, "I would say that the biggest mistake I have seen here is this bridge").verdict == "near"


def test_speaker_named_beside_the_claim_is_believed_before_the_claim_itself(searcher: Searcher) -> None:
    answer = check(searcher, "Klein said that offense is the best defense", "kotkin")
    assert (answer.speaker_matches, answer.claimed_speaker) == (True, "Stephen Kotkin")


@pytest.mark.parametrize(
    "claim",
    ["Navalny has said that Crimea is Russian territory.", "he says he wasn't moving against Putin himself"],
)
def test_saying_that_was_said_is_part_of_the_claim(searcher: Searcher, claim: str) -> None:
    answer = check(searcher, claim)
    assert (answer.verdict, answer.claimed_speaker) == ("exact", None)
    assert answer.quote is not None
    assert claim.rstrip(".") in answer.quote.text


def test_saying_of_somebody_who_does_not_speak_is_part_of_the_claim(searcher: Searcher) -> None:
    answer = check(searcher, "Zelensky said that offense is the best defense")
    assert ("Zelensky said that" in changed(answer)[0][0], answer.claimed_speaker) == (True, None)


def test_of_two_who_said_the_same_the_claimed_one_is_meant(talk: Callable[..., Searcher]) -> None:
    notes = (
        'speakers = [{ name = "Ada" }, { name = "Bo" }]\n'
        'turns = [{ line = 12, speaker = "Ada" }, { line = 13, speaker = "Bo" }]\n'
    )
    searcher = talk("A bridge is a promise.", "A bridge is a promise.", notes=notes)
    for name, line in (("Ada", 12), ("Bo", 13)):
        answer = check(searcher, "a bridge is a promise", name)
        assert answer.quote is not None
        assert (answer.speaker_matches, answer.quote.speaker, answer.quote.lines) == (True, name, (line, line))


@pytest.mark.parametrize(
    ("claim", "voice"),
    [
        ("Nobody can have Ukraine.", "Putin"),
        ("Now we should support them even more.", "people said"),
        ("Offense is the best defense.", None),
    ],
)
def test_view_that_is_voiced_for_somebody_else_is_marked(searcher: Searcher, claim: str, voice: str | None) -> None:
    quote = check(searcher, claim).quote
    assert quote is not None
    assert voice in quote.voice if voice and quote.voice else quote.voice is voice


@pytest.mark.parametrize("text", ["", " ", "?!", "…", "“”", "---\n"])
def test_claim_without_a_word_is_refused(searcher: Searcher, text: str) -> None:
    with pytest.raises(QuestionBlankError):
        check(searcher, text)


def test_unknown_speaker_is_refused(searcher: Searcher) -> None:
    with pytest.raises(SpeakerUnknownError):
        check(searcher, "Most coups fail", "Putin")


def test_longest_claim_is_checked_and_a_longer_one_refused(searcher: Searcher, joined: str) -> None:
    start = joined.index("Most coups fail")
    longest = joined[start : start + MAX_CLAIM].rsplit(" ", 1)[0].ljust(MAX_CLAIM)
    assert len(longest) == MAX_CLAIM
    assert check(searcher, longest).similarity == 1.0
    assert check(searcher, ("the " * MAX_CLAIM)[:MAX_CLAIM]).verdict == "not_found"
    with pytest.raises(QuestionTooLongError):
        check(searcher, longest + " ")


@pytest.mark.parametrize("word", ["Ukraine", "ukraine!", "Prigozin", "the"])
def test_one_word_that_is_said_is_exact(searcher: Searcher, word: str) -> None:
    assert check(searcher, word).verdict == "exact"


def test_one_word_that_is_not_said_is_not_found(searcher: Searcher) -> None:
    assert check(searcher, "zeppelin").verdict == "not_found"


def test_claim_longer_than_the_episode_is_held_against_all_of_it(talk: Callable[..., Searcher]) -> None:
    searcher = talk("A bridge is a promise.")
    exact, near, other = (
        check(searcher, claim) for claim in ("A bridge is a promise", "Well, a bridge is a promise", "word " * 300)
    )
    assert (exact.verdict, near.verdict, other.verdict) == ("exact", "near", "not_found")
    assert changed(near) == [("Well", "")]


def test_episode_in_which_no_word_is_said_has_nothing(talk: Callable[..., Searcher]) -> None:
    answer = check(talk("…"), "a bridge is a promise")
    assert (answer.verdict, answer.similarity, answer.nearest) == ("not_found", 0.0, None)


def test_words_over_the_end_of_a_line_are_found(talk: Callable[..., Searcher]) -> None:
    quote = check(talk("A bridge is", "a promise."), "bridge is a promise").quote
    assert quote is not None
    assert (quote.text, quote.lines) == ("A bridge is a promise.", (12, 13))


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("they advanced about 215 miles outside Moscow", "they advanced about 125 miles outside Moscow"),
        ("Putin could ride out a lost war", "Putin could ride out even a lost war"),
        ("Well, most coups fail", "Most coups fail"),
        ("most of the coups fail", "Most coups fail"),
    ],
)
def test_similarity_is_one_less_edits_of_words_over_the_longer_length(
    searcher: Searcher, claim: str, said: str
) -> None:
    one, other = (WORD.findall(text.lower()) for text in (claim, said))
    expected = 1 - Levenshtein.distance(one, other) / max(len(one), len(other))
    assert check(searcher, claim).similarity == pytest.approx(expected, abs=1e-4)


@given(
    st.text(max_size=60) | st.lists(st.sampled_from(["Putin", "coup", "is", "not", UNSAID]), max_size=9).map(" ".join)
)
@settings(deadline=None, max_examples=25)
def test_any_text_gets_a_verdict_that_agrees_with_itself(searcher: Searcher, text: str) -> None:
    assume(WORD.search(text))
    answer = check(searcher, text)
    assert 0 <= answer.similarity <= 1
    assert answer.found == (answer.quote is not None)
    assert answer.similarity >= LEAST or not answer.found
    assert (answer.verdict == "exact") == (answer.found and answer.similarity == 1 and not answer.differences)
    assert answer.nearest is None or not answer.found
    for one in answer.differences:
        assert one.claimed or one.said
        assert one.claimed != one.said


def _fewest(text: str, least: int, long_ones: int) -> int:
    """Return how many of the first words of a sentence hold so many long ones; 0 where not all of them do."""
    words = WORD.findall(text)
    at = [0, *(place for place, word in enumerate(words, start=1) if len(word) >= LONG and word.isalpha())]
    enough = len(at) > long_ones and len(words) >= least
    return max(least, at[long_ones]) if enough else 0


@st.composite
def beginnings(draw: st.DrawFn, episode: Episode, least: int, long_ones: int = 0) -> tuple[Span, list[re.Match[str]]]:
    """Draw the first words of a sentence, so many of them long, no misheard name and no number cut in two."""
    fewest = {one: _fewest(episode.spoken[one], least, long_ones) for one in episode.sentences}
    sentence = draw(st.sampled_from([one for one in episode.sentences if fewest[one]]))
    words = list(WORD.finditer(episode.spoken[sentence]))
    whole = [word.span for word in read(episode.spoken[sentence], sentence.start)]
    words = words[: draw(st.integers(fewest[sentence], max(fewest[sentence], min(len(words), 40))))]
    span = Span(sentence.start, sentence.start + words[-1].end())
    whole += [place.span for place in episode.glossary.misheard]
    assume(all(span.holds(place) or not span.overlap(place) for place in whole))
    return span, words


@given(data=st.data())
@settings(deadline=None, max_examples=50)
def test_first_words_of_any_sentence_are_exact_or_near_for_what_was_cut_off_alone(
    searcher: Searcher, episode: Episode, data: st.DataObject
) -> None:
    span, _ = data.draw(beginnings(episode, 4))
    answer = check(searcher, episode.spoken[span])
    assert answer.similarity == 1.0
    assert answer.quote is not None
    assert answer.verdict == ("near" if answer.cut else "exact")
    assert all(one.claimed == "" and one.said for one in answer.differences)


@given(data=st.data())
@settings(deadline=None, max_examples=50)
def test_one_word_changed_is_near_with_exactly_that_difference(
    searcher: Searcher, episode: Episode, data: st.DataObject
) -> None:
    span, words = data.draw(beginnings(episode, 6, SEVERAL + 1))
    at = data.draw(st.integers(0, len(words) - 1))
    place = Span(span.start + words[at].start(), span.start + words[at].end())
    assume(not any(place.overlap(misheard.span) for misheard in episode.glossary.misheard))
    # What is left says more than the word that was changed.
    assume(sum(len(word[0]) >= LONG and word[0].isalpha() for word in words[:at] + words[at + 1 :]) >= SEVERAL)
    # A number of several words, or with a comma, is one word.
    assume(not any(place.overlap(word.span) and word.plain.isdecimal() for word in searcher.wording.words))
    claim = f"{episode.text[span.start : place.start]}{UNSAID}{episode.text[place.end : span.end]}"
    answer = check(searcher, claim)
    assert answer.verdict == "near"
    assert answer.similarity == pytest.approx(1 - 1 / len(words), abs=0.05)
    (other,) = [one for one in answer.differences if one.claimed]
    assert other.claimed == UNSAID
    if answer.quote is not None and answer.quote.span.holds(span):
        assert other in {Difference(UNSAID, episode.spoken[place]), Difference(UNSAID, "")}


def test_whole_sentences_far_apart_make_no_quote_though_most_words_agree(searcher: Searcher) -> None:
    claim = (
        "So the Wagner Group is a private business. "
        "This is a generational problem where Ukraine has to win the peace over the long haul."
    )
    answer = check(searcher, claim)
    assert answer.similarity > NEAR
    assert (answer.verdict, answer.quote) == ("not_found", None)


def test_words_that_changed_places_are_near_however_short_the_claim(searcher: Searcher) -> None:
    answer = check(searcher, "Yeltsin was Zolotov's bodyguard")
    assert answer.verdict == "near"
    assert answer.similarity < NEAR


@pytest.mark.parametrize("claim", ["They cant trust their own elites", "It doesnt matter which side it initiates from"])
def test_apostrophe_that_nobody_types_makes_no_difference(searcher: Searcher, claim: str) -> None:
    answer = check(searcher, claim)
    assert answer.verdict == "exact"
    assert not answer.differences


def test_of_places_equally_near_the_one_written_most_alike_is_meant(searcher: Searcher) -> None:
    answer = check(searcher, "They can trust their own elites.")
    assert (answer.verdict, changed(answer)) == ("near", [("can", "can't")])
    assert answer.quote
    assert answer.quote.lines == (263, 263)


def test_what_begins_amid_somebody_elses_words_is_not_exact_and_shows_what_led_up_to_them(
    talk: Callable[..., Searcher],
) -> None:
    notes = """
[[voiced]]
lines = [12, 13]
text = "the bridge is rotten, nobody should cross it. It was always rotten."
voice = "an engineer"
"""
    read = "He read us a letter of an engineer: the bridge is rotten, nobody should cross it."
    searcher = talk(read, "It was always rotten.", notes=notes)
    assert check(searcher, "the bridge is rotten, nobody should cross it").verdict == "exact"
    assert changed(check(searcher, "nobody should cross it")) == [
        ("", "He read us a letter of an engineer: the bridge is rotten,")
    ]
    later = check(searcher, "It was always rotten.")
    assert (later.verdict, changed(later)) == ("near", [("", read)])
    assert later.quote
    assert later.quote.voice == "an engineer"
    assert check(searcher, f"{read} It was always rotten.").verdict == "exact"
