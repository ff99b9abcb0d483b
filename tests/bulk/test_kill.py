"""Runs that end in the middle: by kill -9, by Ctrl-C, by being cancelled."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, testing
from tests.bulk.helpers import prompts_sent, texts
from tests.bulk.killed_run import COUNT
from tests.helpers.patience import PATIENCE_S
from tests.helpers.trust import no_trust

PROGRAM = Path(__file__).parent / "killed_run.py"
ROOT = Path(__file__).resolve().parents[2]
PROMPTS = [f"prompt {number}" for number in range(COUNT)]


def start(colour: str, file: Path, server: testing.Server, stderr: int | None = None) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER_")}
    env = {**kept, "PYTHONPATH": str(ROOT), "OPENROUTER_API_KEY": "test", "OPENROUTER_BASE_URL": server.url}
    command = [sys.executable, str(PROGRAM), colour, str(file)]
    return subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=stderr, text=True, start_new_session=colour == "pool"
    )


def kill_after(running: subprocess.Popen[str], answers: int, *, group: bool) -> list[int]:
    """Kill the program, and its workers, when it has told so many answers; all that it told."""
    assert running.stdout is not None
    told = [int(running.stdout.readline()) for _ in range(answers)]
    if group:
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    told += [int(line) for line in running.stdout.read().splitlines() if line]
    running.wait()
    running.stdout.close()
    return told


def await_what_was_sent(server: testing.Server) -> None:
    """Wait until all that a killed program had written to its connections has arrived."""
    # Connections are accepted in turn: behind this one none of the program's is left to be accepted.
    httpx.get(server.url, verify=no_trust())
    assert server.wait_connections()


def saved(file: Path) -> set[int]:
    """Indexes of the answers in a checkpoint, whole lines only."""
    lines = file.read_bytes().split(b"\n")[1:-1]
    return {int(json.loads(line)["key"].split(":")[0]) for line in lines}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
@pytest.mark.parametrize(
    ("colour", "moments"),
    [*product(("sync", "async"), ((1, 1, 1), (5, 20), (39,))), ("pool", (5, 20))],
    ids=str,
)
def test_kill_9_loses_no_finished_answer_and_nothing_saved_is_paid_twice(
    colour: str, moments: tuple[int, ...], tmp_path: Path
) -> None:
    file = tmp_path / "answers.jsonl"
    with testing.serve() as server:
        for answers in moments:
            before = saved(file) if file.exists() else set()
            server.clear()
            running = start(colour, file, server)
            told = kill_after(running, len(before) + answers, group=colour == "pool")
            await_what_was_sent(server)

            assert running.returncode == -signal.SIGKILL or len(told) == COUNT
            assert set(told) <= saved(file)
            assert not {PROMPTS[index] for index in before} & set(prompts_sent(server))
        before = saved(file)
        server.clear()

        with OpenRouter(server_url=server.url, api_key="test") as client:
            results = client.chat.map(PROMPTS, model="a/b", checkpoint=file)
        paid = Counter(prompts_sent(server))

    assert texts(results) == PROMPTS
    assert results.resumed == len(before)
    assert paid == Counter(PROMPTS[index] for index in range(COUNT) if index not in before)


@pytest.mark.skipif(os.name == "nt", reason="this system has no SIGINT for one process")
@pytest.mark.parametrize("colour", ["sync", "async"])
def test_ctrl_c_ends_the_run_and_keeps_what_is_finished(colour: str, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    interrupted = threading.Event()

    def late(_: testing.Request) -> Any:
        assert interrupted.wait(PATIENCE_S)
        return testing.reply("yes")

    with testing.serve() as server:
        server.enqueue(*[testing.reply("yes")] * 10, *[late] * 30)
        running = start(colour, file, server, stderr=subprocess.DEVNULL)
        assert running.stdout is not None
        told = [int(running.stdout.readline()) for _ in range(5)]
        running.send_signal(signal.SIGINT)
        interrupted.set()
        told += [int(line) for line in running.stdout.read().splitlines()]
        running.wait()
        running.stdout.close()

    assert running.returncode != 0
    assert set(told) <= saved(file)
    if colour == "sync":
        # The answers under way were waited for.
        assert saved(file) == {PROMPTS.index(prompt) for prompt in prompts_sent(server)}


def test_an_interrupt_waits_for_the_answers_under_way_and_leaves_no_thread(
    server: testing.Server, tmp_path: Path
) -> None:
    file = tmp_path / "answers.jsonl"

    def on_result(_index: int, _result: object) -> None:
        raise KeyboardInterrupt

    with OpenRouter(server_url=server.url, api_key="test") as client:
        with pytest.raises(KeyboardInterrupt):
            client.chat.map(PROMPTS, model="a/b", concurrency=4, checkpoint=file, on_result=on_result)

        assert 1 <= len(saved(file)) == len(server.requests) <= 4
        assert not [thread for thread in threading.enumerate() if thread.name == "openrouter-map"]


def test_a_cancelled_run_cancels_what_is_under_way(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    server.enqueue(testing.reply("yes"), *[testing.reply("late", first_delay=600)] * 3)

    async def cancelled() -> int:
        first = asyncio.Event()
        async with OpenRouter(server_url=server.url, api_key="test") as client:
            run = asyncio.create_task(
                client.chat.map_async(
                    PROMPTS, model="a/b", concurrency=3, checkpoint=file, on_result=lambda *_: first.set()
                )
            )
            await first.wait()
            run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await run
            return len(asyncio.all_tasks())

    left = asyncio.run(cancelled())

    assert left == 1
    assert len(saved(file)) == 1


def test_a_run_that_waits_for_its_last_answers_can_still_be_cancelled(server: testing.Server) -> None:
    server.enqueue(testing.reply("yes"), *[testing.reply("late", first_delay=600)] * 2)
    failed = asyncio.Event()

    def on_result(_index: int, _result: object) -> None:
        failed.set()
        raise LookupError

    async def cancelled() -> int:
        async with OpenRouter(server_url=server.url, api_key="test") as client:
            run = asyncio.create_task(client.chat.map_async(PROMPTS, model="a/b", concurrency=3, on_result=on_result))
            await failed.wait()
            run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await run
            return len(asyncio.all_tasks())

    assert asyncio.run(cancelled()) == 1


@pytest.mark.skipif(os.name == "nt", reason="this system has no SIGINT for one process")
def test_a_second_ctrl_c_does_not_wait(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    with testing.serve() as server:
        server.enqueue(*[testing.reply("yes")] * 4, *[testing.reply("late", first_delay=600)] * 8)
        running = start("sync", file, server, stderr=subprocess.PIPE)
        assert running.stdout is not None
        assert running.stderr is not None
        told = [int(running.stdout.readline()) for _ in range(4)]
        assert server.wait_requests(8)
        running.send_signal(signal.SIGINT)
        assert "it waits for 4 answers under way" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        running.stderr.read()
        running.wait()
        for pipe in (running.stdout, running.stderr):
            pipe.close()

    assert running.returncode != 0
    assert set(told) == saved(file)
