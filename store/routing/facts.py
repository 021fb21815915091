"""Who is on this one, when was it recorded: what is asked of the episode itself."""

from store.routing.rules import rules

_KIND = r"(?:episode|podcast|show|interview|conversation|recording|talk|discussion|one|video|audio|thing|chat|pod)"
_IT = rf"(?:(?:this|that|the|today's|your|our) {_KIND}|this|that|it|the|here|episode|podcast)"
_ON = rf"(?: (?:on|in|of|for|at|with|from|during) {_IT})*"
_BE = r"(?:'s| is| are| was| were|)"
_PERSON = r"""(?:guests?|hosts?|speakers?|interviewers?|interviewees?|participants?|panelists?|co-?hosts?|voices|
narrator|presenter)"""
_SPEAKING = r"""
(?:talking|speaking|being interviewed|interviewed|interviewing|hosting|featured|appearing|participating|chatting)"""
_MADE = r"""
(?:recorded|taped|made|published|released|aired|broadcast(?:ed)?|uploaded|posted|filmed|produced|record|tape|air|happen|
take place|come out|came out|go live|drop|go up|go out|put out|dropped|out|from)"""
_WHEN = r"""
(?:(?:on|in)? ?(?:what|which) (?:date|day|year|month|time)|when)"""
_WHAT = r"(?:what(?:'s| is| are| was)|which(?: is)?|tell me|give me|show me|who(?:'s| is))? ?"
_LINK = r"""
(?:(?:youtube|yt|spotify|apple podcasts) )?(?:link|url)s?|youtube|spotify|apple podcasts|video|source|audio|original|
recording|
website|full (?:episode|video|interview|podcast|audio)"""
_CHAPTERS = r"""
(?:chapters?|table of contents|toc|contents|time ?stamps?|sections|segments|structure|chapter (?:list|titles|names|
marks|markers))"""
_WHO = rules(
    rf"""who(?: else| all)?{_BE}(?: all)?(?: the)?(?: people| person| guys?| ppl| folks)?(?: that (?:is|are))? (?:on|in|
    featured (?:on|in)|part of) {_IT}(?: with %one%)?""",
    rf"""who{_BE}(?: all)?(?: the| this| that| their| today's| your| his| her)?(?: main| actual)? {_PERSON}
    (?:,? and (?:who{_BE} )?(?:the )?{_PERSON})*(?: (?:today|again|anyway|this time|here))?{_ON}""",
    rf"""who{_BE}(?: all)?(?: the people)? {_SPEAKING}(?: (?:to|with) (?:whom?|each other))?(?: (?:here|in|on|to|
    with) ?(?:%it%)?)*""",
    rf"""who (?:all |else )?(?:hosts|interviews|interviewed|speaks|talks|appears|features|participates|presents|hosted|
    spoke|talked)(?: whom?)?{_ON}""",
    rf"""who(?:'s| is| does| did| was| are) %one% (?:talking|speaking|chatting|interview|interviewing|talk|speak)
    (?: (?:to|with))?{_ON}""",
    rf"who (?:do|does|did) %one% (?:talk|speak|chat) (?:to|with){_ON}",
    rf"{_WHAT}(?:the )?(?:names? of )?(?:the )?{_PERSON}(?:'s?)?(?: names?)?(?: list)?{_ON}",
    r"(?:what(?:'s| is| are) )?(?:his|her|their) names?",
    rf"""how many (?:people|speakers|guests|hosts|voices|persons)(?: are| were)?(?: there)?(?: (?:speaking|talking|
    speak|talk|on|in|here))*{_ON}""",
    rf"(?:participants|cast|speakers|people|line-?up)(?: list)?{_ON}",
    rf"(?:list|show|name|give|get|see)(?: me| us)?(?: all)?(?: of)?(?: the)? (?:{_PERSON}|people|cast)(?: list)?{_ON}",
)
_BEFORE = r"""
(?:live|before|after|during|on|in|at|by|since|prior to|just|right|shortly|when|while|until|ahead of|already|yet|
recently|long|last|today|yesterday|(?:this|a|one|two|\d+) (?:years?|months?|weeks?|days?))"""
_HOW_OLD = rules(
    # Whether it was made then: the date tells.
    rf"""(?:was|is|has|were|had) {_IT} (?:been |already |originally |actually |first )*(?:recorded|taped|filmed|
    published|released|aired|broadcast(?:ed)?|uploaded)(?: {_BEFORE}\b.*)?""",
    rf"did {_IT} (?:actually |already |first )*(?:come out|air|go (?:out|live|up))(?: {_BEFORE}\b.*)?",
    rf"(?:did|have|had|were) %one% (?:actually )?(?:record(?:ed|ing)?|taped?|taping) {_IT}(?: {_BEFORE}\b.*)?",
    rf"""{_WHEN}(?:'s| is| was| did| were| do| has|)(?: been)? (?:(?:{_IT}|they|he|she|we|you) )(?:was |is |
    originally |first |actually |
    been |get )*{_MADE}(?: (?:this|it|on|in|originally|live)(?: {_KIND})?)*""",
    rf"when{_BE} (?:this|that|it)(?: one)?(?: from)?",
    rf"""(?:what(?:'s| is| was) )?(?:the )?(?:recording |release |publication |publishing |air |upload |broadcast |
    episode |exact )?
    (?:date|day|year)(?: of (?:recording|release|publication|broadcast))?{_ON}""",
    rf"how (?:old|recent|new|fresh|long ago) (?:is|was) {_IT}(?: recorded| published| released| from)?",
    rf"(?:is|was) {_IT} (?:recent|new|old|from (?:this|last) (?:year|week|month)|up to date|outdated)",
    r"(?:recorded|published|released|aired) when|date (?:recorded|published|released|aired)",
)
_HOW_LONG = rules(
    rf"how long(?:'s| is| was| does| did| are)? ?{_IT}(?: (?:last|run|take|go on|go|to listen to))*(?: for)?",
    rf"(?:what(?:'s| is| was) )?(?:the )?(?:total )?(?:length|duration|runtime|run time|running time){_ON}",
    rf"how many (?:minutes|hours|mins)(?: long)?(?: (?:is|does) {_IT}(?: last| run| take)?)?(?: long)?",
)
_WHICH = rules(
    rf"{_WHAT}(?:the )?(?:name|title|episode title)(?: of)?{_ON}(?: (?:called|again))?",
    rf"""(?:what|which)(?:'s| is| was)? ?(?:this |that |the )?{_KIND}{_BE}(?: (?:this|that|it|we|you))?(?: (?:called|
    from|on|in|about to|using|discussing|loaded|listening to|again|here|named))*""",
    rf"what(?:'s| is) {_IT} (?:called|named|titled|from)",
    r"(?:episode|podcast|show)(?: info| information| details| facts| metadata| data| card| description)?",
    rf"(?:info|information|details|facts|metadata|specs)(?: (?:on|about|for|of) {_IT})?",
    rf"""(?:is|was) (?:{_IT}|the transcript|this transcript) (?:reviewed|checked|edited|verified|accurate|reliable|
    correct)
    (?: by (?:a )?(?:human|person|someone|anyone))?""",
)
_WHERE = rules(
    rf"""(?:(?:do you have|got|is there|can i (?:get|have)|what's|where's|where is|give|send|drop|post|share) )?
    (?:me )?(?:an? |the |that )?
    (?:{_LINK})(?: (?:to|for|of) {_IT})?""",
    rf"""where(?: else)? (?:can|could|do|should|might) (?:i|we|one|you) (?:watch|listen|listen to|find|hear|see|get|
    stream|download|read)
    (?: to)?(?: (?:{_IT}|the (?:transcript|whole thing|full {_KIND}|full transcript)|all of it))?(?: (?:online|itself|
    at))*""",
    rf"(?:is|was) {_IT} (?:on|available on) (?:youtube|spotify|apple|video)(?: podcasts)?",
    rf"(?:is there|do you have|can i (?:see|get|read)|show me|where's|got)? ?(?:a |the |full )*transcript{_ON}",
)
_HOW_DIVIDED = rules(
    rf"""(?:(?:what(?:'s| is| are|)|list|show|give|how many|which|are there|get|see) )?(?:me |us )?(?:all )?(?:of )?
    (?:the )?{_CHAPTERS}
    (?: list)?(?: (?:are there|exist|does it have|does this have|there|do you have))*{_ON}""",
    rf"(?:go|walk|run) (?:me )?through the {_CHAPTERS}",
    rf"how is {_IT} (?:structured|organi[sz]ed|divided|split up)",
)
_FACTS = (*_WHO, *_HOW_OLD, *_HOW_LONG, *_WHICH, *_WHERE, *_HOW_DIVIDED)


def asks_for_facts(text: str) -> bool:
    """Tell whether a question is about the episode itself."""
    return any(pattern.fullmatch(text) for pattern in _FACTS)
