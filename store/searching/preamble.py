"""What people write before and after a question: "I listened twice and still don't know: was it a coup?"."""

import re

# Where a sentence of a message ends, or what leads up to a question.
_BETWEEN = re.compile(r"(?<=[.!?:;\u2026\n])\s+")


def question_in(text: str) -> str | None:
    """Return what a message asks without what it says beside; None where it asks nothing, or says nothing beside."""
    parts = _BETWEEN.split(text.strip())
    asked = [part for part in parts if part.endswith("?")]
    return " ".join(asked) if 0 < len(asked) < len(parts) else None
