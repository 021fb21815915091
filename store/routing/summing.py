"""tl;dr: what is to be summed up, and at what length."""

import re

from store.question import WHOLE, Length, Summarise
from store.routing.rules import bare, first, rule, rules
from store.routing.scene import People, Scene
from store.words import plain

_KEY = r"""
(?:tl;?\s?dr|summar(?:y|ies|i[sz]e[sd]?|i[sz]ing|ization|isation)|sum up|sums up|summed up|summing up|gist|re-?cap|
overview|synopsis|
run-?down|nutshell|cliff'?s?[ -]?notes|take-?aways?|(?:key|main|major|central|most important) (?:points?|ideas?|
arguments?|
take-?aways?|topics|themes?|messages?|thesis|claims?|things|bits|insights)|big (?:points|ideas|picture)|highlights?|
(?:short|long|abridged) version|bullet points?|eli5|digest|outline|bottom line|broad strokes|essence|briefing|thesis|
the point)"""
_WANT = r"""
(?:(?:what(?:'s| is| are| were| was)|give|i need|i want|need|want|get|gimme|show|write|make|do|provide|just|
can i (?:get|have)|list|with|
got|is there|any|have|me|us|an?|the|some|your|his|her|their|really|very|super|quick|short|shorter|brief|concise|rapid|
simple|small|
rough|one[- ](?:line|sentence|paragraph)|two[- ]sentence|long|longer|detailed|full|complete|thorough|comprehensive|
in[- ]depth|extended|
proper|good|decent|nice|\d+|three|five|ten|top|overall|general|medium|whole|entire|episode|podcast)[ ,:]+)*"""
_OF = r"(?:of|for|on|about|from|in|to|re|regarding|covering|concerning|with|that|:|-|–|—|,)"
_LED = rule(rf"{_WANT}{_KEY}(?:[ ,:–—-]+(?:please|me|us|up))*(?: *{_OF})*[ ,:]*(?P<of>.*)")
_SUM_UP = rules(
    r"(?:sum|boil|break|wrap) (?P<of>.+?) (?:up|down)(?: (?:for me|for us|in .+|please|quickly|briefly))*",
    r"(?:catch|fill|bring|get) (?:me|us) (?:up to speed|up|in)(?: (?:on|to|about|with))?(?P<of>.*)",
    r"(?:run|walk|talk) (?:me|us) through(?P<of>.*)",
    r"condense(?P<of>.*)",
)
_TRAILED = rules(
    rf"""(?P<of>.+?)[ ,:;.–—-]+(?:(?:in|the|an?|quick|short|brief|long|detailed|full) )*(?:{_KEY}|short|brief|
    one (?:sentence|line)|
    (?:a )?few (?:words|sentences)|bullets)(?: please)?""",
    r"""(?:in (?:short|brief|a nutshell|(?:a|one) sentence|one line|a few words|two sentences|summary)|briefly|
    quickly|long story short|
    to sum up|short version)[ ,:]+(?P<of>.+)""",
)
_TALK = (
    r"(?:talk|discuss|cover|speak|chat|go over|get into|talking|discussing|covering|talked|discussed|covered|speaking)"
)
_ABOUT = r"(?:(?:all|mainly|basically|mostly|generally|even|actually|really|exactly|broadly|primarily) )*about"
_THING = r"(?:thing|episode|podcast|show|interview|conversation|discussion|talk|video|one|chat|pod)"
_THIS = rf"(?:this|that|it|they|all this|all of this|this all|everything|(?:the|this) (?:whole )?{_THING})"
_WHOLE = rules(
    rf"what(?:'s|s| is| was|) {_THIS}(?: episode)? {_ABOUT}",
    rf"""what (?:do|does|did|are|were|have) (?:%one%|{_THIS}) %ever%{_TALK}(?: about| on)?
    (?: overall| mostly| mainly| generally)*(?: %it%)?""",
    r"""what (?:happens|happened|goes on|went on|gets discussed|(?:was|is) (?:discussed|covered|said|talked about)|
    did i miss|have i missed|
    i missed)(?: %it%)?""",
    rf"""(?:what|which) (?:topics|subjects|themes|issues)(?: (?:do|does|did|are|were|is|was))?(?: %one%)?
    (?: (?:{_TALK}|touch on|about|being
    |addressed|there|come up|came up|in))*(?: %it%)?""",
    rf"explain (?:this|it|the|that)(?: {_THING})?(?: to me)?",
    rf"(?:tell me|talk to me|something|everything|info) about (?:this|the|it|that)(?: {_THING})?",
    r"""i (?:don't|didn't|haven't|do not|did not|have not)(?: have (?:the )?time to| want to| wanna)? (?:listen|
    listened|watch|watched|heard|hear)(?: to)?(?: (?:%it%|yet))*""",
    r"(?:is (?:it|this) )?worth (?:listening|watching|my time|a listen)(?: to)?(?: %it%)?",
    r"""(?:the )?topics(?: list)?|list (?:of )?(?:the )?topics|what(?:'s| is) (?:in|on) (?:it|(?:the|this) (?:episode|
    podcast|show|one))""",
)
_PART = r"(?:chapter|ch\.?|chap\.?|part|section|segment)"
_SPELT_NUMBERS = (
    *("first 1st one", "second 2nd two", "third 3rd three", "fourth 4th four", "fifth 5th five", "sixth 6th six"),
    *("seventh 7th seven", "eighth 8th eight", "ninth 9th nine", "tenth 10th ten", "eleventh 11th eleven"),
    "twelfth 12th twelve",
)
_NUMBERS = {word: number for number, spelt in enumerate(_SPELT_NUMBERS, start=1) for word in spelt.split()}
_NUMBERED = rules(
    rf"""(?:(?:the|what's|show|open|read|go to) )*{_PART} ?(?:number |no\.? ?|nr\.? ?|#)?(?P<number>\d{{1,3}}|
    {"|".join(_NUMBERS)})(?:[ :,].*)?""",
    rf"(?:the )?(?P<number>{'|'.join(_NUMBERS)}|last|final|\d+(?:st|nd|rd|th)) {_PART}",
)
_ASKED_FOR = r"""
(?:(?:tell|show|give|get|read|open|see|view|hear|explain|describe|discuss|me|us|more|something|everything|all|about|on|
what|how|i want|i need|want|need|go to|jump to|skip to|take me to) )*"""
_THE_PART = rf"(?:the |that )?(?:{_PART} ?(?:number |no\.? ?|nr\.? ?|#)?[\w-]+|[\w-]+ {_PART})"
# What is a chapter's place and nothing more may be asked for in any of these ways.
_SHOWN = rules(
    rf"{_ASKED_FOR}(?P<of>{_THE_PART})",
    rf"what (?:does|do|did) (?P<of>{_THE_PART}) (?:cover|say|discuss|contain|deal with|talk about|tell(?: us)?|mean)",
)
_OF_TOPIC = rules(
    rf"""{_ASKED_FOR}(?:(?:what(?:'s| is)|is there|where(?:'s| is)|find|the|that|an?|any) )*chapters?
    [ ](?:that (?:is |'s )?)?(?:about|on|covering|discussing|regarding) (?P<of>.+)""",
    rf"(?:about )?(?:the |that )?{_PART} (?:about|on|covering|regarding) (?P<of>.+)",
    rf"""(?:which|what)(?:'s| is)?(?: of)?(?: the)? {_PART}s?(?:'s| is| was| are)? (?:all |mostly |mainly )?
    (?:about|on|covers?|covering|discuss(?:es)?|talks? about|deals? with) (?P<of>.+)""",
)
_ABOUT_PART = rules(
    rf"what(?:'s|s| is| was| are|) (?P<of>(?:the )?(?:{_PART} .+?|[\w-]+ {_PART})) {_ABOUT}",
    rf"what(?:'s| is) in (?P<of>(?:the )?(?:{_PART} \S+|[\w-]+ {_PART}))",
    rf"""what (?:happens|happened|is said|was said|is discussed|do they (?:say|talk about|discuss)|does %one% (?:say|
    talk about))
    (?: in| during| at)? (?P<of>(?:the )?(?:{_PART} \S+|[\w-]+ {_PART}))""",
)
_CALLED = rules(
    rf"(?:the |that )?{_PART}(?: (?:on|about|called|titled|named))?[ :]*(?P<title>.+)",
    rf"(?:the |that )?(?P<title>.+?) {_PART}",
)
_VIEW = r"""(?:views?|thoughts|opinions?|arguments?|take|points?|position|stance|case|theory|thinking|comments|
remarks|analysis|answers?|claims?)"""
_STRETCH = (
    r"(?:part|bit|section|segment|stuff|discussion|conversation|talk|portion|debate|story|question|issue|topic|theme)s?"
)
# What stands around a topic and only says that it is one.
_FRAMES = rules(
    rf"(?:the |that )?(?:{_STRETCH}|{_VIEW})(?: (?:%on%|where|over|that deals with|dealing with))+ (?P<of>.+)",
    r"""(?:what|everything|all|whatever|(?:the )?things|stuff)(?: that)?
    (?:'s| is| was| are| were| gets)? (?:%one% )?%ever%
    (?:said|says?|talks?|talked|discuss(?:ed|es)?|mention(?:ed|s)?|thinks?|thought|argues?|argued|explains?|explained|
    tells?|told)
    (?: us)?(?: %on%)* (?P<of>.+)""",
    rf"%whose% (?:main )?{_VIEW}(?: %on%)* (?P<of>.+)",
    r"%one% on (?P<of>.+)",
    r"what (?:do|does|did) %one% %ever%(?:say|think|talk|argue|mean|believe)(?: %on%)* (?P<of>.+)",
    rf"(?:the )?(?P<of>.+?) (?:{_STRETCH}|thing|argument|situation)",
)
_EMPTY_WORDS = """
5 a about all an and audio brief briefly bullet bullets can chat child complete content contents conversation could
depth detail detailed discussion do entire episode everything far few five for full guest guests her here his host i
in interview is it its just kid like long longer m made me minutes of old on one our overall please podcast point
quick quickly recap recording said sentence sentences short show so some summary talk talking that the their them they
thing this tldr to today transcript up us version video was we were what whats whole with words would year you your
"""
_NOTHING_IN_PARTICULAR = frozenset(_EMPTY_WORDS.split())
_SHORT = rule(
    r"""
.*\b(?:short|shorter|brief|briefly|quick|quickly|concise|tl;?\s?dr|nutshell|one[- ](?:line|sentence|liner)|a sentence|
two[- ]sentences?|few (?:words|sentences)|bottom line|eli5|gist)\b.*"""
)
_LONG = rule(
    r"""
.*\b(?:long|longer|detailed|in detail|in[- ]depth|thorough|comprehensive|extended|
(?:full|complete) (?:summary|recap|overview|synopsis|rundown|tl;dr))\b.*"""
)


def summary(text: str, scene: Scene, people: People) -> Summarise | None:
    """Return what is to be summed up; None where that is not asked."""
    length = _length(text)
    if first(_WHOLE, text):
        return Summarise(WHOLE, length)
    if number := _number(text, scene) or _shown(text, scene):
        return Summarise(number, length)
    found = first((*_OF_TOPIC, *_ABOUT_PART, *_SUM_UP, _LED, *_TRAILED), text)
    return Summarise(_part(found["of"], scene, people), length) if found else None


def _part(text: str, scene: Scene, people: People) -> str:
    """Return what is meant: the whole, a chapter's number, a topic."""
    text = bare(text)
    if all(word in _NOTHING_IN_PARTICULAR for word in plain(re.sub(r"[^\w\s]", " ", text)).split()):
        return WHOLE
    shown = people.show(text)
    if number := _number(text, scene) or _titled(shown, scene):
        return number
    framed = first(_FRAMES, text)
    return _part(framed["of"], scene, people) if framed else re.sub(r"^(?:the|a) (?=\S)", "", shown)


def _number(text: str, scene: Scene) -> str | None:
    """Return the number of the chapter that is named by it, or by its place."""
    found = first(_NUMBERED, bare(text))
    if found is None:
        return None
    said = found["number"].lower()
    if said in {"last", "final"}:
        return str(len(scene.chapters)) if scene.chapters else None
    return str(_NUMBERS.get(said) or re.sub(r"\D", "", said))


def _shown(text: str, scene: Scene) -> str | None:
    """Return the number of the chapter that somebody wants to be told of or shown."""
    found = first(_SHOWN, text)
    return _number(found["of"], scene) if found else None


def _titled(text: str, scene: Scene) -> str | None:
    """Return the number of the chapter whose title this is."""
    titles = {plain(title): str(number) for number, title in enumerate(scene.chapters, start=1)}
    named = [found["title"] for pattern in _CALLED if (found := pattern.fullmatch(text))]
    return next((titles[plain(bare(title))] for title in (text, *named) if plain(bare(title)) in titles), None)


def _length(text: str) -> Length:
    if _LONG.fullmatch(text):
        return "long"
    return "short" if _SHORT.fullmatch(text) else "medium"
