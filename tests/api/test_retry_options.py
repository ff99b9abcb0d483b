"""How often is tried again can be said, and whoever wants is told."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from openrouter_sdk import BackoffStrategy, OpenRouter, RetryConfig, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import PATIENCE_S

STREAMED = pytest.mark.parametrize("streamed", [False, True])

NUMBERS: list[tuple[Any, int]] = [
    (None, 1),
    (0, 1),
    (1, 2),
    (5, 6),
    (RetryConfig("none"), 1),
    (RetryConfig(), 4),
    (RetryConfig("backoff", BackoffStrategy(1000, 1000, 1, 5000)), 11),
    (RetryConfig(status_codes=["5XX"]), 4),
    (RetryConfig(status_codes=[503]), 4),
    (RetryConfig(status_codes=["429", "500"]), 1),
]


@pytest.mark.parametrize(
    ("number", "of", "api"),
    meeting(NUMBERS, ["client", "call", "call over client"], ["sync", "async"]),
    indirect=["api"],
)
def test_how_often_can_be_said(
    number: tuple[Any, int],
    of: str,
    api: Api,
    make_client: MakeClient,
    server: testing.Server,
    clock: FakeTime,
) -> None:
    retries, requests = number
    server.enqueue(*[testing.error(503)] * 20)
    client = make_client(**({} if of == "call" else {"retry_config": retries if of == "client" else 2}))

    with pytest.raises(errors.ServiceUnavailableResponseError) as caught:
        api.send(client, **({} if of == "client" else {"retries": retries}))

    assert caught.value.attempts == len(server.requests) == requests
    assert len(clock.slept) == requests - 1


@STREAMED
def test_whoever_wants_is_told_of_each_retry(
    streamed: bool,
    api: Api,
    client: OpenRouter,
    server: testing.Server,
    clock: FakeTime,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="openrouter_sdk")
    server.enqueue(testing.error(503), testing.error(429, headers={"Retry-After": "3"}), testing.reply("At last"))
    events: list[Any] = []

    api.answer(client, streamed=streamed, on_retry=events.append)

    assert [(event.attempt, event.status, event.delay_s) for event in events] == [
        (1, 503, clock.slept[0]),
        (2, 429, clock.slept[1]),
    ]
    assert isinstance(events[1].error, errors.TooManyRequestsResponseError)
    lines = [record.getMessage() for record in caplog.records if record.name == "openrouter_sdk"]
    assert len(lines) == 2
    assert "attempt 1 failed (ServiceUnavailableResponseError, status 503)" in lines[0]
    assert "3." in lines[1]


def test_the_calls_own_hook_replaces_the_clients(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.error(503), testing.reply("x"), testing.error(503), testing.reply("x"))
    told: list[str] = []
    client = make_client(on_retry=lambda _: told.append("client"))

    api.send(client)
    api.send(client, on_retry=lambda _: told.append("call"))

    assert told == ["client", "call"]


@STREAMED
def test_the_failed_response_is_closed_before_the_sleep(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, clock: FakeTime
) -> None:
    """A pool of one connection: a second request during the sleep would wait for it for ever."""
    limits = httpx.Limits(max_connections=1)
    injected = api.http_client(limits=limits, timeout=PATIENCE_S)
    client = make_client(**injected)
    idle: list[bool] = []
    clock.on_sleep = lambda: idle.append(_is_idle(injected))
    server.enqueue(testing.error(429), testing.error(503), testing.reply("At last"))

    assert api.answer(client, streamed=streamed).text == "At last"

    assert idle == [True, True]
    api.is_closed(injected)


def _is_idle(injected: dict[str, Any]) -> bool:
    (client,) = injected.values()
    return all(connection.is_idle() or connection.is_closed() for connection in client._transport._pool.connections)


def test_each_call_begins_its_own_count(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.error(503), testing.reply("a"), testing.reply("b"))

    assert [api.send(client).http.attempts for _ in range(2)] == [2, 1]
