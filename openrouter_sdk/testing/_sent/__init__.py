"""What the emulated server was sent: requests as values, and what tests say about them.

Knows JSON and text, no answer and no server.
"""

from __future__ import annotations

from .differences import differences, shortened
from .headers import HIDDEN, is_secret_name
from .request import BASE_PATH, Request, content_texts, prompt_texts, relative_path
from .requests import Requests, summary
from .wanted import CHAT_PATH, Pattern, Wanted, Where, refuse_conditions

__all__ = [
    "BASE_PATH",
    "CHAT_PATH",
    "HIDDEN",
    "Pattern",
    "Request",
    "Requests",
    "Wanted",
    "Where",
    "content_texts",
    "differences",
    "is_secret_name",
    "prompt_texts",
    "refuse_conditions",
    "relative_path",
    "shortened",
    "summary",
]
