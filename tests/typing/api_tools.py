"""Tools, as people write them."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import assert_never, assert_type

from openrouter_sdk import (
    OpenRouter,
    RunResult,
    RunState,
    StopRun,
    Tool,
    ToolContext,
    ToolError,
    models,
    tool,
    tools,
)
from openrouter_sdk.tools import max_cost


@dataclass
class Session:
    user: int


@tool
def weather(city: str, days: int = 1) -> str:
    """The weather."""
    if not city:
        raise ToolError("which city?")
    return f"{city} {days}"


@tool(name="later", approve=lambda arguments: bool(arguments["city"]), timeout_s=3, strict=True)
async def weather_later(city: str, *, context: ToolContext[Session]) -> list[str]:
    """The weather, later."""
    assert_type(context.value, Session)
    context.progress(0.5)
    if context.cancelled:
        raise StopRun(context.value.user)
    return [city]


class Desk:
    @tool
    def book(self, flight: str) -> int:
        """Book."""
        return len(flight)


def look(city: str) -> int:
    """Look."""
    return len(city)


async def calls() -> None:
    assert_type(weather("Rome", days=2), str)
    assert_type(weather.name, str)
    assert_type(await weather_later("Rome", context=ToolContext(Session(1))), list[str])
    assert_type(Desk().book("F1"), int)
    assert_type(Desk.book(Desk(), "F1"), int)
    assert_type(tool(look)("Rome"), int)
    assert_type(tool(name="seen")(look)("Rome"), int)
    made: Tool[[str], int] = tool(look)
    later: Awaitable[list[str]] = weather_later("Rome", context=ToolContext(Session(1)))
    _ = made, later
    _ = tool({"type": "function", "function": {"name": "ask"}})
    _ = tool(models.ChatFunctionToolFunction.from_dict({"type": "function", "function": {"name": "ask"}}))


def shown(event: tools.RunEvent) -> str:
    match event:
        case tools.TextDelta(text) | tools.ReasoningDelta(text):
            return text
        case tools.ToolCallStarted(call) | tools.ApprovalNeeded(call):
            return call.name
        case tools.ToolProgress(call, value):
            return f"{call.name} {value}"
        case tools.ToolCallFinished(call, result):
            return f"{call.name} {result.content}"
        case tools.StepFinished(step):
            return str(step.number)
        case tools.RunFinished(result):
            return result.text
        case _:
            assert_never(event)


def shown_by_type(event: tools.RunEvent) -> str:
    if event.type == "text_delta":
        assert_type(event, tools.TextDelta)
        return event.text
    if event.type == "run_finished":
        assert_type(event, tools.RunFinished)
        return event.result.text
    return event.type


def enough(steps: Sequence[tools.Step]) -> bool:
    return len(steps) > 3


def runs(client: OpenRouter, state: RunState, messages: list[models.ChatMessagesTypedDict]) -> None:
    result = client.chat.run(
        model="a/b",
        messages=messages,
        tools=[weather, look, Desk().book, {"type": "openrouter:web_search"}, weather_later],
        stop_when=[max_cost(0.5), enough],
        context=Session(1),
        temperature=0.5,
    )
    assert_type(result, RunResult)
    assert_type(result.cost, float | None)
    stream = client.chat.run(model="a/b", messages=messages, tools=[look], stream=True)
    assert_type(stream, tools.RunStream)
    with stream:
        for event in stream:
            assert_type(shown(event), str)
    assert_type(client.chat.resume(result), RunResult)
    assert_type(client.chat.resume(state, tools=[look], stream=True), tools.RunStream)


async def async_runs(client: OpenRouter, messages: list[models.ChatMessagesTypedDict]) -> None:
    assert_type(await client.chat.run_async(messages=messages, tools=[look]), RunResult)
    async with await client.chat.run_async(messages=messages, tools=[look], stream=True) as stream:
        async for event in stream:
            assert_type(shown(event), str)
        assert_type(await stream.final(), RunResult)
    assert_type(await client.chat.resume_async("run.json", tools=[look]), RunResult)
