"""Recorded answers to requests with a schema, read as a type: what they were is told."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_sdk import errors
from tests.helpers.api import Api
from tests.parsing.asking import parse
from tests.recorded.exchanges import ALL, Exchange, needed
from tests.recorded.test_client import replaying

pytestmark = needed

ASKED = [
    each
    for each in ALL
    if isinstance(each.request, dict) and (each.request.get("response_format") or {}).get("type") == "json_schema"
]
REFUSED = [each for each in ASKED if not each.failed and '"refusal":"' in each.body]
CUT_OFF = [each for each in ASKED if not each.failed and '"finish_reason":"length"' in each.body]
FAILED = [each for each in ASKED if each.failed]


def fault(api: Api, exchange: Exchange) -> Any:
    streamed = exchange.kind == "sse"
    with replaying(api, exchange) as client, pytest.raises(errors.OpenRouterError) as caught:
        parse(api, client, dict[str, Any], streamed=streamed)
    return caught.value


@pytest.mark.parametrize("exchange", REFUSED, ids=str)
def test_a_refusal_is_told_with_its_words_whatever_the_finish_reason(api: Api, exchange: Exchange) -> None:
    error = fault(api, exchange)

    assert (type(error), error.reason) == (errors.OutputParsingError, "refusal")
    assert error.text == error.partial.message.refusal
    assert error.text.startswith("I'm sorry")
    assert error.usage.cost == error.partial.cost > 0


@pytest.mark.parametrize("exchange", CUT_OFF, ids=str)
def test_an_answer_that_thought_up_to_the_limit_is_cut_off_not_empty(api: Api, exchange: Exchange) -> None:
    error = fault(api, exchange)

    assert (error.reason, error.text) == ("length", "")
    assert error.usage.reasoning_tokens > 0


@pytest.mark.parametrize("exchange", FAILED, ids=str)
def test_a_provider_that_refuses_the_request_is_an_error_of_the_api(api: Api, exchange: Exchange) -> None:
    assert isinstance(fault(api, exchange), errors.ChatError)


def test_each_kind_was_recorded() -> None:
    assert REFUSED
    assert CUT_OFF
    assert FAILED
