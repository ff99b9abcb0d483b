"""The httpx clients that the SDK makes for itself: they build and send its one kind of request in fewer steps.

An injected client may bring headers, parameters, cookies and a base URL of its own, which httpx merges into each
request, and credentials, hooks and redirects, which it looks after when it sends one. One made here has none of them,
and doing that for nothing costs more than all else that the SDK does for a call.
"""

from __future__ import annotations

import ssl
from http.cookiejar import Cookie, DefaultCookiePolicy
from importlib import import_module
from typing import Any, TypeAlias

import httpx

from .environment import Proxies, Proxy

CLOSED = "the client is closed"
"""What sending through a client that was closed raises a RuntimeError with."""

Lines: TypeAlias = list[tuple[bytes, bytes]]


class _Policy(DefaultCookiePolicy):
    """Keeps no cookie beyond ASCII: httpx could not send it, nor anything else with it."""

    def set_ok(self, cookie: Cookie, request: Any) -> bool:
        """Whether to keep a cookie."""
        return f"{cookie.name}{cookie.value}".isascii() and super().set_ok(cookie, request)


class _Jar(httpx.Cookies):
    """Cookies that look at a response only when it brings some: httpx makes a message of all headers first."""

    def __init__(self, cookies: Any = None) -> None:
        super().__init__(cookies)
        self.jar.set_policy(_Policy())

    def extract_cookies(self, response: httpx.Response) -> None:
        """Keep the cookies of a response."""
        if "set-cookie" in response.headers:
            super().extract_cookies(response)


class Lean:
    """What clients of both colours have alike.

    Args:
        proxies: Those of the environment.
        options: Those of httpx.
    """

    def __init__(self, *, proxies: Proxies | None = None, **options: Any) -> None:
        self._jar = _Jar()
        self._last: tuple[tuple[bytes, Lines], httpx.Headers] | None = None
        self._proxies = proxies
        if proxies:
            limits, trust = options["limits"], options["verify"]
            options["mounts"] = {
                f"{scheme}://": self.through(limits=limits, verify=trust, proxy=_for_httpx(proxy, trust))
                for scheme, proxy in proxies.usable().items()
            }
        super().__init__(trust_env=False, **options)  # type: ignore[call-arg]

    @staticmethod
    def no_socks() -> str | None:
        """Why there are no SOCKS proxies; None where there are."""
        try:
            import_module("socksio")
        except ImportError:
            return "it needs a package: pip install socksio"
        return None

    def through(self, **options: Any) -> Any:
        """A transport that goes through a proxy."""
        raise NotImplementedError

    def goes_direct(self, url: httpx.URL) -> bool:
        """Whether no proxy leads to this address.

        Raises:
            ArgumentError: The environment names one that cannot be used.
        """
        if not self._proxies:
            return True
        port = url.port or (443 if url.scheme == "https" else 80)
        return self._proxies.proxy_for(url.scheme, url.host, port) is None

    def _transport_for_url(self, url: httpx.URL) -> Any:
        base: Any = super()
        return getattr(self, "_transport") if self.goes_direct(url) else base._transport_for_url(url)  # noqa: B009

    @property
    def cookies(self) -> httpx.Cookies:
        """What servers have set."""
        return self._jar

    @cookies.setter
    def cookies(self, cookies: Any) -> None:
        self._jar = _Jar(cookies)

    def build_post(self, url: httpx.URL, content: bytes, headers: Lines, extensions: dict[str, Any]) -> httpx.Request:
        """A POST request as `build_request` makes it.

        Args:
            url: The whole address.
            content: The body.
            headers: Names in lower case and values; they replace the client's own of the same name.
            extensions: What the transport is told besides.
        """
        self.goes_direct(url)  # what cannot be sent is not built
        merged, body = self._merged(url.netloc, headers), httpx.ByteStream(content)
        request = httpx.Request("POST", url, headers=merged, stream=body, extensions=extensions)
        request.headers["Content-Length"] = str(len(content))
        if self._jar:
            self._jar.set_cookie_header(request)
        request.read()  # as httpx does: transports ask for `request.content`
        return request

    def _merged(self, host: bytes, headers: Lines) -> httpx.Headers:
        """The headers with the client's own beneath them; mostly they are those of the request before."""
        key, last = (host, headers), self._last
        if last is not None and last[0] == key:
            return last[1]
        named = {name for name, _ in headers}
        own: Lines = getattr(self, "headers").raw  # noqa: B009 - a mixin: the other base has it
        lines = [] if b"host" in named else [(b"Host", host)]
        lines += [line for line in own if line[0].lower() not in named]
        merged = httpx.Headers(lines + headers)
        self._last = key, merged
        return merged


def _for_httpx(proxy: Proxy, trust: ssl.SSLContext) -> httpx.Proxy:
    return httpx.Proxy(proxy.url, auth=proxy.auth, ssl_context=trust if proxy.scheme == "https" else None)


class LeanClient(Lean, httpx.Client):
    """The sync client."""

    def through(self, **options: Any) -> httpx.BaseTransport:
        """A transport that goes through a proxy."""
        return httpx.HTTPTransport(**options)

    def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        """Send one request as it stands. The body of the response is not read."""
        if super().is_closed:
            raise RuntimeError(CLOSED)
        return self._send_single_request(request)


class LeanAsyncClient(Lean, httpx.AsyncClient):
    """The async client."""

    def through(self, **options: Any) -> httpx.AsyncBaseTransport:
        """A transport that goes through a proxy."""
        return httpx.AsyncHTTPTransport(**options)

    async def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        """The same for async."""
        if super().is_closed:
            raise RuntimeError(CLOSED)
        return await self._send_single_request(request)
