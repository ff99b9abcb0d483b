"""The application: records a request, finds its answer, plays it."""

from __future__ import annotations

from itertools import count
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.requests import Request as StarletteRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ._answers import Answer, Reply, Scripted
from ._connection import SCOPE_KEY, Connection
from ._default import default_answer
from ._functions import started
from ._generation import Generation
from ._history import Generated
from ._json import is_object
from ._play import play
from ._records import Request
from ._render import render
from ._state import State

CHAT_PATH = "/chat/completions"
_METADATA_HEADERS = ("x-openrouter-metadata", "x-openrouter-experimental-metadata")


def build_app(state: State) -> Starlette:
    """The ASGI application that answers from the script in ``state``, and by default when the script is empty."""
    return Starlette(routes=[Route("/{path:path}", _Endpoint(state))], exception_handlers={Exception: _broken})


class _Endpoint:
    """Answers every method on every path."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._numbers = count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        line: Connection = scope["state"][SCOPE_KEY]
        try:
            request = await _read(StarletteRequest(scope, receive))
        except ClientDisconnect:
            return
        scripted = self._state.received(request)
        line.answering(request)

        def finish() -> None:
            line.answered()
            self._state.finished(request)

        try:
            generation = self._generation(request)
            answer = await self._answer(request, generation, scripted, line)
            if answer is not None:
                if isinstance(answer, Reply) and request.is_for(CHAT_PATH):
                    self._state.account.remember(Generated(generation, request.headers, answer))
                await play(render(answer, generation), line, send, finish)
        finally:
            line.answered()

    async def _answer(
        self, request: Request, generation: Generation, scripted: Scripted | None, line: Connection
    ) -> Answer | None:
        """The answer; None when the client has gone while a function was making it."""
        if scripted is None:
            return default_answer(request, generation, self._state.account, self._state.settings)
        if not callable(scripted):
            return scripted
        outcome = started(scripted, request)
        return outcome.result().get() if await line.lasts_until(outcome) else None

    def _generation(self, request: Request) -> Generation:
        body = request.json
        wanted = any(request.headers.get(name, "").lower() == "enabled" for name in _METADATA_HEADERS)
        return Generation(next(self._numbers), body if is_object(body) else {}, wanted)


async def _read(incoming: StarletteRequest) -> Request:
    body = await incoming.body()
    return Request(incoming.method, incoming.url.path, incoming.headers.items(), body, incoming.url.query)


async def _broken(_request: StarletteRequest, exc: Exception) -> Response:
    error: dict[str, Any] = {"message": f"The emulated server failed: {exc!r}", "code": 500}
    # uvicorn closes the connection after a failure without a word; a client that kept it would lose its next request.
    return JSONResponse({"error": error}, status_code=500, headers={"connection": "close"})
