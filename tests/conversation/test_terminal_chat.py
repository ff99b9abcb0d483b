"""The example of a chat in the terminal, fed through a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from openrouter_sdk import testing
from tests.test_docs import ROOT, environment


def chat(server: testing.Server, *lines: str, arguments: tuple[str, ...] = ()) -> str:
    """What the example prints when it is told these lines."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "examples" / "terminal_chat.py"), *arguments],
        input="\n".join(lines) + "\n", env=environment(OPENROUTER_API_KEY="test", OPENROUTER_BASE_URL=server.url),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_conversation_streams_switches_models_and_tells_its_cost(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "chat.json"
    server.enqueue(
        testing.reply("Hello there.", usage={"total_tokens": 12, "cost": 0.25}),
        testing.error(403, "Not here"),
        testing.reply("Me again.", usage={"total_tokens": 20, "cost": 0.5}),
    )

    shown = chat(server, "Hi", "Hm", "", "/model b/two", "Who is there?", "/cost", f"/save {file}", "/help", "/reset",
                 arguments=("a/one",))  # fmt: skip

    assert "> Hello there.\n    [a/one, 12 tokens, $0.250000; $0.250000 in all]\n" in shown
    assert "    [ForbiddenResponseError: 403 Forbidden: Not here]\n" in shown
    assert "> Me again.\n    [b/two, 20 tokens, $0.500000; $0.750000 in all]\n" in shown
    assert "/model NAME" in shown
    assert [request.json["model"] for request in server.requests] == ["a/one", "a/one", "b/two"]
    assert all(request.json["stream"] for request in server.requests)
    assert [message["content"] for message in server.requests[2].json["messages"]] == [
        "Hi",
        "Hello there.",
        "Who is there?",
    ]
    table = shown[shown.index("[now b/two]") :]
    assert [name in table for name in ("a/one", "b/two", "total", "$0.750000")] == [True] * 4
    assert json.loads(file.read_text(encoding="utf-8"))["model"] == "b/two"


def test_quit_ends_it(server: testing.Server) -> None:
    assert chat(server, "/quit", "Hi") == "You talk to openai/gpt-4o-mini. /help lists the commands.\n> "
    assert server.requests == []


def test_a_file_that_cannot_be_written_does_not_end_it(server: testing.Server, tmp_path: Path) -> None:
    shown = chat(server, f"/save {tmp_path / 'nowhere' / 'chat.json'}", "Hi")

    assert "    [FileNotFoundError: " in shown
    assert "nowhere" in shown
    assert "> Hi\n" in shown
