"""Speech as a transcript gives it: what was said, when, by whom, and how it falls into parts."""
