"""Capitalised runs: which are people, which could be titles."""

import re

from store.language.lexicon import frequency, is_listed_name, is_ordinary
from store.language.stopwords import STOP
from store.words import plain

# A capitalised word, not the pronoun; initials with their points.
CAP = r"(?:(?:[A-Z]\.){1,3}(?:[A-Z]\b)?|(?!I\b)[A-Z0-9À-ÖØ-Þ][\w’'&-]*\w|(?!I\b)[A-Z](?=\s[A-Z]))"
SMALL = (
    r"(?:of|the|and|a|an|in|to|for|on|with|from|at|is|as|or|into|over|than|without|through|not|we|are|be|who|"
    r"that|your|my|our|&)"
)
RUN = rf"{CAP}(?:(?:\s{SMALL}){{0,3}}\s{CAP}){{0,11}}"
_PARTICLE = r"(?:van|de|der|den|von|la|le|el|al|bin|ibn|del|di|da|du|dos|ten|ter)"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|St)\.?\s)?{CAP}(?:\s(?:{_PARTICLE}\s){{0,2}}{CAP}){{0,3}}(?:\sJr\.?)?"
PERSON = rf"{_NAME}(?:,? and (?!(?:The|A|An|My)\b)(?![^.,;]{{1,60}} by\b){_NAME})?"
ONE_PERSON = _NAME
# What a sentence or an answer begins with, and what is never a title by itself.
_LEADING_WORDS = """
and so well yeah yes no then one two three four five first second third fourth fifth firstly secondly thirdly finally
oh but also okay ok you number next another last lastly let let's i'd i'll i've i'm i it's that's there's here's he's
she's because maybe probably um uh it he she they we now actually obviously like my this that these those if when what
which who where how why is are do does did in on at for from to of as with by sure right look absolutely definitely
again anyway all some any there here or book novel alright honestly certainly perhaps both every most classic recently
currently personally course thanks wow great gosh god jesus hmm mm he'd she'd they're we're you're you'd you'll
seriously anything everything something not just really everybody everyone people speaking about after before
"""
_LEADING = frozenset(_LEADING_WORDS.split())
# "Start with Middlemarch", but "Start With Why".
_ORDERS = {"start", "begin", "check", "go", "read", "try", "get", "buy"}
_READ = {"read", "try", "get", "buy"}
# In a title these may come first, when a capital shows that they are part of it.
_FIRST_OF_TITLE_WORDS = """
how why what when where who if this that these my all in on of to for from about after before one two three like every
most people not another last is are now here first second third you because with as at we they he she number great god
just everybody let it
"""
_FIRST_OF_TITLE = frozenset(_FIRST_OF_TITLE_WORDS.split())
_NOT_TITLE = re.compile(
    r"\b(?:New York Times|Washington Post|Nobel|Pulitzer|Booker|Prize|Award|University|Institute|United "
    r"(?:States|Kingdom)|"
    r"World War|White House|Supreme Court|Congress|Republican|Democrat\w*|Party|Department|Podcast|"
    r"YouTube|Twitter|Amazon|"
    r"Kindle|Audible|Google|Facebook|Goodreads|Penguin|Random House|Press|Netflix|Harvard|Stanford|Oxford|"
    r"Cambridge|MIT|Professor)\b"
)
# Given names that are words of the language as well.
_ALSO_WORDS_WORDS = """
john mark jack will bill max grace rose frank pat sue bob rob ray gene art dick drew chuck rich guy hope faith joy may
june april dawn victor sandy miles dean earl grant glen heath cliff clay chase mason hunter carter parker tony jimmy
jenny penny polly molly robin jay bobby billy don josh nick norm rod ruby pearl lily daisy ivy holly violet olive iris
amber christian jean jane kitty tom harry peter georgia savannah sage sky reed brook stone wade wolf king tim ted ben
dan sam jim joe martin lee kim bobbie sally jack jesse sunny page paige drake dale wayne roger rex
"""
_ALSO_WORDS = frozenset(_ALSO_WORDS_WORDS.split())
_NAME_WORDS = (2, 4)
# Dictionary words that are so rare that a capital makes them a name: "Hastings", "Caro".
_RARE = 3.3
_PLAINLY = 4


def looks_like_person(run: str) -> bool:
    """Tell whether a capitalised run is somebody's name rather than a title."""
    tokens = [token for token in run.replace("’", "'").split() if not re.fullmatch(_PARTICLE, token)]
    if not _NAME_WORDS[0] <= len(tokens) <= _NAME_WORDS[1] or not all(token[0].isupper() for token in tokens):
        return False
    first, last = _bare(tokens[0]), _bare(tokens[-1])
    if first in STOP or last in STOP or any(map(_is_compound, tokens)):
        return False
    initial = "." in tokens[0]
    if is_ordinary(first) and is_ordinary(last) and frequency(first) < _RARE <= frequency(last):
        return False  # "Liberating Structures": a rare word, but no name
    return initial or first in _ALSO_WORDS or _is_namely(first) or (not is_ordinary(last) and not is_listed_name(last))


def _is_compound(token: str) -> bool:
    """Tell whether a token is words joined by hyphens, and so no name: "Three-Body"."""
    parts = plain(token).split("-")
    return len(parts) > 1 and all(is_ordinary(part) and not is_listed_name(part) for part in parts)


def _is_namely(word: str) -> bool:
    return is_listed_name(word) or not is_ordinary(word) or frequency(word) < _RARE


def _bare(token: str) -> str:
    word = plain(token).removesuffix("'s").strip(".'-,")
    return word.replace("'", "").replace("-", "")


def strip_leading(run: str, *, sentence_start: bool) -> int:
    """Return how many characters to leave off a run: words that only begin a sentence or a list."""
    cut = 0
    while True:
        match = re.match(r"([\w’'.-]+),?\s+", run[cut:])
        if match is None:
            return len(run) if plain(run[cut:]).strip(",") in _LEADING and sentence_start else cut
        word = plain(match[1])
        if not cut and not sentence_start and word != "i" and match[1][0].isupper() and "," not in match[0]:
            return cut  # a capital in the middle of a sentence is the title's
        rest_capital = run[cut + match.end() : cut + match.end() + 1].isupper()
        if word not in _LEADING and not (word in _ORDERS and (not rest_capital or word in _READ)):
            return cut
        part_of_title = match[1][0].isupper() and word in _FIRST_OF_TITLE and "," not in match[0] and rest_capital
        if part_of_title:
            return cut
        cut += match.end()


def may_be_title(run: str) -> bool:
    """Tell whether a run could name a book: no institution, prize or newspaper, and more than a scrap."""
    bare = plain(run).strip()
    if _NOT_TITLE.search(run) or bare in _LEADING or bare in STOP:
        return False
    if not re.search(r"[^\W\d_]", run) and not re.fullmatch(r"\d{4}", run):
        return False
    if re.search(r"\d(?:st|nd|rd|th|s)\b", run) and not re.search(r"\b[A-Z]", run):
        return False
    # "What You Do Is Who You Are" has none but stop words, and is a title by its capitals.
    plainly = len(run.split()) >= _PLAINLY and all(token[0].isupper() for token in run.split())
    return plainly or any(len(token) > 1 and token not in STOP for token in bare.split())
