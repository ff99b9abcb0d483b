"""An agent that looks up the weather, and answers from what it found.

Set OPENROUTER_API_KEY, install `openrouter-sdk[tools]`, and run it with a question, or without one.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated, Literal

from openrouter_sdk import OpenRouter, ToolError, errors, tools

MODEL = "openai/gpt-4o-mini"
PLACES = {"zurich": (47.4, 8.5), "oslo": (59.9, 10.8), "rome": (41.9, 12.5)}


@dataclass
class Place:
    """A place on earth, in degrees."""

    latitude: Annotated[float, "From -90 to 90."]
    longitude: Annotated[float, "From -180 to 180."]


def find_place(city: str) -> Place:
    """Where a city lies.

    Args:
        city: Its English name.
    """
    if city.lower() not in PLACES:
        raise ToolError(f"no city {city!r}; known: {', '.join(PLACES)}")
    return Place(*PLACES[city.lower()])


async def forecast(place: Place, days: Literal[1, 2, 3] = 1) -> list[str]:
    """The weather of the next days.

    Args:
        place: As `find_place` gives it.
        days: How many days ahead.
    """
    kind = "rain" if place.latitude > 45 else "sun"
    return [f"day {day}: {kind}, {30 - place.latitude / 3:.0f} degrees" for day in range(1, days + 1)]


def show(event: tools.RunEvent) -> None:
    """What happens, as it happens."""
    if isinstance(event, tools.ToolCallStarted):
        print(f"... {event.call.name} {event.call.arguments}")
    elif isinstance(event, tools.ToolCallFinished):
        print(f"    {event.result.content}")


def main() -> None:
    question = " ".join(sys.argv[1:]) or "Do I need an umbrella in Zurich tomorrow, or in Rome?"
    with OpenRouter() as client:
        result = client.chat.run(
            model=MODEL,
            messages=[{"role": "user", "content": question}],
            tools=[find_place, forecast],
            stop_when=tools.max_cost(0.05),
            on_event=show,
        )
    print(result.text)
    print(f"{len(result.steps)} answers, {result.usage.total_tokens} tokens, ended by {result.stopped_by}")


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
