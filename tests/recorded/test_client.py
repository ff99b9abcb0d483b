"""Every recorded exchange through the whole client, in both colours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors
from openrouter_sdk.custom.errors.tree import STATUS_CLASSES
from tests.core.reference_accumulator import reference_result
from tests.core.streams import with_unmade_ids
from tests.generated.json_objects import same
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.recorded.exchanges import ANSWERS, FAILURES, STREAMS, Exchange, needed

pytestmark = needed

BROKEN = [each for each in STREAMS if each.failed]
CUT_OFF = [each for each in STREAMS if not each.failed and each.cut_off]
WHOLE = [each for each in STREAMS if not each.failed and not each.cut_off]


def in_one_colour(exchanges: list[Exchange]) -> pytest.MarkDecorator:
    """Each exchange in one colour, in a long run in both: one reader reads what comes for either."""
    rows = meeting(exchanges, ["sync", "async"], of=1)
    return pytest.mark.parametrize(("exchange", "api"), rows, indirect=["api"], ids=str)


@contextmanager
def replaying(api: Api, exchange: Exchange) -> Iterator[OpenRouter]:
    """A client that gets the recorded answer to whatever it asks, and asks once."""

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(exchange.status, headers=exchange.headers, content=exchange.body.encode())

    injected = api.http_client(transport=httpx.MockTransport(answer))
    client = OpenRouter(api_key="test", retry_config=None, **injected)
    try:
        yield client
    finally:
        api.is_closed(injected)


@in_one_colour(ANSWERS)
def test_a_recorded_answer_is_returned(api: Api, exchange: Exchange) -> None:
    with replaying(api, exchange) as client:
        result = api.send(client)

    assert same(result.to_dict(), json.loads(exchange.body))
    assert result.http.status == 200
    assert result.text == (json.loads(exchange.body)["choices"][0]["message"]["content"] or "")


@in_one_colour(FAILURES)
def test_a_recorded_failure_is_raised_as_its_class(api: Api, exchange: Exchange) -> None:
    status = exchange.status if exchange.status != 200 else int(exchange.errors[0]["code"])
    with replaying(api, exchange) as client, pytest.raises(STATUS_CLASSES[status]) as raised:
        api.send(client)
    error = raised.value

    assert type(error) is STATUS_CLASSES[status]
    assert (error.status_code, error.http_status, error.attempts) == (status, exchange.status, 1)
    assert error.data == (json.loads(exchange.body) if exchange.kind == "json" else None)
    assert error.message in str(error)


@in_one_colour(FAILURES)
def test_a_recorded_failure_is_raised_when_a_stream_was_asked_for(api: Api, exchange: Exchange) -> None:
    with replaying(api, exchange) as client, pytest.raises(errors.ChatError) as raised:
        api.stream(client).final()

    assert raised.value.http_status == exchange.status


@in_one_colour(WHOLE)
def test_the_chunks_of_a_recorded_stream_are_delivered_as_they_came(api: Api, exchange: Exchange) -> None:
    with replaying(api, exchange) as client, api.stream(client) as stream:
        chunks = [chunk.to_dict() for chunk in stream]

    assert len(chunks) > 0
    assert same(chunks, exchange.frames)


@in_one_colour(WHOLE)
def test_a_recorded_stream_becomes_its_answer(api: Api, exchange: Exchange) -> None:
    with replaying(api, exchange) as client, api.stream(client) as stream:
        result = stream.final()
    texts = [choice["delta"].get("content") or "" for frame in exchange.frames for choice in frame["choices"]]

    assert result.text == "".join(texts)
    assert with_unmade_ids(result.to_dict(), exchange.frames) == reference_result(exchange.frames)


@in_one_colour(BROKEN)
def test_a_recorded_stream_with_an_error_delivers_its_chunks_and_raises(api: Api, exchange: Exchange) -> None:
    chunks: list[dict[str, object]] = []
    with replaying(api, exchange) as client, pytest.raises(errors.ChatError) as raised, api.stream(client) as stream:
        chunks.extend(chunk.to_dict() for chunk in stream)

    assert type(raised.value) is STATUS_CLASSES[int(exchange.errors[0]["code"])]
    assert raised.value.http_status == 200
    assert same(chunks, exchange.before_error)


@in_one_colour(CUT_OFF)
def test_a_recorded_stream_that_breaks_off_raises_with_what_came(api: Api, exchange: Exchange) -> None:
    with replaying(api, exchange) as client, api.stream(client) as stream:
        with pytest.raises(errors.StreamInterruptedError) as raised:
            stream.final()

        assert raised.value.partial is not None
        assert raised.value.partial.to_dict() == stream.partial.to_dict() == reference_result(exchange.frames)


def test_streams_of_every_outcome_are_recorded() -> None:
    assert len(WHOLE) > len(BROKEN) > len(CUT_OFF) > 0
