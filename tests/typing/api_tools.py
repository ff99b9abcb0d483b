"""Tools, as people write them."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import assert_type

from openrouter_sdk import StopRun, Tool, ToolContext, ToolError, models, tool


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
