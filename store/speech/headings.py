"""What a stretch of speech is called where nobody has named it: by the words that tell it from the others."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.language.lexicon import frequency
from store.language.stopwords import STOP
from store.question import Span
from store.speech.speech import Speech
from store.words import spellings, stem

_WORDS, _LETTERS = 3, 4
# In how many sentences a word has to be said; and a pair of words, for how much of the first word's times.
_SENTENCES, _PAIRED = 3, 0.5
# On the Zipf scale: what is this frequent names nothing; below that a word tells the more the rarer it is, up to a
# bound that keeps slips and scraps of names from telling most.
_COMMON, _NONE, _MOST = 5.25, 6.3, 2.6
_COMMON_IN_PAIR = 5.7
_OFTEN = 0.8
Pair = tuple[str, str]


class _Said:
    """What is said in one stretch: terms, pairs of neighbouring terms, and in how many sentences each term is."""

    def __init__(self, sentences: Iterator[list[tuple[str, str]]], shown: "_Shown") -> None:
        self.terms: Counter[str] = Counter()
        self.pairs: Counter[Pair] = Counter()
        self.sentences: Counter[str] = Counter()
        for sentence in sentences:
            found = [(stem(plain), written, plain) for written, plain in sentence]
            for (one, written, plain), (other, after, plain_after) in pairwise(found):
                if not {plain, plain_after} & STOP and max(frequency(plain), frequency(plain_after)) < _COMMON_IN_PAIR:
                    self.pairs[one, other] += 1
                    shown.pairs[one, other][f"{written} {after}"] += 1
            kept = [(term, written, plain) for term, written, plain in found if plain not in STOP]
            for term, written, plain in kept:
                self.terms[term] += 1
                shown.terms[term][written] += 1
                shown.frequencies.setdefault(term, frequency(plain))
            self.sentences.update({term for term, _, _ in kept})


class _Shown:
    """How terms and pairs are written, and how often the language has them."""

    def __init__(self) -> None:
        self.terms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.pairs: defaultdict[Pair, Counter[str]] = defaultdict(Counter)
        self.frequencies: dict[str, float] = {}


def headings(speech: Speech, spans: Sequence[Span], asides: Sequence[Span]) -> list[str]:
    """Name each stretch by up to three words or pairs of words said outside the asides, in their commonest spelling."""
    shown = _Shown()
    said = [_Said(_sentences(speech, span, asides), shown) for span in spans]
    holding = Counter(term for one in said for term in one.terms)
    named = []
    for one in said:
        weights = {
            term: often**_OFTEN * math.log(1 + len(spans) / holding[term]) * min(_MOST, _NONE - shown.frequencies[term])
            for term, often in one.terms.items()
            if _could_name(term, one, shown)
        }
        best = _best(sorted(weights, key=lambda term: (-weights[term], term)), one, shown)
        title = ", ".join(best)
        named.append(title[:1].upper() + title[1:] or "Untitled")
    return named


def _sentences(speech: Speech, within: Span, asides: Sequence[Span]) -> Iterator[list[tuple[str, str]]]:
    for span in speech.sentences_in(within):
        if not speech.is_faulty(span) and not any(aside.overlap(span) for aside in asides):
            yield [
                (written.removesuffix("'s").removesuffix("’s"), plain)
                for written, plain in spellings(speech.spoken[span])
            ]


def _could_name(term: str, one: _Said, shown: _Shown) -> bool:
    rare = shown.frequencies[term] < _COMMON
    return rare and one.sentences[term] >= _SENTENCES and len(term) >= _LETTERS and term.isalpha()


def _best(terms: Sequence[str], one: _Said, shown: _Shown) -> list[str]:
    """Take the first terms, each with its neighbour where it is seldom said without."""
    best: list[str] = []
    taken: set[str] = set()
    for term in terms:
        if term in taken or len(best) == _WORDS:
            continue
        pair = max((pair for pair in one.pairs if term in pair), key=lambda pair: one.pairs[pair], default=None)
        if pair and one.pairs[pair] >= max(_SENTENCES, _PAIRED * one.terms[term]):
            best.append(shown.pairs[pair].most_common(1)[0][0])
            taken |= set(pair)
        else:
            best.append(shown.terms[term].most_common(1)[0][0])
            taken.add(term)
    return best
