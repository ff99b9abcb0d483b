"""The tests of support.py: they need no key and no network."""

from __future__ import annotations

import pytest
from support import SORRY, Support

from openrouter_sdk import OpenRouter, errors, testing


@pytest.fixture
def support(openrouter_client: OpenRouter) -> Support:
    return Support(openrouter_client)


@pytest.mark.parametrize(("word", "topic"), [("bill", "bill"), (" Fault.\n", "fault"), ("The weather", "other")])
def test_a_mail_has_a_topic(openrouter_server: testing.Server, support: Support, word: str, topic: str) -> None:
    openrouter_server.respond_to(model="openai/*", answer=word)

    assert support.topic("My invoice is wrong") == topic
    openrouter_server.assert_sent(contains="My invoice is wrong", body={"temperature": 0})


def test_the_reply_knows_the_topic(openrouter_server: testing.Server, support: Support) -> None:
    openrouter_server.respond_to(contains="What is this mail about?", answer="bill")
    reply = openrouter_server.respond_to(contains="mail about a bill", answer="Dear customer")

    assert list(support.draft("My invoice is wrong")) == ["Dear", " customer"]
    assert reply.requests.last.model == "anthropic/claude-sonnet-4.5"


def test_a_rate_limit_is_no_disaster(openrouter_server: testing.Server, support: Support) -> None:
    openrouter_server.respond_to(model="openai/*", answer="fault")
    openrouter_server.respond_to(model="anthropic/*", answer=testing.error(429))

    assert list(support.draft("It is broken")) == [SORRY]


def test_half_a_reply_is_not_taken_for_a_whole(openrouter_server: testing.Server, support: Support) -> None:
    openrouter_server.respond_to(model="openai/*", answer="other")
    openrouter_server.respond_to(model="anthropic/*", answer=testing.reply("Dear", finish_reason=None, done=False))

    with pytest.raises(errors.StreamInterruptedError):
        list(support.draft("Hello"))


@pytest.mark.usefixtures("openrouter_env")
def test_its_own_client_is_led_to_the_server() -> None:
    assert Support().topic("Hello") == "other"
