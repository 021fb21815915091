"""The one way to answer an interaction: it knows whether it was answered already, deferred, or has expired."""

from bot.reply.asking import ALREADY_ACKNOWLEDGED, answer, ask, asked, delivering, note_privacy, respond
from bot.reply.forms import form
from bot.reply.sending import refuse, replace, send, to_message, update, withdraw
from bot.reply.waiting import patiently

__all__ = [
    "ALREADY_ACKNOWLEDGED",
    "answer",
    "ask",
    "asked",
    "delivering",
    "form",
    "note_privacy",
    "patiently",
    "refuse",
    "replace",
    "respond",
    "send",
    "to_message",
    "update",
    "withdraw",
]
