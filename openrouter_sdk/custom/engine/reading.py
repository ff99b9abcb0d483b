"""What the answer of a plain operation means: JSON as a model, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from openrouter_sdk import models
from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.types import Model

from ..errors import (
    NOT_JSON,
    ArgumentError,
    error_from_frame,
    error_from_response,
    invalid_answer,
    is_object,
    parse_json,
)
from .request import Call

if TYPE_CHECKING:
    from ..errors import HttpInfo
    from ..stream import Event, PieceReader


class PlainReader:
    """Reads whole answers.

    Args:
        model: What a JSON object becomes; the model that the contract names where nothing is said.
    """

    def __init__(self, model: type[Model] | None = None) -> None:
        self._model = model

    def read(self, call: Call, info: HttpInfo, body: bytes) -> Any:
        """The answer in a response that was read whole; None where there is none.

        Raises:
            OpenRouterError: What the status or the body tells.
        """
        if info.status >= 300:
            raise error_from_response(info, body)
        result = call.operation.result
        model: Any = getattr(models, result) if result and self._model is None else self._model
        if not body.strip():
            if model is not None:
                raise invalid_answer(info, body, "the answer is empty")
            return None
        data = parse_json(body.decode(errors="replace").lstrip("\ufeff"), NOT_JSON)
        if data is NOT_JSON and call.operation.kind:
            raise invalid_answer(info, body, "the answer is not JSON")
        if is_object(data) and _failed(data.get("error"), model):
            raise error_from_frame(data, info)
        if not call.operation.kind:
            return None
        if model is None:
            return data
        if not is_object(data):
            raise invalid_answer(info, body, f"the answer is not an object but {type(data).__name__}")
        answer = model.from_dict(data)
        if hasattr(model, "http"):
            from ..errors import attach_http  # lazy: with the first answer

            attach_http(answer, info)
        return answer

    def pieces(
        self, call: Call, info: HttpInfo, max_event_bytes: int, on_event: Callable[[Event], object] | None
    ) -> PieceReader:
        """What reads the body of a stream: events, or a download's bytes."""
        from ..stream import BytesReader, EventReader  # lazy: no operation but the chat streams so far

        if call.operation.kind == "binary":
            return BytesReader(info)
        return EventReader(info, call.operation.sentinel, max_event_bytes=max_event_bytes, on_event=on_event)

    def piece(self, call: Call) -> Callable[[Any], Any]:
        """What makes of an event what the user gets: its model."""
        return getattr(models, call.operation.chunk).from_dict if call.operation.chunk else _as_it_is

    def as_events(self, call: Call, result: Any) -> bytes:
        """A whole answer as the stream that was asked for: one event with all of it."""
        data = result.to_dict() if hasattr(result, "to_dict") else result
        return f"data: {json.dumps(data)}\n\ndata: {call.operation.sentinel}\n\n".encode()


def _failed(error: Any, model: Any) -> bool:
    """Whether the `error` of an answer tells that it is none: a text may be a field of the model."""
    return is_object(error) or (bool(error) and not hasattr(model, "error"))


def _as_it_is(piece: Any) -> Any:
    return piece


PLAIN = PlainReader()


def requested(method: object, path: object, given: Arguments, cast_to: Any) -> tuple[Operation, Arguments, PlainReader]:
    """An operation that the contract does not know, as `build_call` takes it.

    Raises:
        ArgumentError: A path that is none.
        TypeError: No way to make what is asked for.
    """
    if not isinstance(method, str) or not isinstance(path, str):
        raise TypeError("method and path must be strings")
    if not (method.isascii() and method.isalpha()):
        raise ArgumentError(f"{method!r} is no HTTP method")
    if not path.startswith("/") or not path.isprintable() or any(mark in path for mark in "?#\\ "):
        raise ArgumentError(
            f"path must begin with / and hold no space, ?, # or control character, not {path!r}: "
            "parameters go into query="
        )
    if cast_to is None or cast_to is dict:
        reader = PLAIN
    elif isinstance(cast_to, type) and issubclass(cast_to, Model):
        reader = PlainReader(cast_to)
    else:
        raise TypeError(f"cast_to must be dict or a model, not {cast_to!r}")
    for name in ("query", "body"):
        value = given.options[f"extra_{name}"]
        if value is not None and not isinstance(value, Mapping):
            raise TypeError(f"{name} must be a mapping, not {type(value).__name__}")
    form = "" if given.options["extra_body"] is None else "json"
    return Operation(name="client.request", method=method.upper(), path=path, form=form), given, reader
