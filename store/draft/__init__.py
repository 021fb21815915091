"""Draft show notes: what can be found by rule, written so that a person finishes it in half an hour."""

from store.draft.parts import Part, parts
from store.draft.toml import commented, one_line, paragraph
from store.episode import Episode

_HEAD = (
    "A draft made by rule: nobody has checked any of it. To finish it, in half an hour:",
    "1. Read each section against the transcript; delete what is wrong.",
    "2. What is commented out is a guess: remove the # where it is right.",
    "3. Mend titles and authors of books; leave `said`, `reason`, `heard` and every `text` as the transcript has them.",
    "4. `episode check` on the transcript tells what no longer fits. Then write `reviewed = true`.",
    "Line numbers are the transcript's own, from 1; ranges hold both ends.",
)
_ADDED = "Proposed by `notes draft --update`: remove the # where it is right, delete the rest."


def draft(episode: Episode) -> str:
    """Write show notes for a transcript as commented TOML that is valid as it stands."""
    facts = episode.facts
    known = ", ".join(part for part in (facts.show, facts.title, str(facts.published or "")) if part)
    path = episode.transcript.path
    head = [f"Show notes for {one_line(path.name)}", *([one_line(known)] if known else []), "", *_HEAD]
    overview = (
        "reviewed = false\n\n# In five to ten sentences: who talks with whom, about what, and where it leads.\n"
        '# overview = """…"""'
    )
    return "\n\n".join([paragraph(head), overview, *(_section(part) for part in parts(episode))]) + "\n"


def update(source: str, episode: Episode) -> str:
    """Return notes as they stand, to the letter, with what they lack added as comments at the end.

    `episode` has been opened with these notes. What was proposed before and is still there is not proposed again.
    """
    rows = set(source.splitlines())
    added = []
    for part in parts(episode, episode.notes):
        fresh = [text for text in map(commented, part.texts) if not _stands_in(text, rows)]
        if fresh:
            added.append("\n\n".join([_rule(part.title), *fresh]))
    if not added:
        return source
    return "\n\n".join([source.rstrip("\n"), paragraph([_ADDED]), *added]) + "\n"


def _section(part: Part) -> str:
    texts = [commented(text) if one.guess else text for one in part.entries for text in [one.text]]
    return "\n\n".join([_rule(part.title), paragraph(part.advice), *texts])


def _rule(title: str) -> str:
    return f"# {'-' * 64} {title}"


def _stands_in(text: str, rows: set[str]) -> bool:
    return all(row in rows for row in text.split("\n") if row)
