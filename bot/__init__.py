"""How the record is asked and shown: the bot on Discord, its terminal and its preview."""
