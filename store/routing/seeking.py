"""What did she say about it? What is sought, without the words that only ask for it."""

import re

from store.language.stopwords import STOP
from store.question import FindQuote, Sought
from store.routing.rules import bare, first, group, quoted, rule, rules
from store.routing.scene import HIDDEN, People
from store.searching.parsing import ASKING, is_name
from store.words import plain, words

_SAY = r"""
(?:says?|said|saying|thinks?|thought|thinking|means?|meant|meaning|talks?|talked|talking|speaks?|spoke|speaking|
tells?|told|argues?|
argued|arguing|claims?|claimed|believes?|believed|feels?|felt|suggests?|suggested|explains?|explained|describes?|
described|reckons?|
ha(?:ve|s|d) to say|discuss(?:es|ed|ing)?|comments?|commented|views?|sees?|makes?|made|mentions?|mentioned|answers?|
answered|responds?|
responded|reply|replied|states?|stated|address(?:es|ed)?|weigh in|brings? up|brought up|predicts?|predicted|recalls?|
recalled)"""
_THING = r"""
(?:quotes?|lines?|passages?|parts?|bits?|sections?|moments?|places?|spots?|clips?|segments?|sentences?|statements?|
exact words|words|
excerpts?|snippets?|points?|stuff|things?|scenes?|story|anecdote|comments?|remarks?|thoughts?|views?|discussion)"""
_FIND = r"""
(?:find|get|give|show|search|look up|look for|search for|look|dig up|pull up|point|fetch|bring|locate|play|read|
quote)"""
_VIEW = r"""
(?:views?|takes?|opinions?|thoughts?|stance|position|arguments?|points?|theory|explanation|ideas?|perspective|
feelings?|reasoning|
attitude|thinking|case|response|answer|reaction|assessment|analysis|advice|predictions?|definition|claims?|evidence|
criticism|
comments?|words)"""
_KIND = r"(?:(?:own|actual|overall|personal|general|main|honest) )*"
_NICE = r"""
(?:(?:random|good|nice|great|best|interesting|fun|funny|cool|favou?rite|memorable|other|famous|key|powerful|top|
inspiring) )*"""
_RANDOM = rules(
    rf"""(?:{_FIND} )?(?:me |us )?(?:an? |the |any |some |another |one more |one )?{_NICE}(?:quotes?|lines?|passages?|
    sentences?)
    (?: of the day)?(?: (?:please|at random|randomly|any))*(?: (?:by|from|of) (?:%who%|%it%))?""",
    r"""surprise me|random|anything(?: interesting| good| fun)?|something (?:interesting|random|good|fun|funny|cool|
    quotable)
    (?: (?:%one%) said)?|(?:say|tell me) something(?: interesting| random| good| fun)?|quote me something|inspire me|
    dealer's choice|(?:what(?:'s| is| was) )?(?:the )?(?:most|best) (?:interesting|important|memorable|striking|
    quotable|
    surprising)? ?(?:quote|part|moment|line|bit|passage|thing)(?: (?:%one%) (?:said|says))?|i'm feeling lucky""",
)
_TIME = rules(
    rf"""(?:(?:wh(?:at|o)(?:'s| is| was| did| do| does| are| were)? ?(?:%one% )?(?:said|say|saying|talking about|
    talk about|discussed|
    happening|happens?|spoken|going on|speaking|talking|being said|being discussed)(?: about)?|{_FIND}(?: me)?(?: what
    (?:'s| is| was)? said)?|
    go to|jump to|skip to|the quote|the part) )?(?:(?:at|around|near|from|about|minute|the|timestamp|time) )*
    (?P<time>\d{{1,3}}:\d{{2}}(?::\d{{2}})?)(?: (?:mark|minutes?|in|into %it%))*"""
)
# What somebody says about something.
_BY_SOMEBODY = rules(
    rf"""(?:and |so )?what(?:'s|s)?(?: all| else| exactly| precisely| kind of things?| sort of things?| things)?
    (?: (?:do|does|did|was|were|is|are|has|have|had|would|will|might|could|can))? %who%(?:'s|'d|'ve)? (?:have |has |
    had |be )?%ever%{_SAY}
    (?: us| me)?(?: %on%)* (?P<about>.+)""",
    rf"what(?:'s|s| is| are| was| were)? %whose% {_KIND}{_VIEW}(?: %on%)* (?P<about>.+)",
    rf"%whose% {_KIND}{_VIEW} (?:%on% )+(?P<about>.+)",
    rf"(?:{_FIND} (?:me |us )?)?%whose% {_NICE}{_THING} (?:%on% )+(?P<about>.+)",
    r"""(?:i (?:think|believe|guess) )?%who% (?:said|mentioned|talked|spoke|had|says) (?:something|stuff|things)
    (?: to say)? (?:%on% )+(?P<about>.+)""",
    rf"""(?:how|why|when|where|in what way|at what point|in (?:what|which) (?:part|chapter))(?: exactly)?
    [ ](?:do|does|did|would|has|have|is|was) %who% %ever%{_SAY}
    (?: us| me)?(?: %on%)* (?P<about>.+)""",
    rf"""(?:do|does|did|has|have|had|is|was|would|will|don't|doesn't|didn't|hasn't) %who% %ever%(?:{_SAY}|touch|go|
    get|say anything|
    have (?:anything|something|a view|an opinion|any thoughts|thoughts|an explanation|advice)(?: to say)?)
    (?: anything| something| much| a lot| more| a word)?(?: %on%)* (?P<about>.+)""",
    r"according to %who%[,:]? (?P<about>.+)",
    r"(?P<about>.+?),? according to %who%",
    r"(?P<about>.+?),? in %whose% (?:view|opinion|words|eyes|mind|telling|account|analysis)",
    r"(?P<about>.+?),? as %who% (?:sees|saw|puts?|tells|says|said|describes|explains)(?: it| that)?",
    r"(?P<about>.+?),? (?:what|how|why) (?:do|does|did) %who% (?:say|think|mean|explain it|see it|put it)",
    r"(?P<about>.+?),? (?:do|does|did) %who% (?:say|think|know|explain|mention)",
    rf"(?:(?:any|some|an?|more) )?(?:{_THING}|something|anything) (?:by|from|of) %who% (?:%on% )+(?P<about>.+)",
    rf"%who% (?:{_SAY} )?(?:about|on|regarding|re) (?P<about>.+)",
    rf"(?P<about>(?!.*\b(?:said|written|spoken)\b).+) (?:by|from) (?P<who>{HIDDEN})",
    rf"""(?:(?:{_FIND}|(?:i'?m |i am )?looking) )?(?:me |us |for )*(?:the |that |an? |any )?(?:{_THING} )?(?:where|
    when|in which|that) %who% %ever%{_SAY}
    (?: us| me)?(?: %on%)* (?P<about>.+)""",
)
_LINK_WORDS = (
    r"(?:about|on|where|when|in which|that|of|from|regarding|concerning|with|for|saying|like|to do with|which|as in|:)"
)
# The same of nobody in particular.
_BY_ANYBODY = rules(
    rf"""(?:and |so )?what(?:'s|s)?(?: all| else| exactly)?(?: (?:do|does|did|was|were|is|are|has|have|had|would|
    gets?))?(?: %one%| been| there)?
    [ ]%ever%{_SAY}(?: us| me)? (?:%on% )+(?P<about>.+)""",
    r"""(?:do|does|did|has|have|had|is|was|are|were) %one% %ever%(?:talks?|speak|say anything|say something|say|
    discuss|address|touch|go into|
    get into|comment|weigh in|bring up|cover|talking|have anything to say)(?: anything| something| much)?
    (?: %on%)* (?P<about>.+)""",
    rf"""(?:how|why|when|where|at (?:what|which) (?:point|minute|time)|in (?:what|which) (?:part|chapter))(?: exactly)?
    [ ](?:do|does|did|is|are|was|were) (?:%one% )?%ever%{_SAY}(?: us| me)?(?: %on%)* (?P<about>.+)""",
    rf"""(?:is|are|was|were) (?:there )?(?:anything|something|any|an?|some|much|nothing)(?: (?:{_THING}|mention|talk))?
    (?: (?:said|mentioned|there|in (?:here|there|it|this)))? (?:%on% )+(?P<about>.+)""",
    rf"""(?:anything|something|stuff|more|info|information|details|everything|(?:any|some) (?:info|details|{_THING}))
    (?: said| mentioned| specific| interesting)? (?:(?:%on%|like) )+(?P<about>.+)""",
    rf"""(?:(?:{_FIND}|where's|where is|where was|what's|what is|what was|what are|is there|got|have|i need|need|want|
    do you have|
    i'?m looking|i am looking|looking|searching|remember|i remember|i recall|do you remember)
    (?: me| us| back| again| for| to| up)* )?(?:the |that |an? |any |some |all the |all |this |one )(?:(?:exact|best|
    good|whole) )*{_THING}
    (?: (?:{_LINK_WORDS}|he said|she said|they said|were|was|are|is))+ (?P<about>.+)""",
    r"""(?:i'?m |i am )?(?:looking|searching|hunting) for (?:(?:something|anything|the|that|an?|some|about|on|where|
    when|like) )*(?P<about>.+)""",
    r"""(?:do you |i )?(?:remember|recall) (?:(?:when|that|how|something|about|like|him|her|them|%one% (?:said|saying|
    says)|saying|
    talking about|mentioning) )*(?P<about>.+)""",
    r"""who(?:'s|s| is| was| are)? (?:it )?(?:that |the one who )?%ever%(?:said|says|say|saying|talks?|talked|talking|
    thinks|claims?|claimed|
    argues|argued|mentions|brought up|told)(?: that)?(?: (?:about|of|on))* (?P<about>.+)""",
    rf"""(?:{_FIND}|got|(?:have )?you got|do you have|have you) (?:(?:me|us|for|up) )*(?:something|
    anything) (?:%on% )+(?P<about>.+)""",
    r"(?:quotes?|quotation|search|find|lookup|look up|q)(?: (?:about|on|of|for|regarding))?[: ]+(?P<about>.+)",
    rf"""(?:{_FIND} (?:me |us )?)?(?:(?:any|some|more|other|\d+) )?{_NICE}(?:{_THING}|opinions?|mentions?|takes?|
    insights?|info) (?:%on% )+
    (?P<about>.+)""",
    rf"{_FIND} (?:(?:me|us|for|up) )*(?:the (?:exact )?(?:quote|words)[: ]+)?(?P<about>.+)",
    r"""(?:(?:tell me|explain|talk to me|talk|say something|say anything|curious|wondering|asking|question) )?(?:more )?
    (?:about|regarding|concerning|re:) (?P<about>.+)""",
    r"(?:what|how)(?:'s| is)? (?:about|abt|of) (?P<about>.+)",
    r"(?:explain|define|describe|elaborate on|expand on|discuss) (?:to me |the concept of |what )?(?P<about>.+)",
    r"what (?:do|does|did) %one% %ever%mean (?:by|with|when %one% (?:say|says|said)) (?P<about>.+)",
    r"(?P<about>.+?)[ ,:–—-]+(?:quotes?|(?:the )?exact (?:quote|words|line))",
)
_NAME = r"(?P<name>[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*)?)"
_BY_NAME = rules(
    rf"""(?:and |so )?what(?: all| else| exactly)?(?: (?:do|does|did|is|was|has|had|would))? {_NAME} %ever%{_SAY}
    (?: us| me)? (?:%on% )+(?P<about>.+)""",
    rf"(?:how|why|when|where)(?: do| does| did| would) {_NAME} %ever%{_SAY}(?: us| me)? (?:%on% )*(?P<about>.+)",
    rf"(?:do|does|did|has|had) {_NAME} %ever%{_SAY}(?: anything| something| much)? (?:%on% )+(?P<about>.+)",
    rf"according to {_NAME}[,:] (?P<about>.+)",
    rf"(?P<about>.+?),? according to {_NAME}",
    rf"what(?:'s| is| are) {_NAME}'s {_KIND}{_VIEW} (?:%on% )+(?P<about>.+)",
)
_PLACE = rule(r"(?:where|when|(?:in|at) (?:what|which) (?:part|chapter|section|point|minute|time))\b.*")
_MOSTLY = 0.5


def seek(text: str, people: People) -> FindQuote:
    """Return what is sought and, where a question names one, by whom."""
    if found := first(_RANDOM, text):
        return FindQuote(None, people.speaker(group(found, "who")))
    if found := first(_TIME, text):
        return FindQuote(found["time"])
    by_somebody = _framed(_BY_SOMEBODY, text, people)
    about, speaker = (by_somebody["about"], people.speaker(by_somebody["who"])) if by_somebody else (text, None)
    framed = _framed(_BY_ANYBODY, about, people) or (_by_a_name(about, people) if people.are_unknown else None)
    about = framed["about"] if framed else about
    shown = bare(people.show(_in_quotes(about) or about))
    sought: Sought = "place" if _PLACE.match(text) and (by_somebody or framed) else "passage"
    return FindQuote(shown or bare(people.show(text)) or text, speaker, sought=sought)


def _framed(patterns: tuple[re.Pattern[str], ...], text: str, people: People) -> re.Match[str] | None:
    """Return the first frame around something that can be searched for."""
    matches = (found for pattern in patterns if (found := pattern.fullmatch(text)))
    return next((found for found in matches if _tells(found["about"], people)), None)


def _by_a_name(text: str, people: People) -> re.Match[str] | None:
    """Return a frame with somebody's name, where nobody has noted who speaks: the name is nothing to search for."""
    found = _framed(_BY_NAME, text, people)
    return found if found and is_name(plain(found["name"].split()[-1])) else None


def _in_quotes(text: str) -> str | None:
    """Return what stands between quotation marks, where that is most of a text."""
    said = quoted(text)
    return said if said and len(said) > _MOSTLY * len(text) else None


def _tells(text: str, people: People) -> bool:
    """Tell whether anything is left to search for."""
    return any(word.plain not in STOP | ASKING for word in words(people.show(text)))
