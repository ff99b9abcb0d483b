"""An agent that researches several things at once, and asks before it publishes; then it goes on in another process.

Set OPENROUTER_API_KEY, install `openrouter-sdk[tools]`, and run

    python examples/research_agent.py ask "Compare tea and coffee"     # researches, then waits for approval
    python examples/research_agent.py approve                          # goes on where it paused
    python examples/research_agent.py reject "too short"

The run is kept in research.json all the time, so that it also goes on (`resume`) after the process was killed. What has
been researched is not researched again.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from openrouter_sdk import OpenRouter, RunResult, RunState, ToolContext, errors, tool
from openrouter_sdk.models import ChatMessagesTypedDict

MODEL = "openai/gpt-4o-mini"
STATE = Path("research.json")
REPORT = Path("report.md")


@tool(timeout_s=60)
async def research(topic: str, context: ToolContext[None]) -> str:
    """Look one topic up. Ask for several topics at once.

    Args:
        topic: A few words.
    """
    context.progress(f"reading about {topic}")
    await asyncio.sleep(0)  # a search of yours
    return f"{topic}: three sources agree."


@tool(approve=True)
def publish(title: str, text: str) -> str:
    """Publish the report."""
    REPORT.write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    return f"published as {REPORT}"


async def ask(client: OpenRouter, question: str) -> RunResult:
    """A new run."""
    messages: list[ChatMessagesTypedDict] = [
        {"role": "system", "content": "Research each side of the question, then publish a report."},
        {"role": "user", "content": question},
    ]
    return await client.chat.run_async(model=MODEL, messages=messages, tools=[research, publish], state_file=STATE)


async def go_on(client: OpenRouter, decision: str, reason: str) -> RunResult:
    """The run in the file, with a decision on what waits."""
    state = RunState.load(STATE)
    for call in state.pending:
        if decision == "approve":
            state.approve(call.id)
        elif decision == "reject":
            state.reject(call.id, reason)
    return await client.chat.resume_async(state, tools=[research, publish], state_file=STATE)


async def main(what: str, text: str) -> None:
    async with OpenRouter() as client:
        result = await (ask(client, text) if what == "ask" else go_on(client, what, text))
    for step in result.steps:
        for call in step.calls:
            print(f"... {call.name} {call.arguments}: {call.result.content if call.result else 'waits'}")
    if result.pending:
        print(f"Approve or reject: {', '.join(call.name for call in result.pending)}")
    else:
        print(result.text)


if __name__ == "__main__":
    command, *words = sys.argv[1:] or ["ask", "Compare tea and coffee"]
    try:
        asyncio.run(main(command, " ".join(words)))
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
