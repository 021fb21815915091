"""The answer to a natural question, as the contract fixes it for programs."""

from typing import TypedDict

from bot.cli.forms.answers import books_form, mentions_form, quote_answer_form, summary_form, verify_form
from bot.cli.forms.episodes import episode_form
from store.question import (
    Answer,
    BooksAnswer,
    DiscussAnswer,
    EpisodeAnswer,
    HelpAnswer,
    MentionsAnswer,
    QuoteAnswer,
    SummaryAnswer,
    VerdictsAnswer,
    VerifyAnswer,
)

# Discord's text for it speaks of a channel.
_NOTHING_BEFORE = "I don’t know what that refers to.\nEach question stands alone here. Ask it in full, please."


class HelpForm(TypedDict):
    text: str


class AskedForm(TypedDict):
    question: str
    kind: str
    answer: object


def asked_form(question: str, answer: Answer) -> AskedForm:
    return {"question": question, "kind": answer.request.verb, "answer": _answer_form(question, answer)}


def _answer_form(question: str, answer: Answer) -> object:
    match answer:
        case QuoteAnswer():
            return quote_answer_form(answer.request.about or question, answer)
        case SummaryAnswer():
            return summary_form(answer)
        case BooksAnswer():
            return books_form(answer)
        case VerifyAnswer():
            return verify_form(answer)
        case MentionsAnswer():
            return mentions_form(answer)
        case EpisodeAnswer():
            return episode_form(answer.episode)
        case HelpAnswer():
            return help_form(answer)
        case DiscussAnswer() | VerdictsAnswer():
            raise AssertionError  # nobody is asked to talk at the terminal, and no messages are there to be checked


def help_form(answer: HelpAnswer) -> HelpForm:
    if answer.request.topic == "nothing_before":
        return {"text": _NOTHING_BEFORE}
    from bot.cards import plain  # noqa: PLC0415 - Discord's parts, which no other verb wants
    from bot.words import Words  # noqa: PLC0415

    return {"text": plain(answer, Words())}
