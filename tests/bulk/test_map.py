"""`chat.map` and `chat.map_async` against the emulated server."""

from __future__ import annotations

import copy
import inspect
import pickle
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from openrouter_sdk import BulkResults, ChatResult, OpenRouter, RetryEvent, errors, models, testing
from openrouter_sdk.custom.chat.namespace import ChatNamespace
from tests.bulk.counting_server import CountingServer
from tests.bulk.helpers import bulk, prompts_sent, texts
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301


def test_200_prompts_come_back_in_order_with_8_under_way_and_one_429_among_them(
    api: Api, make_client: MakeClient, clock: FakeTime
) -> None:
    prompts = [f"prompt {number}" for number in range(200)]
    with CountingServer(together=8, throttled=frozenset({"prompt 100"})) as counting:
        client = make_client(server_url=counting.url)
        under_way_in_the_pause: list[int] = []
        clock.on_sleep = lambda: under_way_in_the_pause.append(counting.under_way)

        results = bulk(api, client, prompts)
        api.close(client)

    assert texts(results) == prompts
    assert counting.peak == 8
    assert len(counting.seen) == 201
    assert clock.slept == [20.125]
    assert under_way_in_the_pause == [0]
    assert results.cost == pytest.approx(0.2)


def test_an_item_is_a_prompt_or_messages_or_keyword_arguments_or_a_request(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    message: Any = {"role": "user", "content": "two"}
    request = models.ChatRequest.from_dict({"messages": [{"role": "user", "content": "four"}], "seed": 4})
    items = ["one", [message], {"messages": [{"role": "user", "content": "three"}], "seed": 3}, request]

    results = bulk(api, client, items, concurrency=1)

    assert texts(results) == ["one", "two", "three", "four"]
    assert [request.json.get("seed") for request in server.requests] == [None, None, 3, 4]


def test_a_field_of_a_request_that_the_contract_does_not_name_is_sent(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    messages = [{"role": "user", "content": "a"}]
    request = models.ChatRequest.from_dict({"messages": messages, "seed": 4, "brand_new": {"a": None}})

    results = bulk(api, client, [request, request], extra_body={"newer": 1}, concurrency=1)

    assert texts(results) == ["a", "a"]
    assert [(sent.json["brand_new"], sent.json["newer"], sent.json["seed"]) for sent in server.requests] == [
        ({"a": None}, 1, 4)
    ] * 2


def test_what_an_item_says_wins_over_what_is_said_for_all(api: Api, client: OpenRouter, server: testing.Server) -> None:
    own = {"messages": [{"role": "user", "content": "b"}], "model": "own/model", "temperature": 1}

    bulk(api, client, ["a", own], model="all/models", temperature=0, concurrency=1)

    sent = [(request.json["model"], request.json["temperature"]) for request in server.requests]
    assert sent == [("all/models", 0), ("own/model", 1)]


def test_no_items_make_no_requests(api: Api, client: OpenRouter, server: testing.Server) -> None:
    results = bulk(api, client, [])

    assert results == []
    assert server.requests == []


def test_a_failed_item_has_its_exception_in_its_place(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("first"), testing.error(400, "Not like this"), testing.reply("third"))

    results = bulk(api, client, ["1", "2", "3"], concurrency=1)

    assert texts(results) == ["first", "BadRequestResponseError", "third"]
    assert list(results.errors) == [1]
    assert list(results.answers) == [0, 2]
    assert results.not_sent == []


def test_stream_false_is_what_happens_anyway(api: Api, client: OpenRouter) -> None:
    assert texts(bulk(api, client, ["a"], stream=False)) == ["a"]


def test_the_retry_of_an_item_is_counted_and_told(
    api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    told: list[RetryEvent] = []
    server.enqueue(testing.error(503, "Busy"), testing.reply("now"))

    results = bulk(api, client, ["a"], on_retry=told.append)

    assert texts(results) == ["now"]
    assert isinstance(results[0], ChatResult)
    assert results[0].http.attempts == 2
    assert [(event.attempt, event.delay_s, event.status) for event in told] == [(1, 0.25, 503)]
    assert clock.slept == [0.25]


def test_an_item_is_tried_as_often_as_the_clients_policy_says(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(*[testing.error(502, "Down")] * 3)

    results = bulk(api, make_client(retry_config=2), ["a"])

    assert texts(results) == ["BadGatewayResponseError"]
    assert isinstance(results[0], errors.ChatError)
    assert results[0].attempts == len(server.requests) == 3


def test_a_key_that_is_asked_for_is_asked_for_at_each_try(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    keys = iter(["first", "second"])
    server.enqueue(testing.error(503, "Busy"), testing.reply("now"))

    bulk(api, make_client(api_key=lambda: next(keys)), ["a"])

    assert [request.headers["authorization"] for request in server.requests] == ["Bearer first", "Bearer second"]


def test_on_result_gets_each_item_as_it_comes_in_the_callers_thread(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.reply("yes"), testing.error(400, "No"))
    told: list[tuple[int, str, threading.Thread]] = []

    def on_result(index: int, result: ChatResult | Exception) -> None:
        told.append((index, type(result).__name__, threading.current_thread()))

    bulk(api, client, ["a", "b"], concurrency=1, on_result=on_result)

    here = threading.current_thread()
    assert told == [(0, "ChatResult", here), (1, "BadRequestResponseError", here)]


def test_what_on_result_raises_ends_the_run_after_the_answers_under_way(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    def on_result(_index: int, _result: object) -> None:
        raise LookupError("no such row")

    with pytest.raises(LookupError, match="no such row"):
        bulk(api, client, [f"p{number}" for number in range(50)], concurrency=4, on_result=on_result)

    assert 1 <= len(server.requests) <= 4
    assert not [thread for thread in threading.enumerate() if thread.name == "openrouter-map"]


def test_what_the_items_raise_ends_the_run(api: Api, client: OpenRouter, server: testing.Server) -> None:
    def items() -> Iterator[str]:
        yield "a"
        raise LookupError("the file ends here")

    with pytest.raises(LookupError, match="the file ends here"):
        bulk(api, client, items())

    assert prompts_sent(server) == ["a"]


def test_the_results_pickle_and_deep_copy_with_all_they_hold(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.reply("yes"), testing.error(402, "Out of credits"))
    results = bulk(api, client, ["a", "b", "c"], concurrency=1)

    for twin in (pickled(results), copy.deepcopy(results)):
        assert type(twin) is BulkResults
        assert texts(twin) == ["yes", "PaymentRequiredResponseError", "NotSentError"]
        assert twin.cost == results.cost
        assert str(twin[2].stopped_by) == str(results[1])


def test_both_colours_take_the_same_arguments() -> None:
    sync, other = (inspect.signature(function) for function in (ChatNamespace.map, ChatNamespace.map_async))

    assert sync == other


def test_chat_map_works_on_injected_clients(api: Api, make_client: MakeClient) -> None:
    injected = api.http_client()

    assert texts(bulk(api, make_client(**injected), ["a", "b"])) == ["a", "b"]

    assert not api.is_closed(injected)
