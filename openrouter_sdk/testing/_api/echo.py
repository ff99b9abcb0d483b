"""The answer to an unscripted request: what the user said, in the form the request asks for. Nothing is random."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from .._answers.generation import CREATED
from .._answers.message import split_words
from .._answers.values import Pace, Reply, ToolCall
from .._json import is_list, is_object
from .._sent import content_texts
from .instance import smallest_instance
from .media import tiny_png_url, tiny_wav

NO_MESSAGE = "Hello! There was no message to repeat."
REASONING = "The user wants to hear the message again."
_CALL_LINE = re.compile(r"^[ \t]*call[ \t]+([\w.:/-]+)[ \t]*(\{.*\})?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_AUDIO_LIFE_S = 3600


def echo(body: Mapping[str, Any], *, delay: float = 0.0) -> Reply:
    """The answer to a valid request body; ``delay`` is the pause between events in seconds."""
    messages = [message for message in body.get("messages") or () if is_object(message)]
    calls = _wanted_calls(body, messages)
    pace = Pace(event_delay=delay)
    if calls:
        return Reply(None, calls, reasoning_details=_reasoning(body), pace=pace)
    spoken = _formatted(body.get("response_format"), _answer_text(messages))
    wanted = body.get("n")
    count = wanted if isinstance(wanted, int) and wanted > 1 else 1
    marked = "response_format" not in body
    choices = [_choice(body, f"{spoken} [{index}]" if index and marked else spoken) for index in range(count)]
    return Reply(choices=choices, pace=pace)


def _choice(body: Mapping[str, Any], text: str) -> Reply:
    text, reason = _limited(body, text)
    modalities = body.get("modalities") or ()
    spoken = "audio" in modalities
    return Reply(
        "" if spoken else text,
        reasoning_details=_reasoning(body),
        images=[tiny_png_url()] if "image" in modalities else (),
        audio=_audio(text) if spoken else None,
        finish_reason=reason,
    )


def _answer_text(messages: list[dict[str, Any]]) -> str:
    results = [*takewhile(lambda message: message.get("role") == "tool", reversed(messages))]
    if results:
        quoted = (" ".join(content_texts(result.get("content"))) for result in reversed(results))
        return "\n".join(f"The tool returned: {text}" for text in quoted)
    return _last_said(messages) if messages else NO_MESSAGE


def _last_said(messages: list[dict[str, Any]]) -> str:
    said = next((message for message in reversed(messages) if message.get("role") == "user"), messages[-1])
    text = "\n".join(content_texts(said.get("content")))
    return text or " ".join(_part_kinds(said.get("content"))) or NO_MESSAGE


def _part_kinds(content: Any) -> Iterable[str]:
    for part in content if is_list(content) else ():
        yield f"[{part.get('type')}]" if is_object(part) else "[part]"


def _limited(body: Mapping[str, Any], text: str) -> tuple[str, str]:
    """``text`` up to the first stop text and at most as many words as tokens are allowed, and the finish reason."""
    stop = body.get("stop") or ()
    for mark in [stop] if isinstance(stop, str) else stop:
        text = text.split(mark, 1)[0] if isinstance(mark, str) and mark else text
    limit = body.get("max_completion_tokens") or body.get("max_tokens")
    words = split_words(text)
    if isinstance(limit, int) and len(words) > limit:
        return "".join(words[:limit]), "length"
    return text, "stop"


def _formatted(response_format: Any, text: str) -> str:
    kind = response_format.get("type") if is_object(response_format) else None
    if kind == "json_object":
        return json.dumps({"echo": text}, ensure_ascii=False)
    if kind == "json_schema":
        described = response_format.get("json_schema")
        schema = described.get("schema") if is_object(described) else None
        return json.dumps(smallest_instance(schema), ensure_ascii=False)
    return text


def _reasoning(body: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """One signed record of thinking, when the request asks for it and does not hide it."""
    options = body.get("reasoning")
    effort = body.get("reasoning_effort")
    wanted = is_object(options) or body.get("include_reasoning") is True or effort not in (None, "none")
    if is_object(options):
        off = options.get("effort") == "none" or options.get("enabled") is False or options.get("exclude") is True
        wanted = wanted and not off
    if not wanted or body.get("include_reasoning") is False:
        return None
    signature = base64.b64encode(b"emulated").decode()
    record = {"type": "reasoning.text", "text": REASONING, "signature": signature}
    return [{**record, "format": "anthropic-claude-v1", "index": 0}]


def _audio(text: str) -> dict[str, Any]:
    return {"id": "audio_0001", "transcript": text, "data": tiny_wav(), "expires_at": CREATED + _AUDIO_LIFE_S}


def _wanted_calls(body: Mapping[str, Any], messages: list[dict[str, Any]]) -> list[ToolCall]:
    """The calls the message asks for by name; without any, the one that ``tool_choice`` requires."""
    functions = dict(_functions(body.get("tools")))
    choice = body.get("tool_choice")
    if not functions or choice == "none" or not messages or messages[-1].get("role") == "tool":
        return []
    asked: list[ToolCall] = [
        (name, arguments or "{}") for name, arguments in _CALL_LINE.findall(_last_said(messages)) if name in functions
    ]
    if asked:
        return asked if body.get("parallel_tool_calls") is not False else asked[:1]
    required = _required_name(choice, functions)
    return [(required, smallest_instance(functions[required]))] if required else []


def _required_name(choice: Any, functions: Mapping[str, Any]) -> str | None:
    if is_object(choice):
        function = choice.get("function")
        name = function.get("name") if is_object(function) else None
        return name if name in functions else None
    return next(iter(functions)) if choice in ("required", "any") else None


def _functions(tools: Any) -> Iterable[tuple[str, Any]]:
    for tool in tools if is_list(tools) else ():
        function = tool.get("function") if is_object(tool) else None
        if is_object(function) and isinstance(function.get("name"), str):
            yield function["name"], function.get("parameters") or {}
