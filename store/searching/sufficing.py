"""Whether what a passage holds of a question suffices for an answer."""

from dataclasses import dataclass

from store.searching.query import Query

# As they are indexed: "several" would be "severe", too.
_QUANTITIES = "coupl few half dozen hundr thousand million billion trillion none zero"
QUANTITIES = frozenset(_QUANTITIES.split())

Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Holding:
    """The terms of a passage that was cut to what answers: its own, those `around` it, and those of its index entry."""

    own: Terms
    around: Terms = frozenset()
    entry: Terms = frozenset()

    @property
    def terms(self) -> Terms:
        """All that it is found by."""
        return self.own | self.entry


def suffices(query: Query, holding: Holding, at_least: float = 0.0) -> bool:
    """Tell whether what a passage holds answers a question.

    How many there were is not answered where no number is said; any number will do, but for "one", which seldom is a
    number. `at_least` is what share of the question has to be held, where that is known to be more than usual.
    """
    return (
        query.share(holding.terms) >= max(query.threshold, at_least)
        and query.share_beside_names(holding.terms | holding.around) >= query.strictness.beside_names
        and (not query.wants_number or any(map(_is_number, holding.own)))
    )


def _is_number(term: str) -> bool:
    return term[:1].isdecimal() or term in QUANTITIES
