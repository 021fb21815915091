"""The verbs of the terminal: each parses, asks the same desk as Discord does, and prints."""
