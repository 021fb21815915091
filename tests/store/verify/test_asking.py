"""Half a question states what was only asked; the whole question, without what led up to it, is the same question."""

import pytest

from store.verify.asking import is_asked


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        ("But to today's show and to just the world,", "what the hell happened last weekend"),
        ("And so", "how does he put the lid back on"),
        ("So why through these months when he attacks them,", "why is Putin permitting it"),
        ("Those networks,", "do you think they'll ever understand"),
        ("Let me ask you this, Ezra,", "is the war over"),
        ("Well, everyone reads the same few novels, so", "who else is good"),
        ("So", "you moved to London"),
        ("You said that, and I think", "everyone reads the same few novels, so what else do you recommend"),
        ("", "do you support the war"),
    ],
)
def test_question_without_its_lead_is_the_same_question(before: str, fragment: str) -> None:
    assert not is_asked(f"{before} ", fragment, marked=True)


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        ("Do you think", "that's true"),
        ("Do", "you support the war in Russia"),
        ("And how much of this", "was truly a coup"),
        ("It changes day to day, but is it a small thing or", "it is fundamental"),
        ("Does it mean", "it's because Putin was uncertain"),
        ("What makes you think", "the war is over"),
    ],
)
def test_half_a_question_is_not_what_was_asked(before: str, fragment: str) -> None:
    assert is_asked(f"{before} ", fragment, marked=True)


def test_question_without_its_mark_is_known_by_its_first_words() -> None:
    assert is_asked("Does ", "Paul still have an accent", marked=False)
    assert not is_asked("Do ", "the work and go home", marked=False)
    assert not is_asked("What I think is that ", "the war is over", marked=False)
