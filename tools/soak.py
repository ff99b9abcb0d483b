"""Calls of every kind for minutes on end, while the server dies and comes back, clocks jump and processes fork.

`make soak` runs it: `SOAK_MINUTES=30` says for how long. It keeps its samples in build/soak.jsonl, prints some of them,
and fails if anything grew. A run of 30 minutes or more becomes table and picture of docs/reliability.md.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import soak_report
from soak_report import Run, sample

from openrouter_sdk import BackoffStrategy, OpenRouter, RetryConfig, errors

THREADS, TASKS = 50, 500
SAMPLE_S, RESTART_S, FORK_S, JUMP_S = 5.0, 20.0, 15.0, 7.0
LULL_PATIENCE_S = 15.0
LULLS = 15
"""How often all callers rest, so that what is held then is no call's."""
DOCUMENTED_MINUTES = 30.0
RETRIES = RetryConfig(backoff=BackoffStrategy(50, 500, 2, 4000))
LIMITS: dict[str, Any] = {"retries": RETRIES, "timeout_ms": 10_000}
ASK: Any = [{"role": "user", "content": "one two three four five six seven eight nine ten"}]


class Server:
    """The emulated server in a process of its own, so that what it keeps is not counted."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.starts = 0
        self.start()

    def start(self) -> None:
        """Listen again on the same port."""
        command = [sys.executable, "-m", "openrouter_sdk.testing", "--port", str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.starts += 1

    def kill(self) -> None:
        """End it at once, whatever it is at."""
        self._process.kill()
        self._process.wait()


class Soak:
    """All that goes on at once."""

    def __init__(self, minutes: float) -> None:
        self.until = time.monotonic() + minutes * 60
        self.server = Server()
        self.client = OpenRouter(server_url=f"http://127.0.0.1:{self.server.port}/api/v1", api_key="test")
        self.outcomes: Counter[str] = Counter()
        self.unexpected: list[str] = []
        self.run = Run(minutes)
        self.began = time.monotonic()
        self.resting = False
        self._lull_s = minutes * 60 / (LULLS + 1)
        self._busy = 0
        self._lock = threading.Lock()

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self.until

    def note(self, what: str, error: BaseException | None) -> None:
        """Count what came of a call."""
        if error is not None and not isinstance(error, (errors.OpenRouterError, asyncio.CancelledError)):
            self.unexpected.append(f"{what}: {error!r}")
        self.outcomes[f"{what}: {'done' if error is None else type(error).__name__}"] += 1

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        with self._lock:
            self._busy += 1
        try:
            yield
        finally:
            with self._lock:
                self._busy -= 1

    def work(self, seed: int) -> None:
        """One thread."""
        chance = random.Random(seed)
        while not self.over:
            what = chance.choice(("call", "stream", "left early", "deadline"))
            with self._at_work():
                try:
                    self._one(what, chance)
                except Exception as error:  # noqa: BLE001 - whatever comes is counted
                    self.note(what, error)
                else:
                    self.note(what, None)
            time.sleep(chance.random() * 0.5)
            while self.resting:
                time.sleep(0.1)

    def _one(self, what: str, chance: random.Random) -> None:
        if what in ("call", "deadline"):
            limits: dict[str, Any] = LIMITS if what == "call" else {**LIMITS, "timeout_ms": chance.randint(1, 20)}
            self.client.chat.send(model="a/b", messages=ASK, **limits)
            return
        with self.client.chat.send(model="a/b", messages=ASK, stream=True, **LIMITS) as stream:
            for number, _ in enumerate(stream):
                if what == "left early" and number == chance.randint(0, 5):
                    break

    async def work_async(self) -> None:
        """All tasks."""
        self.loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as group:
            for seed in range(TASKS):
                group.create_task(self._task(seed))

    async def _task(self, seed: int) -> None:
        chance = random.Random(-seed)
        while not self.over:
            what = chance.choice(("call", "stream", "left early", "cancelled"))
            with self._at_work():
                inner = asyncio.create_task(self._one_async(what, chance))
                if what == "cancelled":
                    await asyncio.sleep(chance.random() * 0.05)
                    inner.cancel()
                (error,) = await asyncio.gather(inner, return_exceptions=True)
                self.note(f"async {what}", error)
                # neither is to live on into a lull
                del inner, error
            await asyncio.sleep(chance.random() * 6)
            while self.resting:  # noqa: ASYNC110 - another thread says when it is over
                await asyncio.sleep(0.5)

    async def _one_async(self, what: str, chance: random.Random) -> None:
        if what == "call":
            await self.client.chat.send_async(model="a/b", messages=ASK, **LIMITS)
            return
        async with await self.client.chat.send_async(model="a/b", messages=ASK, stream=True, **LIMITS) as stream:
            number = 0
            async for _ in stream:
                number += 1
                if what == "left early" and number > chance.randint(0, 5):
                    break

    def disturb(self) -> None:
        """Restart, fork and jump until it is over, and look what there is."""
        real, offset = time.time, 0.0
        time.time = lambda: real() + offset
        plan: list[tuple[float, Callable[[], None]]] = [
            (RESTART_S, self._restart), (FORK_S, self._fork), (SAMPLE_S, self._sample), (self._lull_s, self._lull)
        ]  # fmt: skip
        due = [time.monotonic() + every for every, _ in plan]
        jump = time.monotonic()
        try:
            while not self.over:
                time.sleep(0.1)
                now = time.monotonic()
                if now - jump > JUMP_S:
                    jump, offset = now, random.uniform(-86_400, 86_400)
                    self.run.jumps += 1
                for index, (every, happens) in enumerate(plan):
                    if now >= due[index]:
                        due[index] = now + every
                        happens()
        finally:
            time.time = real

    def _restart(self) -> None:
        self.server.kill()
        time.sleep(0.3)
        self.server.start()

    def _fork(self) -> None:
        child = os.fork()
        if child == 0:
            try:
                self.client.chat.send(model="a/b", messages=ASK, retries=RETRIES, timeout_ms=15_000)
            except errors.OpenRouterError:
                os._exit(1)
            except BaseException:  # noqa: BLE001 - told by the status
                os._exit(2)
            os._exit(0)
        self.run.forks += 1
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        self.outcomes[f"forked: {'done' if code == 0 else f'status {code}'}"] += 1
        if code not in (0, 1):
            self.unexpected.append(f"a forked child ended with {code}")

    def _sample(self) -> None:
        self.run.add(sample(self.began, len(asyncio.all_tasks(self.loop)), lull=False))

    def _lull(self) -> None:
        self.resting = True
        give_up = time.monotonic() + LULL_PATIENCE_S
        while self._busy and time.monotonic() < give_up:
            time.sleep(0.05)
        # what a cancelled call had begun ends by itself
        time.sleep(1)
        gc.collect()
        self.run.add(sample(self.began, len(asyncio.all_tasks(self.loop)), lull=not self._busy))
        self.resting = False

    def last(self) -> None:
        """Begin, wait for the end, and close."""
        threads = [threading.Thread(target=self.work, args=(seed,)) for seed in range(THREADS)]
        threads.append(threading.Thread(target=lambda: asyncio.run(self.work_async())))
        for thread in threads:
            thread.start()
        self.disturb()
        for thread in threads:
            thread.join()
        self.client.close()
        self.server.kill()


def main() -> int:
    """Run it, and tell."""
    minutes = float(os.environ.get("SOAK_MINUTES", "30"))
    before = sample(time.monotonic(), 0, lull=True)
    soak = Soak(minutes)
    soak.run.add(before._replace(seconds=0.0))
    soak.last()
    gc.collect()
    run = soak.run
    run.add(sample(soak.began, 0, lull=True))
    run.starts, run.outcomes = soak.server.starts, dict(sorted(soak.outcomes.items()))
    run.wrong = [*dict.fromkeys(soak.unexpected), *soak_report.grown(run.samples)]
    run.finish()
    print(soak_report.told(run))
    if minutes >= DOCUMENTED_MINUTES and not run.wrong:
        soak_report.publish(run)
    return bool(run.wrong)


if __name__ == "__main__":
    sys.exit(main())
