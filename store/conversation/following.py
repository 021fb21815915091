"""What refers to an answer before: "more", "and on Ukraine?", "who said that?", "longer"."""

import re
from dataclasses import dataclass
from typing import Literal

from store.routing.rules import bare, first, rule, rules, without_stop

Step = Literal["more", "itself", "before", "after", "around", "longer", "shorter", "about", "by"]
# Characters of what goes on from an answer, and words of the topic that it turns to: what is longer stands alone.
LONGEST, MOST_WORDS = 120, 8


@dataclass(frozen=True, slots=True)
class Following:
    """How a message goes on from the answer before it; `topic` is what, or whom, it turns to.

    One that is not `sure` may stand on its own as well: it goes on only where there is something to go on from.
    """

    step: Step
    topic: str = ""
    sure: bool = True


_LEAD = rule(
    r"""
(?:(?:ok|okay|and|so|oh|ah|hm+|well|please|cool|nice|great|thanks|wow|interesting|then|but|wait|now|yes|yeah|lol|hey)\b
[\s,:;!.–—-]*)*"""
)
_END = rule(
    r"[\s,;.–—-]*(?:\b(?:please|thanks|thank you|again|though|tho|now|then|lol|exactly|bot|just)\b|:\))?[\s?!.…]*$"
)
_SAYER = r"(?:he|she|they|%one%)"
_THAT = r"(?:that|this|it|so|those|these|them|the (?:quote|line|words?|first one|last one|one))"
_ABOUT_THAT = rf"(?: (?:of|like|about|on|for|to|around) {_THAT})*"
_NOUN = r"(?:quotes?|passages?|results?|matches|hits|answers?|examples?|ones?|points?|stuff|options|detail)"
_MORE = rules(
    rf"""(?:(?:show|give|tell|get|find) (?:me |us )?)?(?:(?:some|any|a few|the) )?(?:more|others?|another)
    (?: {_NOUN})?{_ABOUT_THAT}""",
    r"""(?:the )?next(?: (?:one|quote|passage|match|result))?|one more(?: please)?|more,? more|else|(?:different|
    other) """
    + _NOUN,
    rf"""(?:what|anything|who|something|anyone)(?: is| was|'s)? (?:else|more)
    (?: (?:did|does|do|has|have) {_SAYER} (?:say|said|think|mention|talk about))?{_ABOUT_THAT}""",
    rf"(?:is|are|was|were) there (?:any(?:thing)? )?(?:more|else|others)(?: {_NOUN})?{_ABOUT_THAT}",
    r"""not (?:that|this|it|the one)(?: one)?|wrong (?:one|quote|passage)|try again|another try|no,? (?:another|
    the other)(?: one)?""",
)
_QUOTE = r"(?:quote|passage|words|wording|sentence|line)"
_TRUE = r"(?:true|real|right|correct|accurate|legit|verbatim|a (?:real )?quote)"
_ITSELF = rules(
    rf"""who (?:said|says|was|is|wrote|claimed|spoke) (?:{_THAT}|talking|speaking)(?: (?:talking|speaking|
    who said (?:it|that)))?""",
    rf"who(?:'s| is) (?:{_THAT}|talking|speaking)(?: (?:talking|speaking))?(?: (?:here|there))?",
    r"(?:said )?(?:by whom?|by who|who)|who (?:did|does)|says who|who,? (?:him|her|he|she)",
    rf"whose (?:words|quote|line|voice|opinion|view)s? (?:is|are|was|were) {_THAT}",
    rf"(?:is|was|were|are) {_THAT} (?:%one%|him|her|his|hers)(?: (?:words?|talking|speaking|or .+|who said it))*",
    rf"""(?:(?:can i (?:see|get|read|have)|show|give|read|let me see|i want|get|quote|repeat|say) )?(?:me |us )?
    (?:(?:the|that|it|this|its|exact|actual|original|real) )*{_QUOTE}(?: (?:again|itself|verbatim))*{_ABOUT_THAT}""",
    rf"""verbatim|word for word|quote (?:it|that|him|her)|(?:say|repeat|show|read) {_THAT}(?: again| to me)?|
    come again|again|repeat""",
    rf"""(?:where|when|at what (?:time|minute|point)|what (?:minute|time|timestamp|line|moment))
    (?:'s| is| was| did| does| do)?
    (?: {_SAYER})?(?: (?:say|said|mention))? {_THAT}(?: (?:from|said|at|exactly|come from))*""",
    rf"did {_SAYER} %ever%(?:say|said) {_THAT}|really|is (?:that|this|it) (?:really )?{_TRUE}",
    rf"what (?:did|does) {_SAYER} (?:actually|exactly|really|literally) say(?: (?:then|there))?",
    r"""are you (?:sure|certain)|proof|prove it|receipts|citation(?: needed)?|how do you know(?: that)?|evidence|
    got proof|sauce""",
)
# These may be asked of the episode as well, or of anything.
_ITSELF_PERHAPS = rules(
    rf"""(?:the |a |give me (?:the|a) |got (?:the |a )?)?(?:source|link|time ?stamps?|time code|time|moment|clip|
    reference)
    {_ABOUT_THAT}""",
    r"(?:when|where) (?:was|is) (?:that|this|it)(?: from)?",
    r"who(?:'s| is)? (?:speaking|talking)",
    r"(?:is|was) that [\w.'-]+",
)
_WENT = rf"""
(?:(?:came|comes|was|is|happened|happens|follows|stands|goes|was said|did {_SAYER} say|does {_SAYER} say|
do {_SAYER} say) )?
(?:(?:right|just|directly|immediately|said) )?"""
_STRETCH = r"(?:sentences?|parts?|bits?|passage|lines?|text|minute)"
_BEFORE = rules(
    rf"(?:what(?:'s)? )?{_WENT}(?:before|previously|earlier|beforehand)(?: {_THAT})?",
    rf"(?:the )?(?:{_STRETCH} )?(?:right |just )?before(?: {_THAT})?|(?:the )?previous(?: (?:one|{_STRETCH}))?",
    r"(?:what|which) (?:was|is) (?:the )?question|what (?:did|does) %one% ask|what (?:was )?(?:%one% )?asked",
    r"what (?:was|is) %one% (?:responding|replying|answering|reacting) to",
    rf"""(?:go |scroll |one )?(?:back|up|step back)|what led (?:up )?to {_THAT}|how did (?:{_SAYER} get to|
    it come to) {_THAT}""",
)
_ANSWER = r"(?:answer|respond|reply|react|response|reaction)"
_AFTER = rules(
    rf"(?:what(?:'s)? )?{_WENT}(?:after(?:wards?)?|next|following)(?: {_THAT})?",
    rf"(?:the )?(?:{_STRETCH} )?(?:right |just )?after(?: {_THAT})?|(?:the )?(?:next|following) {_STRETCH}",
    rf"(?:and |so )?then(?: what)?|what then|what follows|what (?:did|does) {_SAYER} say then",
    r"(?:go|read|carry) on|continue|keep (?:going|reading)|finish (?:it|that|the (?:thought|quote|sentence))",
    rf"how (?:did|does) (?:it|{_SAYER}) (?:go on|continue|end|finish)",
    rf"""what (?:was|is) (?:the|his|her|their) {_ANSWER}{_ABOUT_THAT}|(?:how |what )?(?:did|
    does) {_SAYER} {_ANSWER}{_ABOUT_THAT}""",
)
_AROUND = rules(
    rf"""(?:(?:show|give|with|i need|need|what's|what is|what was|in) (?:me )?)?(?:(?:the|some|more|a bit of|
    a bit more) )*context
    {_ABOUT_THAT}""",
    r"""(?:(?:show|give|read) (?:me )?)?(?:the )?(?:whole|full|entire|complete) (?:passage|quote|thing|answer|section|
    paragraph|context)""",
    rf"more around {_THAT}|zoom out|widen|wider",
)
_MAKE = r"""(?:(?:make|give|show|do|can you make|i want) (?:it|that|me|this) )?(?:an? )?(?:(?:bit|little|even|much|
more) )*"""
_VERSION = r"(?: (?:version|summary|one|answer|please))*"
_LONGER = rules(
    rf"{_MAKE}(?:longer|detailed|extended|in[- ]depth|thorough){_VERSION}",
    r"(?:(?:in|with|give me|some|a bit|a little) )*more (?:details?|detailed|depth|points)|(?:too|so) short|that's it",
    rf"""(?:go )?deeper|elaborate|expand(?: (?:on )?{_THAT})?|in (?:detail|depth)|(?:the )?(?:long|full|
    complete) version""",
)
_SHORTER = rules(
    rf"{_MAKE}(?:shorter|briefer|brief|concise|short|simpler){_VERSION}",
    r"""(?:(?:that's|this is|it's|that is|way|much) )*too (?:long|much)(?: text)?|(?:less|fewer) (?:text|detail|
    points|words)""",
    rf"""(?:shorten|condense) {_THAT}|in (?:one|a) (?:sentence|line)|(?:just |only )?the (?:main|key) (?:points?|one|
    thing)""",
)
_TURNED = rules(
    r"(?:(?:and|so|also|ok) )*(?:what|how) (?:about|of) (?P<topic>.+)",
    r"""(?:and|also|plus|same (?:thing |question )?(?:for|about|with|on)|now)(?: (?:on|about|for|of|with|regarding|to|
    in|by|
    from))* (?P<topic>.+)""",
    r"(?:on|about|regarding|re|for|by|from) (?P<topic>.+)",
    r"(?P<topic>.+?) (?:instead|too|as well|then)",
)
# What does the host say? About what was spoken of.
_PERSON = r"(?P<topic>(?:the )?[\w.'-]+(?: [\w.'-]+)?)"
_OF_IT = r"(?: (?:about|of|on|to) (?:it|that|this))?"
_BY = rules(
    rf"""(?:and )?(?:what|how) (?:did|does|do|would|is|was) {_PERSON} (?:say|think|see it|reply|answer|respond|feel|
    react|argue|
    make of (?:it|that|this)|mean|saying){_OF_IT}""",
    rf"(?:and )?(?:what(?:'s| is) )?{_PERSON}'s (?:view|take|opinion|position|answer|response){_OF_IT}",
)
# A whole question is more than a topic.
_WHOLE = rule(
    r"""
(?:wh(?:at|o|y|en|ere|ich)|how|do|does|did|is|are|was|were|can|could|has|have|tell|show|give|find|summar\w+|sum|verify|
list)\b.*"""
)
_RULES: tuple[tuple[Step, tuple[re.Pattern[str], ...], bool], ...] = (
    ("around", _AROUND, True),
    ("itself", _ITSELF, True),
    ("longer", _LONGER, True),
    ("shorter", _SHORTER, True),
    ("more", _MORE, True),
    ("before", _BEFORE, True),
    ("after", _AFTER, True),
    ("itself", _ITSELF_PERHAPS, False),
)


def following(text: str) -> Following | None:
    """Tell how a message, as the rules read it, goes on from what was answered before; None where it does not."""
    if len(text) > LONGEST:
        return None
    whole = without_stop(text)
    asked = _END.sub("", whole).strip()
    for said in dict.fromkeys((whole, asked, _LEAD.sub("", whole, count=1), _LEAD.sub("", asked, count=1))):
        for step, patterns, sure in _RULES:
            if first(patterns, said):
                return Following(step, sure=sure)
    if by := first(_BY, asked):
        return Following("by", by["topic"], sure=False)
    return _turning(asked)


def _turning(text: str) -> Following | None:
    """Read "and on Ukraine" as a turn to another topic; a whole question is none."""
    found = first(_TURNED, text)
    topic = bare(found["topic"]) if found else ""
    if not topic or len(topic.split()) > MOST_WORDS or _WHOLE.fullmatch(topic):
        return None
    return Following("about", topic, sure=False)
