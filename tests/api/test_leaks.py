"""Whatever ends a call gives its connection back: a pool of two outlives any number of bad endings."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import LONG
from tests.helpers.patience import PATIENCE_S

TIMES = 10 if LONG else 4
SSE = {"Content-Type": "text/event-stream"}


def failing(answer: Any, *, streamed: bool) -> Callable[[Api, OpenRouter, testing.Server], None]:
    def end(api: Api, client: OpenRouter, server: testing.Server) -> None:
        server.enqueue(answer)
        with pytest.raises(errors.OpenRouterError):
            api.answer(client, streamed=streamed)

    return end


def left_early(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("one two three", event_delay=0.01))
    with api.stream(client) as stream:
        assert next(iter(stream)) is not None


def never_read(api: Api, client: OpenRouter, server: testing.Server) -> None:
    with api.stream(client):
        pass


def dropped(api: Api, client: OpenRouter, server: testing.Server) -> None:
    stream = api.stream(client)
    assert next(iter(stream)) is not None
    del stream
    gc.collect()


def broken_by_the_caller(api: Api, client: OpenRouter, server: testing.Server) -> None:
    def read() -> None:
        with api.stream(client) as stream:
            for _ in stream:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read()


def redirected(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.raw(307, {"Location": "/elsewhere"}, b"moved"), testing.reply("there"))
    assert api.send(client).text == "there"


ENDINGS: dict[str, Callable[[Api, OpenRouter, testing.Server], None]] = {
    "429": failing(testing.error(429), streamed=False),
    "429 to a stream": failing(testing.error(429), streamed=True),
    "no JSON": failing(testing.raw(200, {"Content-Type": "application/json"}, b"{"), streamed=False),
    "no JSON in a stream": failing(testing.raw(200, SSE, b"data: {\n\n"), streamed=True),
    "an error in a stream": failing(testing.error(502, after="one two"), streamed=True),
    "an error first in a stream": failing(testing.error(400, http_status=200), streamed=True),
    "an error in a stream that goes on": failing(
        testing.raw(200, SSE, pieces=[b'data: {"error":{"code":400,"message":"x"}}\n\n', 30.0, b": more\n\n"]),
        streamed=True,
    ),
    "no redirect": failing(testing.raw(307, {"Location": "https://elsewhere.example/"}, b"moved"), streamed=False),
    "redirected": redirected,
    "left early": left_early,
    "never read": never_read,
    "dropped": dropped,
    "broken by the caller": broken_by_the_caller,
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_connection_comes_back(ending: str, api: Api, make_client: MakeClient, server: testing.Server) -> None:
    # a connection that was lost is waited for in vain
    client = make_client(limits=httpx.Limits(max_connections=2), timeout=PATIENCE_S, retry_config=None)

    for _ in range(TIMES):
        ENDINGS[ending](api, client, server)

    assert api.send(client).text == "Tell me more"
    api.close(client)
    assert server.wait_connections(0)
