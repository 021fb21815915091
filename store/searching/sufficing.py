"""Whether what a passage holds of a question suffices for an answer."""

from collections.abc import Set as AbstractSet

from store.searching.query import Query
from store.words import stem

_QUANTITIES = "couple few several half dozen hundred thousand million billion none zero"
QUANTITIES = frozenset(map(stem, _QUANTITIES.split()))


def suffices(query: Query, held: frozenset[str], said: AbstractSet[str], unspoken: float = 0.0) -> bool:
    """Tell whether the terms that a passage is found by answer a question; `said` are those of its own words.

    How many there were is not answered where no number is said. What holds less of the question than its `unspoken`
    share, which an entry for what is not spoken of holds, is no answer either.
    """
    return (
        query.share(held) >= max(query.threshold, unspoken)
        and query.share_beside_names(held) >= query.strictness.beside_names
        and (not query.wants_number or any(map(_is_number, said)))
    )


def _is_number(term: str) -> bool:
    return term[:1].isdecimal() or term in QUANTITIES
