"""`client.chat`: the generated signature, and under it one call from arguments to answer. Imports engine and below."""

from __future__ import annotations

from .messages import checked_messages
from .namespace import ChatCaller, ChatNamespace, asked_for

__all__ = [
    "ChatCaller",
    "ChatNamespace",
    "asked_for",
    "checked_messages",
]
