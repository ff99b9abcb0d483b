"""Fields of a request from what was typed: `-o provider.sort=price`, `--reasoning high`, `--schema person.json`."""

from __future__ import annotations

import inspect
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

import openrouter_sdk as sdk

from .exits import UsageError

_ELSEWHERE = {
    "messages": "--load goes on with a conversation",
    "model": "-m names the model",
    "stream": "--no-stream asks for whole answers",
    "on_retry": "it takes a function",
    "on_keepalive": "it takes a function",
}


def request_fields(
    options: Iterable[str] | None,
    *,
    temperature: float | None = None,
    max_tokens: int | None = None,
    reasoning: str | None = None,
) -> dict[str, Any]:
    """The keyword arguments of `chat.send` that were asked for.

    Raises:
        UsageError: An option without `=`, or an unknown one.
    """
    given: dict[str, Any] = {"temperature": temperature, "max_tokens": max_tokens}
    fields = {name: value for name, value in given.items() if value is not None}
    if reasoning is not None:
        fields["reasoning"] = {"max_tokens": int(reasoning)} if reasoning.isdigit() else {"effort": reasoning}
    for option in options or ():
        _put(fields, option)
    known = _known_fields()
    for name in fields:
        if name in _ELSEWHERE:
            raise UsageError(f"-o {name}: {_ELSEWHERE[name]}")
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = (
                f"did you mean {near[0]}?"
                if near
                else f"a field that the SDK does not know is -o extra_body.{name}=..."
            )
            raise UsageError(f"-o {name}: there is no such field; {hint}")
    return fields


def schema_fields(path: str | None, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What asks for an answer that fits a schema, of providers that heed it unless the fields say otherwise.

    Args:
        path: A file with a JSON Schema, or with what `response_format.json_schema` takes: a schema and its name.
        fields: The fields of the request.

    Raises:
        UsageError: The file holds no JSON Schema.
        OSError: It cannot be read.
    """
    if path is None:
        return {}
    held = read_json_file(path)
    if not isinstance(held, dict):
        raise UsageError(f"{path}: a JSON Schema is an object")
    given = cast("dict[str, Any]", held)
    wrapped = isinstance(given.get("schema"), dict) and isinstance(given.get("name"), str)
    schema: dict[str, Any] = given["schema"] if wrapped else given
    from jsonschema import SchemaError  # lazy: few commands have a schema, and it takes its time

    try:
        validator_of(schema).check_schema(schema)
    except SchemaError as error:
        raise UsageError(f"{path}: no JSON Schema: {error.message}") from None
    named = given if wrapped else {"name": "answer", "strict": _is_strict(schema), "schema": schema}
    asked = {"response_format": {"type": "json_schema", "json_schema": named}}
    return asked if "provider" in fields else {**asked, "provider": {"require_parameters": True}}


@contextmanager
def refused_values() -> Generator[None]:
    """Where the SDK is given what was typed: a value of a wrong type is the user's mistake.

    Raises:
        UsageError: There is one.
    """
    try:
        yield
    except TypeError as error:
        raise UsageError(str(error)) from error


def misfit(text: str, fields: Mapping[str, Any]) -> str | None:
    """Why an answer does not fit the schema that was asked for; None when it does."""
    try:
        value = json_of(text)
    except ValueError as error:
        return f"the answer is no JSON: {error}"
    schema = fields["response_format"]["json_schema"]["schema"]
    fault = min(validator_of(schema)(schema).iter_errors(value), key=lambda one: len(one.path), default=None)
    return None if fault is None else f"the answer does not fit the schema: {fault.json_path}: {fault.message}"


def validator_of(schema: Any) -> Any:
    """What checks values against a schema, by its `$schema`."""
    from jsonschema import validators  # lazy: the same

    return validators.validator_for(schema)


def json_of(text: str) -> Any:
    """The JSON in a text.

    Raises:
        ValueError: There is none, or one that is nested too deeply.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def read_json_file(path: str) -> Any:
    """The JSON in a file.

    Raises:
        UsageError: It holds none.
        OSError: It cannot be read.
    """
    try:
        return json_of(Path(path).read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise UsageError(f"{path}: no JSON: {error}") from None


@cache
def _known_fields() -> tuple[str, ...]:
    return tuple(inspect.signature(sdk.OpenRouter.chat.send).parameters)


def _put(fields: dict[str, Any], option: str) -> None:
    key, found, text = option.partition("=")
    path = key.strip().split(".")
    if not found or not all(path):
        raise UsageError(f"-o {option}: write it as key=value")
    try:
        value = json_of(text)
    except ValueError:
        value = text
    *outer, last = path
    place = fields
    for name in outer:
        inner = place.setdefault(name, {})
        if not isinstance(inner, dict):
            raise UsageError(f"-o {option}: {name} was given another value before")
        place = cast("dict[str, Any]", inner)
    place[last] = value


def _is_strict(schema: Any) -> bool:
    """Whether a strict schema may say this: all keys of its objects are named and required."""
    return all(
        one.get("additionalProperties") is False and {*one.get("properties", {})} == {*one.get("required", ())}
        for one in _subschemas(schema)
        if one.get("type") == "object" or "properties" in one
    )


def _subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        one = cast("dict[str, Any]", schema)
        yield one
        for key, value in one.items():
            if key in {"properties", "$defs", "definitions", "patternProperties"} and isinstance(value, dict):
                for inner in cast("dict[str, Any]", value).values():
                    yield from _subschemas(inner)
            elif key not in {"enum", "const", "default", "examples"}:
                yield from _subschemas(value)
    elif isinstance(schema, list):
        for inner in cast("Iterable[Any]", schema):
            yield from _subschemas(inner)
