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
SLOW_S = 900.0


def saved(file: Path) -> set[int]:
    """Indexes of the answers in a checkpoint, whole lines only."""
    lines = file.read_bytes().split(b"\n")[1:-1] if file.exists() else []
    return {int(json.loads(line)["key"].split(":")[0]) for line in lines}


class Program:
    """The driver, started as often as it is killed."""

    def __init__(self, cluster: str, url: str, file: Path) -> None:
        numbers = [str(COUNT), str(PROCESSES * THREADS)]
        self._command = [sys.executable, str(PROGRAM), cluster, url, str(file), *numbers]
        self.start()

    def start(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._running = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True, env=environment)

    def kill(self) -> None:
        self._running.kill()
        self._running.communicate()

    def told(self) -> Any:
        """What it tells in the end."""
        told, _ = self._running.communicate(timeout=SLOW_S)
        assert self._running.returncode == 0
        return json.loads(told)


def a_worker(workers: Any, chance: random.Random) -> int:
    """The process of one of the workers."""
    while True:
        workers.wait_for_workers(1, timeout=SLOW_S)
        processes = workers.run(os.getpid)
        # the cluster stumbles over the end of one of which it has not been told yet
        known = [processes[each] for each in processes if each in workers.cluster.scheduler_info["workers"]]
        if known:
            return chance.choice(known)


def killed_again_and_again(program: Program, limited: LimitedServer, workers: Any, file: Path) -> int:
    """Kill workers and the driver while answers come; how many may have been under way in them."""
    chance = random.Random(4)
    lost, kept, before = 0, set[int](), 0
    for answers in range(KILLS_EVERY, COUNT - KILLS_EVERY + 1, KILLS_EVERY):
        assert limited.wait_answered(answers, SLOW_S)
        os.kill(a_worker(workers, chance), signal.SIGKILL)
        lost += THREADS
        if answers in DRIVER_KILLED_AT:
            program.kill()
            # what the killed one had handed over is carried out or forgotten
            workers.wait_for_workers(1, timeout=SLOW_S)
            kept, before = saved(file), len(limited.seen)
            lost += PROCESSES * THREADS
            program.start()
    told = program.told()
    assert not {f"prompt {index}" for index in kept} & set(limited.seen[before:])
    assert len(saved(file)) == sum(text.startswith("prompt") for text in told["texts"])
    return lost


def test_no_answer_is_lost_and_none_that_was_saved_is_paid_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "test")
    file = tmp_path / "answers.jsonl"
    with (
        LimitedServer(QUOTA, time.monotonic, window_s=1) as limited,
        distributed.LocalCluster(
            n_workers=PROCESSES, threads_per_worker=THREADS, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as workers,
    ):
        program = Program(cluster.scheduler_address, limited.url, file)
        lost = killed_again_and_again(program, limited, workers, file)

        # What the last kills have cost is sent now, and nothing else.
        kept, before = saved(file), len(limited.seen)
        program.start()
        told = program.told()
        again = set(limited.seen[before:])

    assert told["texts"] == [f"prompt {number}" for number in range(COUNT)]
    assert told["resumed"] == len(kept)
    assert again == {f"prompt {index}" for index in range(COUNT) if index not in kept}
    assert set(limited.answered) == set(told["texts"])
    assert max(limited.passed.values()) <= QUOTA
    assert max(limited.refused.values(), default=0) <= PROCESSES * THREADS
    paid_twice, windows = limited.answered.total() - COUNT, len(limited.passed)
    assert paid_twice <= lost
    print(f"\n{COUNT} prompts, {PROCESSES} processes of {THREADS} threads, killed one by one, and the driver twice:")
    print(f"{limited.passed.total()} answers in {windows} windows of {QUOTA}, {limited.refused.total()} turned away;")
    print(f"{paid_twice} answers were lost with what was killed, and paid for again; at most {lost} were under way")
