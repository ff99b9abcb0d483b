"""aiohttp as what carries async requests: for very many streams at once.

It needs the extra `aiohttp`, and is loaded for `OpenRouter(http_backend="aiohttp")` only. Above it all is as with httpx
alone: limits, timeouts, failures, proxies.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from functools import lru_cache
from math import inf
from typing import Any

import aiohttp
import httpx
from yarl import URL

from ._aiohttp_body import FAILURES, BodyReads
from ._aiohttp_pool import Connector, LargeBody, Phases, phases
from ._lean_http import LeanAsyncClient
from ._reads import READS
from .exceptions import ArgumentError

_LONGEST_HEADER = 64 * 1024
"""In bytes. aiohttp's own limit is 8 KiB, and there are longer cookies and policies."""
_SMALL_BODY = 16 * 1024
"""Bytes that a socket takes at once, so that sending them needs no timeout."""

# The first that fits counts. Only sending the body ends with a `TimeoutError` that is none of aiohttp's.
_MEANINGS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpx.ReadTimeout),
    (TimeoutError, httpx.WriteTimeout),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    (aiohttp.ClientHttpProxyError, httpx.ProxyError),
    (aiohttp.ServerDisconnectedError, httpx.RemoteProtocolError),
    (aiohttp.ClientConnectionError, httpx.ReadError),
    (RuntimeError, httpx.ReadError),
    (Exception, httpx.RemoteProtocolError),
)


class Client(LeanAsyncClient):
    """The client that is made for each event loop."""

    def _init_transport(self, **options: Any) -> httpx.AsyncBaseTransport:  # type: ignore[override]
        return Transport(options["limits"], options["verify"])

    def _init_proxy_transport(  # type: ignore[override]
        self, proxy: httpx.Proxy, **options: Any
    ) -> httpx.AsyncBaseTransport:
        if proxy.url.scheme not in ("http", "https"):
            raise ArgumentError(f"http_backend 'aiohttp' has no {proxy.url.scheme} proxies, 'httpx' has")
        return Transport(options["limits"], options["verify"], proxy)


class Transport(httpx.AsyncBaseTransport):
    """Sends with aiohttp.

    Args:
        limits: Limits of the pool. aiohttp's own could not tell waiting for a place from connecting.
        trust: Whom to trust, for https.
        proxy: Through which proxy to go.
    """

    def __init__(self, limits: httpx.Limits, trust: ssl.SSLContext, proxy: httpx.Proxy | None = None) -> None:
        most = limits.max_connections
        self._limits = limits
        self._trust = trust
        self._proxy_headers = [] if proxy is None else _proxy_headers(proxy)
        self._through: dict[str, Any] = (
            {} if proxy is None else {"proxy": str(proxy.url), "proxy_headers": self._proxy_headers}
        )
        self._places = None if most is None else asyncio.Semaphore(most)
        self._bodies: set[_Body] = set()
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        wanted: Phases = request.extensions["timeout"]
        await self._take_place(wanted.get("pool"))
        try:
            response = await self._respond(request, wanted)
        except BaseException:
            self._leave_place()
            raise
        reads = BodyReads(response, wanted.get("read"), _meant)
        body = _Body(reads, self._ended)
        self._bodies.add(body)
        return httpx.Response(response.status, headers=response.raw_headers, stream=body, extensions={READS: reads})

    async def aclose(self) -> None:
        """Close all connections."""
        for body in list(self._bodies):
            await body.aclose()
        if self._session is not None:
            await self._session.close()

    async def _respond(self, request: httpx.Request, wanted: Phases) -> aiohttp.ClientResponse:
        session = self._session = self._session or self._new_session()
        phases.set(wanted)
        encoding, content = request.headers.encoding, request.content
        headers = [(name.decode(encoding), value.decode(encoding)) for name, value in request.headers.raw]
        if request.url.scheme == "http":
            # through a tunnel they go to the proxy alone
            headers += self._proxy_headers
        try:
            return await session.request(
                request.method,
                URL(str(request.url), encoded=True),
                headers=headers,
                data=content if len(content) <= _SMALL_BODY else LargeBody(content, wanted.get("write")),
                allow_redirects=False,
                # `get` would note that a connection was opened, which is not known yet
                timeout=_timeout(wanted["connect"], wanted.get("read")),
                **self._through,
            )
        except FAILURES as error:
            meant = _meant(error)
        # out here, so that aiohttp's is not the context of ours
        raise meant

    def _new_session(self) -> aiohttp.ClientSession:
        kept, expiry = self._limits.max_keepalive_connections, self._limits.keepalive_expiry
        connector = Connector(kept, limit=0, keepalive_timeout=expiry, ssl=self._trust)
        return aiohttp.ClientSession(
            connector=connector,
            # httpx keeps the cookies and unpacks the bodies
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )

    async def _take_place(self, seconds: float | None) -> None:
        if self._places is not None:
            try:
                async with asyncio.timeout(seconds):
                    await self._places.acquire()
            except TimeoutError:
                raise httpx.PoolTimeout("all connections are in use") from None

    def _leave_place(self) -> None:
        if self._places is not None:
            self._places.release()

    def _ended(self, body: _Body) -> None:
        self._bodies.discard(body)
        self._leave_place()

    def __del__(self) -> None:
        # an event loop that was closed took the connections along: nothing to complain about
        session: aiohttp.ClientSession | None = getattr(self, "_session", None)
        if session is not None:
            session.detach()


class _Body(httpx.AsyncByteStream):
    """The body of a response, as httpx takes it.

    Args:
        reads: The body.
        ended: Is told once that its connection is free, or closed.
    """

    def __init__(self, reads: BodyReads, ended: Callable[[_Body], None]) -> None:
        self._reads = reads
        self._ended: Callable[[_Body], None] | None = ended

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while (data := await self._reads.read(inf)) is not None:
            yield data

    async def aclose(self) -> None:
        """Free the connection, or close it if the body was not read to its end."""
        ended, self._ended = self._ended, None
        if ended is not None:
            closing = self._reads.close()
            ended(self)
            if closing:
                await asyncio.sleep(0)


@lru_cache(maxsize=8)
def _timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    # checks and freezes each of its fields, which takes a while
    return aiohttp.ClientTimeout(connect=connect, sock_read=read)


def _proxy_headers(proxy: httpx.Proxy) -> list[tuple[str, str]]:
    headers = proxy.headers.multi_items()
    if proxy.auth is not None:
        headers.append(("Proxy-Authorization", f"Basic {b64encode(':'.join(proxy.auth).encode()).decode()}"))
    return headers


def _meant(error: Exception) -> httpx.TransportError:
    """The exception of httpx for one of aiohttp."""
    meant = next(meaning for kind, meaning in _MEANINGS if isinstance(error, kind))(_told(error))
    # that of aiohttp shows the request with its headers, and in them the key
    meant.__cause__ = error.__cause__ if isinstance(error, aiohttp.ClientResponseError) else error
    return meant


def _told(error: Exception) -> str:
    if isinstance(error, aiohttp.ServerDisconnectedError):
        # in httpx's words, by which the end of a kept connection is known
        return "Server disconnected without sending a response."
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"{error.status} {error.message}"
    if isinstance(error, aiohttp.ClientResponseError):
        return error.message
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ClientPayloadError):
        # their own texts show addresses of objects
        return str(getattr(error.__cause__, "message", error.__cause__ or error))
    return str(error) or type(error).__name__
