"""Answers as values, and the bytes they are sent as.

Knows requests and JSON, no operation of the API and no server.
"""

from __future__ import annotations

from .values import Answer, ErrorReply, RawReply, Reply

__all__ = ["Answer", "ErrorReply", "RawReply", "Reply"]
