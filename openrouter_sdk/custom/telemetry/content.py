"""Messages as the semantic conventions write them down: a role and parts. Only used where content is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from openrouter_sdk import CallEndEvent, CallStartEvent

from .attributes import Attributes, choices_of, is_many, is_mapping, plain

_LONGEST_DATA = 256
"""Characters of a data URL, or of coded sound, that are recorded: a trace is no place for pictures."""
_MODALITIES = {
    "image_url": "image",
    "input_audio": "audio",
    "video_url": "video",
    "input_video": "video",
    "file": "file",
}


def of_request(event: CallStartEvent) -> Attributes:
    """What is asked: the messages, and the tools that are offered."""
    found: Attributes = {}
    messages = event.body.get("messages")
    if is_many(messages):
        found["gen_ai.input.messages"] = as_json([_message(plain(message)) for message in messages])
    tools = event.body.get("tools")
    if is_many(tools):
        found["gen_ai.tool.definitions"] = as_json([plain(tool) for tool in tools])
    return found


def of_answer(event: CallEndEvent) -> Attributes:
    """What was answered, or what of it had come."""
    messages = [
        {**_message(plain(choice.message)), "finish_reason": choice.finish_reason or ""}
        for choice in choices_of(event)
        if getattr(choice, "message", None) is not None
    ]
    return {"gen_ai.output.messages": as_json(messages)} if messages else {}


def as_json(value: Any) -> str:
    """A value as the text of an attribute; what is not JSON is told by its type."""
    return json.dumps(value, ensure_ascii=False, default=lambda odd: f"<{type(odd).__name__}>")


def _message(message: Any) -> dict[str, Any]:
    if not is_mapping(message):
        return {"role": "", "parts": []}
    role = message.get("role") or ""
    if role == "tool":
        call = {"type": "tool_call_response", "id": message.get("tool_call_id"), "response": message.get("content")}
        return {"role": role, "parts": [call]}
    return {"role": role, "parts": list(_parts(message))}


def _parts(message: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if reasoning := message.get("reasoning"):
        yield {"type": "reasoning", "content": reasoning}
    content = message.get("content")
    for part in content if is_many(content) else [content]:
        if isinstance(part, str):
            if part:
                yield {"type": "text", "content": part}
        elif part is not None:
            yield _part(plain(part))
    calls = message.get("tool_calls")
    for call in calls if is_many(calls) else ():
        function = call.get("function") if is_mapping(call) else None
        if is_mapping(function):
            named = {"id": call.get("id"), "name": function.get("name"), "arguments": function.get("arguments")}
            yield {"type": "tool_call", **named}


def _part(part: Any) -> dict[str, Any]:
    if not is_mapping(part):
        return {"type": type(part).__name__}
    kind = str(part.get("type"))
    if kind == "text":
        return {"type": "text", "content": part.get("text")}
    inner = part.get(kind)
    if kind not in _MODALITIES or not is_mapping(inner):
        return {name: _shortened(value) for name, value in part.items()}
    uri = inner.get("url") or inner.get("file_data") or inner.get("data") or inner.get("file_id")
    return {"type": "uri", "modality": _MODALITIES[kind], "uri": _shortened(uri)}


def _shortened(value: Any) -> Any:
    """The value with long data cut: what was left out is told."""
    if isinstance(value, str) and len(value) > _LONGEST_DATA:
        return f"{value[:_LONGEST_DATA]}... ({len(value) - _LONGEST_DATA} more characters)"
    if is_mapping(value):
        return {name: _shortened(inner) for name, inner in value.items()}
    return [_shortened(inner) for inner in value] if is_many(value) else value
