"""An answer as it goes back to the model: whole, and without what providers refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

from openrouter_sdk.types import copy_json

from ..errors import is_list, is_object, is_too_deep, to_json_text

T = TypeVar("T")

REASONING_KEYS = ("reasoning", "reasoning_content", "reasoning_details")
_HELD = ("tool_calls", "images", "audio", "refusal")
_NOTHING_WHEN_EMPTY = frozenset((*REASONING_KEYS[:2], *_HELD, "annotations"))
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|-?Infinity|NaN', re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f]")


def answer_message(message: Mapping[str, Any]) -> dict[str, Any]:
    """An assistant message as it is sent back: complete, without the nulls and empty lists that only answers hold.

    An empty list of reasoning details stays: some models tell it from none.
    """
    kept = {
        key: copy_json(value)
        for key, value in message.items()
        if value is not None and (value or key not in _NOTHING_WHEN_EMPTY)
    }
    if is_list(kept.get("tool_calls")):
        kept["tool_calls"] = [sendable_call(call) for call in kept["tool_calls"]]
    content = kept.pop("content", None)
    if content is None and "tool_calls" not in kept:
        content = ""
    return sendable({"role": "assistant", "content": content, **{key: kept[key] for key in kept if key != "role"}})


def sendable(value: T) -> T:
    """JSON of a model or a tool as it can be sent: half a character becomes U+FFFD, a number without a form null.

    A conversation that kept them could never be sent again. What is no JSON stays, for its error names the place.
    """
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, RecursionError):
        return value
    except ValueError:
        text = to_json_text(value)
        halves = None if text is None else text.encode("utf-16", "surrogatepass")
        return (
            value if halves is None else json.loads(halves.decode("utf-16", "replace"), parse_constant=lambda _: None)
        )
    return value


def says_nothing(message: Mapping[str, Any]) -> bool:
    """Whether an assistant message holds nothing that providers take: they refuse empty ones."""
    content = message.get("content")
    blank = not content.strip() if isinstance(content, str) else not content
    return blank and not any(message.get(key) for key in (*_HELD, *REASONING_KEYS))


def sendable_call(call: Any) -> Any:
    """A call as it is sent back. Providers refuse arguments that are empty or null; broken ones stay as they came."""
    if not is_object(call):
        return call
    function = call.get("function")
    if is_object(function):
        arguments = object_text(function.get("arguments"))
        if arguments is not None and arguments != function.get("arguments"):
            function = {**function, "arguments": arguments}
        call = {**call, "function": function}
    return {**call, "type": call.get("type") or "function"}


def object_text(arguments: Any) -> str | None:
    """Arguments as the text of a JSON object: as they came where they are one, else as they can be read as one.

    Models write raw line breaks and tabs into strings, and numbers that JSON has no form for. None if that is not all.
    """
    if arguments is None or (isinstance(arguments, str) and arguments.strip() in ("", "null")):
        return "{}"
    text = to_json_text(arguments) if is_object(arguments) else arguments
    if not isinstance(text, str) or _holds_object(text):
        return text if isinstance(text, str) else None
    mended = _TOKENS.sub(_as_json, text)
    return mended if _holds_object(mended) else None


def _holds_object(text: str) -> bool:
    try:
        # Numbers stay text: Python refuses very long ones, which are JSON all the same.
        value = json.loads(text, parse_constant=_refuse, parse_int=str)
        return is_object(value) and not is_too_deep(text, value)
    except (ValueError, RecursionError):
        return False


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _as_json(token: re.Match[str]) -> str:
    text = token[0]
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if text.startswith('"') else "null"
