"""The emulated server as its user holds it: start, script, look, stop."""

from __future__ import annotations

import importlib
import ipaddress
import socket
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .._api.settings import Settings
from .._extra import EXTRA_MODULES, missing_extra
from .._sent import BASE_PATH
from .emulated import PATIENCE_S, Emulated
from .state import State

if TYPE_CHECKING:
    from .runner import Runner  # lazy: what it imports comes with the extra only

_BACKLOG = 2048
_LAST_PORT = 65_535


class Server(Emulated):
    """An emulated OpenRouter on a loopback port; made by :func:`serve`, run by ``with`` or ``start``/``stop``.

    Every method and property may be used from any thread. One server can be started once.
    """

    def __init__(self, host: str, port: int, state: State) -> None:
        super().__init__(state)
        self._runner: Runner | None = None
        self._wanted = (host, port)
        self._base = ""

    @property
    def url(self) -> str:
        """The base URL for a client, for example ``"http://127.0.0.1:49152/api/v1"``.

        Raises:
            RuntimeError: before the server is started.
        """
        if not self._base:
            raise RuntimeError("the server has no URL before it is started: use it in a with statement")
        return f"{self._base}{BASE_PATH}"

    @property
    def needs_real_key(self) -> bool:
        """Whether requests reach the real API; False for an emulated server."""
        return False

    @property
    def connections(self) -> int:
        """How many client connections are open."""
        return self._state.connections()

    def wait_closed(self, count: int = 1, timeout: float = PATIENCE_S) -> bool:
        """Wait until clients have closed ``count`` connections before their answer ended; False after ``timeout``."""
        return self._state.wait_closed(count, timeout)

    def wait_connections(self, at_most: int = 0, timeout: float = PATIENCE_S) -> bool:
        """Wait until no more than ``at_most`` connections are open; False after ``timeout`` seconds."""
        return self._state.wait_connections(at_most, timeout)

    def start(self) -> Self:
        """Listen and serve in a thread of its own.

        Raises:
            ImportError: when the packages of the ``testing`` extra are not installed.
            OSError: when the port is taken.
            RuntimeError: when it was started before.
        """
        if self._base:
            raise RuntimeError("the server was started before")
        runner_class = _load_runner()
        listener = _listen(*self._wanted)
        host, port = listener.getsockname()[:2]
        try:
            runner = runner_class(self._state, listener)
        except BaseException:
            listener.close()
            raise
        runner.start()
        self._runner = runner
        self._base = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        return self

    def stop(self) -> None:
        """Break what is open and stop; at once, and without harm a second time."""
        if self._runner is not None:
            self._runner.stop()
            self._runner = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"Server({self._base or 'not started'})"


def serve(
    *,
    port: int = 0,
    host: str = "127.0.0.1",
    delay: float = 0.0,
    api_key: str | None = None,
    management_key: str | None = None,
    generation_lag: int = 0,
    strict: bool | None = None,
) -> Server:
    """An emulated OpenRouter for a ``with`` statement: it serves while the block runs.

    Args:
        port: the port to listen on; 0 picks a free one.
        host: a loopback address, or ``"localhost"``.
        delay: seconds between the events of the answers that are not scripted.
        api_key: the only key to accept; by default every key is good and only a missing one is refused.
        management_key: the only key that may run the account (provider keys, credits); others get 403 there. By
            default every key may.
        generation_lag: how often a generation is looked up in vain (404) before it is found, as OpenRouter takes a
            while to store it.
        strict: whether a request that neither a rule nor a scripted answer is for is refused, with 404 and a text that
            tells the rules that came nearest; False never refuses. By default requests are refused on the paths that
            rules were given for.

    Raises:
        ImportError: when the packages of the ``testing`` extra are not installed.
        ValueError: when ``host`` is no loopback address, ``port`` is no port, or a number is negative.
    """
    if not 0 <= port <= _LAST_PORT:
        raise ValueError(f"port must be 0 to {_LAST_PORT}: {port!r}")
    for name, number in (("delay", delay), ("generation_lag", generation_lag)):
        if number < 0:
            raise ValueError(f"{name} must not be negative: {number!r}")
    address = _loopback(host)
    _load_runner()
    return Server(address, port, State(Settings(delay, api_key, management_key, generation_lag, strict)))


def _loopback(host: str) -> str:
    if host == "localhost":
        return "127.0.0.1"
    try:
        safe = ipaddress.ip_address(host).is_loopback
    except ValueError:
        safe = False
    if not safe:
        raise ValueError(f"the emulated server listens on loopback addresses only, not on {host!r}")
    return host


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's delay off only for sockets that name their protocol.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as fault:
        listener.close()
        raise OSError(fault.errno, f"{fault.strerror}: {host}:{port}") from fault
    except BaseException:
        listener.close()
        raise
    return listener


def _load_runner() -> type[Runner]:
    """The thread's class, imported when a server is wanted, as its packages are an extra."""
    try:
        for name in EXTRA_MODULES:
            importlib.import_module(name)
    except ImportError as missing:
        raise missing_extra(missing) from missing
    from .runner import Runner  # lazy: what it imports comes with the extra only

    return Runner
