"""The application: records a request, finds its answer, plays it."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.requests import Request as StarletteRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .._answers.render import Script
from .._answers.values import Scripted
from .._sent import Request
from .connection import SCOPE_KEY, Connection
from .functions import started
from .play import Forward, play
from .script import script_for
from .state import State


def build_app(state: State) -> Starlette:
    """The ASGI application that answers from the script in ``state``, and by default when the script is empty."""
    return Starlette(routes=[Route("/{path:path}", _Endpoint(state))], exception_handlers={Exception: _broken})


class _Endpoint:
    """Answers every method on every path."""

    def __init__(self, state: State) -> None:
        self._state = state

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
            if isinstance(scripted, Forward):
                await scripted.pass_on(request, line, send, finish)
                return
            script = await self._script(request, scripted, line)
            if script is not None:
                await play(script, line, send, finish)
        finally:
            line.answered()

    async def _script(self, request: Request, scripted: Scripted | None, line: Connection) -> Script | None:
        """What is played; None when the client has gone while a function was making the answer."""
        generation = self._state.generation(request)
        if not callable(scripted):
            return script_for(self._state, request, generation, scripted)
        outcome = started(scripted, request)
        if not await line.lasts_until(outcome):
            return None
        return script_for(self._state, request, generation, outcome.result().get())


async def _read(incoming: StarletteRequest) -> Request:
    body = await incoming.body()
    return Request(incoming.method, incoming.url.path, incoming.headers.items(), body, incoming.url.query)


async def _broken(_request: StarletteRequest, exc: Exception) -> Response:
    error: dict[str, Any] = {"message": f"The emulated server failed: {exc!r}", "code": 500}
    # uvicorn closes the connection after a failure without a word; a client that kept it would lose its next request.
    return JSONResponse({"error": error}, status_code=500, headers={"connection": "close"})
