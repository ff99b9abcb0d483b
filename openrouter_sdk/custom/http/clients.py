"""The HTTP clients of one SDK client: made when first needed, one for sync calls and one for each event loop."""

from __future__ import annotations

import os
import sys
import threading
import warnings
import weakref
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import ArgumentError
from .environment import Network
from .message import AsyncClient, Client
from .pool import Limits

if TYPE_CHECKING:
    from .clients_async import ClientsByLoop
    from .own_client import OwnClient
    from .own_client_async import OwnAsyncClient

_CLOSED = "this client is closed; make a new one"
_SYSTEM_KNOWS_PROXIES = sys.platform in ("darwin", "win32")
_INJECTED_CLOSED = "the injected httpx client is closed"
_DEFAULT_LIMITS = Limits()
_NO_BACKEND = "http_backend is without effect and goes in 1.0: leave it out, and the extra `aiohttp` too"


class HttpClients:
    """Owns what it makes, and closes only that.

    Args:
        options: The client's options: `client`, `async_client`, `limits`, `http_backend`.

    Raises:
        TypeError: An injected client of another library, or of the other colour.
        ArgumentError: An unknown backend, or one that is not installed.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._injected: Client | None = _injected(options["client"], "Client", "client")
        self._injected_async: AsyncClient | None = _injected(options["async_client"], "AsyncClient", "async_client")
        self._limits = _checked_limits(options["limits"])
        if options["http_backend"] not in ("httpx", "aiohttp"):
            raise ArgumentError(f"http_backend must be 'httpx' or 'aiohttp', not {options['http_backend']!r}")
        if options["http_backend"] == "aiohttp":
            # shown at the line that makes the client: here, OpenRouter's options and its signature lie between
            warnings.warn(_NO_BACKEND, DeprecationWarning, stacklevel=4)
        self._lock = threading.Lock()
        self._own: OwnClient | None = None
        self._by_loop: ClientsByLoop | None = None
        self._closed = False
        self._waiting: set[Callable[[], object]] = set()
        _all.add(self)

    def sync(self) -> Client:
        """The client for sync calls."""
        self._check(self._injected)
        if self._injected is not None:
            return self._injected
        own = self._own
        if own is None:
            with self._lock:
                own = self._own = self._own or _new(self._limits)
        return own

    async def running(self) -> AsyncClient:
        """The client of the running event loop."""
        from .event_loop import running_loop  # lazy: a sync program never loads asyncio

        running_loop()
        self._check(self._injected_async)
        if self._injected_async is not None:
            return self._injected_async
        by_loop = self._by_loop
        if by_loop is None:
            from .clients_async import ClientsByLoop  # lazy: the same

            with self._lock:
                by_loop = self._by_loop = self._by_loop or ClientsByLoop(partial(_new_async, self._limits))
        return await by_loop.running()

    def _check(self, injected: Client | AsyncClient | None) -> None:
        if self._closed:
            raise ArgumentError(_CLOSED)
        if injected is not None and injected.is_closed:
            raise ArgumentError(_INJECTED_CLOSED)

    def wait(self, seconds: float, woken: threading.Event | None = None) -> None:
        """Wait so many seconds, unless this is closed, or somebody sets the event.

        Raises:
            ArgumentError: It is closed.
        """
        woken = woken or threading.Event()
        with self._woken_by(woken.set):
            woken.wait(seconds)

    async def wait_async(self, seconds: float) -> None:
        """The same, in a task."""
        from .event_loop import wait  # lazy: a sync program never loads asyncio

        await wait(seconds, self._woken_by)

    @contextmanager
    def _woken_by(self, wake: Callable[[], object]) -> Generator[None]:
        self._waiting.add(wake)
        try:
            if self._closed:
                wake()
            yield
        finally:
            self._waiting.discard(wake)
        if self._closed:
            raise ArgumentError(_CLOSED)

    def _end(self) -> None:
        self._closed = True
        for wake in list(self._waiting):
            wake()
        own, self._own = self._own, None
        if own is not None:
            own.close()

    def close(self) -> None:
        """Close what was made here. Clients of other event loops are closed by their loops."""
        self._end()
        if self._by_loop is not None:
            self._by_loop.close()

    async def aclose(self) -> None:
        """The same from async code."""
        self._end()
        if self._by_loop is not None:
            await self._by_loop.aclose()

    def forget(self) -> None:
        """In a forked child: leave the parent's connections alone and make new ones."""
        _left_to_parent.extend([self._own, self._by_loop])
        self._own, self._by_loop, self._lock = None, None, threading.Lock()
        self._waiting = set()


def _new(limits: Limits) -> OwnClient:
    from .own_client import OwnClient  # lazy: building an SDK client opens nothing

    return OwnClient(limits, Network(os.environ, _system_proxies()))


def _new_async(limits: Limits) -> OwnAsyncClient:
    from .own_client_async import OwnAsyncClient  # lazy: a sync program never loads asyncio

    return OwnAsyncClient(limits, Network(os.environ, _system_proxies()))


def _system_proxies() -> dict[str, str]:
    if not _SYSTEM_KNOWS_PROXIES:
        return {}
    from urllib.request import getproxies  # lazy: it loads much

    return getproxies()


def _injected(client: Any, kind: str, name: str) -> Any:
    if client is None:
        return None
    from . import injected, injected_async  # lazy: they load httpx, which most programs do not need

    library = injected.library_of(client, kind)
    if library is None:
        raise TypeError(f"{name} must be an httpx.{kind}, not {_name_of(client)}")
    made = injected.InjectedClient if kind == "Client" else injected_async.InjectedAsyncClient
    return made(client, library)


def _checked_limits(given: Any) -> Limits:
    if given is None:
        return _DEFAULT_LIMITS
    try:
        limits = Limits(given.max_connections, given.max_keepalive_connections, given.keepalive_expiry)
    except AttributeError:
        raise TypeError(f"limits must be an httpx.Limits, not {_name_of(given)}") from None
    if limits.most is not None and limits.most < 1:
        raise ArgumentError(f"limits: max_connections must be above 0, not {limits.most!r}")
    return limits


def _name_of(given: object) -> str:
    return f"{type(given).__module__.split('.')[0]}.{type(given).__name__}"


_all: weakref.WeakSet[HttpClients] = weakref.WeakSet()
_left_to_parent: list[Any] = []


def _after_fork() -> None:
    for clients in list(_all):
        clients.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
