"""What checkers refuse of tools."""

from __future__ import annotations

from openrouter_sdk import OpenRouter, ToolContext, tool, tools


@tool
def weather(city: str, days: int = 1) -> str:
    """The weather."""
    return f"{city} {days}"


@tool(approve=True)
def book(flight: str, context: ToolContext[int]) -> int:
    """Book."""
    return context.value


class Desk:
    @tool
    def book(self, flight: str) -> int:
        """Book."""
        return len(flight)


weather(1)  # type: ignore[arg-type]
weather()  # type: ignore[call-arg]
weather("Rome", day=1)  # type: ignore[call-arg]
book("F1", ToolContext("text"))  # type: ignore[arg-type]
Desk().book(1)  # type: ignore[arg-type]
tool(3)  # type: ignore[call-overload]
tool(weather, names="w")  # type: ignore[call-overload]
number: int = weather("Rome")  # type: ignore[assignment]


def runs(client: OpenRouter) -> None:
    client.chat.run(messages=[], tools=[3])  # type: ignore[list-item]
    client.chat.run(messages=[], max_steps="3")  # type: ignore[call-overload]
    client.chat.run(messages=[], stop_when=lambda: True)  # type: ignore[arg-type, misc]
    client.chat.run(messages=[], temprature=0.5)  # type: ignore[call-overload]
    result: tools.RunStream = client.chat.run(messages=[])  # type: ignore[assignment]
    result.final().cost + 1  # type: ignore[operator]
