"""The verbs that prove: verify and mentions."""

from typing import Annotated

import typer

from bot.cli.asking import Asking, open_asking
from bot.cli.batch import FROM_STANDARD_INPUT
from bot.cli.forms.answers import mentions_form, verify_form
from bot.cli.options import AsJson, ConfigOption, EpisodeOption
from bot.cli.showing import show_one_or_many
from bot.cli.terminal import Verb
from bot.cli.text import proof
from store.question import FindMentions, MentionsAnswer, VerifyAnswer, VerifyQuote

app = typer.Typer()


@app.command(
    cls=Verb,
    epilog='Examples:\n\n{prog} verify "the mystique, the aura, the magic of power was gone"'
    '\n\n{prog} verify "most coups never fail" --speaker kotkin\n\n{prog} verify - < claims.txt',
)
def verify(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words that are claimed; - reads one claim a line.")],
    *,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is claimed to have said it; a surname is enough.")
    ] = None,
    as_json: AsJson = False,
    episode: EpisodeOption = None,
    config: ConfigOption = None,
) -> None:
    """Was this said? Word for word, nearly, or not at all.

    With - for the text, prints one JSON object for each line of standard input, in order.
    """
    asking = open_asking(config, episode)
    _check_for_all(asking, text, speaker)
    show_one_or_many(
        text,
        lambda line: _verify(asking, line, speaker),
        lambda _, answer: verify_form(answer),
        proof.verdict,
        as_json=as_json,
    )


@app.command(
    cls=Verb,
    epilog="Examples:\n\n{prog} mentions Putin\n\n{prog} mentions 'implausible deniability' --json"
    "\n\n{prog} mentions coup --speaker kotkin --all\n\n{prog} mentions - < names.txt",
)
def mentions(  # noqa: PLR0913 - one for each option
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name in any spelling, a word, a phrase; - reads one a line.")
    ],
    *,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose alone are counted; a surname is enough.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print every sentence, not the first ones alone.")] = False,
    as_json: AsJson = False,
    episode: EpisodeOption = None,
    config: ConfigOption = None,
) -> None:
    """Count how often something is said, by whom, with every sentence.

    With - for the name, prints one JSON object for each line of standard input, in order.
    """
    asking = open_asking(config, episode)
    _check_for_all(asking, name, speaker)
    show_one_or_many(
        name,
        lambda line: _mentions(asking, line, speaker),
        lambda _, answer: mentions_form(answer),
        lambda answer: proof.mentions(answer, every=every),
        as_json=as_json,
    )


def _check_for_all(asking: Asking, asked: str, speaker: str | None) -> None:
    if asked == FROM_STANDARD_INPUT and speaker is not None:  # what is wrong for every line is said before the first
        asking.episode.speaker(speaker)


def _verify(asking: Asking, text: str, speaker: str | None) -> VerifyAnswer:
    answer = asking.answer(VerifyQuote(text, speaker))
    assert isinstance(answer, VerifyAnswer)
    return answer


def _mentions(asking: Asking, name: str, speaker: str | None) -> MentionsAnswer:
    answer = asking.answer(FindMentions(name, speaker))
    assert isinstance(answer, MentionsAnswer)
    return answer
