"""The few words that a value may be, where only some are meant."""

from typing import Literal

Length = Literal["short", "medium", "long"]
Surface = Literal["slash", "dm", "mention", "menu", "button", "terminal"]
Outcome = Literal["answered", "nothing_found", "refused", "failed"]
Verdict = Literal["exact", "near", "not_found"]
BookStatus = Literal["recommended", "set_aside", "mentioned"]
Suggestion = Literal["claim", "voice", "condition", "duty", "cause", "forecast", "comparison"]
# What of a passage is asked for: the passage, what stands right before or after it, or it with both.
Part = Literal["itself", "before", "after", "around"]
# What of the talk a question wants: a passage, the place where it stands, what no quote can answer, or one of its ends.
Sought = Literal["passage", "place", "judgement", "first", "last", "first_question", "last_question"]
# What help says: how to ask, who the bot is and what it keeps; or a short answer to what is no question.
HelpTopic = Literal[
    "use",
    "who",
    "privacy",
    "episodes",
    "greeting",
    "thanks",
    "praise",
    "farewell",
    "insult",
    "doubt",
    "orders",
    "wordless",
    "nothing_before",
    "nothing_shown",
    "nothing_kept",
    "nothing_longer",
    "nothing_shorter",
    "nothing_more",
]
