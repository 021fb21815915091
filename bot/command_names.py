"""The names of commands and options, for the catalogue: a command as "/quote", an option as "about:".

They stand here and not where the commands are, because a name is a message of its own: "show" is a podcast's in one
place and what one does in another.
"""

from bot.words import N_

COMMANDS = (
    *(N_("/quote"), N_("/ask"), N_("/summary"), N_("/books"), N_("/verify"), N_("/mentions"), N_("/episode")),
    *(
        N_("/discuss"),
        N_("/help"),
        N_("/settings"),
        N_("/text"),
        N_("/plain"),
        N_("/cards"),
        N_("/privacy"),
        N_("/policy"),
        N_("/export"),
    ),
    *(N_("/delete"), N_("/optout"), N_("/optin"), N_("/admin"), N_("/setup"), N_("/add"), N_("/list"), N_("/use")),
    *(N_("/remove"), N_("/names"), N_("/proposals"), N_("/channels"), N_("/allow"), N_("/deny"), N_("/show")),
    *(N_("/log"), N_("/recent"), N_("/unanswered"), N_("/audit"), N_("/stats"), N_("/member"), N_("/block")),
    *(N_("/unblock"), N_("/forget"), N_("/visibility"), N_("/retention"), N_("/daily"), N_("/cooldown"), N_("/roles")),
    *(N_("/moderators"), N_("/Was this said?"), N_("/Find the quote")),
)
OPTIONS = (
    *(N_("about:"), N_("speaker:"), N_("episode:"), N_("public:"), N_("question:"), N_("of:"), N_("length:")),
    *(N_("text:"), N_("file:"), N_("notes:"), N_("heard:"), N_("meant:"), N_("channel:"), N_("days:")),
    *(N_("member:"), N_("command:"), N_("outcome:"), N_("format:"), N_("reason:"), N_("until:"), N_("hour:")),
    *(N_("zone:"), N_("off:"), N_("add:"), N_("remove:"), N_("questions:"), N_("seconds:"), N_("whose:")),
    N_("answers:"),
)


def command(name: str) -> str:
    """Return the message id of a command's name."""
    return f"/{name}"


def option(name: str) -> str:
    """Return the message id of an option's name."""
    return f"{name}:"
