"""The timeouts that the transport is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from openrouter_sdk import ChatResult, OpenRouter, RetryConfig, errors, testing
from openrouter_sdk.custom.http.own_client import OwnClient
from openrouter_sdk.custom.http.own_client_async import OwnAsyncClient
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.patience import given_time

DEFAULTS = {"connect": 10.0, "read": 600.0, "write": 60.0, "pool": 60.0}


class Recorder:
    """Stands in the place of the network, notes the timeouts of each request, and connects to nothing."""

    def __init__(self) -> None:
        self.seen: list[dict[str, float | None]] = []

    def send(self, _client: Any, request: Any) -> None:
        self._note(request.timeouts)

    async def send_async(self, _client: Any, request: Any) -> None:
        self._note(request.timeouts)

    def handle(self, _transport: Any, request: httpx.Request) -> None:
        self._note(request.extensions["timeout"])

    async def handle_async(self, _transport: Any, request: httpx.Request) -> None:
        self._note(request.extensions["timeout"])

    def _note(self, timeouts: dict[str, float | None]) -> None:
        self.seen.append({phase: timeouts.get(phase) for phase in ("connect", "read", "write", "pool")})
        raise Seen


class Seen(Exception):  # noqa: N818 - no error
    """The timeouts were noted."""


def _method(function: Callable[..., Any]) -> Any:
    # a function, so that it becomes a method of the class it is put into
    def method(*arguments: Any) -> Any:
        return function(*arguments)

    return method


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """Stands under every client, the SDK's own and injected ones."""
    recorder = Recorder()
    monkeypatch.setattr(OwnClient, "send", _method(recorder.send))
    monkeypatch.setattr(OwnAsyncClient, "send", _method(recorder.send_async))
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", _method(recorder.handle))
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", _method(recorder.handle_async))
    return recorder


def timeouts(api: Api, client: OpenRouter, recorder: Recorder, **arguments: Any) -> dict[str, float | None]:
    with pytest.raises(Seen):
        api.send(client, **arguments)
    return recorder.seen[-1]


@pytest.mark.parametrize("stream", [False, True])
def test_all_are_finite_by_default(stream: bool, api: Api, make_client: MakeClient, recorder: Recorder) -> None:
    assert timeouts(api, make_client(), recorder, stream=stream) == DEFAULTS


def test_a_number_counts_for_each_phase_in_seconds(api: Api, make_client: MakeClient, recorder: Recorder) -> None:
    assert timeouts(api, make_client(timeout=7), recorder) == dict.fromkeys(DEFAULTS, 7)


def test_phases_can_be_told_apart(api: Api, make_client: MakeClient, recorder: Recorder) -> None:
    wanted = httpx.Timeout(5, read=90, pool=None)

    found = timeouts(api, make_client(timeout=wanted), recorder)

    assert found == {"connect": 5, "read": 90, "write": 5, "pool": None}


def test_the_call_beats_the_client(api: Api, make_client: MakeClient, recorder: Recorder) -> None:
    client = make_client(timeout=7)

    assert timeouts(api, client, recorder, timeout=2.5) == dict.fromkeys(DEFAULTS, 2.5)
    assert timeouts(api, client, recorder) == dict.fromkeys(DEFAULTS, 7)


def test_an_injected_clients_own_timeouts_are_kept(api: Api, make_client: MakeClient, recorder: Recorder) -> None:
    injected = api.http_client(timeout=3)

    assert timeouts(api, make_client(**injected), recorder) == dict.fromkeys(DEFAULTS, 3)
    api.is_closed(injected)


def test_an_injected_client_without_a_choice_gets_the_defaults(
    api: Api, make_client: MakeClient, recorder: Recorder
) -> None:
    injected = api.http_client()

    assert timeouts(api, make_client(**injected), recorder) == DEFAULTS
    api.is_closed(injected)


@pytest.mark.parametrize("of", ["client", "call"])
def test_what_is_said_beats_an_injected_clients_choice(
    of: str, api: Api, make_client: MakeClient, recorder: Recorder
) -> None:
    injected = api.http_client(timeout=3)
    client = make_client(**injected, **({"timeout": 8} if of == "client" else {}))

    assert timeouts(api, client, recorder, **({"timeout": 8} if of == "call" else {})) == dict.fromkeys(DEFAULTS, 8)
    api.is_closed(injected)


def test_no_phase_outlives_the_whole_call(api: Api, make_client: MakeClient, recorder: Recorder) -> None:
    client = make_client(timeout_ms=2_000)

    assert timeouts(api, client, recorder) == dict.fromkeys(DEFAULTS, 2)
    assert timeouts(api, client, recorder, timeout_ms=500) == dict.fromkeys(DEFAULTS, 0.5)
    assert timeouts(api, client, recorder, timeout_ms=30_000) == {**dict.fromkeys(DEFAULTS, 30), "connect": 10}


@pytest.mark.parametrize("streamed", [False, True])
def test_a_read_timeout_says_what_was_waited_for_and_is_not_tried_again(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply("late", first_delay=30))

    with pytest.raises(errors.RequestTimedOutError, match=r"no data within 0\.05 s \(timeout\)") as caught:
        api.answer(make_client(timeout=httpx.Timeout(60, read=0.05)), streamed=streamed)

    assert isinstance(caught.value, TimeoutError)
    assert isinstance(caught.value.__cause__, TimeoutError)
    assert (caught.value.request_sent, caught.value.attempts, caught.value.http_status) == (True, 1, None)
    assert server.wait_requests(1)
    assert len(server.requests) == 1


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("of", ["client", "call", "config"])
def test_a_read_timeout_is_tried_again_when_asked_for(
    of: str, streamed: bool, api: Api, make_client: MakeClient
) -> None:
    option: dict[str, Any] = {"retry_after_send": True}
    for_call = {"client": {}, "call": option, "config": {"retries": RetryConfig(retry_after_send=True)}}[of]
    client = make_client(**(option if of == "client" else {}))

    def ask(seconds: float) -> tuple[ChatResult, int] | None:
        # of its own: what an earlier try had sent may reach a slow server as late as now, and take the answers
        with testing.serve() as server:
            server.enqueue(testing.reply("late", first_delay=120), testing.reply("At last"))
            timeout = httpx.Timeout(60, read=seconds)
            try:
                result = api.answer(client, streamed=streamed, server_url=server.url, timeout=timeout, **for_call)
            except errors.RequestTimedOutError:
                return None
            # of a third request the second answer was late as well
            return (result, len(server.requests)) if result.http.attempts <= 2 else None

    found = given_time(ask, enough=lambda found: found is not None)

    assert found is not None
    result, requests = found
    assert result.text == "At last"
    assert result.http.attempts == requests == 2


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("option", [{"retry_after_send": True}, {"retry_config": RetryConfig(retry_after_send=True)}])
def test_a_call_may_refuse_what_its_client_allows(
    option: dict[str, Any], streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply("late", first_delay=30), testing.reply("paid twice"))

    client = make_client(timeout=httpx.Timeout(60, read=0.1), **option)

    with pytest.raises(errors.RequestTimedOutError):
        api.answer(client, streamed=streamed, retry_after_send=False)

    assert server.wait_requests(1)
    assert len(server.requests) == 1


def test_a_full_pool_says_which_setting_to_raise(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.reply("one two", event_delay=0.01), testing.reply("unused"))
    limits, timeout = httpx.Limits(max_connections=1), httpx.Timeout(60, pool=0.05)
    client = make_client(limits=limits, timeout=timeout, retry_config=None)

    with api.stream(client) as stream:
        assert next(iter(stream)) is not None
        with pytest.raises(errors.RequestTimedOutError, match="limits") as caught:
            api.send(client)

    assert caught.value.request_sent is False
    assert len(server.requests) == 1
