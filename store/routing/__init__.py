"""A natural question, by rules: which kind of answer it wants, and of what it asks without the words that only ask."""

from store.question import AskHelp, FindQuote, ListBooks, Request, ShowEpisode, VerifyQuote
from store.routing.claims import claim
from store.routing.counting import is_literal, mentions
from store.routing.facts import asks_for_facts
from store.routing.ordering import judged, ordered
from store.routing.reading import asks_for_books, asks_who_wrote, books_about
from store.routing.rules import ASKS, bare, rule, without_stop
from store.routing.scene import People, Scene
from store.routing.seeking import seek
from store.routing.summing import summary
from store.routing.talk import small_talk
from store.routing.tidy import spelt, tidied

__all__ = ["LONGEST_CLAIM", "Scene", "is_literal", "plainly", "route"]

# Characters. What is longer can only be a claim, and what is longer still nothing that the rules could read.
LONGEST, LONGEST_CLAIM = 500, 2_000
_POLITE = rule(
    r"""(?:(?:hey|hi+|hello|yo|hiya|ok|okay|so|well|um+|uh+|hm+|oh|ah|but|also|btw|pls|please|quick question|question|
    one (?:more )?question|got a question|sorry|excuse me|dear bot|wait|alright|cool|great|thanks|thank you|lol|hm+|
    now|and)\b[\s,:;!.–—-]*|
    (?:in|on|from|for) (?:this|the) (?:episode|podcast|show|interview|conversation|one)\b
    (?:\s*[,:;!.–—-]+\s*|\s+(?=wh|how|do|is|are|was|can|did|tell|sum))|
    (?:bot|guys|everyone|folks|all|team|there|quick one)\b\s*[,:;!.–—-]+\s*)+"""
)
_ASKED = rule(
    r"""(?:(?:can|could|would|will) (?:you|u|someone|anyone|anybody|we|i)(?! (?:like|rather|say|be|have|not)\b)
    (?: please| kindly| maybe| also| just)*(?: be able to)?|
    i(?:'d| would)? (?:just )?(?:want|like|need|love|wanna) (?:you )?to
    (?: know| hear| see| understand| learn| find out)?|wanna know|want to know|
    i(?:'m| am) (?:just )?(?:curious|wondering|trying to find out|trying to remember)(?: about| if| whether)?|
    i (?:was )?(?:wonder|wondering|wondered)(?: if| whether)?|
    do (?:you|we|u) (?:happen to )?know(?: if| whether)?|does (?:anyone|anybody|someone|any1) (?:here )?(?:know|
    remember)(?: if| whether)?|
    any(?:one|body) (?:here )?(?:know|remember)s?(?: if| whether)?|tell (?:me|us)(?! something)|remind me(?: of)?
    (?: again)?|let me know|please tell me|
    help me(?: to)? (?:find|understand|remember)|i (?:forgot|forget|can't remember|don't remember|cannot remember)|
    just (?:wondering|curious)(?: if| whether)?|is it possible to|mind telling me|any idea|any clue|say,)\b[\s,:]+"""
)
_ENDS = rule(
    r"""[\s,;.–—-]*(?:\b(?:please|pls|thanks|thank you|thx|lol|haha+|tho|though|btw|by the way|if you can|if possible|
    if you know|for me|mate|bot|asap|
    anyway|again|exactly|right now|in (?:this|the|that) (?:episode|podcast|show|interview|conversation|talk|one|
    discussion|recording|pod)|
    on (?:this|the|that) (?:episode|podcast|show|one|pod)|during (?:this|the) (?:episode|podcast|show|interview|
    conversation|talk)|here|and|or something|or whatever|just wondering|just curious|and all that)|:\)|;\)|\^\^|
    xd)[\s?!.…]*$"""
)


def plainly(text: str) -> str:
    """Return a message's words as the rules read them."""
    return spelt(tidied(text))


def route(text: str, scene: Scene) -> Request:
    """Read a message as the request that it means. Whatever no other rule knows is sought in what was said."""
    if len(text) > LONGEST_CLAIM:
        return FindQuote(text)
    whole = plainly(text)
    if len(whole) > LONGEST:
        return _long(whole, scene) or FindQuote(text)
    if topic := small_talk(whole):
        return AskHelp(topic)
    people = People(scene)
    said, asks = _core(people.hide(whole))
    short = _without_ends(said) if asks else said
    both = (without_stop(said), without_stop(short))
    return (
        claim(both[1], people, asks=asks)
        or mentions(both[1], people)
        or (_books(said, people) if any(asks_for_books(text, asks=asks) for text in both) else None)
        or (ListBooks() if any(asks_who_wrote(people.show(text), scene.books) for text in both) else None)
        or (ShowEpisode() if any(asks_for_facts(text) for text in both) else None)
        or next((found for text in both if (found := summary(text, scene, people))), None)
        or next((read for text in both if (read := ordered(text, people) or judged(text, people))), None)
        or seek(both[1], people)
    )


def _books(text: str, people: People) -> ListBooks:
    return ListBooks(books_about(people.show(without_stop(_without_ends(text)))))


def _long(text: str, scene: Scene) -> VerifyQuote | None:
    people = People(scene)
    said, asks = _core(people.hide(text))
    return claim(without_stop(said), people, asks=asks)


def _core(text: str) -> tuple[str, bool]:
    """Return a message without what is only polite before it, and whether it asks."""
    asks = text.rstrip(" !.)").endswith("?")
    while (shorter := _shortened(text)) != text and bare(shorter):
        asks = asks or bool(_ASKED.match(text))
        text = shorter
    return text, asks or bool(ASKS.match(text))


def _shortened(text: str) -> str:
    text = text.lstrip(" ,.;:–—-!")
    for pattern in (_POLITE, _ASKED):
        if (found := pattern.match(text)) and bare(text[found.end() :]):
            return text[found.end() :]
    return text


def _without_ends(text: str) -> str:
    """Take off what is only polite at the end, or says that this episode is meant."""
    while found := _ENDS.search(text):
        if not bare(text[: found.start()]):
            break
        text = text[: found.start()] + ("?" if "?" in found[0] else "")
    return text
