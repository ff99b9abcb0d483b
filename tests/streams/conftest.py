"""Clients with two connections, which a third stream waits for in vain."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S
from tests.streams.half_read import Scripted


class Pool:
    """A client whose httpx client is injected, so that its pool can be looked at.

    Attributes:
        client: The SDK's client.
        requests: How many requests the pool believes to be under way.
    """

    def __init__(self, client: OpenRouter, injected: httpx.Client | httpx.AsyncClient) -> None:
        self.client = client
        transport: Any = injected._transport
        self._pool: Any = transport._pool

    @property
    def requests(self) -> int:
        return len(self._pool._requests)

    @property
    def busy(self) -> int:
        """Connections that are neither idle nor closed."""
        return sum(not (each.is_idle() or each.is_closed()) for each in self._pool.connections)

    def wait_free(self) -> None:
        """Wait for a thread that gives a connection back."""
        # real time: nothing tells when httpx has taken it back
        give_up = time.monotonic() + PATIENCE_S
        while (self.busy or self.requests) and time.monotonic() < give_up:  # real time: the same
            time.sleep(0.001)  # real time: the same

    @property
    def live(self) -> list[Any]:
        """Connections that are open, in use or not."""
        return [each for each in self._pool.connections if not each.is_closed()]


@pytest.fixture
def pool(api: Api, make_client: MakeClient) -> Iterator[Pool]:
    """Two connections; who does not get one fails in the end."""
    options = api.http_client(limits=httpx.Limits(max_connections=2), timeout=PATIENCE_S)
    (injected,) = options.values()
    yield Pool(make_client(real_time=True, **options), injected)
    api.is_closed(options)


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with Scripted() as running:
        yield running
