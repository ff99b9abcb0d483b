"""Past one machine: clients and results travel between processes."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from openrouter_sdk import BulkResults, OpenRouter, errors, testing
from tests.bulk.helpers import prompts_sent, texts
from tests.helpers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
NEEDS_KILL = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
EXAMPLE = ROOT / "examples" / "bulk_dask.py"


@pytest.fixture
def environment(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("OPENROUTER_API_KEY", "test-from-environment")
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return dict(os.environ)


def test_the_example_spreads_its_prompts_over_a_real_cluster(
    server: testing.Server, environment: dict[str, str]
) -> None:
    pytest.importorskip("distributed", reason="dask[distributed] is not installed")

    done = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLE)],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    prompts = [f"Name one thing that there are {number} of." for number in range(1, 25)]
    assert done.stdout.splitlines()[:24] == [f"{prompt} {prompt}" for prompt in prompts]
    assert "24 answers of 4 threads cost $" in done.stdout
    assert sorted(prompts_sent(server)) == sorted(prompts)


def kill_one(cluster: Any) -> None:
    """Kill a worker, and wait until the scheduler knows."""
    processes = cluster.run(os.getpid)
    lost = min(processes)
    while lost not in cluster.cluster.scheduler_info["workers"]:
        continue  # The cluster does not bear the end of one of which it was not told yet.
    os.kill(processes[lost], signal.SIGKILL)
    while lost in cluster.scheduler_info()["workers"]:
        continue  # Each look asks the scheduler. Dask's own `wait_for_workers` overwrites what the cluster was told.


@NEEDS_KILL
def test_what_a_killed_worker_of_a_cluster_had_sent_is_not_sent_again(
    server: testing.Server, environment: dict[str, str]
) -> None:
    distributed = pytest.importorskip("distributed", reason="dask[distributed] is not installed")
    prompts = [f"prompt {number}" for number in range(8)]
    killed = threading.Event()

    def late(_: testing.Request) -> Any:
        assert killed.wait(PATIENCE_S)
        return testing.reply("late")

    def kill(cluster: Any) -> None:
        assert server.wait_requests(2)
        kill_one(cluster)
        killed.set()

    server.enqueue(late, late)
    workers = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0")
    with workers, distributed.Client(workers) as cluster, OpenRouter() as client, ThreadPoolExecutor(1) as killer:
        killing = killer.submit(kill, cluster)
        results = client.chat.map(prompts, model="a/b", executor=cluster, concurrency=2)
        killing.result()

        assert sorted(texts(results)[:2]) == ["NoResponseError", "late"]
        assert texts(results)[2:] == prompts[2:]
        assert sorted(prompts_sent(server)) == prompts

        again = asyncio.run(client.chat.map_async(prompts, model="a/b", executor=cluster, concurrency=2))

        assert texts(again) == prompts


@NEEDS_KILL
def test_what_a_worker_had_answered_that_is_killed_then_is_not_sent_again(
    server: testing.Server, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed", reason="dask[distributed] is not installed")
    workers = distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0")
    with workers, distributed.Client(workers) as cluster, OpenRouter() as client:
        # As on a busy machine, Dask has not let go of an answer yet that the run has: it asks for it again.
        executor, held = cluster.get_executor(pure=False), list[Any]()
        slow = SimpleNamespace(submit=lambda *call: held.append(executor.submit(*call)) or held[-1])
        monkeypatch.setattr(cluster, "get_executor", lambda **_: slow)
        options: dict[str, Any] = {"model": "a/b", "executor": cluster, "concurrency": 1}
        options["on_result"] = lambda index, _: index or kill_one(cluster)

        assert texts(client.chat.map(["first", "second"], **options)) == ["first", "second"]
        held.clear()  # or Dask works for what is held of these once more
        assert texts(asyncio.run(client.chat.map_async(["third", "fourth"], **options))) == ["third", "fourth"]

        left = cluster.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.extensions["events"]._events))

    assert prompts_sent(server) == ["first", "second", "third", "fourth"]
    assert left == 0


def ask(client: OpenRouter, prompts: list[str]) -> tuple[int, BulkResults]:
    return os.getpid(), client.chat.map(prompts, model="a/b", concurrency=1)


def test_a_client_works_in_another_process_and_its_results_come_back(
    server: testing.Server, environment: dict[str, str]
) -> None:
    server.enqueue(testing.reply("yes"), testing.error(402, "Out of credits"))
    with OpenRouter() as client, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        process, results = pool.submit(ask, client, ["a", "b", "c"]).result()

    assert process != os.getpid()
    assert texts(results) == ["yes", "PaymentRequiredResponseError", "NotSentError"]
    assert isinstance(results[2], errors.NotSentError)
    assert isinstance(results[2].stopped_by, errors.PaymentRequiredResponseError)
    assert server.requests[0].headers["authorization"] == "Bearer test-from-environment"


def test_a_pickled_client_does_not_hold_the_key(environment: dict[str, str]) -> None:
    with OpenRouter() as client:
        assert b"test-from-environment" not in pickle.dumps(client)
