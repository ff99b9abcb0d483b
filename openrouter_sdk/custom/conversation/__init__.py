"""Conversations with one model or several: `Chat` and `Call`, their streams, history, usage, files.

A turn that fails leaves a conversation as it was. Imports the client and all below.
"""

from __future__ import annotations

from .chat import Answers, Call, Chat, ChatStream, ChatStreamAsync, ChatStreams, ChatStreamsAsync, Usage

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
