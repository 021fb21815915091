"""What refers to an answer before: "more", "and on Ukraine?", "who said that?", "longer"."""

import re
from dataclasses import dataclass
from typing import Literal

from store.routing.rules import bare, first, rule, rules

Step = Literal["more", "itself", "before", "after", "around", "longer", "shorter", "about", "by"]


@dataclass(frozen=True, slots=True)
class Following:
    """How a message goes on from the answer before it; `topic` is what it turns to.

    One that is not `sure` may stand on its own as well: it goes on only where there is something to go on from.
    """

    step: Step
    topic: str = ""
    sure: bool = True


_LEAD = rule(
    r"""(?:(?:ok|okay|and|so|oh|ah|hm+|well|please|cool|nice|great|thanks|wow|interesting|then|but|wait|now|yes|yeah|
    lol|hey)\b[\s,:;!.–—-]*)*"""
)
_END = rule(
    r"[\s,;.–—-]*(?:\b(?:please|pls|thanks|thank you|again|though|tho|now|then|lol|exactly|bot|just)\b|:\))?[\s?!.…]*$"
)
_SAYER = r"(?:he|she|they|%one%)"
_THAT = r"(?:that|this|it|so|those|these|them|the (?:quote|line|words?|first one|last one|one))"
_NOUN = r"(?:quotes?|passages?|lines?|parts?|results?|matches|hits|answers?|examples?|ones?|points?|stuff|options)"
_MORE = rules(
    rf"""(?:(?:show|give|tell|get|find) (?:me |us )?)?(?:some |any |a few |the )?(?:more|others?|another(?: one)?|next
    (?: one)?|one more|others)
    (?: {_NOUN})?(?: (?:of|like|about|on) {_THAT})*""",
    rf"""(?:what|anything|who|something|anyone)(?: is| was|'s)? (?:else|more)(?: (?:did|does|do|has|
    have) {_SAYER} (?:say|said|think|mention|talk about))?(?: (?:about|on|of) {_THAT})*""",
    rf"(?:is|are|was|were) there (?:any(?:thing)? )?(?:more|else|others)(?: {_NOUN})?(?: (?:about|on|of) {_THAT})*",
    rf"""(?:different|other) {_NOUN}|else|next|not (?:that|this|it|the one)(?: one)?|wrong (?:one|quote|passage)|
    try again|another try|no,? (?:another|the other)(?: one)?""",
    r"keep (?:them )?coming|more,? more",
)
_ITSELF = rules(
    rf"""(?:who|whom?)(?: (?:the hell|exactly|actually))? (?:said|says|was|is|wrote|claimed|spoke) (?:{_THAT}|talking|
    speaking)(?: (?:talking|speaking|who said (?:it|that)))?""",
    rf"(?:who's|who is|whos) (?:{_THAT}|talking|speaking)(?: (?:talking|speaking))?(?: (?:here|there))?",
    rf"""(?:said )?by whom?|said by who|who did|who does|whose (?:words|quote|line|voice|opinion|view)s? (?:is|are|
    was|were) (?:{_THAT})|who,? (?:him|her|he|she)""",
    rf"(?:is|was|were|are) {_THAT} (?:%one%|him|her|his|hers)(?: (?:words?|talking|speaking|or .+|who said it))*",
    r"""(?:(?:can i (?:see|get|read|have)|show|give|read|let me see|i want|get|quote|repeat|say) )?(?:me |us )?
    (?:the |that |it |this |its )?
    (?:(?:exact|actual|original|real|full|whole) )*(?:quote|passage|words|wording|sentence|line)(?: (?:again|itself|
    for (?:that|it|this)|verbatim|of (?:that|it)))*""",
    rf"""(?:verbatim|word for word|exact words|quote (?:it|that|him|her)|(?:say|repeat|show|read) {_THAT}
    (?: again| to me)?|come again|again|repeat)""",
    rf"""(?:where|when|at what (?:time|minute|point)|what (?:minute|time|timestamp|line|moment))
    (?:'s| is| was| did| does| do)? (?:{_SAYER} )?(?:say |said |mention )?{_THAT}(?: (?:from|said|at|in (?:the|
    this) %it%|exactly|come from))*""",
    rf"""did {_SAYER} %ever%(?:say|said) {_THAT}|(?:really|is (?:that|this|it) (?:really )?(?:true|real|right|correct|
    a (?:real )?quote|accurate|legit|verbatim))""",
    rf"what (?:did|does) {_SAYER} (?:actually|exactly|really|literally) say(?: (?:then|there))?",
    r"""(?:are you (?:sure|certain)|proof|prove it|receipts|citation(?: needed)?|how do you know(?: that)?|says who|
    evidence|got proof|sauce)""",
)
# These may be asked of the episode as well.
_ITSELF_PERHAPS = rules(
    r"""(?:the |a |give me (?:the|a) |got (?:the |a )?)?(?:source|link|timestamp|time stamp|time code|time|moment|
    clip|reference)(?: (?:for|to|of) (?:that|it|this))?""",
    r"(?:when|where) (?:was|is) (?:that|this|it)(?: from)?",
    r"who(?:'s| is)? (?:speaking|talking)",
)
_QUESTIONED = r"""(?:(?:what|which) (?:was|is) (?:the )?question|what (?:did|does) (?:%one%) ask|what (?:was|
is) (?:%one%) (?:responding|replying|answering|reacting) to|what (?:was )?(?:%one% )?asked)"""
_BEFORE = rules(
    rf"""(?:and )?(?:what(?:'s|s)? )?(?:(?:came|comes|was|is|did {_SAYER} say|was said|happened|stands|goes|
    do {_SAYER} say|does {_SAYER} say) )?
    (?:right |just |directly |immediately |said )?(?:before|previously|earlier|beforehand)(?: {_THAT})?""",
    rf"""(?:the )?(?:(?:sentences?|parts?|bits?|passage|lines?|text|minute) )?(?:right |just )?before(?: {_THAT})?|
    (?:the )?previous(?: (?:one|passage|sentences?|lines?|part))?|{_QUESTIONED}""",
    rf"""(?:go |scroll |one )?(?:back|up|step back)|what led (?:up )?to {_THAT}|how did (?:{_SAYER} get to|
    it come to) {_THAT}""",
)
_AFTER = rules(
    rf"""(?:and )?(?:what(?:'s|s)? )?(?:(?:came|comes|was|is|did {_SAYER} say|was said|happened|happens|follows|goes|
    does {_SAYER} say|do {_SAYER} say) )?
    (?:right |just |directly |immediately |said )?(?:after(?:wards?)?|next|following)(?: {_THAT})?""",
    rf"""(?:the )?(?:(?:sentences?|parts?|bits?|passage|lines?|text|minute) )?(?:right |just )?after(?: {_THAT})?|
    (?:the )?(?:next|following) (?:sentences?|lines?|part|passage)""",
    rf"""then(?: what)?|what then|what (?:did|does) {_SAYER} say then|(?:go|read|carry) on|continue|keep (?:going|
    reading)|how (?:did|does) (?:it|{_SAYER}) (?:go on|continue|end|finish)|finish (?:it|that|the (?:thought|quote|
    sentence))""",
    rf"""what (?:was|is) (?:the|his|her|their) (?:answer|response|reply|reaction)(?: to {_THAT})?|(?:how |what )?
    (?:did|does) {_SAYER} (?:answer|respond|reply|react)(?: to {_THAT})?|what follows""",
)
_AROUND = rules(
    rf"""(?:(?:show|give|with|i need|need|what's|what is|what was|in) (?:me )?)?(?:the |some |more |a bit of |
    a bit more )*context(?: (?:of|for|around|to) {_THAT})?""",
    rf"""(?:(?:show|give|read) (?:me )?)?(?:the )?(?:whole|full|entire|complete) (?:passage|quote|thing|answer|
    section|paragraph|context)|more around {_THAT}|zoom out|widen|wider""",
)
_LONGER = rules(
    r"""(?:(?:make|give|show|do|can you make|i want) (?:it|that|me|this) )?(?:an? )?(?:bit |little |even |much |
    more )*(?:longer|detailed|extended|in[- ]depth|thorough)(?: (?:version|summary|one|answer|please))*""",
    rf"""(?:(?:in|with|give me|some|a bit|a little) )*more (?:detail|details|detailed|depth|points)|(?:too|so) short|
    go deeper|deeper|elaborate|expand(?: (?:on )?{_THAT})?|in (?:detail|depth)|(?:the )?(?:long|full|
    complete) version|that's it\?""",
)
_SHORTER = rules(
    r"""(?:(?:make|give|show|do|can you make|i want) (?:it|that|me|this) )?(?:an? )?(?:bit |little |even |much |
    more )*(?:shorter|briefer|brief|concise|short|simpler)(?: (?:version|summary|one|answer|please))*""",
    rf"""(?:(?:that's|this is|it's|that is|way|much) )*too (?:long|much)(?: text)?|shorten {_THAT}|condense {_THAT}|
    (?:less|fewer) (?:text|detail|points|words)|in (?:one|a) (?:sentence|line)|(?:just |only )?the (?:main|key|
    most important) (?:points?|one|thing)""",
)
_ABOUT = rules(
    r"(?:and |so |also |ok )*(?:what|how) (?:about|abt|of) (?P<topic>.+)",
    r"""(?:and|also|plus|same (?:thing |question )?(?:for|about|with|on)|now)(?: (?:on|about|for|of|with|regarding|to|
    in|by|from))* (?P<topic>.+)""",
    r"(?:on|about|regarding|re|for|by|from) (?P<topic>.+)",
    r"(?P<topic>.+?) (?:instead|too|as well|then)",
)
# What does the host say? About what was spoken of.
_BY = rules(
    r"""(?:and )?(?:what|how) (?:did|does|do|would|is|was) (?P<topic>(?:the )?[\w'.-]+(?: [\w'.-]+)?) (?:say|think|
    see it|reply|answer|
    respond|feel|react|argue|make of (?:it|that|this)|mean|'s view|saying)(?: (?:about|of|on|to) (?:it|that|this))?""",
    r"""(?:and )?(?:what(?:'s| is) )?(?P<topic>(?:the )?[\w.-]+(?: [\w.-]+)?)'s (?:view|take|opinion|position|answer|
    response)(?: (?:about|of|on|to) (?:it|that|this))?""",
)
# A whole question is more than a topic.
_WHOLE = rule(
    r"""(?:wh(?:at|o|y|en|ere|ich)|how|do|does|did|is|are|was|were|can|could|has|have|tell|show|give|find|summar\w+|
    sum|verify|list)\b.*"""
)
_RULES: tuple[tuple[Step, tuple[re.Pattern[str], ...], bool], ...] = (
    ("itself", _ITSELF, True),
    ("before", _BEFORE, True),
    ("after", _AFTER, True),
    ("around", _AROUND, True),
    ("longer", _LONGER, True),
    ("shorter", _SHORTER, True),
    ("more", _MORE, True),
    ("itself", _ITSELF_PERHAPS, False),
)
LONGEST = 120
MOST_WORDS = 8


def following(text: str) -> Following | None:
    """Tell how a message, as the rules read it, goes on from what was answered before; None where it does not."""
    if len(text) > LONGEST:
        return None
    asked = _END.sub("", text).strip()
    shorter = _LEAD.sub("", asked, count=1)
    for said in dict.fromkeys((asked, shorter, _END.sub("", shorter))):
        for step, patterns, sure in _RULES:
            if first(patterns, said):
                return Following(step, sure=sure)
    if by := first(_BY, asked):
        return Following("by", by["topic"], sure=False)
    return _turning(asked)


def _turning(text: str) -> Following | None:
    """Read "and on Ukraine" as a turn to another topic; a whole question is none."""
    found = first(_ABOUT, text)
    topic = bare(found["topic"]) if found else ""
    if not topic or len(topic.split()) > MOST_WORDS or _WHOLE.fullmatch(topic):
        return None
    return Following("about", topic, sure=False)
