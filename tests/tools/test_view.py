"""A run in a notebook."""

from __future__ import annotations

from openrouter_sdk import OpenRouter, testing
from tests.helpers.api import ASK, MODEL


def weather(city: str) -> str:
    """The weather."""
    if city == "Atlantis":
        raise LookupError("<no such place>")
    return "<b>sun</b>"


def test_steps_calls_and_cost_are_shown_and_nothing_is_taken_for_html(
    client: OpenRouter, server: testing.Server
) -> None:
    usage = {"total_tokens": 1200, "cost": 0.25}
    server.enqueue(
        testing.reply(None, tool_calls=[("weather", {"city": "Rome"}), ("weather", {"city": "Atlantis"})], usage=usage),
        testing.reply("Sun in <i>Rome</i>.", usage=usage),
    )

    html = client.chat.run(model=MODEL, messages=ASK, tools=[weather])._repr_html_()

    assert "2 steps, ended by answer; 2,400 tokens, $0.500000</caption>" in html
    assert "weather({&quot;city&quot;: &quot;Rome&quot;}) → &lt;b&gt;sun&lt;/b&gt;" in html
    assert "Error: LookupError: &lt;no such place&gt;" in html
    assert "Sun in &lt;i&gt;Rome&lt;/i&gt;." in html
    assert html.count("<tr>") == 3


def test_a_call_that_waits_says_so(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply(None, tool_calls=[("look", {})]))
    somebody_elses = {"type": "function", "function": {"name": "look", "parameters": {"type": "object"}}}

    html = client.chat.run(model=MODEL, messages=ASK, tools=[somebody_elses])._repr_html_()

    assert "1 step, ended by pending" in html
    assert "look({}): waiting" in html
