"""Questions about one model: it is looked up once, kept for a while, and asked again later."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.custom.catalogue.namespace import KEPT_S
from tests.helpers.api import Api
from tests.helpers.fake_time import FakeTime
from tests.helpers.operations import ask

USAGE = {"prompt_tokens": 1000, "completion_tokens": 100}


def test_it_says_what_a_model_can_do(api: Api, client: OpenRouter) -> None:
    assert ask(api, client, "models.supports", "openai/gpt-4o", "tools", "seed") is True
    assert ask(api, client, "models.supports", "openai/gpt-4o", "tools", "reasoning") is False
    assert ask(api, client, "models.context_length", "openai/gpt-4o") == 128_000


def test_it_prices_usage(api: Api, client: OpenRouter) -> None:
    assert ask(api, client, "models.price", "openai/gpt-4o", USAGE) == Decimal("0.0035")
    assert ask(api, client, "models.price", "openai/gpt-4o", None) is None


def test_it_prices_an_answer_that_tells_no_cost(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("a", usage={**USAGE, "cost": None}))
    answer = api.send(client, model="openai/gpt-4o")
    model = ask(api, client, "models.find", answer.model)

    assert answer.cost is None
    assert (
        answer.estimated_cost(model)
        == ask(api, client, "models.price", answer.model, answer.usage)
        == Decimal("0.0035")
    )


def test_a_price_may_be_that_of_another_time(api: Api, client: OpenRouter, server: testing.Server) -> None:
    pricing = {"prompt": "1", "completion": "1", "overrides": [{"utc_end": 600, "prompt": "0", "completion": "0"}]}
    server.enqueue(testing.answer({"data": {"id": "a/b", "pricing": pricing}}))

    night = ask(api, client, "models.price", "a/b", USAGE, datetime(2026, 1, 1, 5, tzinfo=UTC))

    assert (night, ask(api, client, "models.price", "a/b", USAGE, datetime(2026, 1, 1, 6, tzinfo=UTC))) == (0, 1100)


def test_a_model_is_looked_up_once(api: Api, client: OpenRouter, server: testing.Server) -> None:
    found = [ask(api, client, "models.find", "openai/gpt-4o") for _ in range(3)]
    ask(api, client, "models.supports", "openai/gpt-4o", "tools")

    assert len(server.requests) == 1
    assert found[0] is found[1] is found[2]


def test_it_is_looked_up_again_after_an_hour(
    api: Api, client: OpenRouter, server: testing.Server, clock: FakeTime
) -> None:
    for passed in (0.0, KEPT_S - 1, 1.0):
        clock.seconds += passed
        ask(api, client, "models.find", "openai/gpt-4o")

    assert len(server.requests) == 2


def test_what_is_kept_can_be_forgotten(api: Api, client: OpenRouter, server: testing.Server) -> None:
    ask(api, client, "models.find", "openai/gpt-4o")
    client.models.forget()
    ask(api, client, "models.find", "openai/gpt-4o")

    assert len(server.requests) == 2


def test_a_variant_and_an_alias_are_found(api: Api, client: OpenRouter) -> None:
    assert ask(api, client, "models.find", "openai/gpt-4o:nitro").id == "openai/gpt-4o"
    assert ask(api, client, "models.find", "~anthropic/claude-sonnet-latest").alias_target is not None


def test_a_model_that_is_not_there_is_not_kept(api: Api, client: OpenRouter, server: testing.Server) -> None:
    for _ in range(2):
        with pytest.raises(errors.NotFoundResponseError):
            ask(api, client, "models.find", "openai/gpt-0")

    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("model", "kind"),
    [("gpt-4o", errors.ArgumentError), ("", errors.ArgumentError), ("a/", errors.ArgumentError), (None, TypeError)],
)
def test_what_is_no_id_is_refused(
    model: Any, kind: type[Exception], api: Api, client: OpenRouter, server: testing.Server
) -> None:
    with pytest.raises(kind):
        ask(api, client, "models.find", model)
    assert server.requests == []
