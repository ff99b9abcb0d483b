"""`chat.map` and `chat.map_async` with an executor: the run decides, its workers send."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import CancelledError as FutureCancelledError
from contextvars import ContextVar
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import ChatResult, Hooks, OpenRouter, RetryEvent, errors, testing
from openrouter_sdk.custom.bulk.workers import _unpacked_engine
from tests.bulk.driver_key import key_of_the_driver
from tests.bulk.helpers import bulk, prompts_sent, texts
from tests.bulk.limited_server import LimitedServer
from tests.conftest import MakeClient
from tests.helpers.api import MODEL, Api, AsyncApi
from tests.helpers.fake_time import FakeTime
from tests.helpers.patience import PATIENCE_S

PROMPTS = [f"prompt {number}" for number in range(20)]
SECRET = "a-key-of-no-known-form"


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.fixture(autouse=True)
def _no_clients_of_other_tests() -> Iterator[None]:
    _unpacked_engine.cache_clear()
    yield
    _unpacked_engine.cache_clear()


class Travelling:
    """An executor of one thread whose calls and results are pickled, as on their way to another process."""

    def __init__(self) -> None:
        self.packed: list[bytes] = []

    def submit(self, fn: Any, /, *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        threading.Thread(target=self._carry_out, args=(future, fn, args)).start()
        return future

    def _carry_out(self, future: Future[Any], fn: Any, args: Any) -> None:
        try:
            self.packed.append(pickle.dumps((fn, args)))
            there, given = pickle.loads(self.packed[-1])  # noqa: S301
            future.set_result(pickle.loads(pickle.dumps(there(*given))))  # noqa: S301
        except Exception as error:  # noqa: BLE001
            future.set_exception(error)


def test_processes_send_and_the_answers_come_back_in_order(
    api: Api, make_client: MakeClient, server: testing.Server, processes: ProcessPoolExecutor
) -> None:
    told: list[tuple[str, Any]] = []
    hooks = Hooks(
        on_request=lambda event: told.append(("request", event.model)),
        on_response=lambda event: told.append(("response", event.status)),
    )
    retried: list[RetryEvent] = []
    server.enqueue(testing.error(503, "Busy"))

    results = bulk(
        api, make_client(api_key=key_of_the_driver, hooks=hooks), PROMPTS, executor=processes, concurrency=2,
        on_retry=retried.append,
    )  # fmt: skip

    keys = {request.headers["authorization"] for request in server.requests}
    assert texts(results) == PROMPTS
    assert results.cost > 0
    assert isinstance(results[0], ChatResult)
    assert results[0].http.status == 200
    assert f"Bearer {key_of_the_driver()}" not in keys
    assert len(told) == 2 * 21
    assert {event for event in told if event[0] == "response"} == {("response", 200), ("response", 503)}
    assert [event.status for event in retried] == [503]


def test_what_workers_have_seen_is_told_to_hooks_as_of_one_call(api: Api, make_client: MakeClient) -> None:
    told: list[Any] = []
    hooks = Hooks(on_call_start=told.append, on_call_end=told.append, on_request=told.append, on_response=told.append)

    client = make_client(api_key=key_of_the_driver, hooks=hooks)
    results = bulk(api, client, PROMPTS[:2], executor=Travelling(), concurrency=1)

    kinds = ["CallStartEvent", "RequestEvent", "ResponseEvent", "CallEndEvent"]
    assert [type(event).__name__ for event in told] == kinds * 2
    first, second = ({event.operation_id for event in part} for part in (told[:4], told[4:]))
    assert len(first) == len(second) == 1
    assert first != second
    assert told[0].body["messages"] == [{"role": "user", "content": PROMPTS[0]}]
    assert told[3].result == results[0]


def test_a_process_makes_one_client_for_all_calls_of_a_run(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    bulk(api, make_client(api_key=key_of_the_driver), PROMPTS, executor=Travelling(), concurrency=1)

    assert _unpacked_engine.cache_info().misses == 1
    assert server.connections == 1


@pytest.mark.parametrize("where", [ThreadPoolExecutor, Travelling])
def test_100_workers_keep_to_one_pace(api: Api, make_client: MakeClient, clock: FakeTime, where: Any) -> None:
    prompts = [f"prompt {number}" for number in range(225)]
    under_way_in_the_pauses: list[int] = []
    with LimitedServer(quota=110, now=clock.now) as limited:
        client = make_client(server_url=limited.url, api_key=key_of_the_driver, retry_config=20)
        clock.on_sleep = lambda: under_way_in_the_pauses.append(limited.under_way)
        executor: Any = where(100) if where is ThreadPoolExecutor else where()

        results = bulk(api, client, prompts, executor=executor, concurrency=100)
        api.close(client)
        getattr(executor, "shutdown", lambda: None)()

    assert texts(results) == prompts
    assert set(limited.answered.values()) == {1}
    assert max(limited.passed.values()) == 110
    # Nobody learned of a limit before the first of a window was turned away, and then nobody sent before the next.
    assert all(refused <= 100 for refused in limited.refused.values())
    assert set(clock.slept) == {20.125}
    assert set(under_way_in_the_pauses) == {0}


def test_one_budget_bounds_all_workers(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("yes", usage={"cost": 0.1})] * 20)

    with ThreadPoolExecutor(8) as pool:
        results = bulk(api, make_client(), PROMPTS, executor=pool, max_cost=0.5)

    assert results.cost == pytest.approx(0.5)
    assert len(results.answers) == 5
    assert len(prompts_sent(server)) == 5


def test_one_checkpoint_keeps_what_all_workers_have(
    api: Api, make_client: MakeClient, server: testing.Server, tmp_path: Path
) -> None:
    options: dict[str, Any] = {"checkpoint": tmp_path / "answers.jsonl", "executor": Travelling()}
    bulk(api, make_client(api_key=key_of_the_driver), PROMPTS[:8], **options)
    server.clear()

    results = bulk(api, make_client(api_key=key_of_the_driver), PROMPTS, **options)

    assert texts(results) == PROMPTS
    assert results.resumed == 8
    assert sorted(prompts_sent(server)) == sorted(PROMPTS[8:])


def test_an_error_of_a_call_stands_in_its_place(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.reply("yes"), testing.error(400, "Not like this"), testing.error(402, "No credits"))

    client = make_client(api_key=key_of_the_driver)
    results = bulk(api, client, PROMPTS[:4], executor=Travelling(), concurrency=1)

    assert texts(results) == ["yes", "BadRequestResponseError", "PaymentRequiredResponseError", "NotSentError"]


def test_what_is_pickled_holds_no_key(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", SECRET)
    executor = Travelling()

    bulk(api, make_client(api_key=None), PROMPTS[:2], executor=executor)

    assert len(executor.packed) == 2
    assert not [packed for packed in executor.packed if SECRET.encode() in packed]
    assert server.requests[0].headers["authorization"] == f"Bearer {SECRET}"


def test_a_literal_key_ends_a_run_over_processes_before_anything_is_sent(
    api: Api, make_client: MakeClient, server: testing.Server, processes: ProcessPoolExecutor
) -> None:
    with pytest.raises(TypeError, match="literal api_key") as caught:
        bulk(api, make_client(api_key=SECRET), PROMPTS, executor=processes)

    assert SECRET not in str(caught.value)
    assert server.requests == []
    assert set(texts(getattr(caught.value, "results", []))) == {"NotSentError"}


def test_an_item_with_a_key_of_its_own_is_not_pickled_and_the_others_are(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    item = {"messages": [{"role": "user", "content": "b"}], "http_headers": {"Authorization": f"Bearer {SECRET}"}}

    client = make_client(api_key=key_of_the_driver)
    results = bulk(api, client, ["a", item, "c"], executor=Travelling())

    assert texts(results) == ["a", "TypeError", "c"]
    assert SECRET not in str(results[1])


def test_threads_need_no_pickling_and_have_the_context_of_the_caller(api: Api, make_client: MakeClient) -> None:
    asked_by: ContextVar[str] = ContextVar("asked_by", default="nobody")
    seen: list[str] = []

    asked_by.set("me")
    client = make_client(api_key=SECRET, hooks=Hooks(on_request=lambda _: seen.append(asked_by.get())))
    with ThreadPoolExecutor(2) as pool:
        options: dict[str, Any] = {"model": MODEL, "executor": pool}
        if isinstance(api, AsyncApi):
            asyncio.run(client.chat.map_async(PROMPTS, **options))
        else:
            client.chat.map(PROMPTS, **options)

    assert seen == ["me"] * len(PROMPTS)


def test_a_worker_without_a_key_ends_the_run(
    api: Api, make_client: MakeClient, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", SECRET)
    client = make_client(api_key=None, x_open_router_title=f"only here {api}")
    monkeypatch.delenv("OPENROUTER_API_KEY")

    with pytest.raises(errors.ArgumentError, match="no API key"):
        bulk(api, client, PROMPTS, executor=Travelling())

    assert server.requests == []


class Losing:
    """An executor that loses every third call after it was sent, as when a worker is killed."""

    def __init__(self, loss: BaseException | None) -> None:
        self._loss = loss
        self._calls = count(1)

    def submit(self, fn: Any, /, *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        told = fn(*args)
        if next(self._calls) % 3:
            future.set_result(told)
        elif self._loss is None:
            future.cancel()
            future.set_running_or_notify_cancel()
        else:
            future.set_exception(self._loss)
        return future


@pytest.mark.parametrize("loss", [OSError("killed"), FutureCancelledError(), None], ids=repr)
def test_a_call_whose_worker_was_lost_is_not_sent_again(
    api: Api, make_client: MakeClient, server: testing.Server, loss: BaseException | None
) -> None:
    results = bulk(api, make_client(), PROMPTS[:7], executor=Losing(loss), concurrency=1)

    assert [index for index, result in enumerate(results) if isinstance(result, errors.NoResponseError)] == [2, 5]
    assert "the worker was lost" in str(results[2])
    assert prompts_sent(server) == PROMPTS[:7]


def test_a_call_whose_worker_was_lost_is_sent_again_if_that_is_asked_for(
    api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(retry_after_send=True)

    results = bulk(api, client, PROMPTS[:5], executor=Losing(OSError("killed")), concurrency=1)

    assert texts(results) == PROMPTS[:5]
    assert len(prompts_sent(server)) == 7


def test_an_executor_that_is_closed_ends_the_run(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    pool = ThreadPoolExecutor(1)

    with pytest.raises(RuntimeError, match="shutdown") as caught:
        bulk(api, make_client(), PROMPTS, executor=pool, concurrency=1, on_result=lambda *_: pool.shutdown(wait=False))

    results = getattr(caught.value, "results", [])
    assert texts(results)[:2] == [PROMPTS[0], "NotSentError"]
    assert prompts_sent(server) == PROMPTS[:1]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_kill_9_of_a_process_of_a_pool_pays_nothing_twice(server: testing.Server, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    killed = threading.Event()

    def late(_: testing.Request) -> Any:
        assert killed.wait(PATIENCE_S)
        return testing.reply("late")

    server.enqueue(*[testing.reply("yes")] * 4, *[late] * 2)

    def kill() -> None:
        assert server.wait_requests(6)
        os.kill(next(iter(pool._processes)), signal.SIGKILL)

    client = OpenRouter(server_url=server.url, api_key=key_of_the_driver)
    pool = ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    with pool, ThreadPoolExecutor(1) as killer:
        killing = killer.submit(kill)
        with pytest.raises(BrokenExecutor) as caught:
            client.chat.map(PROMPTS, model=MODEL, executor=pool, concurrency=2, checkpoint=file)
    killing.result()
    killed.set()
    sent = prompts_sent(server)
    results = getattr(caught.value, "results", [])
    server.clear()

    assert len(set(sent)) == len(sent) == 6
    assert sorted(texts(results)[:6]) == ["NoResponseError"] * 2 + ["yes"] * 4
    assert set(texts(results)[6:]) == {"NotSentError"}
    again = client.chat.map(PROMPTS, model=MODEL, executor=Travelling(), checkpoint=file)
    assert again.resumed == 4
    assert len(prompts_sent(server)) == len(PROMPTS) - 4
    client.close()


@pytest.mark.parametrize("executor", [5, ThreadPoolExecutor, "pool"], ids=repr)
def test_what_is_no_executor_is_told(api: Api, make_client: MakeClient, executor: Any) -> None:
    with pytest.raises(TypeError, match="executor must be"):
        bulk(api, make_client(), PROMPTS, executor=executor)
