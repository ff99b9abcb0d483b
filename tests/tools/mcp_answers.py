"""What the tools of an MCP server answer."""

from __future__ import annotations

from typing import Any

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"city": {"type": ["string", "null"], "default": None, "enum": ["Rome", None], "x-shown": True}},
    "required": ["city"],
    "additionalProperties": False,
}


def text(words: str) -> dict[str, Any]:
    """A block of text."""
    return {"type": "text", "text": words}


ANSWERS: dict[str, dict[str, Any]] = {
    "weather": {"content": [text("rain"), text("and wind")]},
    "look": {"content": [text("a pixel"), {"type": "image", "data": PIXEL, "mimeType": "image/png"}]},
    "measure": {"content": [], "structuredContent": {"degrees": 7, "wind": None}},
    "fail": {"content": [text("no such city")], "isError": True},
    "read.file": {"content": [{"type": "resource", "resource": {"uri": "file:///a.txt", "text": "inside"}}]},
}
"""What plain tools answer."""
ACTING = ("wait", "count", "grow", "die")
