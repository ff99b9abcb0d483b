"""`client.chat.parse` and `parse_async`, below their signatures: the calls of a flow, carried out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from openrouter_sdk import models
from openrouter_sdk.client import Arguments, Operation

from ..engine import Call
from ..errors import OpenRouterError
from .flow import ParsedResult, ParseFlow, checked_output, parse_flow
from .output import Output
from .streams import ParsedStream, ParsedStreamAsync

if TYPE_CHECKING:
    from ..chat import ChatCaller


def parse(caller: ChatCaller, operation: Operation, given: Arguments) -> Any:
    """Carry out a parsed call: its result, or a stream.

    Raises:
        OutputParsingError: The answer is not of the type that was asked for.
        OpenRouterError: What `send` raises.
    """
    output, flow, call = _begun(caller, operation, given, "parse()")
    answer = caller.engine.perform(call)
    finish = partial(_finish, flow, caller.engine.perform)
    return ParsedStream(answer, output, finish) if call.stream else finish(answer)


async def parse_async(caller: ChatCaller, operation: Operation, given: Arguments) -> Any:
    """The same for async."""
    output, flow, call = _begun(caller, operation, given, "parse_async()")
    answer = await caller.engine.perform_async(call)
    finish = partial(_finish_async, flow, caller.engine.perform_async)
    return ParsedStreamAsync(answer, output, finish) if call.stream else await finish(answer)


def _begun(
    caller: ChatCaller, operation: Operation, given: Arguments, name: str
) -> tuple[Output[Any], ParseFlow[Any], Call]:
    if given.unknown and given.body["response_format"] is None:
        caller.build(operation, given, name)  # it tells of names that are no parameter
    output = checked_output(given)
    flow = parse_flow(output, given, partial(caller.build, operation, caller=name), caller.engine.runtime.now)
    return output, flow, next(flow)


def _finish(flow: ParseFlow[Any], perform: Callable[[Call], Any], answer: models.ChatResult) -> ParsedResult[Any]:
    """Go on to the end of a flow whose first call has been answered."""
    try:
        while True:
            call = flow.send(answer)
            try:
                answer = perform(call)
            except OpenRouterError as error:
                flow.throw(error)
    except StopIteration as end:
        result: ParsedResult[Any] = end.value
        return result


async def _finish_async(
    flow: ParseFlow[Any], perform: Callable[[Call], Awaitable[Any]], answer: models.ChatResult
) -> ParsedResult[Any]:
    """The same for async."""
    try:
        while True:
            call = flow.send(answer)
            try:
                answer = await perform(call)
            except OpenRouterError as error:
                flow.throw(error)
    except StopIteration as end:
        result: ParsedResult[Any] = end.value
        return result
