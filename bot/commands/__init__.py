"""The slash commands: one cog each, that parses, asks the desk and shows."""

from bot.commands.ask import Ask
from bot.commands.books import Books
from bot.commands.discuss import Discussing
from bot.commands.episode import EpisodeInfo
from bot.commands.help import Help
from bot.commands.mentions import Mentions
from bot.commands.privacy import PrivacyCommands
from bot.commands.quote import Quotes
from bot.commands.settings import Reading
from bot.commands.summary import Summaries
from bot.commands.verify import Verify

COGS = (Ask, Quotes, Summaries, Books, Verify, Mentions, EpisodeInfo, Discussing, Help, PrivacyCommands, Reading)
