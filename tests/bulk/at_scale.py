"""100 workers under a rate limit, while workers and the driver are killed: `make bulk-scale`. Takes some minutes."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import distributed
import pytest

from tests.bulk.limited_server import LimitedServer

PROGRAM = Path(__file__).parent / "scaled_run.py"
ROOT = Path(__file__).resolve().parents[2]
COUNT = int(os.environ.get("PROMPTS", "3000"))
PROCESSES = int(os.environ.get("PROCESSES", "10"))
THREADS = 10
QUOTA = COUNT // 30
"""Requests that the server answers in a second."""
KILLS_EVERY = COUNT // 12
"""After so many answers one of the workers is killed."""
DRIVER_KILLED_AT = (KILLS_EVERY * 4, KILLS_EVERY * 8)
SLOW_S = 300.0


def saved(file: Path) -> set[int]:
    """Indexes of the answers in a checkpoint, whole lines only."""
    lines = file.read_bytes().split(b"\n")[1:-1] if file.exists() else []
    return {int(json.loads(line)["key"].split(":")[0]) for line in lines}


def test_no_answer_is_lost_and_none_that_was_saved_is_paid_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "test")
    file = tmp_path / "answers.jsonl"
    chance = random.Random(4)
    lost = kills = 0
    with (
        LimitedServer(QUOTA, time.monotonic, window_s=1) as limited,
        distributed.LocalCluster(n_workers=PROCESSES, threads_per_worker=THREADS, dashboard_address=None) as cluster,
        distributed.Client(cluster) as watcher,
    ):
        numbers = [str(COUNT), str(PROCESSES * THREADS)]
        command = [sys.executable, str(PROGRAM), cluster.scheduler_address, limited.url, str(file), *numbers]

        def start() -> subprocess.Popen[str]:
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)

        running = start()
        for answers in range(KILLS_EVERY, COUNT - KILLS_EVERY + 1, KILLS_EVERY):
            assert limited.wait_answered(answers, SLOW_S)
            os.kill(chance.choice(list(watcher.run(os.getpid).values())), signal.SIGKILL)
            kills, lost = kills + 1, lost + THREADS
            if answers in DRIVER_KILLED_AT:
                running.kill()
                running.communicate()
                kept, before = saved(file), len(limited.seen)
                lost += PROCESSES * THREADS
                running = start()
        told = finish(running)
        assert not {f"prompt {index}" for index in kept} & set(limited.seen[before:])

        # What the last kills have cost is sent now, and nothing else.
        kept, before = saved(file), len(limited.seen)
        assert len(kept) == sum(text.startswith("prompt") for text in told["texts"])
        told = finish(start())
        paid_twice = limited.answered.total() - COUNT
        again = set(limited.seen[before:])

    assert told["texts"] == [f"prompt {number}" for number in range(COUNT)]
    assert told["resumed"] == len(kept)
    assert again == {f"prompt {index}" for index in range(COUNT) if index not in kept}
    assert set(limited.answered) == set(told["texts"])
    assert max(limited.passed.values()) <= QUOTA
    assert max(limited.refused.values(), default=0) <= PROCESSES * THREADS
    assert paid_twice <= lost
    refused, passed = limited.refused.total(), limited.passed.total()
    print(
        f"\n{COUNT} prompts, {PROCESSES * THREADS} workers, {kills} of {PROCESSES} processes killed, the driver twice:"
    )
    print(f"{passed} requests answered in {len(limited.passed)} windows of {QUOTA} at most, {refused} turned away;")
    print(f"{paid_twice} answers were lost with what was killed and paid for again, at most {lost} were under way")


def finish(running: subprocess.Popen[str]) -> Any:
    """What a run tells in the end."""
    told, _ = running.communicate(timeout=SLOW_S)
    assert running.returncode == 0
    return json.loads(told)
