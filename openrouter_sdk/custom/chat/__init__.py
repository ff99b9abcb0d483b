"""`client.chat`: the generated signature, and under it one call from arguments to answer. Imports engine and stream."""

from __future__ import annotations

from .namespace import ChatNamespace, NeverCopied

__all__ = [
    "ChatNamespace",
    "NeverCopied",
]
