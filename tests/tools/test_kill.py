"""Runs whose process is killed, and which go on in the next one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from openrouter_sdk import testing
from tests.tools.running import asks

PROGRAM = Path(__file__).parent / "killed_run.py"
ROOT = Path(__file__).resolve().parents[2]


def start(colour: str, folder: Path, server: testing.Server, hang_at: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER_")}
    env = {**kept, "PYTHONPATH": str(ROOT), "OPENROUTER_API_KEY": "test", "OPENROUTER_BASE_URL": server.url}
    command = [sys.executable, str(PROGRAM), colour, str(folder), hang_at]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)


def kill_when(running: subprocess.Popen[str], lines: set[str]) -> None:
    """Kill the program once it has told all these lines."""
    assert running.stdout is not None
    left = set(lines)
    while left:
        line = running.stdout.readline()
        assert line, "it ended too early"
        left.discard(line.strip())
    running.kill()
    running.stdout.read()
    running.wait()
    running.stdout.close()
    assert running.returncode == -signal.SIGKILL


def calls(*names: str) -> object:
    return asks(*[("work", {"name": name}) for name in names])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
@pytest.mark.parametrize(
    ("colour", "hang_at", "told", "kept"),
    [
        ("sync", "a1", {"hanging a1", "kept 2"}, {"a0", "a2"}),
        ("async", "a1", {"hanging a1", "kept 2"}, {"a0", "a2"}),
        ("sync", "b0", {"hanging b0", "kept 4"}, {"a0", "a1", "a2", "b1"}),
        ("async", "a0", {"hanging a0", "kept 0"}, set()),
    ],
    ids=["between two tools", "between two tools, async", "in a later step", "in the first tool, async"],
)
def test_a_killed_run_goes_on_and_no_kept_result_is_worked_for_again(
    colour: str, hang_at: str, told: set[str], kept: set[str], tmp_path: Path
) -> None:
    with testing.serve() as server:
        server.enqueue(calls("a0", "a1", "a2"), calls("b0", "b1"), testing.reply("Done"))
        kill_when(start(colour, tmp_path, server, hang_at), told)
        before = (tmp_path / "log").read_text().splitlines()

        again = start(colour, tmp_path, server, "nowhere")
        out, _ = again.communicate(timeout=60)
        requests = [request.json["messages"] for request in server.requests]

    assert again.returncode == 0, out
    after = (tmp_path / "log").read_text().splitlines()[len(before) :]
    begun = Counter(line.removeprefix("begin ") for line in [*before, *after] if line.startswith("begin "))
    lists = [line.removeprefix("kept ").split(",") for line in before if line.startswith("kept ")]
    saved = {name for names in lists for name in names if name}
    assert kept <= saved
    assert {name: begun[name] for name in saved} == dict.fromkeys(saved, 1)
    assert set(begun) == {"a0", "a1", "a2", "b0", "b1"}
    assert after[-1] == "answer Done"
    # no answer is asked for twice
    assert [sum(message["role"] == "assistant" for message in sent) for sent in requests] == [0, 1, 2]
    assert [message["content"] for message in requests[-1] if message["role"] == "tool"] == [
        f"done {name}" for name in ("a0", "a1", "a2", "b0", "b1")
    ]
