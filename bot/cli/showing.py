"""How the verbs that ask answer: one question or many, for programs or for people."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from rich.console import RenderableType

from bot.cli.batch import FROM_STANDARD_INPUT, answer_lines
from bot.cli.output import print_json, print_readable
from bot.cli.terminal import answered
from store.question import Answer

AnswerT = TypeVar("AnswerT", bound=Answer)


def show(
    answer: AnswerT,
    form: Callable[[AnswerT], object],
    text: Callable[[AnswerT], Iterable[RenderableType]],
    *,
    as_json: bool,
) -> None:
    """Print an answer in its form or as text; the status says whether anything was found."""
    if as_json:
        print_json(form(answer))
    else:
        print_readable(text(answer))
    answered(found=answer.found)


def show_one_or_many(
    asked: str,
    ask: Callable[[str], AnswerT],
    form: Callable[[str, AnswerT], object],
    text: Callable[[AnswerT], Iterable[RenderableType]],
    *,
    as_json: bool,
) -> None:
    """Ask one question and print its answer; or, with -, print the form of the answer to each line of standard input.

    `form` is given the question, too.
    """
    if asked == FROM_STANDARD_INPUT:
        answer_lines(lambda line: form(line, ask(line)))
        return
    show(ask(asked), lambda answer: form(asked, answer), text, as_json=as_json)
