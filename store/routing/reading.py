"""What should I read?"""

import re

from store.routing.rules import bare, rule
from store.words import words

# Without a question mark or a question's first word, a few words about books still ask for them.
FEW = 8
_RECOMMEND = r"(?:rec+om+[ea]nd\w*|recs?|suggest\w*)"
_BOOK = r"(?:books?|novels?|reading|literature|titles?)"
_ASKED = rule(
    rf"""
.*\b{_BOOK}\b.*\b{_RECOMMEND}\b.*|.*\b{_RECOMMEND}\b.*\b(?:{_BOOK}|reads?)\b.*|
(?:what|anything|something|stuff|things|which)\b.*\b(?:should|shud|could|can|must|do|shall|would) (?:i|we|one|people|
you)(?: \w+)?
[ ]read\b.*|(?:what|anything|something|stuff|things)\b(?: \w+){{0,3}} (?:worth|to) read(?:ing)?\b(?: (?:next|first|up|
further))*
(?: (?:about|on) .+)?|(?:further|suggested|recommended|background|follow-?up|extra) reading.*|reading list.*|
book ?(?:list|recs?|tips?|club)\b.*|(?:any )?(?:good |other |great |interesting )*reads|
(?:any|what|which|are there any|other|all the|the|good|best)? ?(?:good |other |great |interesting )?books?(?: (?:on|
about) .+)?|
(?:(?:what|which)(?: are| were)? )?(?:the |his |her |their )?(?:two|three|four|five|[2-5]) books|
(?:what(?:'s| is| was| are| were)|which(?: one)?|is there|are there|was there|were there|who wrote|who(?:'s| is) the
author of)(?: of)?(?: (?:the|an?|any|that|those|these))* (?:books?|novels?)(?:(?:'s| is| are)? (?:on|about) .+)?"""
)
_WRITER = rule(
    r"""(?:who(?:'s| is| was)?(?: it)? (?:wrote|(?:the )?(?:author|writer) of|by|has written)|
(?:the )?(?:author|writer)s? of)(?: the)?(?: (?:book|novel))? (?P<title>.+)"""
)
_ABOUT = rule(
    rf""".*?\b(?:{_BOOK}|reads?|{_RECOMMEND})\b.*?\b(?:about|on|regarding|concerning)
[ ](?P<about>(?!(?:air|tape|audio)$|(?:the|this|that|his|her|their) (?:list|show|podcast|episode)\b).+)"""
)
# Where what the books are about is over: "which book on race did he recommend".
_AFTER = re.compile(
    rf"""\s+(?:(?:did|does|do|has|have|had|is|are|was|were|would|should|could|can|that|which|he|she|they)\s.*\b
    (?:{_RECOMMEND}|mention\w*|read\w*|named?|called|talk\w*|said|say|bring|brought|come|came)\b.*|
    (?:called|named|titled|recommended|mentioned|suggested|at\ all|at\ the\ end|by\ name|worth\ reading|to\ read))$""",
    re.IGNORECASE | re.VERBOSE,
)
# Words that may stand in a question about the books of an episode, and tell of nothing else.
_BOOKISH_WORDS = """
a about again all also an and any anybody anyone anything are as at author authors be been best book books bring
brought by called came can close closing come conversation could did discuss discussed do does each end ended ending
episode ever few final finally for from further get give gives good got guest had has have he her his host i in
interesting interview is it know last list listed literature me mention mentioned mentioning mentions more my name
named names next novel novels of on one ones or other our out people person please podcast question read reading
recent said say says share she should show some something suggested suggestion suggestions talk talked talking tell
than that the their them there these they thing this those three time tip tips to too two up us was we were what
what's where which who whom why will with worth would you your
"""
_BOOKISH = frozenset(_BOOKISH_WORDS.split())
_CORE = rule(rf".*\b(?:books?|novels?|{_RECOMMEND})\b.*")
_OTHERWISE = rule(
    rf"""
(?:how (?:many|much|fast|often)|when)\b(?!.*\b(?:{_RECOMMEND}|mentioned)\b).*|
.*\b(?:ask me anything|book (?:leave|tour|deal)|writ(?:e|es|ing|ten) (?:a|the|his|her|that|this|another|
new) book)\b.*"""
)


def asks_who_wrote(text: str, books: tuple[str, ...]) -> bool:
    """Tell whether a question is about the author of one of these."""
    found = _WRITER.fullmatch(text)
    return found is not None and _title(found["title"]) in {
        _title(title) for book in books for title in (book, book.partition(":")[0])
    }


def books_about(text: str) -> str | None:
    """Return what the books that a question asks for shall be about; None where any will do."""
    found = _ABOUT.fullmatch(text)
    about = bare(_AFTER.sub("", found["about"])) if found else ""
    return about if any(word.plain not in _BOOKISH for word in words(about)) else None


def _title(text: str) -> str:
    """Return a title as people type it: without the article, stops and marks."""
    return " ".join(word.plain for word in words(re.sub(r"^(?:the|an?) ", "", bare(text), flags=re.IGNORECASE)))


def asks_for_books(text: str, *, asks: bool) -> bool:
    """Tell whether a question is about what to read."""
    if _OTHERWISE.fullmatch(text):
        return False
    if _ASKED.fullmatch(text) and (asks or len(text.split()) <= FEW):
        return True
    return bool(_CORE.fullmatch(text)) and all(
        word.plain in _BOOKISH or re.fullmatch(_RECOMMEND, word.plain) for word in words(text) if word.plain.isascii()
    )
