"""A talk of a few lines that a test writes for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from store.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.episode import Episode


@pytest.fixture
def talk(opened: Callable[..., Episode]) -> Callable[..., Searcher]:
    def made(*lines: str, **more: Any) -> Searcher:
        return Searcher(opened(lines, **more))

    return made
