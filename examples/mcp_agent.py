"""An agent that uses the tools of an MCP server, which it starts as another process: this file, run with `serve`.

Set OPENROUTER_API_KEY, install `openrouter-sdk[mcp]`, and run it with a wish, or without one.
"""

from __future__ import annotations

import asyncio
import sys

from mcp import Client, StdioServerParameters, stdio_client
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from openrouter_sdk import OpenRouter, errors, mcp_tools, tools

MODEL = "openai/gpt-4o-mini"
NOTES: dict[str, str] = {}

notes = MCPServer("notes", log_level="WARNING")


@notes.tool()
def write(title: str, text: str) -> str:
    """Write a note."""
    NOTES[title] = text
    return f"noted: {title}"


@notes.tool()
def read(title: str) -> str:
    """Read a note."""
    if title not in NOTES:
        raise ToolError(f"no note {title!r}")
    return NOTES[title]


def show(event: tools.RunEvent) -> None:
    """What happens, as it happens."""
    if isinstance(event, tools.ToolCallFinished):
        print(f"... {event.call.name} {event.call.arguments}: {event.result.content}")


async def main() -> None:
    wish = " ".join(sys.argv[1:]) or "Note that we need milk, and read me the note."
    server = StdioServerParameters(command=sys.executable, args=[__file__, "serve"])
    async with Client(stdio_client(server)) as session, OpenRouter() as client:
        result = await client.chat.run_async(
            model=MODEL,
            messages=[{"role": "user", "content": wish}],
            tools=[mcp_tools(session, prefix="notes_", timeout_s=30)],
            on_event=show,
        )
    print(result.text)


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        notes.run()
    else:
        try:
            asyncio.run(main())
        except errors.OpenRouterError as error:
            sys.exit(f"{type(error).__name__}: {error}")
