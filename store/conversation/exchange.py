"""What was asked and shown just before, and what a message that goes on from it asks for."""

import re
from dataclasses import dataclass, replace

from store.conversation.following import Following, Step, following
from store.language.stopwords import STOP
from store.question import (
    WHOLE,
    AskHelp,
    Discuss,
    FindMentions,
    FindQuote,
    HelpTopic,
    Length,
    ListBooks,
    Part,
    Request,
    ShowEpisode,
    ShowPassage,
    Summarise,
    VerifyQuote,
)
from store.routing import Scene, plainly, route
from store.searching.parsing import ASKING
from store.speech.speakers import called
from store.words import plain, words

LENGTHS: tuple[Length, ...] = ("short", "medium", "long")
# A claim of fewer words is a topic.
_CLAIM = 3
_PARTS: dict[Step, Part] = {"itself": "itself", "before": "before", "after": "after", "around": "around"}
_ELSE = re.compile(r"\b(?:else|more|other|another)\b", re.IGNORECASE)
# "How often does he mention that": what it ends with stands for what was spoken of.
_POINTING = re.compile(
    r"(?P<asked>.*\b)(?P<at>that|this|it|him|her|them|those|the same(?: thing)?|that (?:topic|subject|point|one))\W*",
    re.IGNORECASE,
)

_NAMES_TALK = re.compile(r"\b(?:episode|podcast|show|interview|conversation|talk|discussion)\b", re.IGNORECASE)
# What may be asked of one speaker.
_BY_SOMEBODY = (FindQuote, FindMentions, VerifyQuote)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The last request that was about something, the lines that the last answer showed, and the episode of both.

    `episode` is an ID; None where all were asked.
    """

    subject: Request | None = None
    shown: tuple[tuple[int, int], ...] = ()
    episode: str | None = None

    @property
    def topic(self) -> str | None:
        """What was spoken of; None for the whole, and for what is about nothing in particular."""
        match self.subject:
            case FindQuote(sought="judgement"):
                return None
            case FindQuote() | Discuss():
                return self.subject.about
            case Summarise():
                return None if self.subject.of == WHOLE or self.subject.of.isdecimal() else self.subject.of
            case FindMentions():
                return self.subject.of
            case VerifyQuote():
                return self.subject.text
            case _:
                return None

    @property
    def speaker(self) -> str | None:
        """Who was asked about by name."""
        return self.subject.speaker if isinstance(self.subject, _BY_SOMEBODY) else None

    def asked_of(self, scene: Scene) -> Request:
        """Return the same request for another episode, in which others may speak."""
        if isinstance(self.subject, _BY_SOMEBODY) and not called(self.speaker or "", scene.speakers):
            return replace(self.subject, speaker=None)
        return self.subject or ShowEpisode()


def went_on(
    before: Exchange | None, request: Request, shown: tuple[tuple[int, int], ...], episode: str | None
) -> Exchange:
    """Return what stands after a further answer: a passage shown again leaves the subject as it was."""
    subject = before.subject if before and isinstance(request, ShowPassage) else request
    return Exchange(subject, shown, episode)


def read(text: str, before: Exchange | None, scene: Scene) -> Request:
    """Read a message as what it asks after what was before; None where nothing was, or it cannot refer to it."""
    said = plainly(text)
    if _NAMES_TALK.search(said) and isinstance(asked := route(text, scene), FindQuote) and asked.seeks_end:
        return asked  # "how does the episode end" refers to nothing before
    step = following(said)
    if before is None:
        return AskHelp("nothing_before") if step and step.sure else route(text, scene)
    scene = scene.speaking_of(before.speaker)
    went = _go_on(step, before, scene) if step else None
    if went is not None:
        return went
    asked = route(text, scene)
    pointed = _pointed_out(said, before, asked)
    return _further(said, before, route(pointed, scene) if pointed else asked)


def _go_on(step: Following, before: Exchange, scene: Scene) -> Request | None:
    """Return what a message asks that goes on from what was before; None where it stands on its own."""
    match step.step:
        case "more":
            return _more(before)
        case "longer" | "shorter":
            return _at_length(before, 1 if step.step == "longer" else -1)
        case "about":
            return _turned(before, step.topic, scene)
        case "by":
            speaker = scene.called(step.topic)
            return FindQuote(before.topic, speaker) if speaker and before.topic else None
        case "itself" | "before" | "after" | "around":
            return _passage(before, _PARTS[step.step], sure=step.sure)


def _pointed_out(text: str, before: Exchange, asked: Request) -> str | None:
    """Return a question with what it points at in its own words; None where it points at nothing, or needs not."""
    found = _POINTING.fullmatch(text)
    if found is None or before.topic is None or not isinstance(asked, FindQuote | FindMentions | Summarise):
        return None
    if isinstance(asked, Summarise) and found["at"].lower() != "that":
        return None  # "sum it up" means the episode
    told = [word for word in words(found["asked"]) if word.plain not in STOP | ASKING]
    return f"{found['asked']}{before.topic}" if len(told) <= 1 or isinstance(asked, Summarise) else None


def points(text: str) -> bool:
    """Tell whether a text may point at what was before."""
    return _POINTING.fullmatch(text) is not None


def _further(text: str, before: Exchange, asked: Request) -> Request:
    """Return the next passage where more is asked for of the same: "what else does he say about Ukraine"."""
    subject = before.subject
    if not (isinstance(asked, FindQuote) and isinstance(subject, FindQuote) and asked.about and _ELSE.search(text)):
        return asked
    if plain(asked.about) != plain(subject.about or "") or asked.speaker not in (None, subject.speaker):
        return asked
    return _more(before)


def _more(before: Exchange) -> Request:
    match before.subject:
        case FindQuote(about=None):
            return before.subject
        case FindQuote():
            return replace(before.subject, skip=before.subject.skip + 1)
        case Summarise():
            return _at_length(before, 1)
        case FindMentions():
            return FindQuote(before.topic, before.speaker)
        case VerifyQuote() | Discuss():
            return FindQuote(before.topic)
        case _:
            return AskHelp("nothing_more")


def _at_length(before: Exchange, step: int) -> Request:
    ended: HelpTopic = "nothing_longer" if step > 0 else "nothing_shorter"
    if isinstance(before.subject, Summarise):
        at = LENGTHS.index(before.subject.length) + step
        return replace(before.subject, length=LENGTHS[at]) if 0 <= at < len(LENGTHS) else AskHelp(ended)
    if step > 0 and before.shown and not isinstance(before.subject, ListBooks | ShowEpisode):
        return ShowPassage(before.shown[0], "around")
    return AskHelp(ended)


def _passage(before: Exchange, part: Part, *, sure: bool) -> Request | None:
    if before.shown and before.episode is not None:
        return ShowPassage(before.shown[0], part)
    if part == "itself" and before.topic and (before.shown or not isinstance(before.subject, FindQuote)):
        return before.subject if isinstance(before.subject, FindQuote) else FindQuote(before.topic)
    return AskHelp("nothing_shown") if sure else None


def _turned(before: Exchange, topic: str, scene: Scene) -> Request:
    """Ask the same about another topic, or of another speaker."""
    speaker = scene.called(topic)
    if speaker and isinstance(before.subject, FindMentions) and before.speaker:
        return replace(before.subject, speaker=speaker)
    if speaker and isinstance(before.subject, FindQuote | Summarise | FindMentions | VerifyQuote):
        return FindQuote(before.topic, speaker)
    asked = route(topic, scene)
    if not isinstance(asked, FindQuote) or asked.about is None:
        return asked
    match before.subject:
        case FindQuote():
            sought = "place" if before.subject.sought == "place" else asked.sought
            speaker = asked.speaker or before.speaker
            return replace(before.subject, about=asked.about, speaker=speaker, skip=0, sought=sought)
        case Summarise():
            return replace(before.subject, of=asked.about)
        case FindMentions():
            return replace(before.subject, of=asked.about)
        case VerifyQuote() if len(asked.about.split()) >= _CLAIM:
            return replace(before.subject, text=asked.about)
        case _:
            return asked
