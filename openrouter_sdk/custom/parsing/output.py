"""What is asked for with a type: the schema that is sent, and answers read as values of the type."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin

from openrouter_sdk import models
from openrouter_sdk.types import Model, copy_json

from ..answers import usage_of
from ..errors import OutputParsingError, is_object
from ..schema import Misfit, TypeShape, subschemas
from .entries import from_entries, map_parts
from .json_text import NoJsonError, read_json, read_so_far
from .portable import portable_schema

T = TypeVar("T")

_WRAPPED = "value"
"""The key of a value that is no object itself: the root of a strict schema has to be one."""
_ENDS = {
    "length": "the answer was cut off at the limit of tokens",
    "content_filter": "the answer was cut off by a content filter",
    "error": "the answer failed",
}
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_MODULES = re.compile(r"\b[A-Za-z_][\w.<>]*\.(?=\w)")


class Output(Generic[T]):
    """A type that is asked for.

    Raises:
        TypeError: It has none.
    """

    def __init__(self, hint: type[T] | Any) -> None:
        self._shape: TypeShape[T] = TypeShape(hint, strict=True)
        self._shown = _shown(hint)
        schema, strict = portable_schema(self._shape.json_schema)
        self._holds_maps = any(map_parts(one) for one in subschemas(self._shape.json_schema))
        self._wrapped = "properties" not in schema
        if self._wrapped:
            schema = _wrap(schema)
        name = _NO_NAME.sub("_", self._shown).strip("_")[:64] or "answer"
        self.response_format: dict[str, Any] = {
            "type": "json_schema",
            "json_schema": {"name": name, "strict": strict, "schema": schema},
        }
        """What is sent."""

    def asked_for(self, body: dict[str, Any]) -> dict[str, Any]:
        """The body of a request that asks for it, of providers that heed the schema unless the body says otherwise."""
        asked = {**body, "response_format": self.response_format}
        provider: Any = body.get("provider")
        if provider is None or isinstance(provider, (Mapping, Model)):
            asked["provider"] = {"require_parameters": True, **copy_json(provider or {})}
        return asked

    def read(self, answer: models.ChatResult) -> T:
        """The value that an answer holds.

        Raises:
            OutputParsingError: It holds none.
        """
        text = answer.text
        reason, fault = _end(answer)
        if reason:
            raise self._error(answer, fault, reason, text=answer.message.refusal or text)
        try:
            value = self._restored(self._unwrapped(read_json(text)))
        except NoJsonError as error:
            raise self._error(answer, f"the answer is no JSON: {error}", "not_json") from None
        try:
            return self._shape.convert(value)
        except Misfit as misfit:
            fault = f"the answer does not fit {self._shown}: {misfit}"
            raise self._error(answer, fault, "misfit", path=misfit.faults[0].path) from None

    def so_far(self, text: str) -> Any:
        """The JSON value at the beginning of an answer.

        Raises:
            ValueError: There is none yet.
        """
        value = read_so_far(text)
        if self._wrapped:
            if not is_object(value) or _WRAPPED not in value:
                raise ValueError(text)
            value = value[_WRAPPED]
        return self._restored(value)

    def _restored(self, value: Any) -> Any:
        if not self._holds_maps:
            return value
        try:
            return from_entries(value, self._shape.json_schema, self._shape.json_schema.get("$defs", {}))
        except RecursionError:
            # too deep for pydantic as well, which will say so
            return value

    def _unwrapped(self, value: Any) -> Any:
        # A model that does not keep to the schema may leave the object around the value out.
        return value[_WRAPPED] if self._wrapped and is_object(value) and value.keys() == {_WRAPPED} else value

    def _error(
        self,
        answer: models.ChatResult,
        message: str,
        reason: str,
        *,
        text: str | None = None,
        path: tuple[str | int, ...] = (),
    ) -> OutputParsingError:
        return OutputParsingError(
            message,
            reason=reason,
            text=answer.text if text is None else text,
            path=path,
            usage=usage_of(answer),
            http_status=answer.http.status or None,
            headers=answer.http.headers,
            generation_id=answer.http.generation_id or answer.id,
            attempts=answer.http.attempts,
            partial=answer,
        )


def output_of(hint: Any) -> Output[Any]:
    """What a type asks for; the most recent ones are kept.

    Raises:
        TypeError: It is no type, or has no JSON Schema.
    """
    if hint is None or isinstance(hint, (str, bytes, Mapping, Model)):
        raise TypeError(f"response_format must be a type here, not {hint!r:.60}")
    try:
        hash(hint)
    except TypeError:
        return Output(hint)
    return _kept(hint)


@functools.lru_cache(maxsize=64)
def _kept(hint: Any) -> Output[Any]:
    return Output(hint)


def _shown(hint: Any) -> str:
    """A hint as one writes it, without modules and notes."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    named = isinstance(hint, type) and get_origin(hint) is None
    return hint.__name__ if named else _MODULES.sub("", str(hint))


def _end(answer: models.ChatResult) -> tuple[str, str]:
    """Why an answer cannot hold what was asked for, whatever its text is: the reason in short, and in words."""
    finish = answer.finish_reason
    refusal = answer.message.refusal
    if refusal:
        return "refusal", f"the model refused: {refusal}"
    if finish in _ENDS:
        return ("failed" if finish == "error" else finish), _ENDS[finish]
    if answer.tool_calls:
        names = ", ".join(repr(getattr(getattr(call, "function", None), "name", None)) for call in answer.tool_calls)
        return "tool_calls", f"the model calls tools instead: {names}"
    if not answer.text.strip():
        return "empty", "the answer holds thoughts, but no text" if answer.reasoning else "the answer is empty"
    return "", ""


def _wrap(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = {"$defs": schema.pop("$defs")} if "$defs" in schema else {}
    return {
        "type": "object",
        "properties": {_WRAPPED: schema},
        "required": [_WRAPPED],
        "additionalProperties": False,
        **definitions,
    }
