"""What keeps the bot from starting."""


class BotError(Exception):
    """The base: its text is one line for the terminal, and says what to do."""


class ConfigError(BotError):
    """A configuration that cannot be used."""

    def __init__(self, where: str, what: str) -> None:
        """`where` is a file or the environment."""
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what


class TokenError(BotError):
    """No token, or one that Discord does not know."""


class DiscordUnreachableError(BotError):
    """Discord cannot be reached, or is down."""

    def __init__(self, why: object) -> None:
        """Say what the network said."""
        super().__init__(f"cannot reach Discord ({why}); check the network and https://discordstatus.com")
