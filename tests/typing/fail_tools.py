"""What a checker refuses of tools; each line with a mark must be refused, and no other."""

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


weather(1)  # error
weather()  # error
weather("Rome", day=1)  # error
book("F1", ToolContext("text"))  # error
Desk().book(1)  # error
tool(3)  # error
tool(weather, names="w")  # error
number: int = weather("Rome")  # error


def runs(client: OpenRouter) -> None:
    client.chat.run(messages=[], tools=[3])  # error
    client.chat.run(messages=[], max_steps="3")  # error
    client.chat.run(messages=[], stop_when=lambda: True)  # error
    client.chat.run(messages=[], temprature=0.5)  # error
    result: tools.RunStream = client.chat.run(messages=[])  # error
    result.final().cost + 1  # error
