"""The verbs that answer from an episode: quote, summary, books."""

from typing import Annotated

import typer

from bot.cli.asking import Asking, open_asking
from bot.cli.batch import FROM_STANDARD_INPUT
from bot.cli.forms.answers import books_form, quote_answer_form, summary_form
from bot.cli.options import AsJson, ConfigOption, EpisodeOption, EpisodeOrAllOption
from bot.cli.output import say_left_out
from bot.cli.showing import show, show_one_or_many
from bot.cli.terminal import Verb
from bot.cli.text import answers
from store.errors import QuestionBlankError
from store.question import WHOLE, BooksAnswer, FindQuote, Length, ListBooks, QuoteAnswer, Summarise, SummaryAnswer

MOST_QUOTES = 25
app = typer.Typer()


@app.command(
    cls=Verb,
    epilog='Examples:\n\n{prog} quote "the mystique is gone"\n\n{prog} quote "the levers of power" --speaker kotkin'
    '\n\n{prog} quote "the levers of power" --episode all'
    "\n\n{prog} quote - < questions.txt > answers.jsonl",
)
def quote(  # noqa: PLR0913 - one for each option
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY", help="A few words of what was said, or a time: 27:10; - reads one query a line."
        ),
    ],
    *,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this person says; a surname is enough.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=MOST_QUOTES, help="How many passages at most.")] = 5,
    as_json: AsJson = False,
    episode: EpisodeOrAllOption = None,
    config: ConfigOption = None,
) -> None:
    """Find what was said: the best passages, word for word, of one episode or of all.

    With - for the query, prints one JSON object for each line of standard input, in order.
    """
    asking = open_asking(config, episode)
    if asking.asks_all:
        say_left_out(asking.library.problems)
    if query == FROM_STANDARD_INPUT and speaker is not None:  # what is wrong for every line is said before the first
        asking.check_speaker(speaker)
    show_one_or_many(
        query,
        lambda line: _find(asking, line, speaker, limit),
        quote_answer_form,
        answers.quote_answer,
        as_json=as_json,
    )


@app.command(
    cls=Verb,
    epilog="Examples:\n\n{prog} summary --length short\n\n{prog} summary --of 3\n\n{prog} summary --of Ukraine",
)
def summary(
    *,
    of: Annotated[
        str, typer.Option(metavar="whole|NUMBER|TOPIC", help="The whole episode, a chapter by number, or a topic.")
    ] = WHOLE,
    length: Annotated[Length, typer.Option(help="How many points.")] = "medium",
    as_json: AsJson = False,
    episode: EpisodeOption = None,
    config: ConfigOption = None,
) -> None:
    """Sum up the episode, a chapter or a topic, in its own words."""
    answer = open_asking(config, episode).answer(Summarise(of=of, length=length))
    assert isinstance(answer, SummaryAnswer)
    show(answer, summary_form, answers.summary, as_json=as_json)


@app.command(cls=Verb, epilog="Examples:\n\n{prog} books\n\n{prog} books --json")
def books(*, as_json: AsJson = False, episode: EpisodeOption = None, config: ConfigOption = None) -> None:
    """List the books that were recommended, set aside on purpose, or mentioned."""
    answer = open_asking(config, episode).answer(ListBooks())
    assert isinstance(answer, BooksAnswer)
    show(answer, books_form, answers.books, as_json=as_json)


def _find(asking: Asking, query: str, speaker: str | None, limit: int) -> QuoteAnswer:
    if not query.strip():  # a request that is about nothing asks for a quote at random
        raise QuestionBlankError
    answer = asking.answer(FindQuote(query, speaker, limit))
    assert isinstance(answer, QuoteAnswer)
    return answer
