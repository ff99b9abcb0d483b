"""An answer as a step of a run: which calls it holds, and how it goes back to the model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.types import Model

from ..answers import answer_message, first_choice, object_text, says_nothing, sendable, sendable_call
from ..errors import ResponseValidationError, as_list, as_object, is_object, to_json_text
from .steps import ToolCall, ToolResult

_CUT_OFF = {"length", "max_tokens", "max_output_tokens", "model_length", "model_context_window_exceeded"}
_FILTERED = {"content_filter", "safety", "refusal", "prohibited_content", "recitation", "blocklist", "spii"}
_UNNAMED = "unnamed"


def unfit_to_run(answer: models.ChatResult) -> str | None:
    """Why nothing of an answer may be run: "length", "content_filter" or "error"; None when it may.

    The provider's own word counts where there are calls: a cut-off turn is at times said to end with "tool_calls".
    """
    reason = answer.finish_reason
    if reason in ("length", "content_filter", "error"):
        return reason
    native: Any = getattr(first_choice(answer), "native_finish_reason", None)
    if not answer.tool_calls or not isinstance(native, str):
        return None
    word = native.lower()
    return "length" if word in _CUT_OFF else "content_filter" if word in _FILTERED else None


def calls_of(answer: models.ChatResult, taken: Iterable[str], step: int) -> list[ToolCall]:
    """The calls of an answer; one whose arguments cannot be read has its result already."""
    seen = set(taken)
    calls: list[ToolCall] = []
    for index, wire in enumerate(_wire_calls(answer)):
        holder = _holder(wire)
        name, raw, given = holder.get("name"), holder.get("arguments"), wire.get("id")
        call_id = given if isinstance(given, str) and given and given not in seen else f"call_{step}_{index + 1}"
        while call_id in seen:
            call_id += "_"
        seen.add(call_id)
        text = raw if isinstance(raw, str) else "" if raw is None else to_json_text(raw) or ""
        call = ToolCall(call_id, name if isinstance(name, str) and name else _UNNAMED, {}, text)
        try:
            call.arguments = _arguments(wire)
        except ValueError as error:
            call.settle(ToolResult(f"Error: {error}", "bad_json"))
        calls.append(call)
    return calls


def _holder(wire: dict[str, Any]) -> dict[str, Any]:
    """What holds name and arguments: `function`, or `custom` in calls of that type."""
    return as_object(wire.get("custom" if _is_custom(wire) else "function"))


def _is_custom(wire: dict[str, Any]) -> bool:
    return wire.get("type") == "custom" and is_object(wire.get("custom"))


def _arguments(wire: dict[str, Any]) -> dict[str, Any]:
    """The arguments as they are sent back.

    Raises:
        ValueError: They are no JSON object, or hold a number that no program can.
    """
    text = object_text(_holder(wire).get("arguments"))
    if text is None:
        try:
            return models.ChatToolCall.from_dict(wire).parsed_arguments
        except ResponseValidationError as error:
            raise ValueError(error.message) from None
    try:
        found = json.loads(text)
        json.dumps(found, allow_nan=False)
    except ValueError as error:
        raise ValueError(f"the arguments cannot be read: {error}") from None
    return as_object(found)


def ids_in(messages: Iterable[Mapping[str, Any]]) -> set[str]:
    """The ids of all calls in a conversation."""
    calls = (call for message in messages for call in as_list(message.get("tool_calls")))
    return {call["id"] for call in calls if is_object(call) and isinstance(call.get("id"), str)}


def message_of(answer: models.ChatResult, calls: Sequence[ToolCall]) -> dict[str, Any] | None:
    """The answer as it goes back, with these calls and no others; None when it holds nothing then.

    All of it goes back as it came, reasoning and signatures included. Ids are made unique, and arguments that are no
    JSON object, for which providers refuse the whole conversation, become `{}`: the result says what was wrong.
    """
    message = {key: value for key, value in answer.message.to_dict().items() if key != "tool_calls"}
    if calls:
        message["tool_calls"] = [_sendable(wire, call) for wire, call in zip(_wire_calls(answer), calls, strict=True)]
    kept = answer_message(message)
    return None if says_nothing(kept) else kept


def _sendable(wire: dict[str, Any], call: ToolCall) -> dict[str, Any]:
    if _is_custom(wire):
        return {**wire, "id": call.id}
    broken = call.result is not None and call.result.error_kind == "bad_json"
    function = {**as_object(wire.get("function")), "name": call.name}
    if broken:
        function["arguments"] = "{}"
    sendable: dict[str, Any] = sendable_call({**wire, "id": call.id, "function": function})
    return sendable


def _wire_calls(answer: models.ChatResult) -> list[dict[str, Any]]:
    # the wire may hold anything in their place
    found: list[Any] = list(answer.tool_calls)
    plain = (call.to_dict() if isinstance(call, Model) else call for call in found)
    return [sendable(call) for call in plain if is_object(call)]
