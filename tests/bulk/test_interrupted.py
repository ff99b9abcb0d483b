"""A run that ends by an exception: what it says, and where the finished results are."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from openrouter_sdk import BulkResults, ChatResult, OpenRouter, errors, testing
from openrouter_sdk.custom.bulk.checkpoint import Checkpoint
from openrouter_sdk.custom.bulk.progress import PlainProgress
from tests.bulk.helpers import bulk, texts
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S


def results_of(error: BaseException) -> BulkResults:
    results: Any = getattr(error, "results", None)
    assert isinstance(results, BulkResults)
    return results


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when the run has told that it waits."""
    event, note = threading.Event(), PlainProgress.note

    def told(self: PlainProgress, text: str) -> None:
        note(self, text)
        event.set()

    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    monkeypatch.setattr(PlainProgress, "note", told)
    return event


@pytest.mark.parametrize(
    ("api", "kind", "hint"),
    [
        ("sync", KeyboardInterrupt, "Ctrl-C again to leave"),
        ("sync", LookupError, "Ctrl-C to leave"),
        ("async", LookupError, "Ctrl-C to leave"),
    ],
    indirect=["api"],
)
def test_a_run_that_stops_says_what_it_waits_for_and_keeps_those_answers(
    kind: type[BaseException],
    hint: str,
    api: Api,
    client: OpenRouter,
    server: testing.Server,
    noted: threading.Event,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def respond(request: testing.Request) -> Any:
        prompt = request.json["messages"][-1]["content"]
        assert prompt == "d" or noted.wait(PATIENCE_S)
        return testing.reply(prompt)

    def on_result(_index: int, _result: object) -> None:
        raise kind

    server.enqueue(*[respond] * 4)

    with pytest.raises(kind) as caught:
        bulk(api, client, list("abcdefgh"), concurrency=4, progress=True, on_result=on_result)

    assert "chat.map was stopped; it waits for 3 answers under way" in caplog.text
    assert f"stopping; waiting for 3 answers, {hint}" in capsys.readouterr().err
    assert texts(results_of(caught.value)) == list("abcd")


def test_the_results_are_on_the_exception_that_the_items_raise(api: Api, client: OpenRouter) -> None:
    def items() -> Iterator[str]:
        yield from "abc"
        raise LookupError("the file ends here")

    with pytest.raises(LookupError) as caught:
        bulk(api, client, items(), concurrency=2)

    assert texts(results_of(caught.value)) == ["a", "b", "c"]


def test_the_results_are_on_the_exception_that_on_result_raises(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.error(400, "No"), testing.reply("b"), testing.reply("c"))

    def on_result(index: int, _result: object) -> None:
        if index == 2:
            raise LookupError

    with pytest.raises(LookupError) as caught:
        bulk(api, client, list("abcdef"), concurrency=1, on_result=on_result)

    assert texts(results_of(caught.value)) == ["BadRequestResponseError", "b", "c"]


def test_an_answer_that_could_not_be_saved_is_among_the_results(
    api: Api, client: OpenRouter, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Checkpoint, _key: str, _result: ChatResult) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Checkpoint, "add", full)

    with pytest.raises(OSError, match="no space left") as caught:
        bulk(api, client, ["a", "b"], concurrency=1, checkpoint=tmp_path / "answers.jsonl")

    assert texts(results_of(caught.value)) == ["a"]


def test_an_item_that_was_given_up_under_way_says_so(server: testing.Server) -> None:
    server.enqueue(testing.error(400, "No"), testing.reply("late", first_delay=600))

    async def cancelled() -> BulkResults:
        first = asyncio.Event()
        async with OpenRouter(server_url=server.url, api_key="test") as client:
            run = asyncio.create_task(
                client.chat.map_async(["a", "b"], model="a/b", concurrency=1, on_result=lambda *_: first.set())
            )
            await first.wait()
            await asyncio.to_thread(server.wait_requests, 2)
            run.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await run
            return results_of(caught.value)

    results = asyncio.run(cancelled())

    assert texts(results) == ["BadRequestResponseError", "NoResponseError"]
    assert isinstance(results[1], errors.NoResponseError)
    assert results[1].request_sent


def test_what_ends_a_thread_of_the_run_ends_the_run(server: testing.Server) -> None:
    def leave() -> str:
        raise SystemExit(3)

    with OpenRouter(server_url=server.url, api_key=leave) as client, pytest.raises(SystemExit) as caught:
        client.chat.map(["a", "b"], model="a/b", concurrency=2)

    assert (results_of(caught.value).answers, server.requests) == ({}, [])


class Interrupting(Mapping[str, Any]):
    """A request that Ctrl-C comes in the midst of reading."""

    def __getitem__(self, key: str) -> Any:
        raise KeyboardInterrupt

    def __iter__(self) -> Iterator[str]:
        raise KeyboardInterrupt

    def __len__(self) -> int:
        return 1


def test_an_item_that_was_being_read_was_not_sent(api: Api, client: OpenRouter, server: testing.Server) -> None:
    with pytest.raises(KeyboardInterrupt) as caught:
        bulk(api, client, ["a", Interrupting()], concurrency=1)

    *_, last = results_of(caught.value)
    assert isinstance(last, errors.NotSentError)
    assert str(last) == "not sent: the run ended by an exception"
