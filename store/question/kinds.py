"""The few words that a value may be, where only some are meant."""

from typing import Literal

Length = Literal["short", "medium", "long"]
Surface = Literal["slash", "dm", "mention", "menu", "button", "terminal"]
Outcome = Literal["answered", "nothing_found", "refused", "failed"]
Verdict = Literal["exact", "near", "not_found"]
BookStatus = Literal["recommended", "set_aside", "mentioned"]
Suggestion = Literal["claim", "voice", "condition", "duty", "cause", "forecast", "comparison"]
