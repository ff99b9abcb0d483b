"""The quick starts of the official SDK run as they stand there: only the import line differs, and the server's URL."""

from __future__ import annotations

import pytest

from openrouter_sdk import testing
from tests.helpers.scripts import run_python

# fmt: off
QUICK_START = """
from openrouter_sdk import OpenRouter
import os

with OpenRouter(
  http_referer="<value>",
  x_open_router_title="<value>",
  x_open_router_categories="<value>",
  api_key=os.getenv("OPENROUTER_API_KEY", ""),
  server_url=SERVER_URL,
) as open_router:

  res = open_router.chat.send(messages=[
    {
      "content": "You are a helpful assistant.",
      "role": "system",
    },
    {
      "content": "What is the capital of France?",
      "role": "user",
    },
  ], x_open_router_experimental_metadata="enabled", max_tokens=150, model="openai/gpt-4", stream=False, temperature=0.7)

  with res as event_stream:
    for event in event_stream:
      # handle event
      print(event, flush=True)
"""

OLDER_QUICK_START = """
from openrouter_sdk import OpenRouter
import os

with OpenRouter(
    api_key=os.getenv("OPENROUTER_API_KEY", ""),
    server_url=SERVER_URL,
) as open_router:

    res = open_router.chat.send(messages=[], stream=False)

    with res as event_stream:
        for event in event_stream:
            # handle event
            print(event, flush=True)
"""
# fmt: on


def run(program: str, server: testing.Server) -> str:
    """What the program prints; nothing may go to its error output."""
    begin = "import sys\nSERVER_URL = sys.argv[1]\n"
    out, err = run_python(begin + program, server.url, options=("-W", "error"), OPENROUTER_API_KEY="test")
    assert err == ""
    return out


@pytest.mark.parametrize("streamed", [False, True])
def test_the_quick_start_runs(streamed: bool, server: testing.Server) -> None:
    out = run(QUICK_START.replace("stream=False", f"stream={streamed}"), server)

    (request,) = server.requests
    assert request.json == {
        "messages": [
            {"content": "You are a helpful assistant.", "role": "system"},
            {"content": "What is the capital of France?", "role": "user"},
        ],
        "max_tokens": 150,
        "model": "openai/gpt-4",
        "stream": streamed,
        "temperature": 0.7,
    }
    attribution = ("http-referer", "x-openrouter-title", "x-openrouter-categories")
    assert [request.headers[name] for name in attribution] == ["<value>"] * 3
    assert request.headers["x-openrouter-metadata"] == "enabled"
    assert request.headers["authorization"] == "Bearer test"
    printed = out.splitlines()
    assert all(line.startswith("ChatStreamChunk(" if streamed else "ChatResult(") for line in printed)
    assert len(printed) > 5 if streamed else len(printed) == 1
    assert "openrouter_metadata=" in printed[-1]
    assert "France?" in out


@pytest.mark.parametrize("streamed", [False, True])
def test_the_older_quick_start_runs(streamed: bool, server: testing.Server) -> None:
    server.enqueue(testing.reply("An answer to nothing"))

    out = run(OLDER_QUICK_START.replace("stream=False", f"stream={streamed}"), server)

    (request,) = server.requests
    assert request.json == {"messages": [], "stream": streamed}
    assert "nothing" in out


@pytest.mark.parametrize("program", [QUICK_START, OLDER_QUICK_START])
def test_without_a_key_it_says_which_variable_to_set(program: str, server: testing.Server) -> None:
    tried = f"""
try:
    exec({program!r})
except Exception as error:
    print(type(error).__name__, error)
"""

    out, _ = run_python("import sys\nSERVER_URL = sys.argv[1]\n" + tried, server.url)

    assert out.startswith("ArgumentError")
    assert "OPENROUTER_API_KEY" in out
    assert server.requests == []
