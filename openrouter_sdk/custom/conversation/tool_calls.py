"""Tool calls of a conversation and their results.

Providers refuse a call without its result right behind it, a result without its call, and arguments that are no JSON
object; and refuse them again with every later turn, for the messages stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..answers import object_text, sendable_call
from ..errors import ArgumentError, as_list, as_object, bounded, is_object

_ANSWERED_HERE = (None, "", "function", "custom")
"""Types of calls that wait for the caller."""
_SHOWN_CHARS = 100


@dataclass(slots=True)
class _Round:
    """A message with the calls in it, and the ids of the results right behind it."""

    start: int
    calls: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    results: list[str] = field(default_factory=list[str])

    @property
    def end(self) -> int:
        """Where the next message stands, or will stand."""
        return self.start + 1 + len(self.results)

    def open(self) -> list[dict[str, Any]]:
        """The calls that wait for a result. One with broken arguments need not have any: nobody can run it."""
        waiting = [call for call in self.unanswered() if call.get("type") in _ANSWERED_HERE]
        return [call for call in waiting if not _is_broken(call)]

    def unanswered(self) -> list[dict[str, Any]]:
        """The calls without a result."""
        return [call for call in self.calls if _id_of(call) not in self.results]

    def stray(self) -> list[str]:
        """Results of calls that are not here."""
        known = {_id_of(call) for call in self.calls}
        return [result for result in self.results if result not in known]


def _rounds(messages: Sequence[Mapping[str, Any]]) -> Iterator[_Round]:
    current = _Round(-1)
    for position, message in enumerate(messages):
        if message.get("role") == "tool":
            found = message.get("tool_call_id")
            current.results.append(found if isinstance(found, str) else "")
            continue
        yield current
        called = as_list(message.get("tool_calls")) if message.get("role") == "assistant" else []
        current = _Round(position, [call for call in called if is_object(call)])
    yield current


def refuse_open_calls(messages: Sequence[Mapping[str, Any]], model: str) -> None:
    """Raise for what every provider would refuse.

    Raises:
        ArgumentError: A tool call has no result right behind it, or a result has no call.
    """
    for found in _rounds(messages):
        calls = ", ".join(f"{_id_of(call)!r} ({_name_of(call)})" for call in found.open())
        if stray := ", ".join(map(repr, found.stray())):
            raise ArgumentError(
                f"no tool call before it has the tool_call_id {stray}, in the conversation with {model!r}; "
                + (f"open are {calls}" if calls else "none is open there")
            )
        if calls:
            raise ArgumentError(
                f"tool calls without a result, in the conversation with {model!r}: {calls}. Answer each with a message "
                "of role 'tool' and its tool_call_id, before anything else; or call skip_tools() on the Chat"
            )


def skipped_calls(messages: Sequence[Mapping[str, Any]], content: str) -> list[tuple[int, dict[str, Any]]]:
    """A result for every open call, each with the place where it goes; the last first, so that places stay true."""
    return [
        (found.end, {"role": "tool", "tool_call_id": _id_of(call), "content": content})
        for found in reversed(list(_rounds(messages)))
        for call in reversed(found.open())
    ]


def last_calls(messages: Sequence[Mapping[str, Any]]) -> set[str]:
    """The ids of calls that the next messages may answer."""
    *_, last = _rounds(messages)
    return {_id_of(call) for call in last.unanswered()}


def are_sound(calls: Any) -> bool:
    """Whether tool calls may be sent as they are."""
    return all(sendable_call(call) == call and not _is_broken(call) for call in as_list(calls) if is_object(call))


def sound_calls(messages: Sequence[dict[str, Any]], *, waits: bool = False) -> list[dict[str, Any]]:
    """The messages, in which all arguments are JSON objects.

    A call with broken arguments has `{}` in their place; where nobody answered it, it is left out.

    Args:
        messages: The conversation; it is not changed.
        waits: Whether the last calls may still be answered.
    """
    sound = list(messages)
    for found in _rounds(messages):
        if not are_sound(found.calls):
            still_open = waits and found.end == len(messages)
            sound[found.start] = _repaired(messages[found.start], None if still_open else found.results)
    return sound


def _repaired(message: dict[str, Any], answered: list[str] | None) -> dict[str, Any]:
    calls: list[Any] = []
    for call in as_list(message["tool_calls"]):
        if not is_object(call) or not _is_broken(call):
            calls.append(sendable_call(call))
        elif answered is None or _id_of(call) in answered:
            calls.append({**call, "function": {**call["function"], "arguments": "{}"}})
    if calls:
        return {**message, "tool_calls": calls}
    rest = {key: value for key, value in message.items() if key != "tool_calls"}
    return {**rest, "content": "" if rest.get("content") is None else rest["content"]}


def _is_broken(call: Mapping[str, Any]) -> bool:
    function = call.get("function")
    return is_object(function) and object_text(function.get("arguments")) is None


def _id_of(call: Mapping[str, Any]) -> str:
    found = call.get("id")
    return found if isinstance(found, str) else ""


def _name_of(call: Mapping[str, Any]) -> str:
    kind = "custom" if call.get("type") == "custom" else "function"
    return bounded(str(as_object(call.get(kind)).get("name") or "?"), _SHOWN_CHARS)
