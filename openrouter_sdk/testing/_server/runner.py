"""uvicorn in a thread of its own, stopped within milliseconds whatever its connections are doing."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import cast

from uvicorn import Server as UvicornServer

from .._api.contract import load_contract
from .app import build_app
from .connection import Connection, ServerConfig
from .state import State

_KEEP_ALIVE_S = 3600
_DATE_EVERY_S = 1.0
_STOP_WITHIN_S = 5.0


class Runner:
    """The thread that serves ``state`` on a listening socket."""

    def __init__(self, state: State, listener: socket.socket) -> None:
        # A missing contract is told when the server is started, not with the first request.
        load_contract()
        self._listener = listener
        self._server = _Server(_config(state))
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="openrouter_sdk.testing", daemon=True)

    def start(self) -> None:
        """Serve; returns once requests are answered."""
        self._thread.start()
        self._server.ready.wait()
        if self._failure is not None:
            raise RuntimeError("the emulated server did not start") from self._failure

    def stop(self) -> None:
        """Break all connections, close the socket, and wait for the thread."""
        self._server.stop()
        self._thread.join()
        if self._failure is not None:
            raise RuntimeError("the emulated server failed") from self._failure

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
                runner.run(self._server.serve(sockets=[self._listener]))
        except BaseException as failure:  # noqa: BLE001 - told to the thread that waits for the start
            self._failure = failure
        finally:
            self._listener.close()
            self._server.ready.set()


class _Server(UvicornServer):
    """uvicorn's server, which waits for an event where the original polls, and does not wait for its clients."""

    def __init__(self, config: ServerConfig) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped: asyncio.Event | None = None

    def stop(self) -> None:
        """Ask the server to stop; from any thread."""
        if self._loop is not None and self._stopped is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stopped.set)

    async def main_loop(self) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        stopping = asyncio.ensure_future(self._stopped.wait())
        while not stopping.done():
            # The first tick of uvicorn's own loop sets the headers that every response has, the date among them.
            await self.on_tick(0)
            self.ready.set()
            await asyncio.wait([stopping], timeout=_DATE_EVERY_S)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for sock in sockets or []:
            sock.close()
        async with asyncio.timeout(_STOP_WITHIN_S):
            while self.server_state.connections or self.server_state.tasks:
                for connection in list(self.server_state.connections):
                    cast("Connection", connection).drop()
                await asyncio.sleep(0)


def _config(state: State) -> ServerConfig:
    config = ServerConfig(
        build_app(state),
        http=Connection,
        ws="none",
        loop="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_S,
    )
    config.emulator = state
    return config
