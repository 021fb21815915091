"""A message as people type it, made plain: without what only decorates it, and in the spelling that the rules know."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from store.language.lexicon import is_ordinary

# A letter may bear this many marks, and one of ASCII none that it is not composed with; what is piled on says nothing.
MARKS = 3
# From this length on a word may hold one slip, and two.
_MENDED, _MENDED_TWICE = 5, 9
_FENCE = re.compile(r"```(?:\w+\n)?|`")
_MASKED_LINK = re.compile(r"\[([^\[\]\n]*)\]\(\s*<?https?://[^)\s]*>?\s*\)")
_LINK = re.compile(r"<?https?://[^\s<>]+>?")
_DISCORDS = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[\w ]+:|t:)[\w:]*>|@(?:everyone|here)\b")
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}|~~|\|\||(?<!\w)_|_(?!\w)")
_LINE_MARK = re.compile(r"^\s*(?:#{1,3}|-#|[-+])\s+", re.MULTILINE)
_DASHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u2026": "…"})
# Chat for words that the rules know. What is left out may also be a name or mean something.
_CHAT = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "pls": "please",
    "plz": "please",
    "plss": "please",
    "wat": "what",
    "wut": "what",
    "whats": "what's",
    "whos": "who's",
    "wheres": "where's",
    "whens": "when's",
    "hows": "how's",
    "thats": "that's",
    "dis": "this",
    "wen": "when",
    "abt": "about",
    "abot": "about",
    "abut": "about",
    "bout": "about",
    "smth": "something",
    "sth": "something",
    "rly": "really",
    "rlly": "really",
    "relly": "really",
    "realy": "really",
    "thx": "thanks",
    "thnx": "thanks",
    "ty": "thanks",
    "tysm": "thanks",
    "ep": "episode",
    "eps": "episodes",
    "pod": "podcast",
    "sya": "say",
    "siad": "said",
    "sed": "said",
    "teh": "the",
    "hte": "the",
    "waht": "what",
    "wht": "what",
    "hwo": "how",
    "ofen": "often",
    "oftn": "often",
    "bok": "book",
    "boks": "books",
    "chpater": "chapter",
    "tldr": "tl;dr",
    "tl,dr": "tl;dr",
    "tl/dr": "tl;dr",
    "tl:dr": "tl;dr",
}
_WORD = re.compile(r"\w+(?:['\u2019]\w+|[;,:/]dr\b)*", re.IGNORECASE)
_QUOTED = re.compile(r"(\"[^\"]*\"|\u201c[^\u201d]*\u201d)")
# Misspelt ones of these are mended where the dictionary does not know them as they are.
KNOWN_WORDS = (
    *("about", "actually", "aired", "books", "chapter", "chapters", "episode", "explain", "guest", "mentioned"),
    *("mention", "mentions", "opinion", "podcast", "published", "quote", "quotes", "really", "recap", "recommend"),
    *("recommended", "recommends", "recommendation", "recommendations", "recorded", "reading", "released", "should"),
    *("speaker", "speakers", "speaking", "summarise", "summarize", "summary", "takeaways", "talking", "thanks"),
    *("thinks", "think", "timestamps", "transcript", "verify"),
)


def tidied(text: str) -> str:
    """Return a message's words on one line: no formatting, mentions, links, invisible or piled-up characters."""
    text = _visible(text.replace("\r", "\n"))
    text = _MASKED_LINK.sub(r"\1", text)
    text = _DISCORDS.sub(" ", _LINK.sub(" ", text))
    text = _LINE_MARK.sub("", _EMPHASIS.sub("", _FENCE.sub(" ", text)))
    return " ".join(text.translate(_DASHES).split())


def spelt(text: str) -> str:
    """Return a tidied message with chat and slips put right as far as the rules have words for them; quotes as is."""
    parts = _QUOTED.split(text)
    return "".join(part if at % 2 else _WORD.sub(_meant, part) for at, part in enumerate(parts))


def _meant(found: re.Match[str]) -> str:
    word = found[0]
    if word.lower() in _CHAT:
        return _CHAT[word.lower()]
    return _mended(word) if len(word) >= _MENDED and word.islower() and word.isalpha() else word


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in KNOWN_WORDS or is_ordinary(word):
        return word
    slips = 2 if len(word) >= _MENDED_TWICE else 1
    near = process.extractOne(word, KNOWN_WORDS, scorer=OSA.distance, score_cutoff=slips)
    return str(near[0]) if near else word


def _visible(text: str) -> str:
    kept: list[str] = []
    base, marks = "", 0
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in {"Mn", "Me"}:
            marks += 1
            kept.extend(character for _ in range(marks <= MARKS and not base.isascii()))
        elif category in {"Zl", "Zp"} or character in "\n\t":
            kept.append("\n")
        elif category not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            kept.append(character)
            base, marks = character, 0
    return "".join(kept)
