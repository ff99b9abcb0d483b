"""An emulated OpenRouter without sockets: a transport for clients of httpx and httpx2."""

from __future__ import annotations

import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any, NoReturn

import anyio
import anyio.lowlevel
import anyio.to_thread
import httpx

from ._answers.render import Script
from ._answers.values import Answer
from ._api.settings import Settings
from ._rules import Rule
from ._sent import Request
from ._server.emulated import Emulated
from ._server.functions import checked
from ._server.play import Forward
from ._server.script import script_for
from ._server.state import State


class Transport(Emulated, httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers the requests of a client in its own thread or task; made by ``testing.transport``."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of ``httpx.Client``."""
        exchange = _Exchange(self._state, request, request.read())
        prepared = exchange.prepared
        return exchange.response(checked(prepared(exchange.sent)) if callable(prepared) else prepared)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of ``httpx.AsyncClient``."""
        exchange = _Exchange(self._state, request, await request.aread())
        prepared = exchange.prepared
        if callable(prepared):
            made = await anyio.to_thread.run_sync(prepared, exchange.sent, abandon_on_cancel=True)
            return await exchange.response_async(checked(made))
        return await exchange.response_async(prepared)

    def close(self) -> None:
        """Nothing is open."""

    async def aclose(self) -> None:
        """Nothing is open."""


def transport(source: Emulated | Rule | Sequence[Rule] = (), *, strict: bool | None = None) -> Transport:
    """A transport that answers without a socket: ``httpx.Client(transport=testing.transport())``.

    The client goes to ``OpenRouter(client=...)``, ``OpenRouter(async_client=...)`` or the ``http_client=`` of the
    OpenAI SDK; clients of httpx2 take it too. It is scripted and asked like a server: ``enqueue``, ``respond_to``,
    ``requests``, ``assert_sent``, ``verify``. Streams arrive piece by piece; what is scripted to break raises the
    errors of the client's library.

    Args:
        source: a server or a cassette that is replayed, whose script and records it shares (it need not be started);
            or rules of its own, see ``testing.rule``.
        strict: as in ``testing.serve``; only for rules of its own.

    Raises:
        TypeError: for another source, or a cassette that records: that has a server to talk to, use its ``url``.
        ImportError: when the packages of the ``testing`` extra are not installed.
    """
    if isinstance(source, Emulated):
        return Transport(source.shared())
    state = State(Settings(strict=strict))
    rules = [source] if isinstance(source, Rule) else [*source]
    for rule in rules:
        if not isinstance(rule, Rule):  # pyright: ignore[reportUnnecessaryIsInstance] - told before the first request
            raise TypeError(f"a transport takes a server, a cassette or rules, not {type(rule).__name__}")
    state.add_rules(rules)
    return Transport(state)


class _Exchange:
    """One request of a client and its answer."""

    def __init__(self, state: State, request: Any, body: bytes) -> None:
        self._request = request
        self._state = state
        self._library: Any = _library_of(request)
        url = request.url
        query = url.query.decode("latin-1")
        self.sent = Request(request.method, url.path, request.headers.multi_items(), body, query)
        prepared = state.received(self.sent)
        if isinstance(prepared, Forward):
            raise TypeError("a cassette that records answers at its url, not through a transport")
        self.prepared = prepared

    def response(self, prepared: Answer | None) -> httpx.Response:
        script = self._script(prepared)
        self._wait(script.first_delay)
        return self._head(script, _body_class(self._library, "SyncByteStream")(self, script))

    async def response_async(self, prepared: Answer | None) -> httpx.Response:
        script = self._script(prepared)
        await self._wait_async(script.first_delay)
        return self._head(script, _body_class(self._library, "AsyncByteStream")(self, script))

    def _script(self, prepared: Answer | None) -> Script:
        return script_for(self._state, self.sent, self._state.generation(self.sent), prepared)

    def _head(self, script: Script, body: Any) -> httpx.Response:
        if script.status is None:
            self.finish()
            self._fail("RemoteProtocolError", "Server disconnected without sending a response.")
        made: httpx.Response = self._library.Response(
            script.status, headers=script.headers, stream=body, request=self._request
        )
        return made

    def pieces(self, script: Script) -> Iterator[bytes]:
        """The body as it is sent, with its pauses."""
        for step in script.steps:
            if isinstance(step, bytes):
                yield step
            else:
                self._wait(step)
        self._end(script)

    async def pieces_async(self, script: Script) -> AsyncIterator[bytes]:
        """The same in a task."""
        for step in script.steps:
            if isinstance(step, bytes):
                yield step
                await anyio.lowlevel.checkpoint()
            else:
                await self._wait_async(step)
        self._end(script)

    def _end(self, script: Script) -> None:
        self.finish()
        if script.reset:
            self._fail("ReadError", "Connection reset by peer")
        if script.cut:
            self._fail("RemoteProtocolError", "peer closed connection without sending complete message body")

    def finish(self) -> None:
        self._state.finished(self.sent)

    def closed(self) -> None:
        """The client has closed the body."""
        if not self.sent.finished:
            self._state.closed_early(self.sent)

    def _wait(self, seconds: float) -> None:
        patience = self._patience()
        if seconds:
            time.sleep(min(seconds, patience))
        if seconds > patience:
            self._fail("ReadTimeout", "timed out")

    async def _wait_async(self, seconds: float) -> None:
        patience = self._patience()
        if seconds:
            await anyio.sleep(min(seconds, patience))
        if seconds > patience:
            self._fail("ReadTimeout", "timed out")

    def _patience(self) -> float:
        limit = self._request.extensions.get("timeout", {}).get("read")
        return float("inf") if limit is None else float(limit)

    def _fail(self, name: str, message: str) -> NoReturn:
        raise getattr(self._library, name)(message, request=self._request)


class _SyncBody:
    def __init__(self, exchange: _Exchange, script: Script) -> None:
        self._exchange, self._script = exchange, script

    def __iter__(self) -> Iterator[bytes]:
        return self._exchange.pieces(self._script)

    def close(self) -> None:
        self._exchange.closed()


class _AsyncBody:
    def __init__(self, exchange: _Exchange, script: Script) -> None:
        self._exchange, self._script = exchange, script

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._exchange.pieces_async(self._script)

    async def aclose(self) -> None:
        self._exchange.closed()


@cache
def _body_class(library: Any, kind: str) -> Any:
    """A body that the library takes for one of its own."""
    body = _SyncBody if kind == "SyncByteStream" else _AsyncBody
    return type(body.__name__, (body, getattr(library, kind)), {})


def _library_of(request: object) -> ModuleType:
    """The library whose request it is: httpx, or one with the same names, such as httpx2."""
    return sys.modules[type(request).__module__.partition(".")[0]]
