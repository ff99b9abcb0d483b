"""Checks of messages, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from openrouter_sdk.types import Model

from ..errors import ArgumentError

_SUCH_AS = '{"role": "user", "content": "..."}'


def checked_messages(messages: Any) -> list[Any]:
    """The messages as a list, each a model or a mapping with a role."""
    given: Any = messages
    if isinstance(messages, (str, bytes, Mapping, Model)) or not isinstance(messages, Iterable):
        raise TypeError(f"messages must be a list of messages, not {type(given).__name__}: [{_SUCH_AS}]")
    found: list[Any] = list(given)
    for index, message in enumerate(found):
        kind = type(message).__name__
        if not isinstance(message, (Mapping, Model)):
            raise TypeError(f"messages[{index}] must be a mapping or a model, not {kind}: {_SUCH_AS}")
        if "role" not in message or message["role"] is None:
            raise ArgumentError(f"messages[{index}] {_what_it_is(message)}")
        if isinstance(message, Model) and message["role"] == "assistant":
            found[index] = _without_nulls(message)
    return found


def _what_it_is(message: Any) -> str:
    inside = "message" if isinstance(message, Model) and hasattr(message, "message") else ""
    return f"is a {type(message).__name__}: pass its .{inside}" if inside else f"has no 'role': {_SUCH_AS}"


def _without_nulls(message: Model) -> dict[str, Any]:
    """A message of an answer as it may be sent: nulls that only answers hold are refused by some providers."""
    kept, came = message.to_dict().items(), message.wire.keys
    sent = {key: value for key, value in kept if value is not None or key == "content" or key not in came}
    if not came:
        return sent
    from ..answers import sendable  # lazy: most programs send dicts

    return sendable(sent)
