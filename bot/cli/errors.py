"""What can be wrong at the terminal alone."""


class InputError(Exception):
    """Something given at the terminal that will not do. Its text is one line and says what would."""
