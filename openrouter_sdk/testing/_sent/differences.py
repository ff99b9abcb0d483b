"""Two JSON values beside each other: where they differ, in words that name the place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .._json import is_list, is_object, path_text

_ABSENT = object()
_SHOWN = 80
_AROUND = 20


def differences(wanted: Any, found: Any, *, subset: bool = False) -> Iterator[str]:
    """Where ``found`` is not what is wanted, for example ``temperature: 0.7 is not 0``.

    Args:
        wanted: the value to compare with.
        found: the value that is looked at.
        subset: whether members that are not wanted may be there.
    """
    yield from _differ(wanted, found, [], subset)


def shortened(value: Any, around: int = 0) -> str:
    """A value as JSON, as much of it as fits on a line, with what stands at ``around``."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        text = repr(value)
    if len(text) <= _SHOWN:
        return text
    start = max(0, min(around - _AROUND, len(text) - _SHOWN))
    return f"{'...' if start else ''}{text[start : start + _SHOWN]}{'...' if start + _SHOWN < len(text) else ''}"


def _differ(wanted: Any, found: Any, path: list[str | int], subset: bool) -> Iterator[str]:
    if is_object(wanted) and is_object(found):
        names = wanted if subset else dict.fromkeys([*wanted, *found])
        for name in names:
            yield from _differ(wanted.get(name, _ABSENT), found.get(name, _ABSENT), [*path, name], subset)
    elif is_list(wanted) and is_list(found):
        for index in range(max(len(wanted), len(found))):
            left, right = (list_[index] if index < len(list_) else _ABSENT for list_ in (wanted, found))
            yield from _differ(left, right, [*path, index], subset)
    elif wanted is _ABSENT:
        yield f"{path_text(path)}: {shortened(found)} is too much"
    elif found is _ABSENT:
        yield f"{path_text(path)}: is missing, {shortened(wanted)} is wanted"
    elif not _same(wanted, found):
        place = _first_difference(wanted, found)
        yield f"{path_text(path)}: {shortened(found, place)} is not {shortened(wanted, place)}"


def _same(wanted: Any, found: Any) -> bool:
    """Whether two values are one in JSON, where true is no number."""
    return bool(wanted == found) and isinstance(wanted, bool) == isinstance(found, bool)


def _first_difference(wanted: Any, found: Any) -> int:
    if not isinstance(wanted, str) or not isinstance(found, str):
        return 0
    pairs = enumerate(zip(wanted, found, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(wanted), len(found)))
