"""The parts of a search: the question taken apart, its words put right, passages found, ranked and trimmed."""
