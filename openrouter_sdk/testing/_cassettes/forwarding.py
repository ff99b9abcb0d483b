"""Passes requests on to the real API, and its answers back as they come, and keeps both."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from functools import cached_property
from typing import Any

import httpx

from .._json import dump_bytes
from .._sent import Request, relative_path
from .._server.play import Forward, Line, Send
from .bodies import Piece
from .exchange import Answered

_TIMEOUT = httpx.Timeout(600.0, connect=10.0)
_OF_ONE_CONNECTION = frozenset({
    "connection", "host", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer",
    "transfer-encoding", "upgrade",
})  # fmt: skip
_READABLE = ("gzip", "deflate", "identity")
_BROKEN = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError, httpx.ReadTimeout)


class Upstream(Forward):
    """The real API.

    Args:
        url: its base URL.
        keep: gets each request with what was answered.
    """

    def __init__(self, url: str, keep: Callable[[Request, Answered], None]) -> None:
        self._url = url.rstrip("/")
        self._keep = keep

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """Made once, as reading the certificates takes longer than a request; none are read for plain http."""
        return httpx.create_ssl_context(verify=self._url.startswith("https:"))

    async def pass_on(self, request: Request, line: Line, send: Send, finish: Callable[[], None]) -> None:
        """Pass one request on, and its answer back."""
        passing = asyncio.ensure_future(self._pass_on(request, line, send, finish))
        try:
            # an answer that nobody waits for any more is not waited for here
            await line.lasts_until(passing)
        finally:
            passing.cancel()
            await asyncio.wait([passing])
        if not passing.cancelled():
            passing.result()

    async def _pass_on(self, request: Request, line: Line, send: Send, finish: Callable[[], None]) -> None:
        started = time.monotonic()
        async with httpx.AsyncClient(timeout=_TIMEOUT, verify=self._tls) as client:
            try:
                response = await client.send(self._outgoing(client, request), stream=True)
            except _BROKEN:
                self._keep(request, Answered(None, {}, _since(started), (), whole=False))
                finish()
                await line.hang_up(reset=False)
                return
            except httpx.TransportError as fault:
                await _cannot_reach(self._url, fault, send, finish)
                return
            try:
                whole = await self._pass_back(request, response, _since(started), send)
            finally:
                await response.aclose()
            finish()
            if whole:
                await send({"type": "http.response.body", "body": b""})
            else:
                await line.hang_up(reset=False)

    def _outgoing(self, client: httpx.AsyncClient, request: Request) -> httpx.Request:
        query = f"?{request.query}" if request.query else ""
        headers = {name: value for name, value in request.headers.items() if name not in _OF_ONE_CONNECTION}
        # an answer that is compressed in another way could not be read in the cassette
        accepted = [one.strip() for one in headers.get("accept-encoding", "").split(",")]
        headers["accept-encoding"] = ", ".join(one for one in accepted if one in _READABLE) or "identity"
        url = f"{self._url}{relative_path(request.path)}{query}"
        return client.build_request(request.method, url, headers=headers, content=request.body)

    async def _pass_back(self, request: Request, response: httpx.Response, after_ms: int, send: Send) -> bool:
        """Pass an answer back as it comes, and keep it; whether it came whole."""
        raw = [(name.lower(), value) for name, value in response.headers.raw]
        passed = [(name, value) for name, value in raw if name.decode("latin-1") not in _OF_ONE_CONNECTION]
        await send({"type": "http.response.start", "status": response.status_code, "headers": passed})
        pieces: list[Piece] = []
        whole = False
        try:
            async for piece in _timed(response):
                pieces.append(piece)
                await send({"type": "http.response.body", "body": piece.data, "more_body": True})
            whole = True
        except _BROKEN:
            # what breaks is passed back and kept as it is
            whole = False
        finally:
            headers = {name.lower(): value for name, value in response.headers.items()}
            self._keep(request, Answered(response.status_code, headers, after_ms, pieces, whole))
        return whole


async def _timed(response: httpx.Response) -> AsyncIterator[Piece]:
    before = time.monotonic()
    async for data in response.aiter_raw():
        yield Piece(_since(before), data)
        before = time.monotonic()


def _since(moment: float) -> int:
    return round((time.monotonic() - moment) * 1000)


async def _cannot_reach(url: str, fault: Exception, send: Send, finish: Callable[[], None]) -> None:
    """Tell the client; it is no answer of the API, so nothing is kept."""
    told: dict[str, Any] = {"code": 424, "message": f"the recorder cannot reach {url}: {fault!r}"}
    head = [(b"content-type", b"application/json"), (b"x-should-retry", b"false")]
    finish()
    await send({"type": "http.response.start", "status": 424, "headers": head})
    await send({"type": "http.response.body", "body": dump_bytes({"error": told})})
