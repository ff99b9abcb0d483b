"""Fixtures that several folders share: a running server, the two colours of the client, and clients of the server."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, settings

from openrouter_sdk import OpenRouter, testing
from tests.helpers.api import Api, AsyncApi, SyncApi, set_clock
from tests.helpers.examples import examples
from tests.helpers.fake_time import FakeTime

MakeClient: TypeAlias = Callable[..., OpenRouter]

_VARIABLES = ("OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "OPENROUTER_DEBUG")
_TRUST = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_LONGEST = {"test_additions.py", "test_generator.py"}
"""Files whose tests run the type checkers and the generator."""
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


# How long an example takes is the machine's affair.
settings.register_profile(
    "any machine", deadline=None, max_examples=examples(100), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Two workers for each core: a good part of what tests do is to wait, for limits and for other threads."""
    return None if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") else 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest: no core waits for them in the end.

    What stands at the beginning stays with one worker, so what its tests share is made once.
    """
    items.sort(key=lambda item: item.path.name not in _LONGEST)


def pytest_collection() -> None:
    """Collect no garbage while tests are collected: these are kept, and looked through again and again for nothing."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Keep thousands of tests out of the way of the collector, which many of them call."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches the tests."""
    for name in (*_VARIABLES, *_TRUST, *_PROXIES, *(proxy.lower() for proxy in _PROXIES)):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[testing.Server]:
    with testing.serve() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def api(request: pytest.FixtureRequest) -> Iterator[Api]:
    colour, _, injected = request.param.partition(" over ")
    with ExitStack() as stack:
        made: Api = SyncApi() if colour == "sync" else AsyncApi(stack.enter_context(asyncio.Runner()))
        if injected:
            made.options = made.http_client()
        yield made
        if injected:
            made.is_closed(made.options)


@pytest.fixture
def clock() -> FakeTime:
    return FakeTime()


@pytest.fixture
def make_client(api: Api, server: testing.Server, clock: FakeTime) -> Iterator[MakeClient]:
    """Builds clients of the server, on the fake clock unless told `real_time=True`; closes them in the end."""
    made: list[OpenRouter] = []

    def make(*, real_time: bool = False, **options: Any) -> OpenRouter:
        client = OpenRouter(**{"server_url": server.url, "api_key": "test", **api.options, **options})
        if not real_time:
            set_clock(client, clock)
        made.append(client)
        return client

    yield make
    for client in made:
        api.close(client)


@pytest.fixture
def client(make_client: MakeClient) -> OpenRouter:
    """A client of the server, on the fake clock."""
    return make_client()
