"""What keeps the preview from starting, in one line for the terminal."""

import os


class PreviewError(Exception):
    """Its text is shown to the user: what is wrong and what would do."""


class PreviewMissingError(PreviewError):
    def __init__(self) -> None:
        super().__init__("the preview needs SimCord; install it with: pip install 'on-the-record[preview]'")


class PortUnavailableError(PreviewError):
    def __init__(self, host: str, port: int, error: Exception) -> None:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        super().__init__(
            f"cannot serve the preview on {host}:{port} ({reason}); choose another with --port, or --port 0 for any"
        )
        self.port = port
