"""What stops a bulk run, and what becomes of the rest."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import ChatResult, OpenRouter, errors, testing
from tests.bulk.helpers import bulk, prompts_sent, texts
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S

COST = {"cost": 0.1}


def test_a_402_stops_the_rest_as_not_sent(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("yes"), testing.error(402, "Out of credits"))

    results = bulk(api, client, list("abcde"), concurrency=1)

    assert texts(results) == ["yes", "PaymentRequiredResponseError", *["NotSentError"] * 3]
    assert results.not_sent == [2, 3, 4]
    assert list(results.errors) == [1]
    assert prompts_sent(server) == ["a", "b"]


def test_the_exception_of_an_unsent_item_says_what_stopped_the_run(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(402, "Out of credits"))

    results = bulk(api, client, ["a", "b"], concurrency=1)

    unsent = results[1]
    assert isinstance(unsent, errors.NotSentError)
    assert str(unsent) == "not sent: the run was stopped by: 402 Payment Required: Out of credits"
    assert unsent.stopped_by is results[0]
    assert unsent.attempts == 0


def test_the_answers_that_were_under_way_at_a_402_are_kept(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    stopped = threading.Event()

    def late(_: testing.Request) -> Any:
        assert stopped.wait(PATIENCE_S)
        return testing.reply("yes")

    server.enqueue(testing.error(402, "Out of credits"), *[late] * 49)

    results = bulk(
        api, client, (f"p{number}" for number in range(50)), concurrency=4, on_result=lambda *_: stopped.set()
    )

    sent = len(server.requests)
    assert Counter(texts(results)) == Counter(PaymentRequiredResponseError=1, yes=sent - 1, NotSentError=50 - sent)
    assert results.not_sent == list(range(sent, 50))
    assert sent < 50


@pytest.mark.parametrize(
    ("status", "message", "metadata"),
    [
        (401, "No auth credentials found", None),
        (403, "Key limit exceeded (total limit)", None),
        (403, "Limit reached", {"limit_source": "openrouter_key_limit"}),
    ],
    ids=["401", "403 that names the key", "403 with the source of the limit"],
)
def test_a_key_that_is_not_good_stops_the_rest(
    status: int, message: str, metadata: dict[str, Any] | None, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(status, message, metadata=metadata))

    results = bulk(api, client, ["a", "b"], concurrency=1)

    assert results.not_sent == [1]


@pytest.mark.parametrize(
    "metadata",
    [{"reasons": ["violence"], "flagged_input": "a key"}, {"patterns": ["key"]}, {"provider_name": "Acme"}],
    ids=["moderation", "guardrail", "provider"],
)
def test_a_403_about_one_prompt_does_not_stop_the_others(
    metadata: dict[str, Any], api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(403, "Not with this key word", metadata=metadata))

    results = bulk(api, client, ["a", "b"], concurrency=1)

    assert texts(results) == ["ForbiddenResponseError", "b"]


def test_a_request_that_was_waiting_for_its_next_try_keeps_its_own_error(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(502, "Down"), testing.error(402, "Out of credits"))

    results = bulk(api, client, ["a", "b", "c"], concurrency=2)

    assert sorted(texts(results)) == ["BadGatewayResponseError", "NotSentError", "PaymentRequiredResponseError"]


def test_nothing_is_sent_that_would_go_beyond_max_cost(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("yes", usage=COST)] * 10)

    results = bulk(api, client, list("abcdefghij"), concurrency=8, max_cost=0.35)

    assert texts(results) == ["yes"] * 3 + ["NotSentError"] * 7
    assert results.cost == pytest.approx(0.3)
    assert str(results[9]) == "not sent: max_cost is 0.35, and 0.3 are spent"
    assert len(server.requests) == 3


def test_max_cost_may_be_reached_exactly(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("yes", usage=COST)] * 10)

    results = bulk(api, client, list("abcdefghij"), max_cost=1.0)

    assert results.not_sent == []
    assert results.cost == pytest.approx(1.0)


def test_what_a_failed_answer_had_cost_counts(api: Api, client: OpenRouter, server: testing.Server) -> None:
    broken = testing.raw(
        200,
        {"content-type": "application/json"},
        b'{"choices": [{"index": 0, "error": {"code": 400, "message": "No"}, "message": {"content": "Half"}}],'
        b' "usage": {"cost": 0.25}}',
    )
    server.enqueue(broken, testing.reply("yes", usage=COST))

    results = bulk(api, client, list("abc"), concurrency=1, max_cost=0.3)

    assert results.cost == pytest.approx(0.25)
    assert results.not_sent == [1, 2]


def test_answers_of_unknown_cost_do_not_stop_anything(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("yes", usage=False)] * 5)

    results = bulk(api, client, list("abcde"), max_cost=0.01)

    assert texts(results) == ["yes"] * 5
    assert results.cost == 0


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), True], ids=str)
def test_a_cost_that_is_no_number_counts_as_untold(
    api: Api, client: OpenRouter, server: testing.Server, odd: Any
) -> None:
    untold = testing.reply("yes", usage={"cost": odd, "cost_details": {"upstream_inference_cost": odd}})
    server.enqueue(untold, *[testing.reply("yes", usage=COST)] * 2)

    results = bulk(api, client, list("abc"), concurrency=1, max_cost=0.2, count_upstream_cost=True)

    assert texts(results) == ["yes"] * 3
    assert (results.cost, results.usage.cost, results.own_key_cost) == (0.2, 0.2, 0)


def own_key(cost: float = 0, upstream: Any = 0.1, **more: Any) -> Any:
    """An answer that a provider charged to a key of the caller's."""
    details = {"upstream_inference_cost": upstream}
    return testing.reply("yes", usage={"cost": cost, "is_byok": True, "cost_details": details, **more})


@pytest.mark.parametrize("cost", [0, 0.005], ids=["no fee", "a fee"])
def test_own_keys_count_for_max_cost_when_asked_to(
    api: Api, client: OpenRouter, server: testing.Server, cost: float
) -> None:
    server.enqueue(*[own_key(cost)] * 20)

    unbounded = bulk(api, client, list("abcdefgh"), max_cost=0.35)
    bounded = bulk(api, client, list("abcdefgh"), max_cost=0.35, count_upstream_cost=True)

    assert (unbounded.not_sent, bounded.not_sent) == ([], [3, 4, 5, 6, 7])
    assert (bounded.cost, bounded.own_key_cost) == (pytest.approx(3 * cost), pytest.approx(0.3))


@pytest.mark.parametrize(
    "answer",
    [
        testing.reply("yes", usage={"cost": 0.1, "is_byok": False, "cost_details": {"upstream_inference_cost": 0.1}}),
        testing.reply("yes", usage={"cost": 0.1, "cost_details": {"upstream_inference_cost": 0.1}}),
        own_key(0.1, upstream=None),
        own_key(0.1, upstream="0.1"),
    ],
    ids=["not an own key", "key not told", "null", "text"],
)
def test_what_is_charged_through_openrouter_counts_once(
    api: Api, client: OpenRouter, server: testing.Server, answer: Any
) -> None:
    server.enqueue(*[answer] * 4)

    results = bulk(api, client, list("abcd"), max_cost=0.35, count_upstream_cost=True)

    assert results.not_sent == [3]
    assert (results.cost, results.own_key_cost) == (pytest.approx(0.3), 0)


def test_an_own_key_that_is_told_by_its_cost_alone_counts(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[own_key(is_byok=None)] * 4)

    assert bulk(api, client, list("abcd"), max_cost=0.35, count_upstream_cost=True).not_sent == [3]


def test_what_a_failed_and_a_saved_answer_cost_on_an_own_key_counts(
    api: Api, client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    broken = testing.raw(
        200,
        {"content-type": "application/json"},
        b'{"choices": [{"index": 0, "error": {"code": 400, "message": "No"}, "message": {"content": "Half"}}],'
        b' "usage": {"cost": 0, "is_byok": true, "cost_details": {"upstream_inference_cost": 0.1}}}',
    )
    file = tmp_path / "answers.jsonl"
    server.enqueue(own_key())
    bulk(api, client, ["a"], checkpoint=file)
    server.enqueue(broken, *[own_key()] * 5)

    results = bulk(api, client, list("abcde"), checkpoint=file, concurrency=1, max_cost=0.35, count_upstream_cost=True)

    assert texts(results) == ["yes", "BadRequestResponseError", "yes", "NotSentError", "NotSentError"]
    assert results.own_key_cost == pytest.approx(0.3)


def test_an_async_key_in_a_sync_run_is_the_error_of_each_item(make_client: MakeClient, server: testing.Server) -> None:
    async def key() -> str:
        return "test"

    client = make_client(api_key=key)

    results = client.chat.map(["a"])

    assert isinstance(results[0], TypeError)
    assert not isinstance(results[0], ChatResult)
    assert server.requests == []
