"""The items of a bulk run: prompts, conversations or keyword arguments become checked requests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from openrouter_sdk.api.chat.send import ChatSend
from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.models import ChatRequest
from openrouter_sdk.types import Model

from ..engine import Call, refuse_unknown
from ..errors import ArgumentError

Build = Callable[..., Call]

_PROBE = "?"
_SYSTEM_HINT = "a system message goes into the item's messages, {'role': 'system', 'content': ...} before the others"


class Preparer(ChatSend):
    """Gives the call that `send` would make, instead of making it.

    Args:
        build: Checks and encodes the arguments of a call.
        defaults: Keyword arguments of all items; an item's own win.
        options: What else may be given to a run, to find what a misspelt name was meant to be.

    Raises:
        ArgumentError: A value among the defaults that cannot be sent, or `stream=True`.
        TypeError: An unknown keyword among the defaults, or a value of the wrong type.
    """

    def __init__(self, build: Build, defaults: dict[str, Any], options: Collection[str] = ()) -> None:
        super().__init__(self)
        self._build = build
        if "messages" in defaults:
            raise TypeError("messages is not for all items: give each item its own")
        self._defaults = defaults
        known = {*options, *(ChatSend.send.__kwdefaults__ or ())} - {"messages"}
        refuse_unknown([name for name in defaults if name not in known and name != "system"], known, "chat.map()")
        # A mistake here would fail every item: better told at once.
        self._who = "chat.map()"
        self.prepare(_PROBE)
        self._who = "an item of chat.map()"

    def prepare(self, item: Any) -> Call:
        """The call for one item.

        Raises:
            ArgumentError: A value that cannot be sent, or `stream=True`.
            TypeError: Something that is no item, an unknown keyword, or a value of the wrong type.
        """
        send: Any = self.send
        own = _arguments_of(item, self._defaults.get("extra_body"))
        if own.get("model") is None:
            own.pop("model", None)  # it names none, so the default stands
        arguments = {**self._defaults, **own}
        if "system" in arguments:
            raise TypeError(f"'system' is no argument of chat.map: {_SYSTEM_HINT}")
        call: Call = send(**arguments)
        if call.stream:
            raise ArgumentError("stream=True does not go with chat.map, which gives whole answers")
        return call

    def call(self, operation: Operation, given: Arguments) -> Any:
        """The call, in the place of its answer."""
        return self._build(operation, given, caller=self._who)

    call_async: Callable[..., Any] = call
    pages: Callable[..., Any] = call
    pages_async: Callable[..., Any] = call


def checked_items(items: Any) -> Iterable[Any]:
    """`items`, if they are some.

    Raises:
        TypeError: A single prompt or request, or nothing that can be iterated.
    """
    given: Any = items
    if isinstance(items, (str, bytes, Mapping, Model)):
        raise TypeError(f"chat.map takes a list of prompts or requests, not a single {type(given).__name__}")
    if not isinstance(items, Iterable):
        raise TypeError(f"chat.map takes an iterable of prompts or requests, not {type(given).__name__}")
    found: Iterable[Any] = given
    return found


def _arguments_of(item: Any, extra_body: Mapping[str, Any] | None) -> dict[str, Any]:
    if isinstance(item, str):
        return {"messages": [{"role": "user", "content": item}]}
    if isinstance(item, ChatRequest):
        fields = item.to_dict()
        # those that the contract does not name are no arguments
        further = {name: fields.pop(name) for name in item.additional_properties}
        return {**fields, "extra_body": {**(extra_body or {}), **further}} if further else fields
    if isinstance(item, (list, tuple)):
        return {"messages": item}
    if not isinstance(item, Mapping):
        raise TypeError(f"an item must be a text, a list of messages or a mapping, not {type(item).__name__}")
    arguments: dict[Any, Any] = {**item}
    if "messages" not in arguments:
        hint = ": put a single message into a list" if "role" in arguments else ""
        raise TypeError(f"an item that is a mapping needs 'messages'{hint}")
    return arguments
