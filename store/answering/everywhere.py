"""Answers from all episodes at once."""

import random
from collections.abc import Sequence

from store.episode import Episode
from store.errors import OneEpisodeError, SpeakerUnknownError
from store.excerpts.chance import by_chance
from store.language.timecode import timecode
from store.question import ALL, EpisodeFacts, FindQuote, QuoteAnswer, Request
from store.shelves.shelves import Shelves
from store.speech.speakers import called


def means_all(episode_id: str | None, listed: Sequence[EpisodeFacts]) -> bool:
    """Tell whether an ID stands for all of these episodes: there are several, and none is called so."""
    return (episode_id or "").strip() == ALL and len(listed) > 1 and all(facts.id != ALL for facts in listed)


async def respond_from_all(shelves: Shelves, guild_id: int | None, request: Request) -> QuoteAnswer:
    """Answer a request from the episodes that a server sees.

    Raises OneEpisodeError for all but quotes, QuestionBlankError and SpeakerUnknownError.
    """
    match request:
        case FindQuote() if request.seeks_end:
            raise OneEpisodeError(request.verb)
        case FindQuote(sought="judgement"):
            return (await shelves.find_everywhere(guild_id, request)).as_judged()
        case FindQuote(about=None):
            return by_chance(await _any_episode(shelves, guild_id, request.speaker), request)
        case FindQuote(about=str(about)) if timecode(about) is not None:
            raise OneEpisodeError(request.verb)
        case FindQuote():
            return await shelves.find_everywhere(guild_id, request)
        case _:
            raise OneEpisodeError(request.verb)


async def _any_episode(shelves: Shelves, guild_id: int | None, speaker: str | None) -> Episode:
    """Return one of the episodes, in which somebody speaks where one is named. Raises SpeakerUnknownError."""
    listed = (await shelves.seen(guild_id)).facts
    fitting = [facts for facts in listed if not speaker or called(speaker, facts.speakers)]
    if not fitting:
        raise SpeakerUnknownError(speaker or "", sorted({name for facts in listed for name in facts.speakers}))
    return await shelves.episode(guild_id, random.choice(fitting).id)  # noqa: S311 - chance, not a secret
