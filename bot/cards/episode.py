"""The episode itself: what is known of it, its chapters, and what to try next."""

from bot.cards.fit import how_many, short
from bot.cards.layout import Card
from bot.cards.limits import MESSAGE_CONTENT
from bot.cards.links import is_safe, watch_button, watch_label
from bot.cards.moment import chapter_moment
from bot.cards.quotation import small
from bot.cards.showing import Showing, occasion, sharing
from bot.cards.source import SHOW, title
from bot.shown import Shown
from bot.ui import LayoutView
from bot.words import Words
from store.question import ChapterFacts, EpisodeAnswer, EpisodeFacts

NAME = 80
SPEAKERS = 12
CHAPTER = 100


def episode_card(answer: EpisodeAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show what is known of the episode."""
    episode, card = answer.episode, Card()
    card.text(
        small(occasion(showing, words)),
        f"## {title(episode)}",
        *facts_of(episode, words),
        small(extent_of(episode, words)),
    )
    if not showing.brief:
        _add_chapters(card, episode, words)
    card.row(watch_button(episode.url, words), sharing(Shown.by(answer), showing, words))
    return card.closed(small(_next(words)))


def episode_plain(answer: EpisodeAnswer, words: Words) -> str:
    """Say the same for reading aloud, as far as a message goes."""
    episode = answer.episode
    head = [title(episode), *facts_of(episode, words), extent_of(episode, words)]
    head += [f"{watch_label(episode.url or '', words)}: <{episode.url}>"] if is_safe(episode.url) else []
    chapters = [_chapter(chapter, words) for chapter in episode.chapters]
    room = MESSAGE_CONTENT - len("\n".join([*head, _left_out(len(chapters), words), _next(words)])) - 1
    kept = how_many(chapters, room, between=1)
    left_out = [_left_out(len(chapters) - kept, words)] if kept < len(chapters) else []
    return "\n".join([*head, *chapters[:kept], *left_out, _next(words)]).replace("**", "")


def facts_of(episode: EpisodeFacts, words: Words) -> list[str]:
    """Say what is known of an episode beside its title, a line each."""
    show = short(episode.show, SHOW)
    about = [
        f"**{show}**" if show else "",
        words.date(episode.published) if episode.published else "",
        words.say("recorded {date}", date=words.date(episode.recorded)) if episode.recorded else "",
        words.clock(episode.duration) if episode.duration is not None else "",
    ]
    lines = (" · ".join(part for part in about if part), _speakers(episode, words))
    return [line for line in lines if line]


def extent_of(episode: EpisodeFacts, words: Words) -> str:
    """Say how much there is of an episode, and how sure what is known of it."""
    parts = [
        words.count("{n} chapter", "{n} chapters", len(episode.chapters)) if episode.chapters else "",
        words.count("{n} line of transcript", "{n} lines of transcript", episode.lines),
        _review(episode, words),
        _guesses(episode, words),
    ]
    return " · ".join(part for part in parts if part)


def _speakers(episode: EpisodeFacts, words: Words) -> str:
    names = [f"**{name}**" for name in (short(speaker, NAME) for speaker in episode.speakers[:SPEAKERS]) if name]
    if not names:
        return words.say("Who speaks is not known, so no quote names a speaker.")
    if more := len(episode.speakers) - len(names):
        names.append(words.count("{n} more", "{n} more", more))
    return words.say("With {names}", names=words.join(names))


def _review(episode: EpisodeFacts, words: Words) -> str:
    if episode.reviewed:
        return words.say("speakers, names and chapters reviewed by a person")
    return words.say("not reviewed by a person")


def _guesses(episode: EpisodeFacts, words: Words) -> str:
    """Say what is a guess or the work of a rule, so that none of it is taken for a fact."""
    names = {
        "title": words.say("title"),
        "show": words.say("show"),
        "guest": words.say("guest"),
        "published": words.say("date"),
        "duration": words.say("length"),
    }
    guessed = [name for field, name in names.items() if field in episode.guessed]
    if any(chapter.automatic for chapter in episode.chapters):
        guessed.append(words.say("chapters"))
    return words.say("not stated in the file, found by rule: {facts}", facts=words.join(guessed)) if guessed else ""


def _add_chapters(card: Card, episode: EpisodeFacts, words: Words) -> None:
    if not episode.chapters:
        return
    chapters = [_chapter(chapter, words) for chapter in episode.chapters]
    room = card.room - len(small(_left_out(len(chapters), words))) - len(small(_next(words)))
    kept = how_many(chapters, room, between=1)
    card.rule()
    card.text(*chapters[:kept])
    if kept < len(chapters):
        card.text(small(_left_out(len(chapters) - kept, words)))


def _chapter(chapter: ChapterFacts, words: Words) -> str:
    begins = chapter_moment(chapter, words)
    when = f" · {begins}" if begins else ""
    return f"**{chapter.number}**{when} · {short(chapter.title, CHAPTER)}"


def _left_out(n: int, words: Words) -> str:
    return words.count("{n} more chapter did not fit", "{n} more chapters did not fit", n)


def _next(words: Words) -> str:
    return words.say("Next: `/quote` finds who said what · `/summary` with a chapter’s number · `/books`")
