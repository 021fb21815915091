"""What may be asked of an episode, from what is known of it: the examples that help shows."""

from store.episode import Episode
from store.question import AskHelp, HelpAnswer, Hints

# Words of a topic, and characters of a sentence, that read well in an example.
FEW, SHORT = 4, 70


def helped(episode: Episode, request: AskHelp) -> HelpAnswer:
    """Return what help needs to show examples that this episode answers."""
    return HelpAnswer(request, episode.facts, hints(episode))


def hints(episode: Episode) -> Hints:
    """Return what to ask for; only what there is."""
    notes, facts = episode.notes, episode.facts
    names = [note.meant for note in notes.names if not note.lines]
    headings = [topic.heading for topic in notes.topics if len(topic.heading.split()) <= FEW]
    said = [episode.excerpt(note.lines, note.text).display for note in notes.points]
    return Hints(
        about=next(iter([*names, *headings]), facts.title),
        speaker=facts.speakers[-1] if facts.speakers else None,
        chapter=facts.chapters[-1] if facts.chapters else None,
        said=min(said, key=len) if said and len(min(said, key=len)) <= SHORT else None,
        name=names[-1] if names else None,
    )
