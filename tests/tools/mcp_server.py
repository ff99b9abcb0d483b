"""An MCP server with all that a tool may answer. As a program it serves on its standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

from mcp import types
from mcp.server.lowlevel import NotificationOptions, Server
from mcp.server.stdio import stdio_server

from tests.tools.mcp_answers import ACTING, ANSWERS, SCHEMA, text

SECOND_PAGE = "the-second-page"


class Served:
    """The state of one server.

    Args:
        diary: A file that it tells what becomes of calls.
    """

    def __init__(self, diary: str = "") -> None:
        self.diary = diary
        self.grown = False
        self.listed = 0
        self.cancelled = threading.Event()
        self.server: Server[Any] = Server("test", on_list_tools=self.list_tools, on_call_tool=self.call_tool)
        changes = NotificationOptions(tools_changed=True)
        self.server.create_initialization_options = partial(  # type: ignore[method-assign]
            self.server.create_initialization_options, changes
        )

    async def list_tools(self, _context: Any, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        """Two pages."""
        self.listed += 1
        if params is None or params.cursor is None:
            tools = [types.Tool(name=name, description=f"To {name}.", input_schema=SCHEMA) for name in ANSWERS]
            return types.ListToolsResult(tools=tools, next_cursor=SECOND_PAGE)
        names = (*ACTING, "extra") if self.grown else ACTING
        return types.ListToolsResult(tools=[types.Tool(name=name, input_schema={"type": "object"}) for name in names])

    async def call_tool(self, context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        """Answer from the table, or act."""
        if params.name == "wait":
            await self.wait(context)
        elif params.name == "count":
            for number in (1, 2):
                await context.session.report_progress(number, 2, f"{number} of 2")
        elif params.name == "grow":
            self.grown = True
        elif params.name == "die":
            os._exit(1)
        answer = ANSWERS.get(params.name, {"content": [text(f"{params.name} {params.arguments}")]})
        return types.CallToolResult.model_validate(answer)

    async def wait(self, context: Any) -> None:
        """Wait until the call is cancelled."""
        await context.session.report_progress(0, None, "waiting")
        try:
            await asyncio.Event().wait()
        finally:
            self.cancelled.set()
            if self.diary:
                Path(self.diary).write_text("cancelled", encoding="utf-8")  # noqa: ASYNC240 - a few bytes


async def main() -> None:
    """Serve until the input ends."""
    server = Served(*sys.argv[1:]).server
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


if __name__ == "__main__":
    asyncio.run(main())
