"""`client.chat.parse` and `parse_async`, below their signatures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from openrouter_sdk.client import Arguments, Operation

from .drivers import drive_parse, drive_parse_async
from .flow import Asking
from .streams import ParsedStream, ParsedStreamAsync

if TYPE_CHECKING:
    from ..chat import ChatCaller


def parse(caller: ChatCaller, operation: Operation, given: Arguments) -> Any:
    """Carry out a parsed call: its result, or a stream.

    Raises:
        OutputParsingError: The answer is not of the type that was asked for.
        OpenRouterError: What `send` raises.
    """
    asking = _asking(caller, operation, given, "parse()")
    flow = asking.flow()
    call = next(flow)
    answer = caller.engine.perform(call)
    if call.stream:
        return ParsedStream(answer, asking.output, flow, caller.engine.perform)
    return drive_parse(flow, caller.engine.perform, answer)


async def parse_async(caller: ChatCaller, operation: Operation, given: Arguments) -> Any:
    """The same for async."""
    asking = _asking(caller, operation, given, "parse_async()")
    flow = asking.flow()
    call = next(flow)
    answer = await caller.engine.perform_async(call)
    if call.stream:
        return ParsedStreamAsync(answer, asking.output, flow, caller.engine.perform_async)
    return await drive_parse_async(flow, caller.engine.perform_async, answer)


def _asking(caller: ChatCaller, operation: Operation, given: Arguments, name: str) -> Asking[Any]:
    build = partial(caller.build, operation, caller=name)
    return Asking.of(given, build, caller.engine.runtime.now)
