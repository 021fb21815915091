"""A word of the bot's own: how to ask in one's own words, or a short answer to what is no question."""

import discord

from bot.cards.fit import short
from bot.cards.layout import PLAIN, Card
from bot.cards.limits import MESSAGE_COMPONENTS, TEXT_DISPLAY_CONTENT
from bot.cards.quotation import small
from bot.cards.showing import Showing, sharing
from bot.cards.source import title
from bot.ui import LayoutView
from bot.words import N_, Words
from store.question import EpisodeFacts, HelpAnswer, HelpTopic

EXAMPLE = 90
# What is said on each topic, a line each; `{title}` is the episode's.
SAID: dict[HelpTopic, tuple[str, ...]] = {
    "use": (N_("Ask in your own words, and I answer with what was said, word for word. For instance:"),),
    "who": (
        N_("I am a bot that finds what was said in “{title}”."),
        N_(
            "Nothing is made up: there is no language model behind me, only the transcript, a search and "
            "what an editor has noted. Every quote says where it stands, so that you can check it."
        ),
    ),
    "privacy": (
        N_("I keep what you ask, with who asked, where and when, and nothing else that people write."),
        N_(
            "`/privacy policy` says why and for how long. With `/privacy export`, `/privacy delete` and "
            "`/privacy optout` you see it, erase it, or have nothing kept."
        ),
    ),
    "episodes": (
        N_("This is “{title}”."),
        N_("The option `episode` of each command lists what else there is; or name one as you ask."),
    ),
    "greeting": (N_("Hello! Ask me about “{title}”: what was said, by whom and when."),),
    "thanks": (N_("You’re welcome."),),
    "praise": (N_("Good. Ask on when you like."),),
    "farewell": (N_("Goodbye. I’ll be here."),),
    "insult": (
        N_("I’m sorry that I was no help."),
        N_("Try other words, or a name that is said in the episode. “help” shows what I can answer."),
    ),
    "doubt": (
        N_("What I quote is the transcript’s own words, with the lines: you can check them there."),
        N_("Try other words, or “more” for the next passage. Under it a misheard name can be reported."),
    ),
    "orders": (
        N_("I can’t do that."),
        N_("I only show what was said in the episode, word for word. You could ask:"),
    ),
    "wordless": (N_("I can only read words, no pictures, stickers or links. You could ask:"),),
    "nothing_before": (
        N_("I don’t know what that refers to."),
        N_("I look back at your own questions in this channel, for 15 minutes. Ask it in full, please."),
    ),
    "nothing_shown": (
        N_("My last answer to you here found no passage, so there is none to go on from."),
        N_("Ask it in full, please."),
    ),
    "nothing_kept": (
        N_("You have opted out, so I keep nothing of yours to look back at."),
        N_("Ask it in full, and I’ll answer."),
    ),
    "nothing_longer": (N_("That is the longest that I have. A chapter’s summary says more: “summary of chapter 1”."),),
    "nothing_shorter": (N_("That is the shortest that I have."),),
    "nothing_more": (N_("That was all that I have on it."),),
}
# What shows examples, for it is said to people who may not know what to ask.
_WITH_EXAMPLES: frozenset[HelpTopic] = frozenset({"use", "greeting", "wordless", "orders", "who"})


def talk_card(answer: HelpAnswer, showing: Showing, words: Words) -> LayoutView:
    """Show what there is to say, and examples that this episode answers where somebody may want them."""
    card = Card(PLAIN)
    card.text(*_said(answer, words))
    if answer.request.topic in _WITH_EXAMPLES:
        card.text(*(f"- {example}" for example in _examples(answer, words)))
    if answer.request.topic == "use":
        card.text(small(_going_on(words)))
    card.row(sharing(None, showing, words))
    return card.view()


def greeted_card(card: LayoutView, episode: EpisodeFacts, words: Words) -> LayoutView:
    """Put a greeting over a card, where there is room for it."""
    greeting = "\n".join(
        [
            words.say("Hello! I answer from “{title}”, word for word.", title=title(episode)),
            words.say("Ask in your own words, and go on from an answer: “more”, “who said that?”. “help” says more."),
        ]
    )
    if card.content_length() + len(greeting) > TEXT_DISPLAY_CONTENT or card.total_children_count >= MESSAGE_COMPONENTS:
        return card
    view = LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(greeting))
    for item in card.children:
        view.add_item(item)
    return view


def talk_plain(answer: HelpAnswer, words: Words) -> str:
    """Say the same for reading aloud."""
    examples = _examples(answer, words) if answer.request.topic in _WITH_EXAMPLES else []
    going_on = [_going_on(words)] if answer.request.topic == "use" else []
    return "\n".join([*_said(answer, words), *examples, *going_on])


def _examples(answer: HelpAnswer, words: Words) -> list[str]:
    hints = answer.hints
    about, name = short(hints.about, EXAMPLE), short(hints.speaker or "", EXAMPLE)
    asked = []
    if about and name:
        asked.append(words.say("What does {name} say about “{topic}”?", name=name, topic=about))
    elif about:
        asked.append(words.say("What do they say about “{topic}”?", topic=about))
    if answer.request.topic != "use":
        return asked
    if hints.said and (said := short(hints.said, EXAMPLE)):
        asked.append(words.say("Did anyone really say “{quote}”?", quote=said.removesuffix(".")))
    if hints.name and (called := short(hints.name, EXAMPLE)):
        asked.append(words.say("How often is {name} mentioned?", name=called))
    asked.append(words.say("tl;dr"))
    if hints.chapter:
        asked.append(words.say("Summary of chapter {number}", number=hints.chapter.number))
    return [*asked, words.say("What should I read?"), words.say("Who is on this one?")]


def _going_on(words: Words) -> str:
    return words.say(
        "Then go on with “more”, “who said that?”, “what came before?” or “and on …?”. `/help` shows the commands."
    )


def _said(answer: HelpAnswer, words: Words) -> list[str]:
    return [words.say_marked(line, title=title(answer.episode)) for line in SAID[answer.request.topic]]
