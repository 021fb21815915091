"""What the language knows of words, whatever an episode says."""
