"""`mcp_tools`: the tools of an MCP server as an entry of `tools=`."""

from __future__ import annotations

import asyncio
import hashlib
import inspect
import re
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from ..errors import ArgumentError, as_object
from ..tools import Tool, ToolContext, ToolResult, ToolSet
from .home import Home, connected
from .results import McpProgress, tool_result

if TYPE_CHECKING:
    from mcp import Client, ClientSession, StdioServerParameters
    from mcp.client import Transport
    from mcp.server import MCPServer, Server

    Source: TypeAlias = ClientSession | Client | StdioServerParameters | str | Transport | MCPServer[Any] | Server[Any]
Approve: TypeAlias = bool | Callable[[str, dict[str, Any]], bool]
"""Whether calls wait for approval: all or none, or those for whose name and arguments a function says so."""

_LONGEST_NAME = 64
_NOT_IN_A_NAME = re.compile(r"[^a-zA-Z0-9_-]")


@dataclass(frozen=True, eq=False)
class McpTool(Tool[..., Any]):
    """A tool of a server. It is given the arguments as the model wrote them: the server checks them."""

    def convert(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments as they are."""
        return dict(arguments)

    def invoke(self, values: Mapping[str, Any], context: ToolContext[Any]) -> Any:
        """Call the server."""
        assert self.function is not None  # noqa: S101 - each has one
        return self.function(dict(values), context)


class McpTools(ToolSet):
    """The tools of an MCP server; made by `mcp_tools`. Awaited, it gives them as a list."""

    def __init__(
        self,
        source: Source,
        *,
        is_session: bool,
        prefix: str,
        only: Callable[[str], bool] | Iterable[str] | None,
        approve: Approve,
        timeout_s: float | None,
    ) -> None:
        self._session: Any = source
        self._is_session = is_session
        self._home = Home()
        self._open = ExitStack()
        self._prefix, self._approve, self._timeout_s = prefix, approve, timeout_s
        self._wanted: Callable[[str], bool] = lambda _name: True
        self._named: frozenset[str] = frozenset()
        if callable(only):
            self._wanted = only
        elif only is not None:
            self._named = frozenset(only)
            self._wanted = self._named.__contains__

    @property
    def may_change(self) -> bool:
        """Whether the server says that its list of tools may change."""
        told: Any = getattr(self._session, "server_capabilities", None)
        return bool(as_object(_wire(told).get("tools")).get("listChanged")) if told is not None else False

    async def listed(self) -> list[Tool[..., Any]]:
        """The tools as they are now.

        Raises:
            ArgumentError: Two of them have one name for the model, or one of `only` is not there.
            Exception: What the session raises when the server does not answer.
        """
        return await self._home.run(self._list)

    def listed_now(self, seconds: float | None) -> list[Tool[..., Any]]:
        """The same for a sync run."""
        return self._home.wait(self._list, seconds)

    def __await__(self) -> Generator[Any, None, list[Tool[..., Any]]]:
        return self.listed().__await__()

    def __enter__(self) -> Self:
        from mcp import Client, StdioServerParameters, stdio_client  # lazy: needs the extra `mcp`

        client: Any = self._session
        if isinstance(client, StdioServerParameters):
            client = stdio_client(client)  # which is what early releases of `Client` take
        if not self._is_session:
            client = Client(client)
        self._home = Home(self._open.enter_context(connected(client)))
        self._session, self._is_session = client, True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    async def __aenter__(self) -> Self:
        return await asyncio.to_thread(self.__enter__)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.__exit__, kind, error, trace)

    async def _list(self) -> list[Tool[..., Any]]:
        if not self._is_session:
            raise ArgumentError("connect to the MCP server first: `with mcp_tools(server) as tools:`, or `async with`")
        told = [tool async for tool in _all_pages(self._session.list_tools)]
        names = [str(tool["name"]) for tool in told]
        if missing := self._named.difference(names):
            raise ArgumentError(f"only: the MCP server has no {sorted(missing)}; it has {names}")
        made: dict[str, tuple[str, Tool[..., Any]]] = {}
        for tool in told:
            tool_made, name = self._made(tool), str(tool["name"])
            if not self._wanted(name):
                continue
            other, _ = made.setdefault(tool_made.name, (name, tool_made))
            if other != name:
                raise ArgumentError(
                    f"the tools {other!r} and {name!r} of the MCP server are both {tool_made.name!r} here"
                )
        return [tool for _, tool in made.values()]

    def _made(self, told: dict[str, Any]) -> Tool[..., Any]:
        """A tool of the list as a tool of a run."""
        theirs, ours = told["name"], _name_for_model(self._prefix + str(told["name"]))
        function: dict[str, Any] = {"name": ours}
        description = told.get("description") or told.get("title") or as_object(told.get("annotations")).get("title")
        if description:
            function["description"] = description
        schema = as_object(told.get("inputSchema"))
        # providers refuse an object that says nothing of its properties
        function["parameters"] = schema if schema.get("properties") is not None else {**schema, "properties": {}}
        approve = self._approve

        async def call(arguments: dict[str, Any], context: ToolContext[Any]) -> ToolResult:
            return await self._home.run(lambda: self._call(theirs, arguments, context))

        return McpTool(
            name=ours,
            description=description,
            function=call,
            approve=(lambda arguments: bool(approve(theirs, arguments))) if callable(approve) else approve,
            timeout_s=self._timeout_s,
            given={"type": "function", "function": function},
        )

    async def _call(self, name: str, arguments: dict[str, Any], context: ToolContext[Any]) -> ToolResult:
        async def progress(done: float, total: float | None, message: str | None) -> None:
            context.progress(McpProgress(done, total, message))

        try:
            result = await self._session.call_tool(name, arguments, progress_callback=progress)
        except Exception as error:
            if str(error):
                raise
            # closed streams say nothing of themselves
            raise ConnectionError("the MCP server is not there any more") from error
        return tool_result(_wire(result))


def mcp_tools(
    source: Source,
    *,
    prefix: str = "",
    only: Callable[[str], bool] | Iterable[str] | None = None,
    approve: Approve = False,
    timeout_s: float | None = None,
) -> McpTools:
    """The tools of an MCP server, as an entry of `tools=` of `chat.run`, `chat.run_async` and `Chat`.

    Each run asks the server for its tools when it begins, all pages of them, and again before each request if the
    server says that they may change. Results, errors and progress of the calls come back as those of functions.

    Args:
        source: An open session or `Client` of the package `mcp`, in the event loop it was made in; or, for
            `with mcp_tools(source) as tools:`, what is then connected to: `StdioServerParameters`, a URL, a transport,
            a server of this process, or a `Client` that is not open yet. In `with` the connection lives in a thread
            of its own, so that `chat.run` can use it as well.
        prefix: Put before the names of its tools, so that those of several servers differ.
        only: The names of the tools that are wanted, as the server has them, or a function of the name. Default: all.
        approve: Whether calls wait for approval, or a function of name and arguments that says so.
        timeout_s: Seconds a call may take; the server is told to stop one that takes longer. Default: no limit.

    Raises:
        ImportError: The extra `mcp` is missing.
        TypeError: Something that is neither a session nor a server.
    """
    try:
        from mcp import Client, ClientSession, StdioServerParameters  # lazy: needs the extra `mcp`
        from mcp.server import MCPServer, Server  # lazy: the same
    except ImportError as missing:
        why = "mcp_tools needs the package 'mcp', version 2 or later: pip install 'openrouter-sdk[mcp]'"
        raise ImportError(why, name=missing.name) from None
    is_session = isinstance(source, (ClientSession, Client))
    servers = (str, StdioServerParameters, Server, MCPServer)
    if not (is_session or isinstance(source, servers) or hasattr(source, "__aenter__")):
        raise TypeError(f"mcp_tools takes an MCP session or a server, not {type(source).__name__}")
    if timeout_s is not None and not timeout_s > 0:
        raise ArgumentError(f"timeout_s must be above 0, not {timeout_s!r}")
    return McpTools(source, is_session=is_session, prefix=prefix, only=only, approve=approve, timeout_s=timeout_s)


async def _all_pages(list_tools: Callable[..., Any]) -> AsyncIterator[dict[str, Any]]:
    """The tools of all pages, as JSON objects."""
    cursor: str | None = None
    seen: set[str | None] = set()
    while cursor not in seen:
        seen.add(cursor)
        page = _wire(await list_tools(**_at(list_tools, cursor)))
        for tool in page.get("tools") or ():
            yield tool
        cursor = page.get("nextCursor")


def _at(list_tools: Callable[..., Any], cursor: str | None) -> dict[str, Any]:
    """The argument by which a `Client`, or a session, is told where to go on."""
    if cursor is None:
        return {}
    if "params" not in inspect.signature(list_tools).parameters:
        return {"cursor": cursor}
    from mcp.types import PaginatedRequestParams  # lazy: needs the extra `mcp`

    return {"params": PaginatedRequestParams(cursor=cursor)}


def _wire(told: Any) -> dict[str, Any]:
    """A model of the package `mcp` as the JSON object of the protocol."""
    found: dict[str, Any] = told.model_dump(mode="json", by_alias=True, exclude_none=True)
    return found


def _name_for_model(name: str) -> str:
    """The name as models take it: other characters become `_`, and a long one ends in a digest of all of it."""
    plain = _NOT_IN_A_NAME.sub("_", name)
    if len(plain) <= _LONGEST_NAME:
        return plain
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{plain[: _LONGEST_NAME - 9]}_{digest}"
