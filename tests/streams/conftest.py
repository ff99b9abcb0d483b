"""Clients with two connections."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S
from tests.streams.half_read import Scripted

LIMITS = httpx.Limits(max_connections=2)
TIMEOUT = PATIENCE_S


class Pool(ABC):
    """A client whose pool can be looked at.

    Attributes:
        client: The SDK's client.
    """

    def __init__(self, client: OpenRouter) -> None:
        self.client = client

    @property
    @abstractmethod
    def requests(self) -> int:
        """How many requests the pool believes to be under way."""

    @property
    @abstractmethod
    def busy(self) -> int:
        """Connections that are neither idle nor closed."""

    @property
    @abstractmethod
    def live(self) -> list[Any]:
        """Connections that are open, in use or not."""

    def wait_free(self) -> None:
        """Wait for a thread that gives a connection back, but not for long."""
        # real time: the thread tells nobody
        give_up = time.monotonic() + PATIENCE_S
        while (self.busy or self.requests) and time.monotonic() < give_up:  # real time: the same
            time.sleep(0.001)  # real time: the same


class OwnPool(Pool):
    """The connections are the SDK's own."""

    @property
    def _pools(self) -> list[Any]:
        clients: Any = self.client._clients
        by_loop = [] if clients._by_loop is None else [client for client, _ in clients._by_loop._pairs.values()]
        return [client._pool for client in (clients._own, *by_loop) if client is not None]

    @property
    def requests(self) -> int:
        return self.busy

    @property
    def busy(self) -> int:
        return sum(len(pool.busy) for pool in self._pools)

    @property
    def live(self) -> list[Any]:
        return [each for pool in self._pools for each in (*pool.busy, *pool._idle)]


class InjectedPool(Pool):
    """The connections are those of an injected httpx client."""

    def __init__(self, client: OpenRouter, injected: httpx.Client | httpx.AsyncClient) -> None:
        super().__init__(client)
        transport: Any = injected._transport
        self._pool: Any = transport._pool

    @property
    def requests(self) -> int:
        return len(self._pool._requests)

    @property
    def busy(self) -> int:
        return sum(not (each.is_idle() or each.is_closed()) for each in self._pool.connections)

    @property
    def live(self) -> list[Any]:
        return [each for each in self._pool.connections if not each.is_closed()]


@pytest.fixture(params=["own", "httpx"])
def pool(request: pytest.FixtureRequest, api: Api, make_client: MakeClient) -> Iterator[Pool]:
    """Two connections; who does not get one fails in the end."""
    if request.param == "own":
        yield OwnPool(make_client(real_time=True, limits=LIMITS, timeout=TIMEOUT))
        return
    options = api.http_client(limits=LIMITS, timeout=TIMEOUT)
    (injected,) = options.values()
    yield InjectedPool(make_client(real_time=True, **options), injected)
    api.is_closed(options)


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with Scripted() as running:
        yield running
