"""Cookies that servers set, and get back."""

from __future__ import annotations

import threading
from email.message import Message
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from types import SimpleNamespace
from typing import Any
from urllib.request import Request as JarRequest

from .message import Lines, Url

_MOST = 50
_MOST_CHARS = 4096
"""Of name and value together. Both are what RFC 6265, section 6.1, wants at least."""


class _Policy(DefaultCookiePolicy):
    """Keeps no cookie beyond ASCII, which could not be sent, and none that is too long."""

    def set_ok(self, cookie: Cookie, request: JarRequest) -> bool:
        text = f"{cookie.name}{cookie.value}"
        return text.isascii() and len(text) <= _MOST_CHARS and super().set_ok(cookie, request)


class Cookies:
    """The cookies of one client, whose threads may keep some at once."""

    def __init__(self) -> None:
        self._jar = CookieJar(_Policy())
        self._lock = threading.Lock()

    def keep(self, url: Url, headers: Lines) -> None:
        """Keep those of an answer."""
        message = Message()
        for name, value in headers:
            if name.lower() == b"set-cookie":
                message["Set-Cookie"] = value.decode("latin-1")
        # a jar reads nothing else of an answer
        answer: Any = SimpleNamespace(info=lambda: message)
        with self._lock:
            self._jar.extract_cookies(answer, _request(url))
            for cookie in list(self._jar)[:-_MOST]:
                self._jar.clear(cookie.domain, cookie.path, cookie.name)

    def lines(self, url: Url) -> Lines:
        """The header for a request to this URL, if there is anything to say."""
        request = _request(url)
        with self._lock:
            self._jar.add_cookie_header(request)
        found = request.get_header("Cookie")
        return [] if found is None else [(b"cookie", found.encode())]


def _request(url: Url) -> JarRequest:
    return JarRequest(url.text)  # noqa: S310 - nothing is opened, the jar reads the address
