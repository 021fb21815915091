"""The verb that reads a natural question: ask."""

from typing import Annotated

import typer

from bot.cli.asking import Asking, open_asking
from bot.cli.batch import FROM_STANDARD_INPUT, answer_lines
from bot.cli.forms.asked import AskedForm, asked_form
from bot.cli.options import AsJson, ConfigOption, EpisodeOrAllOption
from bot.cli.output import print_json, print_readable
from bot.cli.terminal import Verb, answered
from bot.cli.text.asked import asked
from store.errors import QuestionBlankError

app = typer.Typer()


@app.command(
    cls=Verb,
    epilog='Examples:\n\n{prog} ask "what does Kotkin say about Lukashenko?"\n\n{prog} ask "tl;dr of chapter 9"'
    '\n\n{prog} ask "did he really say most coups fail?" --json\n\n{prog} ask - < questions.txt',
)
def ask(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="A question in your own words; - reads one question a line.")
    ],
    *,
    as_json: AsJson = False,
    episode: EpisodeOrAllOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask in your own words: for a quote, a summary, the books, a check, a count, or the episode's facts.

    With - for the question, prints one JSON object for each line of standard input, in order.
    """
    asking = open_asking(config, episode)
    if question == FROM_STANDARD_INPUT:
        answer_lines(lambda line: _asked(asking, line))
        return
    if not question.strip():
        raise QuestionBlankError
    answer = asking.answer_in_words(question)
    if as_json:
        print_json(asked_form(question, answer))
    else:
        print_readable(asked(answer))
    answered(found=answer.found)


def _asked(asking: Asking, question: str) -> AskedForm:
    if not question.strip():
        raise QuestionBlankError
    return asked_form(question, asking.answer_in_words(question))
