"""The plain way to merge tool calls and reasoning details, for `reference_accumulator`."""

from __future__ import annotations

import json
from typing import Any

Json = Any


def tool_calls(fragments: list[Json]) -> list[Json]:
    groups: list[list[Json]] = []
    used: list[list[Json]] = []
    for fragment in fragments:
        group = _group_of(fragment, used)
        if group is None:
            group = []
            groups.append(group)
        group.append(fragment)
        used = [group, *(other for other in used if other is not group)]
    calls = []
    for group in groups:
        functions = [f["function"] for f in group if isinstance(f.get("function"), dict)]
        arguments = "".join(_arguments(function) for function in functions)
        rest = last_of_each([kv for f in group for kv in f.items() if kv[0] not in {"index", "id", "type", "function"}])
        more = last_of_each([kv for f in functions for kv in f.items() if kv[0] not in {"name", "arguments"}])
        name = _name(group)
        if not (_id(group) or name or arguments or rest or more):
            continue
        kind = _first_text([fragment.get("type") for fragment in group]) or "function"
        call = {"index": len(calls), "id": _id(group) or "*", "type": kind}
        if functions or kind == "function":
            call["function"] = {"name": name, "arguments": arguments, **more}
        calls.append({**call, **rest})
    return calls


def _group_of(fragment: Json, used: list[list[Json]]) -> list[Json] | None:
    """The group that a fragment belongs to, out of those so far, the latest used first; None for a new one."""
    number, own, name = whole_number(fragment.get("index"), None), _id([fragment]), _name([fragment])
    current = used[0] if used else None
    namesakes = [group for group in used if own and _id(group) == own]
    if number is not None:
        there = [group for group in used if _index(group) == number]
        if there and (not own or _id(there[0]) in {"", own}):
            return there[0]
        if there:
            return next((group for group in there if group in namesakes), None)
        candidate = (namesakes[0] if namesakes else None) if own else (None if name else current)
        return candidate if candidate is not None and _index(candidate) is None else None
    if namesakes:
        return namesakes[0]
    if current is None:
        return None
    if own:
        return None if _id(current) or (name and _name(current)) else current
    return None if _begins_another(fragment, current) else current


def _begins_another(fragment: Json, current: list[Json]) -> bool:
    name = _name([fragment])
    if not name or not _name(current):
        return False
    if name != _name(current):
        return True
    pieces = [_arguments(f["function"]) for f in current if isinstance(f.get("function"), dict)]
    before = [piece for piece in pieces if piece.strip()]
    return (
        bool(before) and before[-1].rstrip().endswith("}") and _arguments(fragment["function"]).lstrip().startswith("{")
    )


def reasoning_details(fragments: list[Json]) -> list[Json]:
    groups: list[list[Json]] = []
    for fragment in fragments:
        kind, number = _first_text([fragment.get("type")]), whole_number(fragment.get("index"), None)
        found: list[Json] | None = None
        if number is None:
            last = groups[-1] if groups else None
            if last is not None and whole_number(last[0].get("index"), None) is None and kind in ("", _kind(last)):
                found = last if _fits(fragment, last) else None
        else:
            there = [group for group in groups if whole_number(group[0].get("index"), None) == number]
            there = [group for group in there if kind in ("", _kind(group))]
            if there and _fits(fragment, there[-1]):
                found = there[-1]
            else:
                own = _first_text([fragment.get("id"), fragment.get("tool_call_id")])
                found = next((g for g in there if own and _kind(g) == kind and _latest_id(g) == own), None)
        if found is None:
            found = []
            groups.append(found)
        found.append(fragment)
    return [_detail(group) for group in groups]


def _detail(group: list[Json]) -> Json:
    detail = last_of_each([pair for fragment in group for pair in fragment.items()])
    for key in ("text", "summary"):
        pieces = [fragment[key] for fragment in group if isinstance(fragment.get(key), str)]
        if pieces:
            detail[key] = "".join(pieces)
    return detail


def _fits(fragment: Json, group: list[Json]) -> bool:
    own, theirs = _first_text([fragment.get("id"), fragment.get("tool_call_id")]), _latest_id(group)
    return not own or not theirs or own == theirs or _kind(group) in ("reasoning.text", "reasoning.summary")


def _kind(group: list[Json]) -> str:
    return _first_text([group[0].get("type")])


def _latest_id(group: list[Json]) -> str:
    whole = last_of_each([pair for fragment in group for pair in fragment.items()])
    return _first_text([whole.get("id"), whole.get("tool_call_id")])


def last_of_each(pairs: list[tuple[str, Json]], first: tuple[str, ...] = ()) -> dict[str, Json]:
    """Of each key the last value that says something, else the first empty one, else null."""
    result = {}
    for key in dict.fromkeys(key for key, _ in pairs):
        values = [value for name, value in pairs if name == key]
        truthy = [value for value in values if value]
        telling = [value for value in values if value not in (None, "", [], {})]
        if key in first and truthy:
            result[key] = truthy[0]
        else:
            result[key] = telling[-1] if telling else next((value for value in values if value is not None), None)
    return result


def _arguments(function: Json) -> str:
    value = function.get("arguments")
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _id(group: list[Json]) -> str:
    return _first_text([fragment.get("id") for fragment in group])


def _name(group: list[Json]) -> str:
    whole = ""
    for fragment in group:
        piece = fragment["function"].get("name") if isinstance(fragment.get("function"), dict) else None
        if isinstance(piece, str) and piece != whole:
            whole = (whole + piece).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return whole


def _index(group: list[Json]) -> int | None:
    return next((n for n in (whole_number(f.get("index"), None) for f in group) if n is not None), None)


def _first_text(values: list[Json]) -> str:
    return next((value for value in values if isinstance(value, str) and value), "")


def listed(value: Json) -> list[Json]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, dict) else []


def whole_number(value: Json, default: Any) -> Any:
    return value if type(value) is int else default
