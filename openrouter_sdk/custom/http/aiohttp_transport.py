"""aiohttp as what carries async requests: for very many streams at once.

It needs the extra `aiohttp`, and is loaded for `OpenRouter(http_backend="aiohttp")` only. Above it all is as with httpx
alone: limits, timeouts, failures, proxies.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from collections.abc import Awaitable
from functools import lru_cache
from math import inf
from typing import Any

import aiohttp
import httpx
from multidict import CIMultiDict
from yarl import URL

from ..errors import ArgumentError
from .aiohttp_body import FAILURES, BodyReads
from .aiohttp_pool import Body, Connector, Phases
from .lean import CLOSED, LeanAsyncClient, Lines
from .reads import READS

_LONGEST_HEADER = 64 * 1024
"""In bytes. aiohttp's own limit is 8 KiB, and there are longer cookies and policies."""

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


class Post(httpx.Request):
    """A request as aiohttp is given it. Of httpx's there is only what is looked at: all the rest would cost more.

    Args:
        url: The whole address.
        address: The same for aiohttp.
        lines: The headers.
        body: The body.
        phases: The timeouts.
    """

    def __init__(self, url: httpx.URL, address: URL, lines: CIMultiDict[str], body: bytes, phases: Phases) -> None:
        self.method = "POST"
        self.url = url
        self.address = address
        self.lines = lines
        self.body = body
        self.phases = phases


class Client(LeanAsyncClient):
    """The client that is made for each event loop."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._given: tuple[httpx.URL, httpx.Headers, URL, CIMultiDict[str]] | None = None

    @staticmethod
    def no_socks() -> str:
        """Why there are no SOCKS proxies."""
        return "http_backend 'aiohttp' has no SOCKS proxies, 'httpx' has"

    def through(self, **options: Any) -> httpx.AsyncBaseTransport:
        """A transport that goes through a proxy."""
        return Transport(**options)

    def build_post(self, url: httpx.URL, content: bytes, headers: Lines, extensions: dict[str, Any]) -> Post:
        """A POST request; mostly it differs from the one before only in its body."""
        self.goes_direct(url)  # what cannot be sent is not built
        merged = self._merged(url.netloc, headers)
        if self._given is None or self._given[0] is not url or self._given[1] is not merged:
            self._given = url, merged, URL(str(url), encoded=True), _text(merged)
        _, _, address, lines = self._given
        if self._jar:
            # with a stream, lest httpx adds what it thinks of the body
            with_cookies = httpx.Request("POST", url, headers=merged, stream=httpx.ByteStream(b""))
            self._jar.set_cookie_header(with_cookies)
            lines = _text(with_cookies.headers)
        return Post(url, address, lines, content, extensions["timeout"])

    async def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        """Send one request as it stands. The body of the response is not read."""
        if self.is_closed:
            raise RuntimeError(CLOSED)
        response: httpx.Response = await self._transport_for_url(request.url).handle_async_request(request)
        if "set-cookie" in response.headers:
            response.request = httpx.Request("POST", request.url)
            self._jar.extract_cookies(response)
        return response

    def _init_transport(self, **options: Any) -> httpx.AsyncBaseTransport:  # type: ignore[override]
        return Transport(options["limits"], options["verify"])


class Transport(httpx.AsyncBaseTransport):
    """Sends with aiohttp.

    Args:
        limits: Limits of the pool. aiohttp's own could not tell waiting for a place from connecting.
        verify: Whom to trust, for https.
        proxy: Through which proxy to go.
    """

    def __init__(self, limits: httpx.Limits, verify: ssl.SSLContext, proxy: httpx.Proxy | None = None) -> None:
        most = limits.max_connections
        self._limits = limits
        self._trust = verify
        self._proxy_headers = [] if proxy is None else _proxy_headers(proxy)
        self._through: dict[str, Any] = (
            {} if proxy is None else {"proxy": str(proxy.url), "proxy_headers": self._proxy_headers}
        )
        self._places = None if most is None else asyncio.Semaphore(most)
        self._bodies: set[BodyReads] = set()
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: Post) -> httpx.Response:  # type: ignore[override]
        """Send one request."""
        wanted = request.phases
        if self._places is not None:
            await _take_place(self._places, wanted.get("pool"))
        try:
            # `get` would note that a connection was opened, which is not known yet
            timeout = _timeout(wanted["connect"], wanted.get("read"))
            response = await self._post(request, timeout)
        except FAILURES as error:
            self._leave_place()
            meant = _meant(error)
        except BaseException:
            self._leave_place()
            raise
        else:
            body = BodyReads(response, timeout.sock_read, _meant, self)
            self._bodies.add(body)
            return httpx.Response(response.status, headers=response.raw_headers, stream=body, extensions={READS: body})
        # out here, so that aiohttp's is not the context of ours
        raise meant

    async def aclose(self) -> None:
        """Close all connections."""
        for body in list(self._bodies):
            await body.aclose()
        if self._session is not None:
            await self._session.close()

    def _post(self, request: Post, timeout: aiohttp.ClientTimeout) -> Awaitable[aiohttp.ClientResponse]:
        session = self._session = self._session or self._new_session()
        lines = request.lines
        if self._proxy_headers and request.url.scheme == "http":
            # through a tunnel they go to the proxy alone
            lines = CIMultiDict([*lines.items(), *self._proxy_headers])
        return session.post(
            request.address,
            headers=lines,
            data=Body(request.body, request.phases),
            allow_redirects=False,
            timeout=timeout,
            **self._through,
        )

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

    def _leave_place(self) -> None:
        if self._places is not None:
            self._places.release()

    def ended(self, body: BodyReads) -> None:
        """The connection of this body is free, or closed."""
        self._bodies.discard(body)
        self._leave_place()

    def __del__(self) -> None:
        # an event loop that was closed took the connections along: nothing to complain about
        session: aiohttp.ClientSession | None = getattr(self, "_session", None)
        if session is not None:
            session.detach()


async def _take_place(places: asyncio.Semaphore, seconds: float | None) -> None:
    try:
        async with asyncio.timeout(seconds):
            await places.acquire()
    except TimeoutError:
        raise httpx.PoolTimeout("all connections are in use") from None


@lru_cache(maxsize=8)
def _timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    # checks and freezes each of its fields, which takes a while
    return aiohttp.ClientTimeout(connect=connect, sock_read=read, ceil_threshold=inf)


def _text(headers: httpx.Headers) -> CIMultiDict[str]:
    lines: CIMultiDict[str] = CIMultiDict()
    for name, value in headers.raw:
        text = value.decode(errors="replace")
        if text.encode() != value:
            raise ArgumentError(f"header {name.decode()!r} is no UTF-8: http_backend 'aiohttp' sends UTF-8 alone")
        lines.add(name.decode(), text)
    return lines


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
