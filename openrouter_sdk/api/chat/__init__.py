# Code generated from openapi.yaml by `make generate`: do not edit.
"""Chat completions, whole or streamed."""

from __future__ import annotations

from .send import ChatSend

__all__ = ["Chat"]


class Chat(ChatSend):
    """`client.chat`. Chat completions, whole or streamed."""
