"""What failures say that have to do with a server's own episodes and misheard names."""

from collections.abc import Callable
from typing import Any

from bot.cards.fit import short
from bot.words import Words
from store import errors as store

MAX_NAME = 80


def _there(words: Words, error: store.EpisodeThereError) -> str:
    if error.same_text:
        return words.say("The episode `{id}` has the same text. Remove it first.", id=_id(error.episode_id))
    return words.say(
        "There is an episode `{id}` already. Rename the file, or remove that one first.", id=_id(error.episode_id)
    )


def _full(words: Words, error: store.ShelfFullError) -> str:
    if not error.most:
        return words.say("Who runs me has not allowed servers to add episodes of their own.")
    return words.count(
        "A server can have {n} episode of its own, and this one has it. Remove it first.",
        "A server can have {n} episodes of its own, and this one has them. Remove one first.",
        error.most,
    )


def _upload(words: Words, error: store.UploadError) -> str:
    # What is wrong with a file is said as the readers say it, in English: it is for whoever has to mend it.
    return words.say(
        "“{file}”: {what}. To do: {cure}.",
        file=short(error.file, MAX_NAME),
        what=short(error.what, 300),
        cure=short(error.cure, 300),
    )


def _transcript(words: Words, error: store.TranscriptError) -> str:
    place = words.say("{file}, line {line}", file=error.path.name, line=error.line) if error.line else error.path.name
    return _upload(words, store.UploadError(place, error.what, error.cure))


def _gone(words: Words, _: store.PendingGoneError) -> str:
    return words.say(
        "That file is no longer in my memory: I was restarted, it took too long, or it was decided already. "
        "Nothing was kept of it; add it again."
    )


def _busy(words: Words, error: store.TooBusyError) -> str:
    return words.count(
        "{n} file is waiting already. Try again in some minutes.",
        "{n} files are waiting already. Try again in some minutes.",
        error.waiting,
    )


def _taken(words: Words, error: store.NameTakenError) -> str:
    return words.say(
        "“{heard}” is corrected to “{meant}” already. Remove that first.",
        heard=_name(error.heard),
        meant=_name(error.meant),
    )


def _decided(words: Words, error: store.NameDecidedError) -> str:
    names = {"heard": _name(error.heard), "meant": _name(error.meant)}
    if error.accepted is None:
        return words.say("That “{heard}” means “{meant}” is proposed already and waits for a moderator.", **names)
    if error.accepted:
        return words.say("That “{heard}” means “{meant}” was accepted already.", **names)
    return words.say("That “{heard}” means “{meant}” was declined by a moderator before.", **names)


def _unknown(words: Words, _: store.NameUnknownError) -> str:
    return words.say("There is no such misheard name here any more. Look at the list again.")


def _unheard(words: Words, error: store.NameUnheardError) -> str:
    if error.near:
        return words.say(
            "“{heard}” is nowhere in this episode’s transcript. It has “{near}”: capitals count.",
            heard=_name(error.heard),
            near=_name(error.near),
        )
    return words.say(
        "“{heard}” is nowhere in this episode’s transcript. Copy it from a quote, letter by letter.",
        heard=_name(error.heard),
    )


def _unfit(words: Words, error: store.NameUnfitError) -> str:
    match error.what:
        case "blank":
            return words.say("A name has to have letters, and nothing that can’t be seen.")
        case "long":
            return words.say("“{name}” is too long for a name.", name=_name(error.given))
        case _:
            return words.say("That is the same as what was heard: “{name}”.", name=_name(error.given))


def _too_many(words: Words, error: store.TooManyNamesError) -> str:
    n = error.most
    match error.of:
        case "member":
            return words.count(
                "{n} name that you proposed still waits for a moderator. Wait for that first.",
                "{n} names that you proposed still wait for a moderator. Wait for those first.",
                n,
            )
        case "day":
            return words.count(
                "You can propose {n} name a day. Come back tomorrow.",
                "You can propose {n} names a day. Come back tomorrow.",
                n,
            )
        case "server":
            return words.count(
                "{n} name waits for the moderators here. Propose yours when they have looked at it.",
                "{n} names wait for the moderators here. Propose yours when they have looked at them.",
                n,
            )
        case _:
            return words.count(
                "An episode can have {n} corrected name here. Remove one first.",
                "An episode can have {n} corrected names here. Remove one first.",
                n,
            )


SAYINGS: dict[type[BaseException], Callable[[Words, Any], str | None]] = {
    store.EpisodeThereError: _there,
    store.ShelfFullError: _full,
    store.UploadError: _upload,
    store.TranscriptError: _transcript,
    store.PendingGoneError: _gone,
    store.TooBusyError: _busy,
    store.NameTakenError: _taken,
    store.NameDecidedError: _decided,
    store.NameUnknownError: _unknown,
    store.NameUnheardError: _unheard,
    store.NameUnfitError: _unfit,
    store.TooManyNamesError: _too_many,
}


def _id(episode_id: str) -> str:
    """Write an ID between the marks of code, which it must not end."""
    return episode_id.replace("`", "'")


def _name(given: str) -> str:
    return short(given, MAX_NAME)
