"""The verb that reads a natural question: ask."""

from typing import Annotated

import typer

from bot.cli.asking import Asking, open_asking
from bot.cli.forms.asked import asked_form
from bot.cli.options import AsJson, ConfigOption, EpisodeOrAllOption
from bot.cli.showing import show_one_or_many
from bot.cli.terminal import Verb
from bot.cli.text.asked import asked
from store.errors import QuestionBlankError
from store.question import Answer

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
    show_one_or_many(question, lambda line: _ask(asking, line), asked_form, asked, as_json=as_json)


def _ask(asking: Asking, question: str) -> Answer:
    if not question.strip():
        raise QuestionBlankError
    return asking.answer_in_words(question)
