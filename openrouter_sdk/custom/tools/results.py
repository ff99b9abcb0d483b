"""What a call came to, as the model is told: results, and errors that it can correct."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openrouter_sdk.types import Model

from ..content import Media, image, text
from ..errors import bounded, mask_secrets
from .context import StopRun, ToolError
from .steps import ToolResult

MAX_ERROR_CHARS = 600
"""Longest error of a tool, in characters; a `ToolError` is told whole."""
_PARTS = ("text", "image_url", "input_audio", "video_url", "input_video", "file")


def returned(value: Any, duration_s: float = 0.0) -> ToolResult:
    """What a tool returned: text as it is, content parts as parts, a whole result, everything else as JSON."""
    if isinstance(value, ToolResult):
        return replace(value, duration_s=duration_s)
    return ToolResult(content_of(value), duration_s=duration_s, value=value)


def raised(error: BaseException, duration_s: float = 0.0) -> ToolResult:
    """What a tool raised: for the model the type and a bounded, masked message, never a traceback."""
    if isinstance(error, StopRun):
        return ToolResult(content_of(error.value), duration_s=duration_s, stops=True, value=error.value)
    if isinstance(error, ToolError):
        return ToolResult(f"Error: {error}", "tool_error", duration_s, error=error)
    what = bounded(mask_secrets(str(error)), MAX_ERROR_CHARS)
    told = f"Error: {type(error).__name__}: {what}" if what else f"Error: {type(error).__name__}"
    return ToolResult(told, "raised", duration_s, error=error)


def content_of(value: Any) -> str | list[dict[str, Any]]:
    """A value as the content of a message."""
    if isinstance(value, str):
        return value
    given = value
    items: list[Any] = list(given) if isinstance(value, (list, tuple)) else [given]
    if any(map(_is_part, items)) and all(_is_part(item) or isinstance(item, str) for item in items):
        return [_part(item) for item in items]
    from ..schema import to_json  # lazy: needs the extra `tools`, which functions need as well

    return to_json(given.to_dict() if isinstance(value, Model) else given)


def _is_part(item: Any) -> bool:
    return isinstance(item, Media) or (isinstance(item, Model) and item.to_dict().get("type") in _PARTS)


def _part(item: Any) -> dict[str, Any]:
    if isinstance(item, Media):
        item = image(item)
    elif isinstance(item, str):
        item = text(item)
    part: dict[str, Any] = item.to_dict()
    return part


def outcome(value: Any, error: BaseException | None) -> ToolResult:
    """What a tool returned or, if there is an error, raised."""
    if error is not None:
        return raised(error)
    try:
        return returned(value)
    except Exception as fault:  # noqa: BLE001 - what has no JSON is an error of the tool
        return raised(fault)


def overdue(limit_s: float) -> ToolResult:
    """The result of a call that took too long."""
    return ToolResult(f"Error: the tool took longer than {limit_s:g} s", "timeout", limit_s)
