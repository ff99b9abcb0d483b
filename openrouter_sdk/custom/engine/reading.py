"""What the answer of a plain operation means: JSON as a model, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.types import Model

from ..errors import (
    ArgumentError,
    HttpInfo,
    attach_http,
    error_from_frame,
    error_from_response,
    invalid_answer,
    is_object,
)
from ..stream import Event, PieceReader
from .request import Call


class PlainReader:
    """Reads whole answers.

    Args:
        cast: Makes of a JSON object what is returned; the model that the contract names where nothing is said.
    """

    def __init__(self, cast: Callable[[dict[str, Any]], Any] | None = None) -> None:
        self._cast = cast

    def read(self, call: Call, info: HttpInfo, body: bytes) -> Any:
        """The answer in a response that was read whole; None where there is none.

        Raises:
            OpenRouterError: What the status or the body tells.
        """
        if info.status >= 300:
            raise error_from_response(info, body)
        if not call.operation.kind or not body.strip():
            if call.operation.result:
                raise invalid_answer(info, body, "the answer is empty")
            return None
        try:
            data = json.loads(body.decode(errors="replace").lstrip("\ufeff"))
        except (ValueError, RecursionError):
            raise invalid_answer(info, body, "the answer is not JSON") from None
        if not is_object(data):
            if call.operation.result or self._cast is not None:
                raise invalid_answer(info, body, f"the answer is not an object but {type(data).__name__}")
            return data
        if is_object(data.get("error")):
            raise error_from_frame(data, info)
        return self._result(call, data, info)

    def _result(self, call: Call, data: dict[str, Any], info: HttpInfo) -> Any:
        cast = self._cast
        if cast is None and call.operation.result:
            cast = getattr(models, call.operation.result).from_dict
        if cast is None:
            return data
        result = cast(data)
        if hasattr(type(result), "http"):
            attach_http(result, info)
        return result

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


def _as_it_is(piece: Any) -> Any:
    return piece


PLAIN = PlainReader()


def requested(method: str, path: str, given: Arguments, cast_to: Any) -> tuple[Operation, Arguments, PlainReader]:
    """An operation that the contract does not know, as `build_call` takes it.

    Raises:
        ArgumentError: A path that is none.
        TypeError: No way to make what is asked for.
    """
    if not path.startswith("/") or "?" in path or "#" in path:
        raise ArgumentError(f"path must begin with / and hold neither ? nor #, not {path!r}: parameters go into query=")
    if cast_to is None or cast_to is dict:
        reader = PLAIN
    elif isinstance(cast_to, type) and issubclass(cast_to, Model):
        reader = PlainReader(cast_to.from_dict)
    else:
        raise TypeError(f"cast_to must be dict or a model, not {cast_to!r}")
    form = "json" if given.body else ""
    return Operation(name="client.request", method=method.upper(), path=path, form=form), given, reader
