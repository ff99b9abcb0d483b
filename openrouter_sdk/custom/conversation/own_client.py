"""The client a conversation sends through: the caller's, or one of its own, which it closes."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable

from ..client import OpenRouter
from ..errors import ArgumentError


class OwnClient:
    """Gives the client, made when it is first needed unless the caller brought one.

    Args:
        client: The caller's client, which is never closed here.
        api_key: The key of a client made here.

    Raises:
        TypeError: `client` is no client, or both are given.
    """

    def __init__(self, client: OpenRouter | None, api_key: str | Callable[[], str | Awaitable[str]] | None) -> None:
        if client is not None and not isinstance(client, OpenRouter):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"client must be an OpenRouter, not {type(client).__name__}")
        if client is not None and api_key is not None:
            raise TypeError("give client or api_key, not both: a client has its key")
        self.injected = client
        self.api_key = api_key
        self._made: OpenRouter | None = None
        self._lock = threading.Lock()
        self._closed = False

    def get(self) -> OpenRouter:
        """The client.

        Raises:
            ArgumentError: There is no key, or it is closed.
        """
        if self.injected is not None:
            return self.injected
        with self._lock:
            if self._closed:
                raise ArgumentError("this conversation is closed; fork() it, or make a new one")
            if self._made is None:
                self._made = OpenRouter(api_key=self.api_key)
            return self._made

    def close(self) -> None:
        """Close the client that was made here."""
        made = self._taken()
        if made is not None:
            made.close()

    async def aclose(self) -> None:
        """The same from async code."""
        made = self._taken()
        if made is not None:
            await made.aclose()

    def _taken(self) -> OpenRouter | None:
        with self._lock:
            self._closed = True
            made, self._made = self._made, None
            return made
