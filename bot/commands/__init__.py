"""The slash commands: one cog each, that parses, asks the desk and shows."""

from bot.commands.books import Books
from bot.commands.episode import EpisodeInfo
from bot.commands.help import Help
from bot.commands.quote import Quotes
from bot.commands.summary import Summaries

COGS = (Quotes, Summaries, Books, EpisodeInfo, Help)
