"""Verdicts and counts for reading."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from bot.cli.text.said import QUIET, clean, named, numbered, quotation, source
from store.question import Difference, MentionsAnswer, Verdict, VerifyAnswer

# Sentences that are printed of a count unless all are asked for: more would run off the screen.
PLACES = 20
_VERDICTS: dict[Verdict, str] = {
    "exact": "Said, word for word.",
    "near": "Not quite what was said.",
    "not_found": "Not said in this episode.",
}


def verdict(answer: VerifyAnswer) -> Iterator[RenderableType]:
    """Give the verdict, what differs, who said it, and what was said."""
    lead = "Said, but cut off from what it hangs on." if answer.only_cut else _VERDICTS[answer.verdict]
    differs = answer.verdict == "near" and not answer.only_cut
    agree = f" {round(100 * answer.similarity)} % of the words agree." if differs else ""
    yield Text.assemble((f"{lead}{_by_whom(answer)}", "bold"), agree)
    if answer.cut:
        yield Text("Words were cut off without which it means something else.")
    if answer.negated:
        yield Text("A “not” was lost or gained: it says the opposite.")
    if answer.swapped:
        one, other = map(clean, answer.swapped)
        yield Text(f"“{one}” and “{other}” have changed places.")
    for difference in answer.differences:
        yield Text(f"  {_difference(difference)}")
    if answer.speakers:
        yield Text(f"Between them: {', '.join(map(clean, answer.speakers))}.", style="bold")
    elif answer.speaker_matches is False and answer.quote:
        yield Text(f"It was {clean(answer.quote.speaker or '')} who said it.", style="bold")
    quote = answer.quote or answer.nearest
    if quote is None:
        yield Text(named(answer.episode), style=QUIET)
        return
    yield Text("\nWhat was said:" if answer.quote else "\nThe closest sentence, which is another:", style="bold")
    yield quotation(quote)
    yield ""
    yield source(answer.episode, [quote])


def _by_whom(answer: VerifyAnswer) -> str:
    if answer.speakers:
        return " But not by one person alone."
    return " But by somebody else." if answer.speaker_matches is False else ""


def mentions(answer: MentionsAnswer, *, every: bool = False) -> Iterator[RenderableType]:
    """Give the count, by whom, and the first sentences or all of them."""
    name, speaker = clean(answer.name), clean(answer.request.speaker or "")
    if not answer.found:
        said = f"{speaker} never says “{name}”" if speaker else f"“{name}” is never said"
        yield Text(f"{said} in this episode.", style="bold")
        yield from _besides(answer)
        yield Text(named(answer.episode), style=QUIET)
        return
    times = _times(answer.count)
    said = f"{speaker} says “{name}” {times}" if speaker else f"“{name}” is said {times}"
    by = ", ".join(f"{clean(speaker) or 'speaker unknown'} {count}" for speaker, count in answer.by_speaker)
    yield Text.assemble((said, "bold"), "." if speaker else f" ({by}).")
    yield from _besides(answer)
    yield ""
    quotes = [mention.quote for mention in answer.mentions]
    shown = quotes if every else quotes[:PLACES]
    yield numbered(shown)
    if more := len(quotes) - len(shown):
        sentences = (
            "1 more sentence; mentions --all prints it"
            if more == 1
            else f"{more} more sentences; mentions --all prints them"
        )
        yield Text(f"\n{sentences}.", style="bold")
    yield ""
    yield source(answer.episode, quotes)


def _besides(answer: MentionsAnswer) -> Iterator[RenderableType]:
    """Say how often all say it, and its singular or plural, which is counted apart."""
    if answer.by_others:
        yield Text(f"In all it is said {_times(answer.count + answer.by_others)}.")
    if answer.forms:
        yield Text(", ".join(f"“{clean(form)}”, counted apart, {_times(n)}" for form, n in answer.forms) + ".")


def _times(n: int) -> str:
    return "once" if n == 1 else f"{n} times"


def _difference(difference: Difference) -> str:
    claimed, said = clean(difference.claimed), clean(difference.said)
    if not claimed:
        return f"left out: “{said}”"
    if not said:
        return f"added: “{claimed}”"
    return f"claimed “{claimed}”, said “{said}”"
