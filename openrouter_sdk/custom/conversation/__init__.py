"""Conversations with one model or several: `Chat` and `Call`, their streams, history, usage, files.

A turn that fails leaves a conversation as it was. Imports the client and all below.
"""

from __future__ import annotations

from ..answers import Usage
from .call import Call
from .chat import Chat
from .several import Answers
from .streams import ChatStream, ChatStreams
from .streams_async import ChatStreamAsync, ChatStreamsAsync

__all__ = [
    "Answers",
    "Call",
    "Chat",
    "ChatStream",
    "ChatStreamAsync",
    "ChatStreams",
    "ChatStreamsAsync",
    "Usage",
]
