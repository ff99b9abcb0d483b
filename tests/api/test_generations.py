"""An answer is looked up later, and waited for if the test or the API takes its time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openrouter_sdk import OpenRouter, RetryConfig, errors, models, testing
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime
from tests.helpers.operations import ask, ask_of

LAG = 3


@pytest.fixture
def server() -> Iterator[testing.Server]:
    with testing.serve(generation_lag=LAG) as running:
        yield running


def lookups(server: testing.Server) -> int:
    return sum(request.path.endswith("/generation") for request in server.requests)


@pytest.mark.parametrize("method", ["generations.get", "generations.get_content"])
def test_it_is_waited_for(method: str, api: Api, client: OpenRouter, clock: FakeTime) -> None:
    answer = api.send(client)

    found = ask(api, client, method, answer.id, wait_s=60)

    assert found.http.attempts == LAG + 1
    assert 0 < sum(clock.slept) < 60


def test_feedback_waits_too(api: Api, client: OpenRouter) -> None:
    answer = api.send(client)

    taken = ask(api, client, "generations.submit_feedback", generation_id=answer.id, category="latency", wait_s=60)

    assert taken.data.success is True


def test_without_waiting_it_is_not_found(api: Api, client: OpenRouter, server: testing.Server) -> None:
    answer = api.send(client)

    with pytest.raises(errors.NotFoundResponseError):
        ask(api, client, "generations.get", answer.id)
    assert lookups(server) == 1


def test_waiting_ends(api: Api, client: OpenRouter, clock: FakeTime) -> None:
    before = clock.now()

    with pytest.raises(errors.NotFoundResponseError):
        ask(api, client, "generations.get", "gen-of-nobody", wait_s=10)
    assert 5 < clock.now() - before <= 10


@pytest.mark.parametrize("retries", [None, 0])
def test_waiting_needs_no_retries(retries: int | None, api: Api, client: OpenRouter, server: testing.Server) -> None:
    answer = api.send(client)

    assert ask(api, client, "generations.get", answer.id, wait_s=60, retries=retries).data.id == answer.id

    server.enqueue(testing.error(503), path="/generation")
    with pytest.raises(errors.ServiceUnavailableResponseError):
        ask(api, client, "generations.get", answer.id, wait_s=60, retries=retries)


def test_other_failures_are_tried_again_meanwhile(api: Api, client: OpenRouter, server: testing.Server) -> None:
    answer = api.send(client)
    server.enqueue(testing.error(503), testing.error(429), path="/generation")

    found = ask(api, client, "generations.get", answer.id, wait_s=60)

    assert found.http.attempts == LAG + 3


def test_other_failures_than_those_are_not(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.error(403), path="/generation")

    with pytest.raises(errors.ForbiddenResponseError):
        ask(api, client, "generations.get", "gen", wait_s=60)
    assert lookups(server) == 1


def test_the_callers_statuses_hold_beside_it(api: Api, client: OpenRouter, server: testing.Server) -> None:
    answer = api.send(client)
    server.enqueue(testing.error(418), path="/generation")
    policy = RetryConfig(status_codes=[418])

    assert ask(api, client, "generations.get", answer.id, wait_s=60, retries=policy).http.attempts == LAG + 2


@pytest.mark.parametrize(("wait_s", "kind"), [(0, errors.ArgumentError), (-1, errors.ArgumentError), ("9", TypeError)])
def test_a_wrong_wait_is_refused(
    wait_s: object, kind: type[Exception], api: Api, client: OpenRouter, server: testing.Server
) -> None:
    with pytest.raises(kind, match="wait_s"):
        ask(api, client, "generations.get", "gen", wait_s=wait_s)
    assert server.requests == []


@pytest.mark.parametrize("streamed", [False, True])
def test_an_answer_looks_itself_up(streamed: bool, api: Api, client: OpenRouter) -> None:
    answer = api.answer(client, streamed=streamed)

    found = ask_of(api, answer, "generation", client)

    assert (found.data.id, found.data.streamed, found.data.total_cost) == (answer.id, streamed, answer.cost)
    assert found.data.created_time is not None


def test_an_answer_without_an_id_says_so(client: OpenRouter) -> None:
    with pytest.raises(errors.ArgumentError, match="has no id"):
        models.ChatResult.from_dict({}).generation(client)


def test_it_is_asked_once_if_it_is_not_to_be_waited_for(api: Api, client: OpenRouter, server: testing.Server) -> None:
    answer = api.send(client)

    with pytest.raises(errors.NotFoundResponseError):
        ask_of(api, answer, "generation", client, wait_s=None)
    assert lookups(server) == 1
