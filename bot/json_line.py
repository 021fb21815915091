"""JSON as one line, whoever reads it."""

import json
import re

# Ends of lines to some programs and commands to some terminals, and halves of characters, which UTF-8 has not.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_text(form: object) -> str:
    """Write one JSON value as one line."""
    text = json.dumps(form, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
