"""What holds for each card, whatever texts and how many quotes it is given."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import cards
from bot.cards import limits
from bot.cards.fit import fit
from bot.markdown import visible
from bot.shown import Match, Shown
from bot.words import Words
from store.question import (
    WHOLE,
    Answer,
    Book,
    BooksAnswer,
    ChapterFacts,
    CheckMessage,
    Correction,
    Difference,
    Discuss,
    DiscussAnswer,
    EpisodeAnswer,
    EpisodeFacts,
    FindMentions,
    FindQuote,
    ListBooks,
    Mention,
    MentionsAnswer,
    Quote,
    QuoteAnswer,
    ShowEpisode,
    Span,
    Summarise,
    SummaryAnswer,
    VerdictsAnswer,
    VerifyAnswer,
    VerifyQuote,
)

if TYPE_CHECKING:
    from discord.ui import LayoutView

    from tests.bot.cards.conftest import Desk, Sent

WORDS = Words()
SELECT, GALLERY = 3, 12
STOPS = ".!?…؟।۔。！？"  # noqa: RUF001 - other scripts' stops
TRAPS = (
    *("**bold**", "__u__", "~~s~~", "||spoiler||", "`code`", "```\nfence", "[text](https://evil.example)", "<@1>"),
    *("@everyone", "@here", "<#2>", "<@&3>", "<t:0:R>", "</quote:4>", "<:name:5>", ":smile:", "https://evil.example"),
    *("# heading", "\n# heading", "\n-# small", "\n> quote", "\n>>> all", "\n- item", "\n1. item", "\\", "\\*", "]("),
    *(
        "שלום עולם",
        "\u202eright to left",
        "Z\u0351\u0352a\u0334l\u0335go\u0336",
        "\U0001d518\U0001d52b",
        "👩‍👩‍👧",
        "\u200b",
        "\r\n",
        "\u2028",
        "…",
    ),
    *("And so it goes. ", "Why? ", "x" * 300, "word " * 90, "One sentence of some length, as people speak. " * 40),
)
texts = st.lists(st.sampled_from(TRAPS) | st.text(max_size=40), min_size=1, max_size=8).map("".join)
names = st.none() | texts
seconds = st.floats(0, 400_000)
urls = st.none() | st.sampled_from(
    [
        "https://www.youtube.com/watch?v=zmwQKXgvIjU&t=3928s",
        "javascript:alert(1)",
        "https://a.example/(x)[y]",
        "x" * 600,
    ]
)
numbers = st.integers(1, 99_999)
lines = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))
spans = st.tuples(st.integers(0, 10**6), st.integers(1, 5_000)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
quotes = st.builds(
    Quote,
    episode=texts,
    text=texts,
    display=texts,
    span=spans,
    lines=lines,
    speaker=names,
    voice=names,
    start=st.none() | seconds,
    estimated=st.booleans(),
    error=st.none() | st.floats(0.1, 1_000),
    url=urls,
    corrections=st.lists(st.builds(Correction, texts, texts, numbers), max_size=9).map(tuple),
)
chapters = st.lists(
    st.builds(ChapterFacts, number=numbers, title=texts, gist=texts, lines=lines, start=st.none() | seconds),
    max_size=60,
).map(tuple)
episodes = st.builds(
    EpisodeFacts,
    id=texts,
    key=st.just("07ab12cd"),
    title=texts,
    show=texts,
    published=st.none() | st.just(date(2023, 6, 30)),
    duration=st.none() | seconds,
    url=urls,
    speakers=st.lists(texts, max_size=20).map(tuple),
    lines=numbers,
    reviewed=st.booleans(),
    chapters=chapters,
)
many = st.lists(quotes, max_size=40).map(tuple)
books = st.builds(
    Book,
    title=texts,
    author=texts,
    status=st.sampled_from(["recommended", "set_aside", "mentioned"]),
    said=quotes,
    year=st.none() | st.integers(1450, 2030),
    reason=st.none() | quotes,
    recommended_by=names,
    url=urls,
    reviewed=st.booleans(),
)
similarities = st.floats(0, 1)
checked = st.builds(VerifyQuote, text=texts, speaker=names)
verdicts = st.one_of(
    st.builds(VerifyAnswer, checked, episodes, st.just("exact"), st.just(1.0), quotes),
    st.builds(
        VerifyAnswer,
        request=checked,
        episode=episodes,
        verdict=st.just("near"),
        similarity=similarities,
        quote=quotes,
        speaker_matches=st.none() | st.booleans(),
        differences=st.lists(st.builds(Difference, texts | st.just(""), texts | st.just("")), max_size=30).map(tuple),
        cut=st.booleans(),
    ),
    st.builds(VerifyAnswer, checked, episodes, st.just("not_found"), similarities, nearest=st.none() | quotes),
)

several_verdicts = st.builds(
    VerdictsAnswer,
    request=st.builds(CheckMessage, texts),
    episode=episodes,
    verdicts=st.lists(verdicts, min_size=2, max_size=5).map(tuple),
    left_out=st.integers(0, 99),
)


@st.composite
def counts(draw: st.DrawFn) -> MentionsAnswer:
    """Draw some mentions, or more than the menus of a card hold."""
    mentions = draw(st.lists(st.builds(Mention, quotes, numbers), max_size=12, unique_by=lambda one: one.quote.span))
    for number in range(draw(st.sampled_from([0, 0, 30, 150])) if mentions else 0):
        one = mentions[number % len(mentions)]
        span = Span(10**7 + 10 * number, 10**7 + 10 * number + 9)
        mentions.append(replace(one, quote=replace(one.quote, span=span)))
    speakers = {mention.quote.speaker or "": mention.occurrences for mention in mentions}
    speakers |= dict.fromkeys(draw(st.lists(texts, max_size=30)), 1) if mentions else {}
    return MentionsAnswer(
        FindMentions(draw(texts)), draw(episodes), draw(texts), tuple(mentions), tuple(speakers.items())
    )


@st.composite
def found_everywhere(draw: st.DrawFn) -> QuoteAnswer:
    """Draw an answer from several episodes."""
    sources = draw(st.lists(episodes, min_size=1, max_size=3, unique_by=lambda facts: facts.id))
    sources = [replace(facts, key=f"0000000{number}") for number, facts in enumerate(sources)]
    drawn = draw(many)
    said = tuple(replace(quote, episode=sources[number % len(sources)].id) for number, quote in enumerate(drawn))
    return QuoteAnswer(
        request=FindQuote(draw(texts), draw(names)),
        episode=sources[0],
        answers=said,
        nearest=None if said else draw(st.none() | quotes.map(lambda one: replace(one, episode=sources[0].id))),
        missing=tuple(draw(st.lists(texts, max_size=3))),
        searched=draw(st.integers(2, 5_000)),
        sources=tuple(sources),
    )


answers: st.SearchStrategy[Answer] = st.one_of(
    found_everywhere(),
    st.builds(
        QuoteAnswer,
        request=st.builds(FindQuote, about=names, speaker=names),
        episode=episodes,
        answers=many,
        nearest=st.none() | quotes,
        missing=st.lists(texts, max_size=20).map(tuple),
    ),
    st.builds(
        SummaryAnswer,
        request=st.just(Summarise()),
        episode=episodes,
        of=st.sampled_from([WHOLE, "1"]) | texts,
        title=texts,
        written=names,
        points=many,
    ),
    st.builds(
        BooksAnswer, request=st.just(ListBooks()), episode=episodes, books=st.lists(books, max_size=30).map(tuple)
    ),
    st.builds(
        lambda about, episode, listed, n: BooksAnswer(ListBooks(about), episode, tuple(listed), tuple(listed[:n])),
        texts,
        episodes,
        st.lists(books, max_size=30),
        st.integers(0, 12),
    ),
    st.builds(EpisodeAnswer, request=st.just(ShowEpisode()), episode=episodes),
    verdicts,
    several_verdicts,
    counts(),
    st.builds(
        DiscussAnswer,
        request=st.builds(Discuss, about=names),
        episode=episodes,
        quote=st.none() | quotes,
        prompt=names,
        suggested=st.sampled_from(["claim", "voice", "condition", "duty", "cause", "forecast", "comparison"]),
        missing=st.lists(texts, max_size=20).map(tuple),
    ),
)
snowflakes = st.integers(1, 2**63 - 1)
showings = st.builds(
    cards.Showing,
    private=st.booleans(),
    shared_by=names,
    asked=texts | st.just(""),
    question=st.none() | snowflakes,
    owner=st.none() | snowflakes,
    published=st.sampled_from(["asked", "replied", "shared"]),
)
thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)

ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")  # as Discord reads it
MASKED_LINK = re.compile(r"\[[^\[\]\n]*\]\(https?://[^\s()<>\[\]]+\)")
OURS_AT_THE_START = re.compile(
    r"(?:> |-# |#{2,3} |- (?=claimed \*\*|left out: \*\*|added: \*\*|[\d,]+ more difference))"
)
MEANS_SOMETHING_AT_THE_START = re.compile(r"\s*(?:[#>+-]|\d+[.)])")


def plain_words(text: str) -> str:
    """Take out what the bot itself may mark up, and what is escaped."""
    bare = MASKED_LINK.sub("", ESCAPED.sub(" ", text))
    bare = re.sub(r"<https?://[^\s<>]+>", "", bare)
    return re.sub(r"`/(?:quote|summary|books)`", "", bare).replace("**", "")


def assert_holds_no_foreign_markup(text: str) -> None:
    for line in text.split("\n"):
        rest = OURS_AT_THE_START.sub("", line, count=1)
        assert not MEANS_SOMETHING_AT_THE_START.match(rest), line
    foreign = re.findall(r".{0,9}(?:[*_~`|<@\[]|://|:[A-Za-z_]\w*:).{0,9}", plain_words(text))
    assert not foreign, foreign


def assert_within_limits(card: LayoutView, sent: Sent) -> None:
    assert card.content_length() <= limits.TEXT_DISPLAY_CONTENT
    assert len(sent.all) <= limits.MESSAGE_COMPONENTS
    assert all(text.strip() for text in sent.texts)
    ids = [item["custom_id"] for item in sent.all if "custom_id" in item]
    assert len(ids) == len(set(ids))
    assert all(1 <= len(custom_id) <= 100 for custom_id in ids)
    assert all(1 <= len(label) <= limits.BUTTON_LABEL for label in sent.buttons)
    assert all(len(item["url"]) <= limits.BUTTON_URL for item in sent.all if item.get("url"))
    for select in (item for item in sent.all if item["type"] == SELECT):
        assert 1 <= len(select["options"]) <= limits.SELECT_OPTIONS
        assert len({option["value"] for option in select["options"]}) == len(select["options"])
        assert 1 <= len(select["placeholder"]) <= limits.SELECT_PLACEHOLDER
    for gallery in (item for item in sent.all if item["type"] == GALLERY):
        assert all(1 <= len(picture["description"]) <= limits.MEDIA_DESCRIPTION for picture in gallery["items"])
    for option in sent.options:
        assert 1 <= len(option["label"].strip()) <= len(option["label"]) <= limits.SELECT_OPTION_LABEL
        assert len(option.get("description") or "") <= limits.SELECT_OPTION_DESCRIPTION


def quoted_in(text: str) -> list[str]:
    """Read back what stands in the block quotes of a text."""
    blocks = re.findall(r"(?:^> .*\n?)+", text, re.MULTILINE)
    return [
        ESCAPED.sub(lambda found: found[0][1], re.sub(r"^> ", "", block.rstrip("\n"), flags=re.MULTILINE))
        for block in blocks
    ]


@thorough
@given(answer=answers, showing=showings)
def test_card_is_within_all_limits_and_holds_no_foreign_markup(
    desk: Desk, answer: Answer, showing: cards.Showing
) -> None:
    card = cards.show(answer, WORDS, showing)
    assert_within_limits(card, desk.sent(card))
    for text in desk.sent(card).texts:
        assert_holds_no_foreign_markup(text)


@thorough
@given(answer=answers)
def test_plain_text_fits_a_message_and_holds_no_foreign_markup(answer: Answer) -> None:
    text = cards.plain(answer, WORDS)
    assert 1 <= len(text.strip()) <= limits.MESSAGE_CONTENT
    assert_holds_no_foreign_markup(text)


@thorough
@given(quote=quotes, episode=episodes, context=st.integers(0, 20), wider=st.booleans(), showing=showings)
def test_passage_holds_the_quote_and_nothing_else_in_its_block(  # noqa: PLR0913 - one card's parameters
    desk: Desk, quote: Quote, episode: EpisodeFacts, context: int, showing: cards.Showing, *, wider: bool
) -> None:
    match = Match(showing.question, 2) if showing.question else None
    shown = Shown(episode.key, quote.span, context, match)
    card = cards.passage(quote, episode, WORDS, showing, shown=shown, wider=wider)
    sent = desk.sent(card)
    assert_within_limits(card, sent)
    (said,) = [block for text in sent.texts for block in quoted_in(text)]
    whole = visible(quote.display)
    assert said == whole or (whole.startswith(said) and "… the passage goes on" in sent.text)


@thorough
@given(answer=answers)
def test_each_block_quote_of_each_card_is_the_beginning_of_a_quote(desk: Desk, answer: Answer) -> None:
    card = desk.sent(cards.show(answer, WORDS))
    of_verdicts = answer.verdicts if isinstance(answer, VerdictsAnswer) else ()
    near = [answer] if isinstance(answer, QuoteAnswer | VerifyAnswer) else of_verdicts
    nearest = [one.nearest for one in near if one.nearest]
    shown = [visible(quote.display) for quote in (*answer.quotes, *nearest)]
    for said in (block for text in card.texts for block in quoted_in(text)):
        assert any(
            whole == said or (whole.startswith(said) and "… the passage goes on" in card.text) for whole in shown
        )


@thorough
@given(examples=st.lists(st.tuples(texts, texts), max_size=30), text=texts.filter(str.strip))
def test_help_and_notice_are_within_all_limits(desk: Desk, examples: list[tuple[str, str]], text: str) -> None:
    for card in (cards.help_card(WORDS, examples), cards.notice(text * 20)):
        assert_within_limits(card, desk.sent(card))


def test_sentence_that_just_fits_is_kept() -> None:
    assert fit("Why? ", 4, str) == "Why?"


@thorough
@given(text=texts, room=st.integers(1, 400))
def test_text_is_cut_at_a_sentence_where_one_fits(text: str, room: int) -> None:
    kept = fit(text, room, str)
    assert len(kept) <= room
    assert text.startswith(kept)
    sentence = re.match(rf"[^{STOPS}]*[.!?](?=\s)", text)
    if kept != text and sentence and len(sentence[0]) <= room:
        assert kept.rstrip("\"'”’»)]")[-1] in STOPS
