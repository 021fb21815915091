"""Was this said? Exact, near, or not: about the words, and about who said them."""

from store.verify.nearness import NEAR
from store.verify.verdict import verify

__all__ = ["NEAR", "verify"]
