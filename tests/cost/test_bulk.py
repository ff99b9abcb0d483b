"""What a bulk run costs for each item, beside the calls themselves."""

from __future__ import annotations

import asyncio
from pathlib import Path

from openrouter_sdk import ChatResult, HttpInfo, OpenRouter
from openrouter_sdk.custom.bulk.map import BulkOptions, map_async
from openrouter_sdk.custom.engine import Call
from openrouter_sdk.custom.errors.http_info import attach_http
from tests.cost.counting import opcodes
from tests.cost.exchanges import ANSWER, MODEL

_TWICE = 2.1


class _InTurn:
    """Answers one request after the other, each in a turn of the event loop of its own."""

    def __init__(self) -> None:
        self._last: asyncio.Event | None = None

    async def send(self, _call: Call) -> ChatResult:
        before, mine = self._last, asyncio.Event()
        self._last = mine
        if before is not None:
            await before.wait()
        for _ in range(3):
            # so that the run takes note of the one before
            await asyncio.sleep(0)
        mine.set()
        result = ChatResult.from_dict(ANSWER)
        attach_http(result, HttpInfo(200))
        return result


def _run(count: int, concurrency: int, checkpoint: Path | None = None) -> None:
    caller = OpenRouter(api_key="key").chat._chat
    caller.engine.perform_async = _InTurn().send  # type: ignore[method-assign]
    options = BulkOptions(concurrency, progress=False, checkpoint=checkpoint, max_cost=None, on_result=None)
    results = asyncio.run(map_async(caller, ["Hello"] * count, {"model": MODEL}, options))
    assert len(results.answers) == count


def test_twice_the_items_run_twice_the_opcodes() -> None:
    half = opcodes(lambda: _run(100, 8))

    whole = opcodes(lambda: _run(200, 8))

    assert whole <= _TWICE * half


def test_an_answer_costs_the_same_however_many_requests_are_under_way() -> None:
    few = opcodes(lambda: _run(200, 8))

    many = opcodes(lambda: _run(200, 200))

    assert many <= 1.1 * few


def test_going_on_from_twice_the_answers_runs_twice_the_opcodes(tmp_path: Path) -> None:
    for count in (100, 200):
        _run(count, 8, tmp_path / f"{count}.jsonl")
    half = opcodes(lambda: _run(100, 8, tmp_path / "100.jsonl"))

    whole = opcodes(lambda: _run(200, 8, tmp_path / "200.jsonl"))

    assert whole <= _TWICE * half
