"""Several calls at the same time; what one of them raises is a result beside the others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextvars import copy_context
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


def at_once(calls: Sequence[Callable[[], T]]) -> list[T | Exception]:
    """The results of the calls in their order, each made in a thread of its own; a single one is made right here.

    An interruption is raised here at once; calls that still run go on unheard.
    """
    if len(calls) == 1:
        return [_outcome(calls[0])]
    outcomes: list[Any] = [None] * len(calls)

    def run(index: int) -> None:
        try:
            outcomes[index] = _outcome(calls[index])
        except BaseException as error:  # noqa: BLE001 - it is raised below, in the caller's thread
            outcomes[index] = error

    # Threads that end with the program: an executor's would hold it up after Ctrl-C.
    threads = [start_thread(run, index) for index in range(len(calls))]
    for thread in threads:
        thread.join()
    for outcome in outcomes:
        if isinstance(outcome, BaseException) and not isinstance(outcome, Exception):
            raise outcome
    return outcomes


def start_thread(function: Callable[..., object], *arguments: Any) -> Thread:
    """A running thread that sees the context variables of its maker and does not keep the program alive."""
    thread = Thread(target=copy_context().run, args=(function, *arguments), daemon=True)
    thread.start()
    return thread


async def at_once_async(calls: Sequence[Awaitable[T]]) -> list[T | Exception]:
    """The results of the awaitables in their order. Cancelling this cancels them."""
    return await asyncio.gather(*(_outcome_async(call) for call in calls))


def _outcome(call: Callable[[], T]) -> T | Exception:
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - whoever asked for several results gets it beside the others
        return error


async def _outcome_async(call: Awaitable[T]) -> T | Exception:
    try:
        return await call
    except Exception as error:  # noqa: BLE001 - as above
        return error
