"""Discord's limits on what a message shows, in characters unless they count things. Checked in November 2026.

https://docs.discord.com/developers/components/reference and /resources/message
"""

MESSAGE_CONTENT = 2_000
MESSAGE_COMPONENTS = 40  # nested ones counted
TEXT_DISPLAY_CONTENT = 4_000  # over all text displays of a message together
SELECT_OPTIONS = 25
SELECT_OPTION_LABEL = 100
SELECT_OPTION_DESCRIPTION = 100
SELECT_PLACEHOLDER = 150
BUTTON_LABEL = 80
BUTTON_URL = 512
MEDIA_DESCRIPTION = 1_024
REQUEST = 24 * 1024 * 1024  # bytes of all files of a message together: 25 MiB, less what goes with them
