"""The query of a request, read as the contract describes its parameters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from .contract import Operation


def _number(text: str) -> int | float | str:
    try:
        number = float(text)
    except ValueError:
        return text
    return text if not math.isfinite(number) else int(number) if number.is_integer() else number


_READERS: Mapping[str, Callable[[str], Any]] = {
    "integer": _number,
    "number": _number,
    "boolean": lambda text: {"true": True, "false": False}.get(text, text),
    "array": lambda text: text.split(","),
}


def read_query(operation: Operation, text: str) -> tuple[dict[str, Any], str | None]:
    """The values of the parameters that the operation knows, and what is wrong with the first bad one."""
    given = dict(parse_qsl(text, keep_blank_values=True))
    values: dict[str, Any] = {}
    for parameter in operation.query_parameters:
        name = parameter["name"]
        if name not in given:
            if parameter.get("required"):
                return values, f"{name}: is required"
            continue
        reader = _READERS.get(parameter["schema"].get("type", ""), str)
        values[name] = reader(given[name])
        fault = next(iter(operation.query_validator(name).iter_errors(values[name])), None)
        if fault is not None:
            return values, f"{name}: {fault.message}"
    return values, None
