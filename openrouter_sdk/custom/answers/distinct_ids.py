"""Ids that appear once in a request: providers reuse them from one answer to the next, and refuse to see them twice."""

from __future__ import annotations

from typing import Any

from ..errors import as_list, identity, is_object


class DistinctIds:
    """Walks through the messages of one request, from the first to the last.

    An id of a tool call or of a reasoning record that an earlier message used gets a number behind it, in the results
    of that call as well. A record that is the same as an earlier one in everything is left out. What is done to a
    message depends on those before it alone.
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._records: set[Any] = set()
        self._renamed: dict[str, str] = {}

    def distinct(self, message: dict[str, Any]) -> dict[str, Any]:
        """The message itself, or a changed copy."""
        if message.get("role") == "tool":
            renamed = self._renamed.get(str(message.get("tool_call_id")))
            return message if renamed is None else {**message, "tool_call_id": renamed}
        if message.get("role") != "assistant":
            return message
        return self._answer(message)

    def _answer(self, message: dict[str, Any]) -> dict[str, Any]:
        records = [record for record in as_list(message.get("reasoning_details")) if _id_of(record)]
        again = {id(record) for record in records if identity(record) in self._records}
        self._records.update(identity(record) for record in records)
        used = [*records, *as_list(message.get("tool_calls"))]
        ids = dict.fromkeys(found for value in used if id(value) not in again and (found := _id_of(value)))
        self._renamed = {}
        for old in ids:
            if old in self._seen:
                self._renamed[old] = self._fresh(old)
            self._seen.add(self._renamed.get(old, old))
        if not again and not self._renamed:
            return message
        changed = dict(message)
        for key in ("reasoning_details", "tool_calls"):
            if key in message:
                kept = [value for value in as_list(message[key]) if id(value) not in again]
                changed[key] = [self._with_new_id(value) for value in kept]
        return changed

    def _fresh(self, old: str) -> str:
        number = 2
        while f"{old}_{number}" in self._seen:
            number += 1
        return f"{old}_{number}"

    def _with_new_id(self, value: Any) -> Any:
        renamed = self._renamed.get(_id_of(value))
        return value if renamed is None else {**value, "id": renamed}


def _id_of(value: Any) -> str:
    found = value.get("id") if is_object(value) else None
    return found if isinstance(found, str) else ""
