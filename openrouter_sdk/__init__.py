# Code generated from openapi.yaml by `make generate`: do not edit.
"""A typed client for OpenRouter: hundreds of language models behind one API."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx as httpx
    from httpx import Timeout as Timeout

    from . import components as components
    from . import content as content
    from . import errors as errors
    from . import models as models
    from . import operations as operations
    from . import telemetry as telemetry
    from . import testing as testing
    from . import tools as tools
    from . import utils as utils
    from .custom.bulk import BulkResults as BulkResults
    from .custom.client import OpenRouter as OpenRouter
    from .custom.conversation import Answers as Answers
    from .custom.conversation import Call as Call
    from .custom.conversation import Chat as Chat
    from .custom.conversation import ChatStream as ChatStream
    from .custom.conversation import ChatStreamAsync as ChatStreamAsync
    from .custom.conversation import ChatStreams as ChatStreams
    from .custom.conversation import ChatStreamsAsync as ChatStreamsAsync
    from .custom.conversation import Usage as Usage
    from .custom.engine import CallEndEvent as CallEndEvent
    from .custom.engine import CallStartEvent as CallStartEvent
    from .custom.engine import Hooks as Hooks
    from .custom.engine import Pager as Pager
    from .custom.engine import PagerAsync as PagerAsync
    from .custom.engine import RequestEvent as RequestEvent
    from .custom.engine import ResponseEvent as ResponseEvent
    from .custom.engine import RunEndEvent as RunEndEvent
    from .custom.engine import RunStartEvent as RunStartEvent
    from .custom.engine import StepEndEvent as StepEndEvent
    from .custom.engine import StepStartEvent as StepStartEvent
    from .custom.engine import ToolEndEvent as ToolEndEvent
    from .custom.engine import ToolStartEvent as ToolStartEvent
    from .custom.errors import HttpInfo as HttpInfo
    from .custom.mcp import mcp_tools as mcp_tools
    from .custom.parsing import ParsedResult as ParsedResult
    from .custom.parsing import ParsedStream as ParsedStream
    from .custom.parsing import ParsedStreamAsync as ParsedStreamAsync
    from .custom.retry import BackoffStrategy as BackoffStrategy
    from .custom.retry import RetryConfig as RetryConfig
    from .custom.retry import RetryEvent as RetryEvent
    from .custom.stream import Download as Download
    from .custom.stream import DownloadAsync as DownloadAsync
    from .custom.stream import EventStream as EventStream
    from .custom.stream import EventStreamAsync as EventStreamAsync
    from .custom.stream import StreamEndEvent as StreamEndEvent
    from .custom.tools import RunResult as RunResult
    from .custom.tools import RunState as RunState
    from .custom.tools import StopRun as StopRun
    from .custom.tools import Tool as Tool
    from .custom.tools import ToolContext as ToolContext
    from .custom.tools import ToolError as ToolError
    from .custom.tools import tool as tool
    from .models import ChatResult as ChatResult
    from .models import ChatStreamChunk as ChatStreamChunk
    from .types import UNSET as UNSET

    __version__: str

_NAMES = {
    "Answers": ".custom.conversation",
    "BackoffStrategy": ".custom.retry",
    "BulkResults": ".custom.bulk",
    "Call": ".custom.conversation",
    "CallEndEvent": ".custom.engine",
    "CallStartEvent": ".custom.engine",
    "Chat": ".custom.conversation",
    "ChatStream": ".custom.conversation",
    "ChatStreamAsync": ".custom.conversation",
    "ChatStreams": ".custom.conversation",
    "ChatStreamsAsync": ".custom.conversation",
    "Download": ".custom.stream",
    "DownloadAsync": ".custom.stream",
    "EventStream": ".custom.stream",
    "EventStreamAsync": ".custom.stream",
    "Hooks": ".custom.engine",
    "HttpInfo": ".custom.errors",
    "OpenRouter": ".custom.client",
    "Pager": ".custom.engine",
    "PagerAsync": ".custom.engine",
    "ParsedResult": ".custom.parsing",
    "ParsedStream": ".custom.parsing",
    "ParsedStreamAsync": ".custom.parsing",
    "RequestEvent": ".custom.engine",
    "ResponseEvent": ".custom.engine",
    "RetryConfig": ".custom.retry",
    "RetryEvent": ".custom.retry",
    "RunEndEvent": ".custom.engine",
    "RunResult": ".custom.tools",
    "RunStartEvent": ".custom.engine",
    "RunState": ".custom.tools",
    "StepEndEvent": ".custom.engine",
    "StepStartEvent": ".custom.engine",
    "StopRun": ".custom.tools",
    "StreamEndEvent": ".custom.stream",
    "Tool": ".custom.tools",
    "ToolContext": ".custom.tools",
    "ToolEndEvent": ".custom.engine",
    "ToolError": ".custom.tools",
    "ToolStartEvent": ".custom.engine",
    "UNSET": ".types",
    "Usage": ".custom.conversation",
    "mcp_tools": ".custom.mcp",
    "tool": ".custom.tools",
    "ChatResult": ".models",
    "ChatStreamChunk": ".models",
    "Timeout": "httpx",
}
_MODULES = {
    "components": ".components",
    "content": ".content",
    "errors": ".errors",
    "models": ".models",
    "operations": ".operations",
    "telemetry": ".telemetry",
    "testing": ".testing",
    "tools": ".tools",
    "utils": ".utils",
    "httpx": "httpx",  # for the hints of the client's arguments, which are no reason to load it
}

__all__ = [
    "Answers",
    "BackoffStrategy",
    "BulkResults",
    "Call",
    "CallEndEvent",
    "CallStartEvent",
    "Chat",
    "ChatResult",
    "ChatStream",
    "ChatStreamAsync",
    "ChatStreamChunk",
    "ChatStreams",
    "ChatStreamsAsync",
    "components",
    "content",
    "Download",
    "DownloadAsync",
    "errors",
    "EventStream",
    "EventStreamAsync",
    "Hooks",
    "HttpInfo",
    "mcp_tools",
    "models",
    "OpenRouter",
    "operations",
    "Pager",
    "PagerAsync",
    "ParsedResult",
    "ParsedStream",
    "ParsedStreamAsync",
    "RequestEvent",
    "ResponseEvent",
    "RetryConfig",
    "RetryEvent",
    "RunEndEvent",
    "RunResult",
    "RunStartEvent",
    "RunState",
    "StepEndEvent",
    "StepStartEvent",
    "StopRun",
    "StreamEndEvent",
    "telemetry",
    "testing",
    "Timeout",
    "Tool",
    "tool",
    "ToolContext",
    "ToolEndEvent",
    "ToolError",
    "tools",
    "ToolStartEvent",
    "UNSET",
    "Usage",
    "utils",
]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name in _NAMES:
            value: Any = getattr(import_module(_NAMES[name], __name__), name)
        elif name in _MODULES:
            value = import_module(_MODULES[name], __name__)
        elif name == "__version__":
            value = import_module(".custom._version", __name__).__version__
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
