"""What is wrong with a request body, in a sentence that names the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError

from .._json import is_object, path_text
from .contract import Operation

_MESSAGE_LIMIT = 300
_REMEMBERED_BODIES = 512
_REMEMBERED_SIZE = 16_384
_DRAFTS = (Draft202012Validator, Draft7Validator)
"""The JSON Schemas that are written today; one fits the schema of an answer or a tool."""

_good_bodies: set[tuple[str, bytes]] = set()


def body_fault(operation: Operation, raw: bytes, body: Any) -> str | None:
    """The first fault of a request body, for example ``messages[0].role: is required``; None when it fits.

    Bodies that were good are remembered: a benchmark sends the same one a thousand times.
    """
    if (operation.id, raw) in _good_bodies:
        return None
    error = next(iter(operation.body_validator.iter_errors(body)), None)
    if error is not None:
        return describe(error)
    for path, schema in _schemas(body):
        fault = _schema_fault(schema)
        if fault is not None:
            return f"{path_text([*path, *fault.absolute_path])}: {fault.message[:_MESSAGE_LIMIT]}"
    if len(raw) <= _REMEMBERED_SIZE and len(_good_bodies) < _REMEMBERED_BODIES:
        _good_bodies.add((operation.id, raw))
    return None


def _schemas(body: Any) -> Iterator[tuple[list[str | int], Any]]:
    """Where a body that fits the contract may hold a JSON Schema, and what is there."""
    form = _member(_member(body, "response_format"), "json_schema")
    yield ["response_format", "json_schema", "schema"], _member(form, "schema")
    for index, tool in enumerate(body.get("tools") or ()):
        yield ["tools", index, "function", "parameters"], _member(_member(tool, "function"), "parameters")


def _member(value: Any, name: str) -> Any:
    return value.get(name) if is_object(value) else None


def _schema_fault(schema: Any) -> SchemaError | None:
    if not is_object(schema):
        return None
    faults: list[SchemaError] = []
    for draft in _DRAFTS:
        try:
            draft.check_schema(schema)
        except SchemaError as fault:
            faults.append(fault)
        else:
            return None
    return faults[0]


def describe(error: ValidationError) -> str:
    """``path: what is wrong``, for the branch of a choice that the value was meant for."""
    path = list(error.absolute_path)
    while error.context:
        error = _meant(error.context)
        path = list(error.absolute_path)
    if error.validator == "required":
        required: Any = error.validator_value
        present: Any = error.instance
        missing = next(name for name in required if name not in present)
        return f"{path_text([*path, missing])}: is required"
    return f"{path_text(path)}: {error.message[:_MESSAGE_LIMIT]}"


def _meant(errors: Sequence[ValidationError]) -> ValidationError:
    """Of the failures of all branches, the one of the branch that came furthest; kinds that do not match count last."""
    return max(errors, key=lambda error: (error.validator != "type", len(error.absolute_path), -_branch(error)))


def _branch(error: ValidationError) -> int:
    first = error.schema_path[0] if error.schema_path else 0
    return first if isinstance(first, int) else 0
