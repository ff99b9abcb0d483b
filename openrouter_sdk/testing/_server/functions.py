"""Runs the functions that answer requests, so that one that blocks holds up nobody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from .._answers.values import Answer
from .._sent import Request


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a function gave: an answer or an error."""

    answer: Answer | None
    error: BaseException | None = None

    def get(self) -> Answer:
        """The answer; raises the error if there is none."""
        if self.error is not None:
            raise self.error
        return checked(self.answer)


def checked(answer: object) -> Answer:
    """What a function returned, if it is an answer.

    Raises:
        TypeError: when it is none.
    """
    if not isinstance(answer, Answer):
        raise TypeError(f"a function must return what testing.reply, error or raw made, not {type(answer).__name__}")
    return answer


def started(function: Callable[[Request], Answer], request: Request) -> asyncio.Future[Outcome]:
    """Run ``function`` in a thread of its own, and give what it will have answered to ``request``.

    Not in a pool: any number of functions may wait for each other, and a daemon thread lets the process end whatever a
    function is doing.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[Outcome] = loop.create_future()

    def work() -> None:
        found = _tried(function, request)
        # A loop that is closed has nobody left who waits.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(outcome.set_result, found)

    threading.Thread(target=work, name="openrouter_sdk.testing answer", daemon=True).start()
    return outcome


def _tried(function: Callable[[Request], Answer], request: Request) -> Outcome:
    try:
        return Outcome(function(request))
    except BaseException as error:  # noqa: BLE001 - raised again where the answer is waited for
        return Outcome(None, error)
