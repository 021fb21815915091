"""A quote for reading: the words, who said them, when and where, and what was misheard in them."""

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.markdown import visible
from store.question import EpisodeFacts, Quote

QUIET = "dim"
_MINUTE = 60
_QUARTERS = ("", "¼", "½", "¾")


def clean(text: str) -> str:
    """Return text of others in one line, without what a terminal would obey."""
    return " ".join(visible(text).split())


def clock(seconds: float) -> str:
    """Write a moment as players do: 27:10, or 1:02:03."""
    minutes, second = divmod(int(seconds), _MINUTE)
    hours, minute = divmod(minutes, _MINUTE)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def moment(start: float | None, *, estimated: bool, error: float | None = None) -> str:
    """Write when something was said: "27:10", "≈ 27:10 ± 1¼ min"; nothing where that is not known."""
    if start is None:
        return ""
    if not estimated:
        return clock(start)
    return f"≈ {clock(start)} ± {_length(error)}" if error else f"≈ {clock(start)}"


def line_range(lines: tuple[int, int]) -> str:
    """Write a range of lines."""
    first, last = lines
    return f"line {first}" if first == last else f"lines {first}-{last}"


def quotation(quote: Quote, episode: EpisodeFacts | None = None) -> Text:
    """Write a quote and below it all that is known of it, and the episode that it is from where one is given."""
    text = Text(f"“{clean(quote.display)}”")
    for line in (*_below(quote), *([Text(named(episode), style=QUIET)] if episode else ())):
        text.append("\n").append_text(line)
    return text


def address(url: str) -> Text:
    """Write an address that can be followed even where it is wrapped."""
    return Text(clean(url), style=Style(dim=True, link=clean(url)))


def numbered(quotes: Sequence[Quote], episodes: Iterable[EpisodeFacts] = ()) -> Table:
    """Write quotes below each other, numbered, with a line between them; each with its episode where some are given."""
    by_id = {episode.id: episode for episode in episodes}
    table = Table.grid(padding=(0, 1), pad_edge=False)
    table.add_column(justify="right", style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for number, quote in enumerate(quotes, start=1):
        table.add_row(str(number), quotation(quote, by_id.get(quote.episode)))
        if number < len(quotes):
            table.add_row()
    return table


def source(episode: EpisodeFacts, quotes: Iterable[Quote]) -> Text:
    """Say where the words come from and how true to the transcript they are."""
    faith = _faith("word for word from the transcript", quotes)
    if not episode.reviewed:
        faith += "; speakers and names not reviewed by a person"
    return Text(f"{named(episode)} · {faith}", style=QUIET)


def sources(episodes: Iterable[EpisodeFacts], quotes: Iterable[Quote]) -> Text:
    """Say the same of quotes that name their episodes themselves."""
    faith = _faith("word for word from the transcripts", quotes)
    unreviewed = ", ".join(clean(episode.id) for episode in episodes if not episode.reviewed)
    if unreviewed:
        faith += f"; speakers and names not reviewed by a person: {unreviewed}"
    return Text(faith, style=QUIET)


def named(episode: EpisodeFacts) -> str:
    """Return show, title and date, as far as they are known."""
    published = episode.published.isoformat() if episode.published else ""
    return dotted(clean(episode.show), clean(episode.title) or clean(episode.id), published)


def _faith(faith: str, quotes: Iterable[Quote]) -> str:
    return f"{faith}, but for the corrections listed" if any(quote.corrections for quote in quotes) else faith


def dotted(*parts: str) -> str:
    """Join what there is."""
    return " · ".join(part for part in parts if part)


def _below(quote: Quote) -> Iterator[Text]:
    when = moment(quote.start, estimated=quote.estimated, error=quote.error)
    speaker = clean(quote.speaker or "") or "Speaker unknown"
    yield Text.assemble((speaker, "bold cyan"), f" · {dotted(when, line_range(quote.lines))}")
    if quote.voice:
        part, rest = ("in part ", "that part is ") if quote.voiced_in_part else ("", "")
        yield Text(f"{part}voicing: {clean(quote.voice)} ({rest}not the speaker's own words or view)", style="yellow")
    for correction in dict.fromkeys(quote.corrections):
        heard, meant = clean(correction.heard), clean(correction.meant)
        yield Text(f"heard “{heard}”, corrected to “{meant}” (line {correction.line})", style=QUIET)
    if quote.url:
        yield address(quote.url)


def _length(seconds: float) -> str:
    quarters = round(seconds / (_MINUTE / len(_QUARTERS)))
    if quarters < len(_QUARTERS):
        return f"{max(1, round(seconds))} s"
    minutes, rest = divmod(quarters, len(_QUARTERS))
    return f"{minutes}{_QUARTERS[rest]} min"
