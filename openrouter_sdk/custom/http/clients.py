"""The httpx clients of one SDK client: made when first needed, one for sync calls and one for each event loop."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies

import httpx

from ..errors import ArgumentError
from ..retry import MAX_IDLE_CONNECTIONS
from .environment import Proxies, tls_context, trust_store
from .lean import LeanAsyncClient, LeanClient
from .network import end_all, tune

if TYPE_CHECKING:
    from .clients_async import ClientsByLoop

_DEFAULT_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=MAX_IDLE_CONNECTIONS)
_CLOSED = "this client is closed; make a new one"
_TRANSPORT = f"{__package__}.aiohttp_transport"
_NEEDED_BY_AIOHTTP = ("aiohttp", "multidict", "yarl", _TRANSPORT)
_NO_EXTRA = "http_backend 'aiohttp' needs the extra: pip install openrouter-sdk[aiohttp]"
_NOT_FROZEN = (
    "http_backend 'aiohttp' is not in this frozen program: build it where openrouter-sdk[aiohttp] is installed, "
    f"if need be with the hidden import {_TRANSPORT}"
)
_INJECTED_CLOSED = "the injected httpx client is closed"


class _OwnClient(LeanClient):
    """A client that closes its connections when nobody can use it any more: neither the SDK client nor a stream."""

    left_alone = False
    _ended = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        tune(self)
        _own_clients.add(self)

    @property
    def is_closed(self) -> bool:
        """Whether no further request may be sent."""
        return self._ended

    def close(self) -> None:
        """Close the connections; calls under way in other threads end with an error."""
        self._ended = True
        if not end_all(self):
            super().close()

    def __del__(self, _ending: Callable[[], bool] = sys.is_finalizing) -> None:
        # closing while Python ends can crash the interpreter
        if not self.left_alone and not _ending():
            with suppress(Exception):
                super().close()


class HttpClients:
    """Owns what it makes, and closes only that.

    Args:
        options: The client's options: `client`, `async_client`, `limits`, `http_backend`.

    Raises:
        TypeError: An injected client of another library, or of the other colour.
        ArgumentError: An unknown backend, or one that is not installed.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._injected: httpx.Client | None = _checked(options["client"], httpx.Client, "client")
        self._injected_async: httpx.AsyncClient | None = _checked(
            options["async_client"], httpx.AsyncClient, "async_client"
        )
        self._limits: httpx.Limits = _checked(options["limits"], httpx.Limits, "limits") or _DEFAULT_LIMITS
        self._aiohttp = _aiohttp_client(options["http_backend"])
        self._lock = threading.Lock()
        self._own: _OwnClient | None = None
        self._by_loop: ClientsByLoop | None = None
        self._closed = False
        _all.add(self)

    def sync(self) -> httpx.Client:
        """The client for sync calls."""
        if self._closed:
            raise ArgumentError(_CLOSED)
        if self._injected is not None:
            if self._injected.is_closed:
                raise ArgumentError(_INJECTED_CLOSED)
            return self._injected
        own = self._own
        if own is None:
            with self._lock:
                own = self._own = self._own or _made(_OwnClient, self._limits)
        return own

    async def running(self) -> httpx.AsyncClient:
        """The client of the running event loop."""
        from .settling import running_loop  # lazy: a sync program never loads asyncio

        running_loop()
        if self._closed:
            raise ArgumentError(_CLOSED)
        if self._injected_async is not None:
            if self._injected_async.is_closed:
                raise ArgumentError(_INJECTED_CLOSED)
            return self._injected_async
        by_loop = self._by_loop
        if by_loop is None:
            from .clients_async import ClientsByLoop  # lazy: the same

            with self._lock:
                by_loop = self._by_loop = self._by_loop or ClientsByLoop(
                    partial(_new_async, self._limits, self._aiohttp)
                )
        return await by_loop.running()

    def close(self) -> None:
        """Close what was made here. Clients of other event loops are closed by their loops."""
        self._closed = True
        self._close_own()
        if self._by_loop is not None:
            self._by_loop.close()

    def _close_own(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            own.close()

    async def aclose(self) -> None:
        """The same from async code."""
        self._closed = True
        self._close_own()
        if self._by_loop is not None:
            await self._by_loop.aclose()

    def forget(self) -> None:
        """In a forked child: leave the parent's connections alone and make new ones."""
        _left_to_parent.extend([self._own, self._by_loop])
        self._own, self._by_loop, self._lock = None, None, threading.Lock()


def _new_async(limits: httpx.Limits, aiohttp: Any) -> httpx.AsyncClient:
    client: httpx.AsyncClient = _made(aiohttp or LeanAsyncClient, limits)
    return client


def _made(kind: Any, limits: httpx.Limits) -> Any:
    """A client with the proxies and certificates that the environment names now."""
    proxies = Proxies(os.environ, getproxies(), kind.no_socks)
    return kind(limits=limits, verify=tls_context(trust_store(os.environ)), proxies=proxies)


def _checked(value: Any, kind: Any, name: str) -> Any:
    if value is None or isinstance(value, kind):
        return value
    given = f"{type(value).__module__.split('.')[0]}.{type(value).__name__}"
    raise TypeError(f"{name} must be an httpx.{kind.__name__}, not {given}")


def _aiohttp_client(backend: object) -> Any:
    if backend == "httpx":
        return None
    if backend != "aiohttp":
        raise ArgumentError(f"http_backend must be 'httpx' or 'aiohttp', not {backend!r}")
    try:
        from .aiohttp_transport import Client  # lazy: optional; written out, so that PyInstaller finds it
    except ModuleNotFoundError as error:
        if error.name not in _NEEDED_BY_AIOHTTP:
            raise
        raise ArgumentError(_NOT_FROZEN if getattr(sys, "frozen", False) else _NO_EXTRA) from None
    return Client


_own_clients: weakref.WeakSet[_OwnClient] = weakref.WeakSet()
_all: weakref.WeakSet[HttpClients] = weakref.WeakSet()
_left_to_parent: list[Any] = []


def _at_exit() -> None:
    # later, while Python ends, objects are torn down in any order and closing is not safe
    for client in list(_own_clients):
        if not client.left_alone:
            client.close()
            # whoever was to read on does not any more
            httpx.Client.close(client)


atexit.register(_at_exit)


def _after_fork() -> None:
    for client in list(_own_clients):
        client.left_alone = True
    for clients in list(_all):
        clients.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
