"""What each server sees: the configured episodes and its own, with the names that were accepted there."""
