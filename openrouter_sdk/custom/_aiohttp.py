"""aiohttp as what carries async requests: httpx-aiohttp's transport, with limits and errors that mean what they say.

It needs the extra `aiohttp`, and is loaded for `OpenRouter(http_backend="aiohttp")` only.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport


class Transport(AiohttpTransport):
    """The transport of httpx-aiohttp.

    Args:
        limits: Limits of the pool; no cap on connections where none is set.
        trust: The certificates to trust.
    """

    def __init__(self, limits: httpx.Limits, trust: ssl.SSLContext) -> None:
        # 0 is aiohttp's word for no cap; without a word it would cap at 100
        most = limits.max_connections or 0
        held = httpx.Limits(max_connections=most, keepalive_expiry=limits.keepalive_expiry)
        super().__init__(limits=held, verify=trust)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        with _losses_named():
            response = await super().handle_async_request(request)
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Body(response.stream)
        return response


class _Body(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _losses_named():
            async for data in self._inner:
                yield data

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextmanager
def _losses_named() -> Generator[None]:
    """Tell a connection that was lost from one that was never made, and both from a timeout.

    httpx-aiohttp calls all three a `ConnectTimeout`. The request of a lost one may have been worked on, and billed.
    What is no HTTP it does not translate at all.
    """
    try:
        yield
    except httpx.ConnectTimeout as error:
        cause = error.__cause__
        if cause is None or isinstance(cause, aiohttp.ConnectionTimeoutError):
            raise
        kind: type[httpx.TransportError] = httpx.ReadError
        if isinstance(cause, aiohttp.ClientConnectorError):
            kind = httpx.ConnectError
        elif isinstance(cause, aiohttp.ServerDisconnectedError):
            kind = httpx.RemoteProtocolError
        raise kind(str(error) or type(cause).__name__) from cause
    except aiohttp.ClientError as error:
        raise httpx.RemoteProtocolError(str(error) or type(error).__name__) from error
