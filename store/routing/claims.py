"""Was this said? The words that are claimed, out of a question that claims them."""

import re

from store.question import VerifyQuote
from store.routing.rules import bare, first, group, quoted, rule, rules
from store.routing.scene import HIDDEN, People

_SAY = r"""
(?:say|says|said|saying|claim|claims|claimed|state|states|stated|utter|uttered)(?:[,:]? that\b(?!'s| is| was)|[,:])?"""
_TRUE = r"(?:true|real|right|accurate|correct|legit|verbatim|genuine|a fact|the case|so|real life)"
_QUOTE = r"""
(?:(?:an?|the|his|her) )?(?:real|actual|exact|true|genuine|direct|verbatim|right|accurate|correct)
(?: (?:quote|line|words|wording))?"""
_SAYER = rf"(?P<who>{HIDDEN}|he|she|they|the (?:guest|host))"
_CHECK = r"""
(?:true or false|real or fake|real or not|fact[ -]?check(?:ing)?|verify|verification|check|double[ -]?check|confirm|
quote check|
check quote|(?:real|actual|fake) quote|legit|true|is (?:this|that|it) (?:true|real|legit))"""
_HEARSAY = r"""
(?:(?:i (?:heard|read|saw|think|thought)|apparently|supposedly|allegedly|someone (?:said|says|told me)|people say|
my (?:friend|buddy|brother|boss) (?:said|says|claims))[, ]+(?:that )?)?"""
_DID = r"(?:so |wait |hold on )?(?:did|has|have|does|do|had|didn't|doesn't|hasn't|don't)"
# What begins so is asked for, not claimed: "did he say why", "did she say anything about it".
_ASKED_FOR = rule(
    r"""
(?:(?:why|how|what|who|when|where|which|whose|whom|whether)\b(?!ever)|if (?!.*\bthen\b)|
(?:any|some)(?:thing| stuff| more| words)?\b|much\b|more\b|a (?:word|lot|thing)\b|things? (?:about|on)|stuff|lots|
nothing (?:about|on)|enough|about).*|(?:this|that|it|so|these|those|else)\W*"""
)
_CLAIMED = rules(
    rf"{_DID} %who% %ever%{_SAY} (?P<claim>.+)",
    rf"{_DID} %one% %ever%{_SAY} (?P<claim>.+)",
    rf"(?:so |wait |hold on )?%who% (?:really|actually|literally|seriously|truly|never) {_SAY} (?P<claim>.+)",
    rf"(?:is|was|isn't) it %ever%{_TRUE}(?: that)?,? %who% %ever%{_SAY} (?P<claim>.+)",
    rf"(?:is|was|isn't) it %ever%{_TRUE}(?: that)?[,:]? (?P<claim>.+)",
    rf"""(?:is|was) (?:this|that|it|the following) %ever%{_QUOTE}(?: (?:by|from|of) %who%)?(?:\s*[:,?–—-]+\s*| that )
    (?P<claim>.+)""",
    rf"""{_CHECK}(?: (?:this|that|it|for me|the|a|quote|claim|if|whether|statement|line|following|is true|is real))*
    \s*[:,?–—-]*\s+(?:%who% %ever%{_SAY} )?(?P<claim>.+)""",
    r"""(?:was|were|is) (?:it |this |that |the (?:phrase|line|sentence|words?|quote|claim) )?%ever%(?:said|stated|
    uttered|claimed)
    (?: by %who%)?(?: that\b|:|,)? (?P<claim>.+)""",
    rf"did \w[\w'.-]*(?: \w[\w'.-]*){{0,2}} (?:really|actually|ever|literally|seriously) {_SAY} (?P<claim>.+)",
    # The claim first, then the doubt.
    r"(?P<claim>.+?)[\s.,;:?!–—\"-]+(?:and )?(?:did|does|has) %who% %ever%(?:say|said|says) (?:that|this|it|so)",
    rf"""{_HEARSAY}(?:{_SAYER} %ever%{_SAY} )?(?P<claim>.+?)[\s.,;:?!–—\"-]+(?:and )?
    (?:(?:is|was) (?:this|that|it)(?: really| actually)? (?:{_TRUE}|said|{_QUOTE}|what %one% %ever%said)|
    true or false|real or fake|real or not|fact[ -]?check(?: this| that)?|verify(?: this| that)?|
    (?:did|does|has) %one% %ever%(?:say|said|says) (?:that|this|it|so)|(?:real|actual|exact) quote|
    (?:was|were|is) (?:that|this|it|those) %ever%said)""",
)
_STATED = rules(
    rf"{_SAYER} (?:didn't|did not|doesn't|never) %ever%{_SAY} (?P<claim>.+?),? did (?:he|she|they)",
    rf"{_SAYER} %ever%{_SAY} (?P<claim>.+?),? (?:right|correct|true|yes|no|yeah|or not|didn't (?:he|she|they))",
    rf"{_SAYER} %ever%{_SAY} (?P<claim>.+)",
)
_ATTRIBUTED = rules(
    rf"""[\"\u201c](?P<claim>[^\"\u201d]+)[\"\u201d][\s,.–—~-]*(?:by |from |said |says |according to )?(?P<who>{HIDDEN})
    (?: said| says)?""",
    rf"(?P<who>{HIDDEN})\s*[:–—-]\s*[\"\u201c](?P<claim>[^\"\u201d]+)[\"\u201d]",
    rf"(?P<who>{HIDDEN}) (?:said|says|claims|claimed)[:,]? [\"\u201c](?P<claim>[^\"\u201d]+)[\"\u201d]",
    r"(?:was|is|were) [\"\u201c](?P<claim>[^\"\u201d]+)[\"\u201d] %ever%said(?: by %who%)?",
)


def claim(text: str, people: People, *, asks: bool) -> VerifyQuote | None:
    """Return the claim that a question holds, with who is said to have said it where a speaker is named."""
    found = first(_ATTRIBUTED, text) or _claimed(text, asks=asks)
    if found is None:
        return None
    words = quoted(found["claim"]) or bare(found["claim"])
    return VerifyQuote(people.show(words), people.named(group(found, "who"))) if words else None


def _claimed(text: str, *, asks: bool) -> re.Match[str] | None:
    patterns = (*_CLAIMED, *(_STATED if asks else ()))
    matches = (found for pattern in patterns if (found := pattern.fullmatch(text)))
    return next((found for found in matches if not _ASKED_FOR.fullmatch(bare(found["claim"]))), None)
