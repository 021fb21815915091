"""What may be asked of an episode, from what is known of it: the examples that help shows."""

from store.episode import Episode
from store.question import AskHelp, HelpAnswer, Hints


def helped(episode: Episode, request: AskHelp) -> HelpAnswer:
    """Return what help needs to show examples that this episode answers."""
    return HelpAnswer(request, episode.facts, hints(episode))


def hints(episode: Episode) -> Hints:
    """Return what to ask for; only what there is."""
    notes, facts = episode.notes, episode.facts
    names = [note.meant for note in notes.names if not note.lines]
    return Hints(
        about=notes.topics[0].heading if notes.topics else facts.title,
        speaker=facts.speakers[-1] if facts.speakers else None,
        chapter=facts.chapters[-1] if facts.chapters else None,
        said=episode.excerpt(notes.points[0].lines, notes.points[0].text).display if notes.points else None,
        name=names[0] if names else None,
    )
