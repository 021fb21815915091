"""What is said first or last, and what asks for a judgement: neither is to be found by its words."""

from store.question import FindQuote, Sought
from store.routing.rules import bare, first, group, rules
from store.routing.scene import HIDDEN, People

_FIRST = r"(?:(?:very )?(?:first|opening))"
_LAST = r"(?:(?:very )?(?:last|final|closing))"
_END = rf"(?:(?P<first>{_FIRST})|(?P<last>{_LAST}))"
_BEGIN = (
    r"(?:(?P<first>begins?|began|starts?|started|opens?|opened)|(?P<last>ends?|ended|closes?|closed|finish(?:es|ed)?))"
)
_AT_END = r"(?:first|at the (?:very )?(?:beginning|start)|(?P<last>last|at the (?:very )?end))"
_EPISODE = r"(?:(?:the |this |that )?(?:episode|podcast|show|interview|conversation|talk|discussion)|it|this|that|they)"
_WHAT = r"(?:(?:what(?:'s| is| was| are| were)?|which(?: is| was)?|show me|give me|tell me|quote|find) )?"
_THING = r"(?:(?P<question>questions?)|words?|things?|sentences?|lines?|statements?|remarks?)"
_DOES = r"(?:do|does|did)"
_ORDERED = rules(
    rf"{_WHAT}(?:(?P<who>{HIDDEN})'?s?|his|her|their|the) {_END} {_THING}",
    rf"""{_WHAT}the {_END} {_THING} (?:that )?(?P<who>%one%) (?:(?P<asked>asks?|asked)|says?|said)
    (?: (?:to|of) %one%)?""",
    rf"(?:what|which) question {_DOES} (?P<who>%one%) (?P<asked>ask)(?: %one%)? {_AT_END}",
    rf"what {_DOES} (?P<who>%one%) (?:(?P<asked>ask)|say)(?: %one%)? {_AT_END}",
    rf"(?:what|how) {_DOES} (?:{_EPISODE}|(?P<who>%one%)) {_BEGIN}(?: with| off| out| up)?",
    rf"(?:what|how)(?:'s| is| was) the {_END} %ever%(?:part|moment|bit)",
    rf"what (?:is|was|gets) (?:said|(?P<asked>asked)) {_AT_END}",
    r"who (?:speaks|spoke|talks|talked) (?:first|(?P<last>last))",
)
_SUPERLATIVE = r"""(?:best|worst|funniest|smartest|strongest|weakest|greatest|finest|wisest|dumbest|
most \w+|least \w+|favou?rite)"""
_VERDICT = r"""(?:right|wrong|correct|incorrect|mistaken|biased|honest|dishonest|lying|credible|trustworthy|smart|
clever|stupid|reliable|convincing|persuasive|fair|unfair|objective|good|bad|telling the truth|an expert|
a (?:liar|genius|fool))"""
_THAT = r"(?: (?:about|on|with|in|here) (?:that|this|it|everything|anything|all of it))*(?: here| or not| or wrong)?"
_JUDGED = rules(
    rf"""{_WHAT}(?:{HIDDEN}'?s?|his|her|their) {_SUPERLATIVE} (?:line|quote|argument|point|moment|joke|answer|
    question|claim|idea|sentence|insight)s?""",
    rf"(?:do|does|did|would) (?:you|%one%) %ever%(?:dis)?agree(?: with (?:%one%|each other|one another))?{_THAT}",
    rf"(?:is|was|are|were|isn't|aren't) %one% %ever%(?:so |very |too )?{_VERDICT}{_THAT}",
    rf"who(?:'s| is| was) (?:{_VERDICT}|better|smarter|more \w+){_THAT}",
    r"who (?:won|wins|makes? more sense)(?: (?:the|this) (?:debate|argument|discussion))?",
    r"(?:can|should|do) (?:i|we|you|one) (?:really )?(?:trust|believe) %one%",
)


def ordered(text: str, people: People) -> FindQuote | None:
    """Return the end of the talk that is asked for: what is said, or asked, first or last, by anybody or one person."""
    found = first(_ORDERED, text)
    if found is None:
        return None
    questions = group(found, "question") or group(found, "asked")
    last = group(found, "last") is not None
    sought: Sought = ("last_question" if last else "first_question") if questions else ("last" if last else "first")
    return FindQuote(None, people.speaker(group(found, "who")), sought=sought)


def judged(text: str, people: People) -> FindQuote | None:
    """Return a question that no quote can answer: who is right, what is best, whether one agrees with the other."""
    asks = first(_JUDGED, text) is not None
    return FindQuote(bare(people.show(text)), sought="judgement") if asks else None
