"""Tool-call deltas into tool calls."""

from __future__ import annotations

import hashlib
from typing import Any

from ..errors import is_object, to_json_text
from .merging import as_index, as_text, copy_json, joined, keep_latest


class _Call:
    """One call in the making."""

    def __init__(self, index: int | None) -> None:
        self.index = index
        self.id = ""
        self.type = ""
        self._names: list[str] = []
        self.arguments: list[str] = []
        self.last_arguments = ""
        self.has_function = False
        self.rest: dict[str, Any] = {}
        self.function_rest: dict[str, Any] = {}

    @property
    def name(self) -> str:
        return joined(self._names)

    def add(self, entry: dict[str, Any]) -> None:
        for key, value in entry.items():
            if key == "function":
                self._add_function(value)
            elif key == "id":
                self.id = self.id or as_text(value)
            elif key == "type":
                self.type = self.type or as_text(value)
            elif key != "index":
                keep_latest(self.rest, key, value)

    def _add_function(self, function: Any) -> None:
        if not is_object(function):
            return
        self.has_function = True
        for key, value in function.items():
            if key == "arguments":
                self._add_arguments(_arguments_text(value))
            elif key == "name":
                self._add_name(as_text(value))
            else:
                keep_latest(self.function_rest, key, value)

    def _add_name(self, piece: str) -> None:
        # Most providers say a name once or repeat it on every fragment; some send it in pieces.
        if piece and piece != self.name:
            self._names.append(piece)

    def _add_arguments(self, piece: str) -> None:
        self.arguments.append(piece)
        if not piece.isspace():
            self.last_arguments = piece or self.last_arguments

    def says_something(self) -> bool:
        return bool(self.id or self.name or self.rest or self.function_rest or joined(self.arguments))

    def is_complete_before(self, name: str, function: Any) -> bool:
        """Whether a fragment with this name, but without index and id, begins another call."""
        if not name or not self.name:
            return False
        if name != self.name:
            return True
        # The name may be repeated on every fragment; yet after a closed object no text can continue with another.
        following = _arguments_text(function.get("arguments")).lstrip()
        return following.startswith("{") and self.last_arguments.rstrip().endswith("}")


class ToolCalls:
    """The tool calls of one choice.

    Fragments belong to the call with the same index. The first non-empty `id` and `type` of a call win. `arguments` are
    appended, null and absent ones being empty, and an object in place of text is written as JSON; so is the `name`,
    unless it repeats the name so far. Of any other key the last value wins. A different id under an index that is in
    use begins another call, because some providers send several whole calls under index 0. Without an index the id
    decides, and without an id the fragment continues the call that came last, unless it evidently begins another one.

    Arguments stay raw text, so that a call that was cut off can be told from a finished one: a call is finished when
    its choice has a finish reason.
    """

    def __init__(self) -> None:
        self._calls: list[_Call] = []
        self._by_index: dict[int, _Call] = {}
        self._by_id: dict[str, _Call] = {}
        self._by_index_and_id: dict[tuple[int, str], _Call] = {}
        self._open: _Call | None = None

    def add(self, entries: list[Any]) -> None:
        """Take the `tool_calls` of one delta."""
        for entry in entries:
            if is_object(entry):
                call = self._find(entry)
                call.add(entry)
                self._register(call)

    def result(self, seed: str) -> list[dict[str, Any]]:
        """The calls in the order of their first fragments, as a non-streamed answer has them.

        `index` is the position in the list. A call that came without an id gets one made from `seed`, the same
        whenever it is asked for.
        """
        calls = [call for call in self._calls if call.says_something()]
        return [_as_dict(call, position, seed) for position, call in enumerate(calls)]

    def _register(self, call: _Call) -> None:
        self._open = call
        if call.id:
            self._by_id[call.id] = call
        if call.index is not None:
            self._by_index[call.index] = call
            if call.id:
                self._by_index_and_id[call.index, call.id] = call

    def _find(self, entry: dict[str, Any]) -> _Call:
        index, call_id = as_index(entry.get("index")), as_text(entry.get("id"))
        function = entry.get("function")
        name = as_text(function.get("name")) if is_object(function) else ""
        call = self._without_index(call_id, name, function) if index is None else self._with_index(index, call_id, name)
        if call is None:
            call = _Call(index)
            self._calls.append(call)
        elif call.index is None:
            call.index = index
        return call

    def _with_index(self, index: int, call_id: str, name: str) -> _Call | None:
        call = self._by_index.get(index)
        if call is not None:
            if not call_id or not call.id or call.id == call_id:
                return call
            return self._by_index_and_id.get((index, call_id))
        # The first fragments of the call may have come without their index.
        call = self._by_id.get(call_id) if call_id else self._open
        if call is not None and call.index is None and (call_id or not name):
            return call
        return None

    def _without_index(self, call_id: str, name: str, function: Any) -> _Call | None:
        call = self._open
        if not call_id:
            return None if call is None or call.is_complete_before(name, function) else call
        known = self._by_id.get(call_id)
        if known is not None:
            return known
        if call is None or call.id or (name and call.name):
            return None
        return call


def _arguments_text(arguments: Any) -> str:
    if isinstance(arguments, str):
        return arguments
    return "" if arguments is None else to_json_text(arguments) or ""


def _as_dict(call: _Call, position: int, seed: str) -> dict[str, Any]:
    made: dict[str, Any] = {"index": position, "id": call.id or _made_id(seed, position)}
    made["type"] = call.type or "function"
    if call.has_function or made["type"] == "function":
        function = {"name": call.name, "arguments": joined(call.arguments)}
        made["function"] = {**function, **copy_json(call.function_rest)}
    return {**made, **copy_json(call.rest)}


def _made_id(seed: str, position: int) -> str:
    # Providers bound the length of an id, and ids of one conversation must differ: hence a digest of the answer's id.
    digest = hashlib.sha256(f"{seed}/{position}".encode(errors="replace")).hexdigest()
    return f"call_{digest[:24]}"
