"""The answer to a natural question, for reading."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from bot.cli.forms.asked import help_form
from bot.cli.text import answers, episodes, proof
from bot.cli.text.said import clean
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


def asked(answer: Answer) -> Iterable[RenderableType]:
    """Give it as the verb that answers would."""
    match answer:
        case QuoteAnswer():
            return answers.quote_answer(answer)
        case SummaryAnswer():
            return answers.summary(answer)
        case BooksAnswer():
            return answers.books(answer)
        case VerifyAnswer():
            return proof.verdict(answer)
        case MentionsAnswer():
            return proof.mentions(answer)
        case EpisodeAnswer():
            return episodes.episode(answer.episode)
        case HelpAnswer():
            return [Text(clean(line)) for line in help_form(answer)["text"].split("\n")]
        case DiscussAnswer() | VerdictsAnswer():
            raise AssertionError  # nobody is asked to talk at the terminal, and no messages are there to be checked
