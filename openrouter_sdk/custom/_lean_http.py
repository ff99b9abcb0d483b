"""The httpx clients that the SDK makes for itself: they build its one kind of request without httpx's merging.

An injected client may bring headers, parameters, cookies and a base URL of its own, which httpx merges into each
request. One made here has its defaults only, and merging them costs more than all else that the SDK does for a call.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import httpx

Lines: TypeAlias = list[tuple[bytes, bytes]]


class _Jar(httpx.Cookies):
    """Cookies that look at a response only when it brings some: httpx makes a message of all headers first."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Keep the cookies of a response."""
        if "set-cookie" in response.headers:
            super().extract_cookies(response)


class Lean:
    """What clients of both colours have alike."""

    def __init__(self, **options: Any) -> None:
        self._jar = _Jar()
        super().__init__(**options)

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
        named = {name for name, _ in headers}
        own: Lines = getattr(self, "headers").raw  # noqa: B009 - a mixin: the other base has it
        lines = [] if b"host" in named else [(b"Host", url.netloc)]
        lines += [line for line in own if line[0].lower() not in named]
        lines += headers
        lines.append((b"Content-Length", b"%d" % len(content)))
        jar, body = self._jar, httpx.ByteStream(content)
        request = httpx.Request("POST", url, headers=lines, cookies=jar or None, stream=body, extensions=extensions)
        request.read()  # as httpx does: transports ask for `request.content`
        return request


class LeanClient(Lean, httpx.Client):
    """The sync client."""


class LeanAsyncClient(Lean, httpx.AsyncClient):
    """The async client."""
