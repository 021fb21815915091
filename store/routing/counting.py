"""How often, where and by whom something is said."""

import re

from store.question import FindMentions
from store.routing.rules import bare, first, group, quoted, rule, rules
from store.routing.scene import People
from store.words import plain

# A name, a word or a phrase has no more words than this.
MOST_WORDS = 6
_MENTION = r"""(?:mention|mentions|mentioned|bring up|brings up|brought up|name|names|named|name[- ]?drop(?:s|ped)?|
reference[sd]?)"""
_SAY = rf"""
(?:{_MENTION}|say|says|said|uses?|used|utter|refers? to|referred to|talks? about|talked about|speaks? of|spoke of|
discuss(?:es|ed)?|
drops?)"""
_MENTIONED = r"""
(?:mentioned|named|brought up|referenced|come up|comes up|came up|name[- ]?dropped|get mentioned|gets mentioned|
got mentioned|
get brought up|gets? a mention)"""
_SAID = rf"""
(?:{_MENTIONED}|said|referred to|talked about|spoken of|spoken about|discussed|used|uttered|coming up|appears?|
appeared|occurs?|
pops? up|shows? up)"""
_DO = r"(?:(?:do|does|did|is|are|was|were|has|have|had|don't|didn't|doesn't|isn't|wasn't) )"
_WORD = r"(?:the (?:word|name|term|phrase|expression)s? )?"
_OFTEN = r"""
(?:how (?:often|frequently|much|many times?)|(?:the )?number of times|count how (?:often|many times)|
count the (?:number of )?times(?: that)?),? """
_EVERY = r"""
(?:(?:list|show|find|give|get) )?(?:me |us )?(?:all|every|each|all of)(?: the)? """
_TIMES = r"(?:times?|places?|moments?|spots?|parts?)(?: that| when| where)? "
_WHERE = r"""
(?:who|when|where|at (?:what|which) (?:point|time|minute|moment)|in (?:what|which) (?:part|chapter)|by whom)
(?: all| exactly)?"""
_SAYER = "(?P<who>%one%)"
_COUNTED = rules(
    rf"{_OFTEN}{_DO}?{_SAYER} (?:have |has )?%ever%{_SAY} {_WORD}(?P<of>.+)",
    rf"{_OFTEN}{_DO}?{_WORD}(?P<of>.+?) (?:been |being |get |gets )?%ever%{_SAID}(?: by {_SAYER})?",
    rf"{_OFTEN}{_DO}?{_WORD}(?P<of>[\"\u201c'].+[\"\u201d'])",
    r"(?:ctrl|cmd) ?\+? ?f:? (?P<of>.+)",
    rf"""how many (?:mentions|references|occurrences|instances|uses)(?: are there)?(?: of| to)? {_WORD}(?P<of>.+?)
    (?: are there| does it have)?""",
    rf"""(?:number|count|tally|list|total)(?: of)?(?: the)?(?: mentions| occurrences| references| times| instances)?
    (?: of| to) {_WORD}(?P<of>.+)""",
    rf"count (?:the |all )?(?:mentions of |word |words |occurrences of )?{_WORD}(?P<of>.+)",
    r"(?P<of>.+?)(?: mention| mentions| word)? (?:count|counter|tally|frequency)",
    rf"{_EVERY}(?:mentions?|references?|occurrences?|instances?)(?: of| to) {_WORD}(?P<of>.+)",
    rf"{_EVERY}{_TIMES}{_SAYER} %ever%{_SAY} {_WORD}(?P<of>.+)",
    rf"{_EVERY}{_TIMES}(?:is |are |was )?{_WORD}(?P<of>.+?) (?:is |are |was |were |gets? )?{_SAID}",
    rf"""(?:(?:list|show|find|give|get) )?(?:me |us )?(?:the )?(?:mentions?|references|occurrences)(?: of| to| for|
    :) {_WORD}(?P<of>.+)""",
    rf"{_WHERE}(?: first)? {_MENTION} {_WORD}(?P<of>.+)",
    rf"{_WHERE} {_DO}{_SAYER} %ever%(?:first )?{_MENTION} {_WORD}(?P<of>.+)",
    rf"{_WHERE} {_DO}{_WORD}(?P<of>.+?) (?:get |first )?%ever%(?:first )?{_MENTIONED}",
    rf"{_DO}{_SAYER} %ever%{_MENTION} {_WORD}(?P<of>.+)",
    rf"""{_DO}(?:there )?{_WORD}(?P<of>.+?) (?:been |get )?%ever%(?:{_MENTIONED}|appears?|occurs?|pop up|show up|
    get used)
    (?: at all| even once| once| anywhere| by {_SAYER})*""",
    rf"(?:all )?%whose% (?:mentions?|references?|uses?) (?:of|to) {_WORD}(?P<of>.+)",
    rf"(?:any|is there any|is there a|are there any) mentions? (?:of|about) {_WORD}(?P<of>.+)",
    r"(?P<of>.+) (?:mentioned|mentions?)",
)
# What is mentioned is named; whatever says more is a question of another kind.
_MORE = rule(
    r"""
.*\b(?:that|how|why|what|when|who|where|which|if|whether|any|some|something|anything|books?|people|persons|names|
everyone|everybody|topics|it|this|them|him|her|
because|
in (?:connection|relation|the context))\b.*"""
)
_ENDED = rule(
    rf"""(?P<of>.+?)(?: (?:in total|overall|altogether|at all|total|so far|get|being|be|even once|once|anywhere|
    by {_SAYER}|in %it%))*"""
)
_LITERAL = rule(
    r""".*\b(?:how (?:often|frequently|much|many)|count(?:ed)?|number|tally|times?|every|all|each|words?|phrases?|
    terms?|expressions?|ctrl|cmd)\b.*|.*["\u201c].*"""
)


def is_literal(text: str, of: str) -> bool:
    """Tell whether the very words are to be counted, or only whether their matter comes up, in whatever words."""
    return _LITERAL.fullmatch(text.replace(plain(of), "")) is not None


def mentions(text: str, people: People) -> FindMentions | None:
    """Return what is to be counted; None where that is not asked."""
    found = first(_COUNTED, text)
    if found is None:
        return None
    in_quotes = quoted(found["of"])
    words = in_quotes or _bare(found["of"])
    if not words or (not in_quotes and (len(words.split()) > MOST_WORDS or _MORE.fullmatch(words))):
        return None
    return FindMentions(people.show(words), people.named(group(found, "who") or _sayer(found["of"])))


def _sayer(text: str) -> str | None:
    """Return whom the words at the end name as who says it."""
    ended = _ENDED.fullmatch(bare(text))
    return ended["who"] if ended else None


def _bare(text: str) -> str:
    """Return a name without its article, and without what only says how it is counted."""
    ended = _ENDED.fullmatch(bare(text))
    return re.sub(r"(?<=\w)'s?$|^(?:the|a|an) (?=\S)", "", bare(ended["of"] if ended else text))
