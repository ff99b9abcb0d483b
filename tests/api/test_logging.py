"""What is logged, and when."""

from __future__ import annotations

import logging
from textwrap import indent

import pytest

from openrouter_sdk import testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.scripts import run_python

PROGRAM = """
import sys
from openrouter_sdk import OpenRouter
with OpenRouter(server_url=sys.argv[1], api_key="a-key-of-no-known-form") as client:
    client.chat.send(model="maker/model", messages=[{"role": "user", "content": "the-prompt"}])
    client.chat.send(model="maker/model", messages=[{"role": "user", "content": "the-prompt"}], stream=True).final()
"""


def test_nothing_is_printed_by_default(server: testing.Server) -> None:
    server.enqueue(testing.error(503, headers={"retry-after-ms": "1"}))

    assert run_python(PROGRAM, server.url) == ("", "")
    assert len(server.requests) == 3


def test_the_variable_turns_records_on(server: testing.Server) -> None:
    out, err = run_python(PROGRAM, server.url, OPENROUTER_DEBUG="1")

    assert out == ""
    assert f"request 1 of chat.send to {server.url}/chat/completions for maker/model" in err
    assert "response 200 ok" in err
    assert "stream complete" in err
    assert "the-prompt" not in err
    assert "a-key" not in err


def test_the_variable_can_say_no(server: testing.Server) -> None:
    ways = ["", "0", "false", "No", "off"]
    program = f"import os\nfor os.environ['OPENROUTER_DEBUG'] in {ways}:\n{indent(PROGRAM, ' ')}"

    assert run_python(program, server.url) == ("", "")
    assert len(server.requests) == 2 * len(ways)


@pytest.mark.parametrize("streamed", [False, True])
def test_a_logger_of_ones_own_gets_the_records(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("mine")
    caplog.set_level(logging.DEBUG, logger="mine")
    server.enqueue(testing.error(503), testing.reply("Hi", headers={"X-Generation-Id": "gen-1"}))

    api.answer(make_client(debug_logger=logger), streamed=streamed)

    lines = [record.getMessage() for record in caplog.records if record.name == "mine"]
    assert len(lines) == (6 if streamed else 5)
    assert "response 503 ServiceUnavailableResponseError" in lines[1]
    assert "gen-1" in lines[4]
    assert [record for record in caplog.records if record.name == "openrouter_sdk"] == []


def test_a_silent_logger_costs_no_events(api: Api, make_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, logger="openrouter_sdk")
    client = make_client()

    api.answer(client, streamed=True)

    assert not client._settings.observer.watches_requests
    assert [record for record in caplog.records if record.name == "openrouter_sdk"] == []
