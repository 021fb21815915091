"""What before and after a fragment changes its sense, by the rule behind it."""

import pytest

from store.verify.governing import governs, limits

FRAGMENT = "the war is over"


@pytest.mark.parametrize(
    "before",
    [
        "He says",
        "And the general swears that",
        "People think",
        "The soldier who swore, no, no, no,",
        "And then he said, yes,",
        "And she was like,",
        "So my neighbor goes,",
        "He said, the soldiers go home,",
        "Her argument is that",
        "A view took hold that",
        "The conventional wisdom is",
        "They accuse us of claiming that",
        "I was told that",
        "According to the papers, allegedly,",
        "The claim that",
        "Under the presumption that",
    ],
)
def test_what_somebody_else_says_or_believes_governs(before: str) -> None:
    assert governs(before + " ", FRAGMENT)


@pytest.mark.parametrize(
    "before",
    [
        "If he wins,",
        "If he wins, and he may, at night,",
        "Unless",
        "Suppose",
        "Assuming that",
        "In case",
        "I wish",
        "I hope that",
        "I wonder whether",
        "Maybe",
        "Perhaps, or so it seems to them,",
        "There's a chance that",
        "Long before",
        "Even if",
        "If what he tells us is true,",
        "Nobody knows whether",
    ],
)
def test_what_is_only_supposed_or_wished_governs(before: str) -> None:
    assert governs(before + " ", FRAGMENT)


@pytest.mark.parametrize(
    "before",
    ["Nobody believed", "I don't think", "It's not that", "We cannot prove that", "He denied that", "It's a lie that"],
)
def test_what_is_denied_governs(before: str) -> None:
    assert governs(before + " ", FRAGMENT)


@pytest.mark.parametrize(
    "before",
    [
        "Well,",
        "In other words,",
        "And then, of course, finally,",
        "You see, Ezra,",
        "I mean,",
        "And I got to tell you, at some point,",
        "But to today's show and to just the world,",
        "In March,",
        "Somehow, after all these months,",
        "No,",
        "Let me tell you,",
        "So tell me,",
    ],
)
def test_fillers_addresses_and_circumstances_do_not_govern(before: str) -> None:
    assert not governs(before + " ", FRAGMENT)


@pytest.mark.parametrize(
    "before",
    [
        "I think",
        "I really do believe that",
        "I guess what I was saying is,",
        "I would argue that",
        "We know",
        "My own view is that",
        "I'm absolutely sure",
        "I'm telling you,",
        "As I said,",
        "Like you said,",
        "As the general told me not that long ago,",
        "Having said that,",
        "There is no doubt that",
        "I don't doubt that",
        "He saw that",
        "The fact is that",
        "If you ask him, he will face up to the fact that",
        "The question here is",
        "If you look at the map,",
        "My own private view is that",
        "Which is to say",
        "Even if he signs,",
        "Whether he signs or not,",
        "Nobody can tell how long",
    ],
)
def test_own_view_and_what_is_agreed_with_do_not_govern(before: str) -> None:
    assert not governs(before + " ", FRAGMENT)


@pytest.mark.parametrize(
    "before",
    [
        "He says so, but",
        "People think that he lost, and so",
        "If he comes, we leave; but",
        "He didn't call because",
        "I gave it some thought,",
        "If he comes, we leave; but at night,",
        "He will not be president anymore and",
    ],
)
def test_what_stands_in_another_clause_does_not_govern(before: str) -> None:
    assert not governs(before + " ", FRAGMENT)


@pytest.mark.parametrize(
    "after",
    [
        " if he signs",
        ", but only if he signs",
        ", unless he comes back",
        ", he says.",
        ", the general claimed, and left",
        ", according to the papers",
        ", or so they say",
        " is a myth",
        ", that's not true",
    ],
)
def test_what_follows_and_takes_it_back_limits(after: str) -> None:
    assert limits(after)


@pytest.mark.parametrize(
    "after", [".", ", I think", ", like you said, and", " in the east", ", and they say so", " and he says it", ""]
)
def test_what_follows_and_adds_to_it_does_not_limit(after: str) -> None:
    assert not limits(after)
