"""The connections beneath an httpx client: whose they are, how they are made and read. httpx shows too little of it.

The names used here are not public. Where one is missing, as in a transport of the caller's own, nothing is found, and
deadlines are kept less exactly and threads woken less surely.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from .exchange import Client, Request, shut_down_stream


def stream_of(client: Any, request: Request) -> Any:
    """The network stream that carries a request which has no response yet; None where it is not known."""
    for pool in _pools(client):
        for held in list(pool._requests):
            if held.request.extensions.get("timeout") is request.extensions["timeout"]:
                return _network_stream(held.connection)
    return None


def end_all(client: Client) -> bool:
    """Close the idle connections, and wake the threads that wait at the others: they find the end and close those.

    Closing the socket of a thread that waits would not wake it, and might leave it waiting at a stranger's.

    Returns:
        False if nothing is known of the connections.
    """
    pools = list(_pools(client))
    for pool in pools:
        # what is given back from now on is closed at once
        pool._max_keepalive_connections = 0
        with pool._optional_thread_lock:
            idle = pool._assign_requests_to_connections()
        pool._close_connections(idle)
        for connection in pool.connections:
            shut_down_stream(_network_stream(connection))
    return bool(pools)


def tune(client: Client) -> None:
    """Let all addresses of a host together take the time to connect, instead of each; and read with fewer steps."""
    for pool in _pools(client):
        pool._network_backend = Network(pool._network_backend)


class Network:
    """A network backend that gives each address of a host its share of the time that is left.

    Args:
        backend: Connects to a host.
    """

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> Any:
        """Connect to the first address that answers."""
        if timeout is None or ":" in host:
            return _quick(self._backend.connect_tcp(host, port, timeout=timeout, **options))
        until = time.monotonic() + timeout
        *others, last = _addresses(host, port)
        for left, address in zip(range(len(others) + 1, 1, -1), others, strict=True):
            with suppress(Exception):
                return self._connect(address, port, (until - time.monotonic()) / left, options)
        return self._connect(last, port, until - time.monotonic(), options)

    def _connect(self, address: str, port: int, seconds: float, options: dict[str, Any]) -> Any:
        return _quick(self._backend.connect_tcp(address, port, timeout=max(seconds, 0.001), **options))


class QuickStream:
    """A network stream that reads as httpcore's does, in fewer steps.

    Args:
        stream: httpcore's.
        connected: Its socket, from which it reads without more ado.
    """

    def __init__(self, stream: Any, connected: socket.socket) -> None:
        self._stream = stream
        self._socket = connected

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, after at most `timeout` seconds."""
        connected = self._socket
        try:
            if connected.gettimeout() != timeout:
                connected.settimeout(timeout)
            return connected.recv(max_bytes)
        except OSError as error:
            from httpcore import ReadError, ReadTimeout  # lazy: only a failure needs them

            raise (ReadTimeout if isinstance(error, TimeoutError) else ReadError)(error) from error

    def start_tls(self, *arguments: Any, **options: Any) -> Any:
        """The stream over TLS."""
        over_tls = self._stream.start_tls(*arguments, **options)
        # TLS within TLS is no socket's business
        return over_tls if isinstance(self._socket, ssl.SSLSocket) else _quick(over_tls)


def _quick(stream: Any) -> Any:
    connected: Any = stream.get_extra_info("socket")
    return QuickStream(stream, connected) if isinstance(connected, socket.socket) else stream


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        from httpcore import ConnectError  # lazy: httpx loads it with its first client, which is not built yet here

        raise ConnectError(str(error)) from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _pools(client: Any) -> Iterator[Any]:
    for transport in (client._transport, *client._mounts.values()):
        pool = getattr(transport, "_pool", None)
        if hasattr(pool, "_requests"):
            yield pool


def _network_stream(connection: Any) -> Any:
    """What the innermost connection writes to: that of the pool wraps one of HTTP/1.1, or another that does.

    None for HTTP/2, where other requests share the stream.
    """
    while connection is not None and not hasattr(connection, "_h11_state"):
        connection = getattr(connection, "_connection", None)
    return getattr(connection, "_network_stream", None)
