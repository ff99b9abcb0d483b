"""Sets of tools that do not answer, fail, or list other tools than before."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openrouter_sdk import errors, testing, tools
from tests.tools.running import Runner, asks, contents


class Mute(tools.ToolSet):
    """A server that does not answer, or no more."""

    may_change = True

    def __init__(self, *lists: Any) -> None:
        self.lists = list(lists)

    async def listed(self) -> Any:
        if not self.lists:
            await asyncio.Event().wait()
        return self._next()

    def listed_now(self, seconds: float | None) -> Any:
        if not self.lists:
            raise TimeoutError
        return self._next()

    def _next(self) -> Any:
        found = self.lists.pop(0)
        if isinstance(found, Exception):
            raise found
        return found


def test_a_server_that_does_not_answer_is_bounded_by_the_deadline_of_the_run(runner: Runner) -> None:
    with pytest.raises(errors.RequestTimedOutError, match="the run was not over after 100 ms"):
        runner.run(tools=[Mute()], timeout_ms=100)


def test_what_asking_a_server_raises_ends_the_run_before_it_begins(runner: Runner) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        runner.run(tools=[Mute(ZeroDivisionError())])

    assert tools.partial_run(caught.value) is not None
    assert runner.bodies == []


def test_a_server_that_lists_its_tools_no_more_keeps_those_it_had(runner: Runner) -> None:
    def look() -> str:
        """Look."""
        return "a cat"

    silent = Mute([tools.tool(look)], ConnectionError("gone"))

    result = runner.run(asks(("look", {})), testing.reply("Ok"), tools=[silent])

    assert contents(result) == ["a cat"]
    assert [[one["function"]["name"] for one in body["tools"]] for body in runner.bodies] == [["look"], ["look"]]
