"""One request that the server was sent, kept for the test to look at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

from .._json import is_list, is_object
from .headers import Headers

BASE_PATH = "/api/v1"
AnsweredBy: TypeAlias = Literal["rule", "script", "default", "cassette", "upstream", "refusal"]
_UNPARSED = object()
_TEXT_MEMBERS = ("input", "query", "documents", "prompt")


class Request:
    """One request the emulated server received.

    Attributes:
        method: ``"POST"`` and so on.
        path: the path without the query, for example ``"/api/v1/chat/completions"``.
        query: the text after ``?``, ``""`` when there is none.
        headers: the request headers; names in lower case, repeated names joined with ``", "``. Its ``repr`` hides keys.
        body: the body as it came.
        finished: whether the whole answer was handed to the connection.
        closed_early: whether the client closed the connection before that. An answer that was scripted to be cut
            counts as finished.
        answered_by: ``"rule"`` (``respond_to``), ``"script"`` (``enqueue``), ``"default"``, ``"cassette"``,
            ``"upstream"`` while recording, or ``"refusal"`` when nothing of what was prepared fits.
    """

    __slots__ = ("_json", "answered_by", "body", "closed_early", "finished", "headers", "method", "path", "query")

    def __init__(
        self, method: str, path: str, headers: Iterable[tuple[str, str]], body: bytes = b"", query: str = ""
    ) -> None:
        self.method: str = method
        self.path: str = path
        self.query: str = query
        self.headers: dict[str, str] = Headers(headers)
        self.body: bytes = body
        self.finished: bool = False
        self.closed_early: bool = False
        self.answered_by: AnsweredBy = "default"
        self._json: Any = _UNPARSED

    @property
    def json(self) -> Any:
        """The body parsed as JSON, or None when it cannot be. Parsed once; do not change it."""
        if self._json is _UNPARSED:
            try:
                self._json = json.loads(self.body)
            except (ValueError, RecursionError):
                self._json = None
        return self._json

    @property
    def model(self) -> str | None:
        """The model that was asked for, None when the body names none."""
        found = self._member("model")
        return found if isinstance(found, str) else None

    @property
    def models(self) -> list[str]:
        """Every model the body names: ``model``, then ``models``, the ones to fall back on."""
        others = self._member("models")
        found = [self._member("model"), *(others if is_list(others) else ())]
        return [name for name in found if isinstance(name, str)]

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages as on the wire; empty when the body has none."""
        found = self._member("messages")
        return [message for message in found if is_object(message)] if is_list(found) else []

    @property
    def tools(self) -> list[dict[str, Any]]:
        """The tools that were offered, as on the wire; empty when there are none."""
        found = self._member("tools")
        return [tool for tool in found if is_object(tool)] if is_list(found) else []

    @property
    def tool_names(self) -> list[str]:
        """The names of the tools that were offered; the type of a tool that runs on the server."""
        names = (_name_of(tool) for tool in self.tools)
        return [name for name in names if isinstance(name, str)]

    @property
    def stream(self) -> bool:
        """Whether a stream was asked for."""
        return self._member("stream") is True

    @property
    def text(self) -> str:
        """The text of the last message; ``""`` when there is none."""
        return "\n".join(prompt_texts(self.messages[-1:]))

    @property
    def texts(self) -> list[str]:
        """Every text that was sent: of messages, or what is to be embedded or ranked."""
        found = [*prompt_texts(self._member("messages"))]
        for name in _TEXT_MEMBERS:
            found += _strings(self._member(name))
        return found

    def is_for(self, path: str) -> bool:
        """Whether a path such as ``/byok/{id}`` is this request's; a step in braces is any."""
        wanted, steps = path.strip("/").split("/"), relative_path(self.path).strip("/").split("/")
        return len(wanted) == len(steps) and all(
            name == step or (name[:1], name[-1:]) == ("{", "}") for name, step in zip(wanted, steps, strict=True)
        )

    def _member(self, name: str) -> Any:
        body = self.json
        return body.get(name) if is_object(body) else None

    def __repr__(self) -> str:
        return f"Request({self.method} {self.path}, {len(self.body)} bytes)"


def relative_path(path: str) -> str:
    """A path without the part that all have."""
    return path.removeprefix(BASE_PATH)


def prompt_texts(messages: Any) -> Iterator[str]:
    """Every piece of text in ``messages``."""
    for message in messages if is_list(messages) else ():
        if is_object(message):
            yield from content_texts(message.get("content"))


def content_texts(content: Any) -> Iterator[str]:
    """The texts of a message's content, be it a string or a list of parts."""
    if isinstance(content, str):
        yield content
    elif is_list(content):
        for part in content:
            if is_object(part) and isinstance(part.get("text"), str):
                yield part["text"]


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_object(value):
        return _strings(value.get("text"))
    return [text for item in value for text in _strings(item)] if is_list(value) else []


def _name_of(tool: dict[str, Any]) -> Any:
    function = tool.get("function")
    return function.get("name") if is_object(function) else tool.get("type")
