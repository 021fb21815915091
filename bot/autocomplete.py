"""What the options offer while somebody types: from memory, never slow, never raising."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from functools import lru_cache, wraps
from typing import Any, TypeAlias

from discord import app_commands

from bot.place import place_of
from bot.ui import Interaction
from bot.words import Words
from store.episode import Episode
from store.errors import StoreError
from store.question import ALL, WHOLE
from store.words import plain

# https://docs.discord.com/developers/interactions/application-commands#autocomplete
MAX_CHOICES = 25
MAX_CHOICE = 100

Choices: TypeAlias = list[app_commands.Choice[str]]
Offer: TypeAlias = Callable[[Interaction, str], Awaitable[Iterable[tuple[str, str]]]]


def offering(offer: Offer) -> Callable[[Interaction, str], Coroutine[Any, Any, Choices]]:
    """Make an autocompletion of what gives names and values. What it raises goes to the handler, and it offers none.

    Discord takes a value of at most 100 characters, so a longer one is not offered; a name is cut.
    """

    @wraps(offer)
    async def choices(interaction: Interaction, typed: str) -> Choices:
        try:
            return _choices(await offer(interaction, typed))
        except Exception as error:  # noqa: BLE001 - a door
            await interaction.client.failed(interaction, error)
            return []

    return choices


@offering
async def speakers(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer the people of the episode that is asked, or of all."""
    desk, place = interaction.client.desk, place_of(interaction)
    if await desk.means_all(place, _named(interaction)):
        names = sorted({name for facts in await desk.episodes(place) for name in facts.speakers})
    else:
        episode = await _episode(interaction)
        names = list(episode.facts.speakers) if episode else []
    return [(name, name) for name in names if _matches(typed, name)]


@offering
async def episodes(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer the episodes that are seen here, by title or ID."""
    return await _episodes_seen(interaction, typed)


@offering
async def episodes_or_all(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer all episodes together, where there are several, then each."""
    every = interaction.client.words(interaction).say("All episodes")
    several = await interaction.client.desk.means_all(place_of(interaction), ALL)
    together = [(every, ALL)] if several and _matches(typed, every, ALL) else []
    return [*together, *await _episodes_seen(interaction, typed)]


@offering
async def parts(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer what can be summarised: the asker's own words first, then the whole, chapters and topics."""
    words, episode = interaction.client.words(interaction), await _episode(interaction)
    return [*_own(interaction, typed), *(_parts_of(episode, words, typed) if episode else ())]


@offering
async def asked(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer what can be asked: the asker's own words first, then what is asked most here, names and topics."""
    popular = await interaction.client.popular.of(place_of(interaction).guild_id)
    episode = await _episode(interaction)
    known: list[tuple[str, ...]] = [(text,) for text in popular]
    known += [(name,) for name in _names_of(episode)] if episode else []
    known += _topics_of(episode) if episode else []
    return [*_own(interaction, typed), *((name, name) for name, *also in known if _matches(typed, name, *also))]


@offering
async def topics(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer what is spoken of: the asker's own words first, then the topics of the index and the chapters."""
    episode = await _episode(interaction)
    known = _topics_of(episode) if episode else []
    return [*_own(interaction, typed), *((name, name) for name, *also in known if _matches(typed, name, *also))]


@offering
async def names(interaction: Interaction, typed: str) -> Iterable[tuple[str, str]]:
    """Offer what may be counted: the asker's own words first, then names in their right spelling."""
    own = [(typed.strip(), typed.strip())] if typed.strip() else []
    episode = await _episode(interaction)
    known = _names_of(episode) if episode else []
    return [*own, *((name, name) for name in known if _matches(typed, name))]


def _own(interaction: Interaction, typed: str) -> list[tuple[str, str]]:
    """Offer the asker's own words: nobody has to choose."""
    own = typed.strip()
    return [(interaction.client.words(interaction).say("Search for “{typed}”", typed=own), own)] if own else []


def _names_of(episode: Episode) -> list[str]:
    """Return the names of an episode in their right spelling."""
    return list(dict.fromkeys(note.meant for note in episode.notes.names if not note.lines))


def _topics_of(episode: Episode) -> list[tuple[str, ...]]:
    """Return what is spoken of, each with the other words for it."""
    topics: list[tuple[str, ...]] = [(note.heading, *note.also) for note in episode.notes.topics]
    return [*topics, *((chapter.title,) for chapter in episode.facts.chapters)]


async def _episodes_seen(interaction: Interaction, typed: str) -> Sequence[tuple[str, str]]:
    seen = await interaction.client.desk.episodes(place_of(interaction))
    named = ((facts.title or facts.id, facts) for facts in seen)
    return [(name, facts.id) for name, facts in named if _matches(typed, name, facts.id, facts.show)]


def _parts_of(episode: Episode, words: Words, typed: str) -> Sequence[tuple[str, str]]:
    whole = words.say("The whole episode")
    chapters = [(f"{chapter.number}. {chapter.title}", str(chapter.number)) for chapter in episode.facts.chapters]
    topics = [(topic.heading, topic.heading, *topic.also) for topic in episode.notes.topics]
    return [
        *([(whole, WHOLE)] if _matches(typed, whole, WHOLE) else ()),
        *((name, number) for name, number in chapters if _matches(typed, name)),
        *((name, name) for name, *known_as in topics if _matches(typed, *known_as)),
    ]


async def _episode(interaction: Interaction) -> Episode | None:
    """Return the episode that the same command names so far."""
    try:
        return await interaction.client.desk.episode(place_of(interaction), _named(interaction))
    except StoreError:
        return None


def _named(interaction: Interaction) -> str | None:
    return getattr(interaction.namespace, "episode", None) or None


def _matches(typed: str, *known_as: str) -> bool:
    wanted = _plain(typed.strip())
    return any(wanted in _plain(name) for name in known_as)


@lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    """Return a text as it is compared: the same few are compared at each key that somebody presses."""
    return plain(text)


def _choices(offered: Iterable[tuple[str, str]]) -> Choices:
    choices: dict[str, app_commands.Choice[str]] = {}
    for name, value in offered:
        if 0 < len(value) <= MAX_CHOICE:
            # What the asker typed comes first; where that is a known value, under the name that it is known by.
            choices[value] = app_commands.Choice(name=_cut(name), value=value)
    return list(choices.values())[:MAX_CHOICES]


def _cut(name: str) -> str:
    return name if len(name) <= MAX_CHOICE else f"{name[: MAX_CHOICE - 1].rstrip()}…"
