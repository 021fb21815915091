"""What goes on from an answer."""

from __future__ import annotations

import pytest

from store.conversation.following import following
from store.routing import plainly

STEPS: dict[str, tuple[str, ...]] = {
    "more": (
        *("more", "More please", "more?", "what else?", "what else did he say about it", "anything else"),
        *(
            "next",
            "show me more",
            "any more?",
            "and another",
            "ok more",
            "another quote please",
            "other quotes?",
            "next one",
        ),
        *("tell me more", "tell me more about that", "is there anything else?", "not that one", "more quotes pls"),
    ),
    "itself": (
        *(
            "who said that?",
            "who said that",
            "whos that",
            "who is that?",
            "who's speaking",
            "who was that",
            "said who?",
        ),
        *(
            "by whom?",
            "show me the quote",
            "the exact quote please",
            "exact words?",
            "quote it",
            "did he really say that?",
        ),
        *(
            "what did he actually say?",
            "is that true?",
            "where is that from?",
            "when did he say that",
            "source?",
            "link?",
        ),
        *(
            "really?",
            "are you sure?",
            "proof?",
            "was that Kotkin?",
            "is that him or the host",
            "whose words are those",
            "again",
        ),
        *("where does she say that", "timestamp?", "what minute is that"),
    ),
    "before": (
        *("what came before?", "what comes before that", "and before that?", "before", "what was the question?"),
        *(
            "what did the host ask?",
            "previous",
            "what was said before?",
            "what did he say right before that",
            "go back",
        ),
        *("what was he responding to?",),
    ),
    "after": (
        *(
            "what came after?",
            "what comes next",
            "and then?",
            "then what",
            "go on",
            "continue",
            "after that?",
            "what next?",
        ),
        *("what did he say next", "how does it go on?", "what was the answer", "did he answer?", "keep reading"),
        *("next sentence", "what happens next?"),
    ),
    "around": (
        "context?",
        "more context please",
        "give me context",
        "the whole passage",
        "what's the context",
        "full quote",
    ),
    "longer": (
        "longer",
        "a bit longer please",
        "in more detail",
        "more details",
        "elaborate",
        "too short",
        "make it longer",
    ),
    "shorter": ("shorter", "shorter pls", "that's too long", "make it shorter", "in one sentence", "too much text"),
}
TURNS = [
    ("and on Ukraine?", "Ukraine"),
    ("and about Y?", "Y"),
    ("what about the dam", "the dam"),
    ("how about klein?", "klein"),
    ("and Navalny?", "Navalny"),
    ("and in 1991?", "1991"),
    ("same question about Crimea", "Crimea"),
    ("on sanctions?", "sanctions"),
    ("Belarus instead", "Belarus"),
]
ALONE = [
    "what did he say about Ukraine?",
    "who said that coups fail?",
    "what came before the coup?",
    "thanks",
    "tl;dr",
    "what should I read next?",
    "more troops on the border",
    "who is on this one",
    "and what does the host think of the war, after all that?",
    "",
    "?",
    "x" * 500,
]
CASES = [(text, step) for step, texts in STEPS.items() for text in texts]


@pytest.mark.parametrize(("text", "step"), CASES, ids=[text for text, _ in CASES])
def test_message_goes_on(text: str, step: str) -> None:
    found = following(plainly(text))
    assert found is not None
    assert found.step == step


@pytest.mark.parametrize(("text", "topic"), TURNS, ids=[text for text, _ in TURNS])
def test_message_turns_to_another_topic(text: str, topic: str) -> None:
    found = following(plainly(text))
    assert found is not None
    assert (found.step, found.topic) == ("about", topic)


@pytest.mark.parametrize("text", ALONE, ids=lambda text: text[:20])
def test_message_stands_on_its_own(text: str) -> None:
    assert following(plainly(text)) is None
