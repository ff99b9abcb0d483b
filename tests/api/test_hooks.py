"""What hooks are told."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

import pytest

from openrouter_sdk import Hooks, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api

PROMPT = "the-prompt-of-the-user"
ASK = [{"role": "user", "content": PROMPT}]
GENERATION = {"X-Generation-Id": "gen-1"}
USAGE = {"cost": 0.25, "prompt_tokens": 3}


class Ears:
    """Hooks that remember what they were told, in order."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.hooks = Hooks(
            **dict.fromkeys(("on_request", "on_response", "on_retry", "on_stream_end"), self.heard.append)
        )

    @property
    def names(self) -> list[str]:
        return [type(event).__name__ for event in self.heard]

    def only(self, name: str) -> Any:
        (event,) = [event for event in self.heard if type(event).__name__ == name]
        return event


def test_a_plain_call_tells_what_it_asked_and_what_it_got(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    ears = Ears()
    server.enqueue(testing.reply("Hi", model="maker/model-2", provider="Acme", usage=USAGE, headers=GENERATION))

    api.send(make_client(hooks=ears.hooks), messages=ASK)

    assert ears.names == ["RequestEvent", "ResponseEvent"]
    request, response = ears.heard
    assert (request.url, request.model, request.stream, request.attempt) == (
        f"{server.url}/chat/completions",
        "maker/model",
        False,
        1,
    )
    assert (response.model, response.provider, response.status, response.attempt) == ("maker/model-2", "Acme", 200, 1)
    assert (response.cost, response.usage.prompt_tokens, response.generation_id) == (0.25, 3, "gen-1")
    assert response.latency_ms > 0
    assert response.error is None


def test_a_stream_tells_of_its_beginning_and_its_end(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    ears = Ears()
    server.enqueue(testing.reply("a b c", model="maker/model-2", provider="Acme", usage=USAGE, headers=GENERATION))

    api.stream(make_client(hooks=ears.hooks, real_time=True), messages=ASK).final()

    assert ears.names == ["RequestEvent", "ResponseEvent", "StreamEndEvent"]
    assert ears.heard[0].stream is True
    assert (ears.heard[1].status, ears.heard[1].generation_id) == (200, "gen-1")
    end = ears.heard[2]
    assert (end.model, end.provider, end.generation_id) == ("maker/model-2", "Acme", "gen-1")
    assert (end.cost, end.usage.prompt_tokens) == (0.25, 3)
    assert (end.complete, end.error) == (True, None)
    assert 0 < end.time_to_first_token_ms <= end.latency_ms


def test_a_stream_that_is_left_tells_that_it_is_not_complete(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    ears = Ears()
    server.enqueue(testing.reply("a b c", event_delay=0.01))

    with api.stream(make_client(hooks=ears.hooks)) as stream:
        assert next(iter(stream)) is not None

    end = ears.only("StreamEndEvent")
    assert (end.complete, end.error, end.cost) == (False, None, None)


def test_a_stream_that_fails_tells_why(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    ears = Ears()
    server.enqueue(testing.error(502, after="a b"))

    with pytest.raises(errors.BadGatewayResponseError) as caught:
        api.stream(make_client(hooks=ears.hooks)).final()

    end = ears.only("StreamEndEvent")
    assert end.error is caught.value
    assert end.complete is False
    assert end.time_to_first_token_ms is not None


@pytest.mark.parametrize("streamed", [False, True])
def test_retries_and_failures_are_told_in_order(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    ears = Ears()
    metadata = {"provider_name": "Acme"}
    server.enqueue(testing.error(503), testing.error(402, headers=GENERATION, metadata=metadata))

    with pytest.raises(errors.PaymentRequiredResponseError):
        api.answer(make_client(hooks=ears.hooks), streamed=streamed)

    assert ears.names == ["RequestEvent", "ResponseEvent", "RetryEvent", "RequestEvent", "ResponseEvent"]
    _, first, retry, again, last = ears.heard
    assert (first.status, first.attempt, type(first.error)) == (503, 1, errors.ServiceUnavailableResponseError)
    assert (retry.attempt, retry.status, retry.error) == (1, 503, first.error)
    assert again.attempt == 2
    assert (last.status, last.generation_id, last.provider, last.model) == (402, "gen-1", "Acme", "maker/model")


def test_no_answer_at_all_is_told_too(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    ears = Ears()
    server.enqueue(testing.raw(None))

    with pytest.raises(errors.NoResponseError):
        api.send(make_client(hooks=ears.hooks))

    assert (ears.heard[1].status, type(ears.heard[1].error)) == (None, errors.NoResponseError)


@pytest.mark.parametrize("streamed", [False, True])
def test_a_hook_that_raises_does_not_break_the_call(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(event: object) -> None:
        raise LookupError(f"{PROMPT} {event}")

    hooks = Hooks(on_request=broken, on_response=broken, on_retry=broken, on_stream_end=broken)
    server.enqueue(testing.error(503), testing.reply("Fine"))

    result = api.answer(make_client(hooks=hooks, on_retry=broken, on_keepalive=broken), streamed=streamed, messages=ASK)

    assert result.text == "Fine"
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert {"a hook raised LookupError for RequestEvent; the call goes on"} <= set(warnings)
    assert len(warnings) == (8 if streamed else 6)
    assert PROMPT not in caplog.text


async def nobody_awaits(event: object) -> None:
    """A hook of the wrong colour."""


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry", "on_stream_end"])
@pytest.mark.parametrize("hook", ["print", nobody_awaits, partial(nobody_awaits, 1)])
def test_a_hook_that_could_not_run_is_refused_by_name(name: str, hook: Any) -> None:
    with pytest.raises(TypeError, match=name):
        Hooks(**{name: hook})


def test_an_exit_is_not_swallowed(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    def leave(event: object) -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        api.send(make_client(hooks=Hooks(on_response=leave)))

    assert len(server.requests) == 1


def test_keep_alive_comments_can_be_watched(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.reply("Hi", comments=3))
    comments: list[str] = []

    api.stream(make_client(on_keepalive=comments.append)).final()

    assert [comment.strip() for comment in comments] == ["OPENROUTER PROCESSING"] * 3


def test_an_event_shows_no_content(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    ears = Ears()
    server.enqueue(testing.error(400, "bad prompt: " + PROMPT))

    with pytest.raises(errors.BadRequestResponseError):
        api.send(make_client(hooks=ears.hooks), messages=ASK)

    assert PROMPT not in repr(ears.heard)
