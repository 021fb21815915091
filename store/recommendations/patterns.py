"""How people name a book: the surest way first."""

import re

from store.recommendations.names import CAP, ONE_PERSON, PERSON, RUN, SMALL

_KIND = (
    r"(?:books?|novels?|novella|memoirs?|workbook|biograph(?:y|ies)|autobiography|essays?|classic|trilogy|"
    r"series|masterpiece|history|"
    r"textbook|poems|fiction|thriller|one|collection|volume)"
)
_VERB = (
    r"(?:recommend(?:ing)?|suggest(?:ing)?|buy|(?:already )?mentioned|talked about|go (?:for|with)|do|pick|choose|"
    r"chose|say|mention|read|reading|re-?reading|reread|loved?|enjoy(?:ed|ing)?|like|liked|adore|start with|"
    r"check out|through|finished|"
    r"plug|offer|give|sucker for|(?:one|first|second|third|fourth|next|last|other|book|novel|pick|favou?rite|"
    r"recommendation|author|memoir|another|that|it|answer)(?: one| book| pick| is)?(?: would| will| has)?"
    r"(?: probably| definitely| also| just)?(?: be| is| to be| got to be| going to be|['’]d be|['’]s)|"
    r"(?:is|be|['’]s)(?: probably| definitely| always| still)*(?: going to be| gonna be| got to be)?|"
    r"classic|called|titled|entitled|finally|for (?:fun|fiction|non-?fiction)|"
    r"also|obviously|maybe|probably|then|fan of|and|of course|there['’]s|"
    r"(?:one|first|second|third|last|book|favou?rite)[^.?!]{0,40}?,? (?:is|would be))"
)
_MID = (
    r"(?:[,:]?\s(?:(?:which|that)(?: is|['’]s|,| was)?|it['’]s|it is|is|was|(?:is |['’]s )?(?:a|an|the|"
    r"this|his|her) [\w\s'’-]{0,30}?" + _KIND + r"|(?:book|novel|memoir)))?"
)
_GAP = r"[,:]?\s"
_FILLER = r"(?:gosh|um|uh|oh|I think|I believe|is it|what['’]s his name|what['’]s her name|of course)"
_TITLE = rf"{RUN}(?:(?:,|:) (?:(?:and|or) )?{RUN}){{0,4}}"
# A subtitle after a comma is longer than the next title of a list is wont to be.
_SUBTITLED = rf"{RUN}(?:[,:] (?:[Tt]he |[Aa]n? )?{CAP} (?:{SMALL} )*{CAP}(?: (?:{SMALL} )*{CAP})+)?"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Ursula Le Guin, "A Wizard of Earthsea"
        rf"(?:(?<!by )(?P<author>{ONE_PERSON})(?:['’]s?)?,? )?[\"“](?P<title>[A-Z][^\"“”.?!]{{2,80}}?)[,.!?]?[\"”]",
        # "Permutation City by Greg Egan", "Pain the Science of Suffering, which is by Patrick Wall"
        (
            rf"(?P<title>{_TITLE}(?:: (?:[\w'’-]+ ){{1,9}}?[\w'’-]+)?){_MID}{_GAP}(?:(?:written|edited|co-?written) )?"
            rf"(?:[Bb]y|from),? (?:{_FILLER},? )?(?:(?:the|a) [a-z][\w\s'’-]{{0,40}}? )?(?P<author>{PERSON})"
        ),
        # "a book by N.T. Wright called Into the Heart of Romans"
        (
            rf"\b(?:by|from) (?P<author>{PERSON})[^.?!]{{0,60}}?\b(?:called|titled|entitled|named|the title of "
            rf"which is),? (?P<title>{RUN})"
        ),
        # "a book by Thomas Reed, The Patient Machine, that I read"
        rf"\b{_KIND} (?:by|from) (?P<author>{ONE_PERSON}), (?P<title>{RUN})(?=[,.])",
        # "it's called Operation Pedestal"
        (
            rf"\b(?:called|titled|entitled|(?:title|name)(?: of (?:it|the book|that|this|that book))? (?:is|"
            rf"was|being)),? (?P<title>{_SUBTITLED})"
        ),
        # "Eric Schwartzle's Red Carpet", "Robert Caro's book, The Power Broker"
        (
            rf"(?P<author>{ONE_PERSON})['’]s? (?:(?:[a-z][\w-]*,? ){{0,4}}{_KIND},? (?:(?:on|about) "
            rf"[\w\s]{{1,30}}, )?)?(?P<title>{RUN})"
        ),
        # "the book The Power Broker", "his memoir, Born a Crime"
        rf"\b{_KIND}(?: of all time| ever| of mine| recently)?,? (?P<title>{_SUBTITLED})",
        # "Thinking in Bets, going to that": the small word shows that it is one name
        rf"(?<=[.?!] )(?P<title>{CAP}(?: {CAP})*(?: {SMALL}){{1,2}} {RUN})(?=, )",
        # "the Jackie Wulschlager, a Chagall biography"
        (
            rf"\b(?:[Tt]he|[Aa]) (?P<author>{ONE_PERSON}), (?:a|the|his|her) (?P<title>{RUN}) (?:biography|"
            rf"book|novel|memoir|history|volumes?)"
        ),
        # "I'll do Scott Rosell, Invisible China"
        rf"\b{_VERB},? (?:the (?P<the>)|a )?(?P<author>{ONE_PERSON})(?:, (?:and )?|(?(the) |, ))(?P<title>{RUN})",
        # "the third book is Consider Phlebas", "a classic To Kill a Mockingbird"
        (
            rf"\b{_VERB}[,:]? (?:people |everyone |everybody |them |you |out |to )?(?:(?:the |this |a |an |my "
            rf")?(?:[a-z][\w'’-]* ){{0,3}}{_KIND},? )?(?:the |a )?(?P<title>{RUN})"
        ),
        # "Burn Book is a great book", "Middlemarch, which is my favorite novel"
        (
            rf"(?P<title>{RUN}),?(?: is| was| are|['’]s| which is|, it['’]s| has always been)(?: "
            rf"[a-z][\w'’-]*){{0,5}} (?:{_KIND}|read|favou?rite|great|wonderful|"
            r"amazing|fantastic|brilliant|terrific|excellent|incredible|beautiful)\b"
        ),
        # "the Foundation series"
        rf"\b[Tt]he (?P<title>{RUN}) (?:series|trilogy|quartet|saga|novels)\b",
        # "The Brothers Karamazov." as a whole answer
        rf"(?<=[.?!] )(?P<title>{_TITLE}(?: [a-z]{{3,}})?)(?=[.!])",
        # "tomorrow and tomorrow and tomorrow, which is a great book"
        (
            rf"\b(?:reading|read|recommend|loved|fiction)(?: some [a-z]+)? (?P<title>[a-z][\w'’]*(?: "
            rf"[\w'’]+){{1,6}}), (?:which|it)(?: is|['’]s) (?:[a-z]+ ){{1,3}}?{_KIND}\b"
        ),
        # "One is why zebras don't get ulcers by Robert Sapolsky"
        (
            rf"(?:\bis|\brecommend|\bcalled|\bread|\breading|\bsay|\bone|,|\bfirst|\bbe|[.?!]|^) "
            rf"(?P<title>[a-z][\w'’]*(?: [\w'’]+){{1,7}}?),? by (?P<author>{ONE_PERSON})"
        ),
    )
)
QUOTED, BY = 0, 1
POSSESSIVE, KINDED, BEGUN, OF_A_KIND, PAIR, VERBED, PRAISED, SERIES, ALONE, LOWER, LOWER_BY = range(5, 16)
