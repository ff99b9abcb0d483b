"""The programs of users who come from a library with the same two classes run with one changed import."""

from __future__ import annotations

import os
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import testing

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
SYSTEM = {"role": "system", "content": "You are the best assistant."}
NOTHING = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}

QUICK_START = """
from openrouter_sdk import Chat
from dotenv import load_dotenv
load_dotenv() # Load OPENROUTER_API_KEY from .env
# Single model with system prompt
c = Chat("moonshotai/kimi-k2:free", system="You are the best assistant.")
response = c("Who created you?")
print(c.history) # View conversation history
print(c.usage) # View token usage
"""
SINGLE = """
from openrouter_sdk import Chat
c = Chat("moonshotai/kimi-k2:free", system="You are the best assistant in the world.")
# or with explicit API key
# c = Chat("moonshotai/kimi-k2:free", api_key="your_api_key")
# Initial state
print(c.history) # [{'role': 'system', 'content': 'You are helpful.'}]
print(c.usage) # {'prompt_tokens': 0, 'completion_tokens': 0, 'total_tokens': 0}
# Make a call
response = c("Who created you?")
# Updated state
print(c.history) # Full conversation history
print(c.usage) # Updated token counts
"""
SEVERAL = """
from openrouter_sdk import Chat
models = ["moonshotai/kimi-k2:free", "z-ai/glm-4.5-air:free"]
c = Chat(models, system="You are the best assistant.")
# Each model has separate history and usage
print(c.history) # Dict mapping model -> history
print(c.usage) # Dict mapping model -> usage
responses = c("Who created you?")
# Returns: {"moonshotai/kimi-k2:free": "...", "z-ai/glm-4.5-air:free": "..."}
# Access specific model data
print(c.history["moonshotai/kimi-k2:free"])
print(c.usage["moonshotai/kimi-k2:free"])
"""
RESET_USAGE = """
c.reset_usage() # Reset counters to zero
print(c.usage) # {'prompt_tokens': 0, 'completion_tokens': 0, 'total_tokens': 0}
"""
IMAGES = """
from openrouter_sdk import Chat
c = Chat("gpt-4o-mini")
# Image URL + text (tracked in history)
response = c(["https://www.petlandflorida.com/wp-content/uploads/2022/04/shutterstock_1290320698-1-scaled.jpg",
"What's in this image?"])
print(c.history) # Images preserved in conversation history
# Example output: "The image shows a cute puppy..."
# Local image + text
response = c(["../assets/puppy.jpg", "Tell me more about this"])"""


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, server: testing.Server) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    monkeypatch.setenv("OPENROUTER_API_KEY", "test")


def run(program: str, **names: Any) -> dict[str, Any]:
    exec(compile(program, "the seed", "exec", dont_inherit=True), names)  # noqa: S102
    return names


def printed(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    return [eval(line) for line in capsys.readouterr().out.splitlines()]  # noqa: S307


def test_the_quick_start(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("OPENROUTER_API_KEY")
    dotenv: Any = types.ModuleType("dotenv")
    dotenv.load_dotenv = lambda: os.environ.__setitem__("OPENROUTER_API_KEY", "from-dotenv")
    monkeypatch.setitem(sys.modules, "dotenv", dotenv)
    server.enqueue(testing.reply("Moonshot did."))

    response = run(QUICK_START)["response"]

    question, answer = (
        {"role": "user", "content": "Who created you?"},
        {"role": "assistant", "content": "Moonshot did."},
    )
    assert response == "Moonshot did."
    assert printed(capsys) == [
        [SYSTEM, question, answer],
        {"prompt_tokens": 8, "completion_tokens": 2, "total_tokens": 10},
    ]
    assert server.requests[0].headers["authorization"] == "Bearer from-dotenv"


def test_one_model(server: testing.Server, capsys: pytest.CaptureFixture[str]) -> None:
    names = run(SINGLE)
    run(RESET_USAGE, c=names["c"])

    before, nothing, after, spent, again = printed(capsys)
    system = {"role": "system", "content": "You are the best assistant in the world."}
    assert before == [system]
    assert nothing == NOTHING
    assert [message["role"] for message in after] == ["system", "user", "assistant"]
    assert spent == {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14}
    assert again == NOTHING
    assert names["c"].history == after
    names["c"].reset_history()
    assert names["c"].history == [system]


def test_several_models(server: testing.Server, capsys: pytest.CaptureFixture[str]) -> None:
    models = ["moonshotai/kimi-k2:free", "z-ai/glm-4.5-air:free"]

    responses = run(SEVERAL)["responses"]

    before, nothing, history, usage = printed(capsys)
    assert before == {model: [SYSTEM] for model in models}
    assert nothing == dict.fromkeys(models, NOTHING)
    assert isinstance(responses, dict)
    assert list(responses.items()) == [(model, "Who created you?") for model in models]
    assert repr(responses) == repr(dict(responses))
    assert [message["role"] for message in history] == ["system", "user", "assistant"]
    assert usage == {"prompt_tokens": 8, "completion_tokens": 3, "total_tokens": 11}
    assert sorted(request.json["model"] for request in server.requests) == sorted(models)


def test_images(
    server: testing.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("assets", "work"):
        (tmp_path / folder).mkdir()
    (tmp_path / "assets" / "puppy.jpg").write_bytes(JPEG)
    monkeypatch.chdir(tmp_path / "work")

    chat = run(IMAGES)["c"]

    (history,) = printed(capsys)
    image, text = history[0]["content"]
    assert image["image_url"]["url"].endswith("/shutterstock_1290320698-1-scaled.jpg")
    assert text == {"type": "text", "text": "What's in this image?"}
    assert chat.history[:2] == history
    local, _ = chat.history[2]["content"]
    assert local["image_url"]["url"].startswith("data:image/jpeg;base64,")
    assert server.requests[1].json["messages"] == chat.history[:3]
