"""Words before a fragment that its sense hangs on: conditions, what somebody says or believes, negations.

Whoever leaves off "if", "he swears that" or "nobody believes" makes another statement of what follows; whoever leaves
off "in other words", "I think" or "as I said" does not.
"""

import re


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})", re.IGNORECASE)


# What may stand between "I" and the verb and denies nothing.
_BETWEEN = (
    r"(?:['\u2019](?:d|ve|ll|m)|\s(?:would|will|do|did|just|really|also|should|must|could|can|have|to|got|want|wanna|"
    r"gonna|going|like|still|always|often|sort|kind|of|tend|mean|honestly|personally|actually|certainly|"
    r"absolutely|totally|definitely))*"
)
# What speakers put before a view of their own, or between, and what joins it to what came before: leaving it off
# changes nothing, nor do two negations that cancel each other out.
_OWN = _words(
    rf"(?:I|we){_BETWEEN}\s(?:think|believe|guess|feel|suppose|suspect|reckon|figure|imagine|assume|expect|bet|argue|"
    r"argued|suggest|say|said|saying|mean|know|ask|asked|told|tell you|tell people)\b",
    r"I(?: am|['\u2019]m)(?: \w+ly| quite| very| pretty| so)* (?:sure|certain|convinced|confident|arguing|suggesting|"
    r"telling you)\b",
    r"I (?:was|am) like\b|I was (?:saying|going to say)\b",
    r"(?:in )?my (?:\w+ ){0,2}(?:view|opinion|sense|guess|point|argument|feeling|theory|impression|take|hunch)\b",
    r"(?:trust|believe) me\b|tell (?:me|us),",
    r"let me (?:just )?(?:say|tell|ask)\b(?: you)?",
    r"(?:you|one) (?:could|might|can) say\b",
    r"(?:as|like) (?:I|we|you)(?: \w+){0,2} (?:say|said|mentioned|know|suggest(?:ed)?|told \w+)\b",
    r"as (?!if\b|though\b)(?:[\w'\u2019]+ ){1,4}?(?:says?|said|puts?|told|tells|mentions?|mentioned|argue[sd]?|notes?|"
    r"noted|suggest(?:s|ed)|writes?|wrote|points? out|pointed out)\b[^,]*,",
    r"(?:(?:that|which)(?: is|['\u2019]s)|needless|suffice it) to say\b",
    r"(?:having )?said that,|that said,|(?:oh|you know|of course),",
    r"no (?:doubt|question|wonder|secret|denying)\b|without (?:a |any )?(?:doubt|question)\b",
    r"not (?:surprisingly|to mention)\b|(?:do not|don['\u2019]t|never|cannot|can['\u2019]t) (?:doubt|deny)\b",
    # "If you look at it" only says where to look.
    r"if you (?:look|think|consider|compare|remember|recall|know|ask me|will|like|go back|want to know)\b|if (?:I may|"
    r"I remember|anything)\b|if I['\u2019]m not mistaken\b",
)
# What is called out between "he says" and the words that he says.
_CALLED_OUT = re.compile(
    r"(?<=,)(?:\s*(?:(?:and|but|so)\s)?(?:(?:oh )?(?:my )?(?:god|gosh|goodness)|no|yes|yeah|oh|ah|well|hey|look|"
    r"listen|okay|ok|right|man|wow|quote|literally|again|one)\s*,)+",
    re.IGNORECASE,
)
_CONDITION = (
    r"(?:if|unless|whether|suppose|supposing|imagine|assuming|provided|pretend\w*|what if|as (?:though|long as)|"
    r"in case|let['\u2019]s (?:say|speculate|assume|pretend))\b"
)
# Words that make what follows them a condition, and reach over a comma. After "even if" or "whether or not" it holds.
_CONDITIONAL = _words(rf"(?<!\beven )(?!whether\b){_CONDITION}")
_SAYS = (
    r"says?|said|saying|tells?|told|telling|claims?|claimed|claiming|thinks?|thinking|thought|swears?|swore|insists?|"
    r"insisted|insisting|writes?|wrote|writing"
)
# Words that govern what follows them in the same clause.
_GOVERNING = _words(
    _CONDITION,
    rf"(?:{_SAYS}|believe\w*|convinced|suggest\w*|argu\w+|hears?|heard|blab\w*|den(?:y|ie[sd])|alleg\w+|assert\w*|"
    r"contend\w*|speculat\w+|promis\w+|threaten\w*|predict\w*|assum\w+|wish\w*|hop(?:e|es|ed|ing)|wonder\w*)\b",
    r"(?:fear|worr|afraid|feel|felt|accus|complain|vow|warn)\w* (?:\w+ )?that\b",
    r"maybe\b|perhaps\b|possibl[ey]\b|supposedly\b|reportedly\b|purportedly\b|according to\b|doubt\w*|fals\w+|wrong\b|"
    r"lies?\b|myth\b|idea\b|rumou?r\w*|propaganda\b|conventional wisdom\b",
    r"(?:theory|theories|notion|hypothes[ie]s|assumption|allegation|narrative|view|belief|opinion|perception|"
    r"impression|presumption|premise|illusion|delusion|misconception|possibility|chance|"
    r"risk|danger|prospect|hope|fear)s?\b(?=.*\b(?:that|is|was|are|were)\b)",
    r"(?:rather than|instead of|as opposed to)\b(?=[^,]*$)",
    r"(?:before|until|till|lest)\s*$",
)
# "He says, …" and "according to …, …": all that follows is somebody's words, over further commas, too.
_QUOTING = _words(
    rf"(?:(?<!\ba )(?<!\bsome )(?<!\bof )(?:{_SAYS}|asks|asked|asking|answer(?:s|ed)|repl(?:ies|ied)|shout(?:s|ed)|"
    r"declare[sd]?|announce[sd]?|promise[sd]?|warn(?:s|ed)|complain(?:s|ed)))(?:\s[\w'\u2019]+){0,2}\s*,",
    r"(?:(?:is|are|was|were|be|being)|(?<=\w)['\u2019](?:s|re)) like\s*,|(?:goes|went)\s*,",
    r"(?:according to [^,]+|allegedly|supposedly|reportedly|purportedly|perhaps|maybe|possibly|in theory|"
    r"theoretically|hypothetically)\s*,",
)
# Words that turn what follows them into its opposite, up to the next clause that has a subject of its own.
_NEGATING = _words(
    r"(?:not(?! (?:just|only|merely)\b)|never|nobody|nothing|none|neither|nor|no|cannot|hardly|rarely|seldom|"
    r"without|\w+n['\u2019]t)\b"
)
_OWN_SUBJECT = _words(
    r"(?<!not )because\b",
    r"and(?= (?:I|you|he|she|it|we|they|there|this|that|these|those)\b)",
    r"and(?= (?:the |an? |my |your |his |her |its |our |their )?[\w'\u2019]+ (?:is|are|was|were|will|would|can|"
    r"could|has|have|had|does|did)\b)",
)
# Nobody knows what somebody wants: that somebody wants something is not in question.
_PRESUPPOSING = _words(r"(?:what|where|why|how(?: \w+)?|which(?: \w+)?)\s*$")
_FACT = _words(r"the fact that\s*$")
# Where a new main clause begins, what stood before governs no more; a condition reaches over "and".
_CLAUSE = re.compile(r"(?:[;:]|,\s*(?:but|and|so)\b|\bbut\b)\s*", re.IGNORECASE)
_CONTRAST = re.compile(r"[;:]|\bbut\b", re.IGNORECASE)
# What takes back, after a fragment, what it says, or says whose words it was.
_LIMITING = re.compile(
    r"^[\s,]*(?:(?:but |and )?(?:only )?(?:if|except|unless|provided|assuming|as long as)\b|[^;:]*\bunless\b|"
    r"(?:(?:it|that|this|which)(?:['\u2019]s| is| was) |is |was )(?:a (?:lie|myth)|false|wrong|nonsense|not true)\b|"
    r"(?:isn['\u2019]t|wasn['\u2019]t) true\b|"
    r"(?:supposedly|allegedly|reportedly|purportedly|according to|or so)\b)|"
    rf"^\s*,\s*(?!I\b|we\b|as\b|like\b)(?:[\w'\u2019]+ ){{1,3}}?(?:{_SAYS}|argue[sd]?|believe[sd]?)\s*(?:[,.?!]|$)",
    re.IGNORECASE,
)


def governs(before: str, fragment: str) -> bool:
    """Tell whether what stands before a fragment in its sentence is needed to understand it as it was meant."""
    sentence = _CALLED_OUT.sub("", _OWN.sub("", before))
    clause = _CLAUSE.split(sentence)[-1]
    if _QUOTING.search(clause):
        return True
    if _FACT.search(clause):
        return False
    if before.rstrip().endswith(","):
        return _is_conditional(_CONTRAST.split(sentence)[-1])
    if _PRESUPPOSING.search(clause):
        return _is_conditional(clause)
    joined = [found.end() for found in _OWN_SUBJECT.finditer(clause + fragment) if found.start() < len(clause)]
    return bool(_GOVERNING.search(clause) or _NEGATING.search(clause[joined[-1] :] if joined else clause))


def limits(after: str) -> bool:
    """Tell whether what stands after a fragment in its sentence takes it back, or says whose words it is."""
    return bool(_LIMITING.match(after))


def _is_conditional(clause: str) -> bool:
    return bool(_CONDITIONAL.search(clause))
