"""Carries out the calls of a parsed call, sync and async."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from openrouter_sdk import models

from ..engine import Call
from ..errors import OpenRouterError
from .flow import ParsedResult, ParseFlow

T = TypeVar("T")


def drive_parse(flow: ParseFlow[T], perform: Callable[[Call], Any], answer: models.ChatResult) -> ParsedResult[T]:
    """Go on to the end of a flow whose first call has been answered."""
    try:
        while True:
            call = flow.send(answer)
            try:
                answer = perform(call)
            except OpenRouterError as error:
                flow.throw(error)
    except StopIteration as end:
        result: ParsedResult[T] = end.value
        return result


async def drive_parse_async(
    flow: ParseFlow[T], perform: Callable[[Call], Awaitable[Any]], answer: models.ChatResult
) -> ParsedResult[T]:
    """The same for async."""
    try:
        while True:
            call = flow.send(answer)
            try:
                answer = await perform(call)
            except OpenRouterError as error:
                flow.throw(error)
    except StopIteration as end:
        result: ParsedResult[T] = end.value
        return result
