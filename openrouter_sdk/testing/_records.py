"""What the server was sent, kept for the test to look at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

BASE_PATH = "/api/v1"
_UNPARSED = object()


class Request:
    """One request the emulated server received.

    Attributes:
        method: ``"POST"`` and so on.
        path: the path without the query, for example ``"/api/v1/chat/completions"``.
        query: the text after ``?``, ``""`` when there is none.
        headers: the request headers; names in lower case, repeated names joined with ``", "``.
        body: the body as it came.
        finished: whether the whole answer was handed to the connection.
        closed_early: whether the client closed the connection before that. An answer that was scripted to be cut
            counts as finished.
    """

    __slots__ = ("_json", "body", "closed_early", "finished", "headers", "method", "path", "query")

    def __init__(
        self, method: str, path: str, headers: Iterable[tuple[str, str]], body: bytes = b"", query: str = ""
    ) -> None:
        self.method = method
        self.path = path
        self.query = query
        self.headers: dict[str, str] = {}
        for name, value in headers:
            key = name.lower()
            self.headers[key] = f"{self.headers[key]}, {value}" if key in self.headers else value
        self.body = body
        self.finished = False
        self.closed_early = False
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

    def is_for(self, path: str) -> bool:
        """Whether a path such as ``/byok/{id}`` is this request's; a step in braces is any."""
        wanted, steps = path.strip("/").split("/"), self.path.removeprefix(BASE_PATH).strip("/").split("/")
        return len(wanted) == len(steps) and all(
            name == step or (name[:1], name[-1:]) == ("{", "}") for name, step in zip(wanted, steps, strict=True)
        )

    def __repr__(self) -> str:
        return f"Request({self.method} {self.path}, {len(self.body)} bytes)"
