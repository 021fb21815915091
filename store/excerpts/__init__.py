"""Stretches of an episode that can stand alone: what the index holds, what sums up, what is worth quoting."""
