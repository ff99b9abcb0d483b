"""Runs of either colour, streamed or not, behind one face."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, RunResult, testing, tools
from tests.helpers.api import ASK, MODEL, Api, AsyncApi
from tests.helpers.examples import meeting


def by_turns(names: str, cases: Sequence[tuple[Any, ...]]) -> pytest.MarkDecorator:
    """Each case with a runner of both colours and one of both ways of an answer; with all four in a long run."""
    rows = meeting(["sync", "async"], [False, True], cases)
    chosen = [(colour, streamed, *case) for colour, streamed, case in rows]
    return pytest.mark.parametrize(("api", "runner", *names.split(", ")), chosen, indirect=["api", "runner"])


class Runner:
    """Runs against one server, in one way."""

    def __init__(self, api: Api, client: OpenRouter, server: testing.Server, *, streamed: bool) -> None:
        self.api = api
        self.client = client
        self.server = server
        self.streamed = streamed
        self.events: list[tools.RunEvent] = []
        """All events of the runs so far."""

    @property
    def is_async(self) -> bool:
        return isinstance(self.api, AsyncApi)

    def run(self, *answers: Any, **arguments: Any) -> RunResult:
        """A run that the server answers so."""
        self.server.enqueue(*answers)
        return self._result("run", **{"model": MODEL, "messages": ASK, **arguments})

    def resume(self, state: Any, *answers: Any, **arguments: Any) -> RunResult:
        """The same run, later."""
        self.server.enqueue(*answers)
        return self._result("resume", state, **arguments)

    def start(self, **arguments: Any) -> Any:
        """A stream of events, whatever the way."""
        given = {"model": MODEL, "messages": ASK, **arguments}
        if isinstance(self.api, AsyncApi):
            return self.api.run(self.client.chat.run_async(**given, stream=True))
        return self.client.chat.run(**given, stream=True)

    def _result(self, method: str, *state: Any, **arguments: Any) -> RunResult:
        on_event = arguments.pop("on_event", None)

        def tell(event: tools.RunEvent) -> Any:
            self.events.append(event)
            return on_event(event) if on_event is not None else None

        arguments["on_event"] = tell
        if isinstance(self.api, AsyncApi):
            return self.api.run(self._async(method, *state, **arguments))
        made: Any = getattr(self.client.chat, method)(*state, **arguments, stream=self.streamed)
        if not self.streamed:
            return made
        with made:
            return made.final()

    async def _async(self, method: str, *state: Any, **arguments: Any) -> RunResult:
        made: Any = await getattr(self.client.chat, f"{method}_async")(*state, **arguments, stream=self.streamed)
        if not self.streamed:
            return made
        async with made:
            return await made.final()

    def told(self, kind: type[Any]) -> list[Any]:
        """The events of a kind."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What was sent."""
        return [request.json for request in self.server.requests]


def asks(*calls: Any, **options: Any) -> Any:
    """An answer that makes these calls: names, or names with arguments."""
    return testing.reply(
        None, tool_calls=[call if isinstance(call, (tuple, dict)) else (call, {}) for call in calls], **options
    )


def contents(result: RunResult) -> list[Any]:
    """What the model was told of its calls."""
    return [message["content"] for message in result.messages if message["role"] == "tool"]
