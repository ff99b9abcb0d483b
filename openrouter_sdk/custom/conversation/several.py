"""Several models at the same time: their answers, and calls side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextvars import copy_context
from threading import Thread
from typing import Any, TypeVar

from openrouter_sdk.models import ChatResult

from .turns import Turn

T = TypeVar("T")


class Answers(dict[str, T]):
    """Answers by model, those that came. What went wrong elsewhere is in `errors`.

    Looking up a model that failed raises its error: `answers["a/model"]`. Iterating, `get` and `in` see only the
    models that answered.

    Args:
        answers: What came, by model.
        errors: Why the other models did not answer.
    """

    errors: dict[str, Exception]
    """The errors of the models that failed."""

    def __init__(self, answers: Mapping[str, T], errors: Mapping[str, Exception] | None = None) -> None:
        super().__init__(answers)
        self.errors = dict(errors or {})

    def __missing__(self, model: str) -> T:
        if model in self.errors:
            raise self.errors[model]
        raise KeyError(f"no answer of {model!r}: asked were {', '.join(map(repr, [*self, *self.errors]))}")

    def __repr__(self) -> str:
        shown = [f"{model!r}: {answer!r}" for model, answer in self.items()]
        failed = [f"{model!r}: <{type(error).__name__}: {error}>" for model, error in self.errors.items()]
        return "{" + ", ".join([*shown, *failed]) + "}"


class Outcomes:
    """What became of the turns of one question to several models, as they end one by one."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self.turns: dict[str, Turn] = {turn.model: turn for turn in turns}
        self.errors: dict[str, Exception] = {}
        self._results: dict[str, ChatResult] = {}

    def settle(self, model: str, outcome: ChatResult | BaseException) -> None:
        """A turn has ended, with its answer or with an error."""
        if isinstance(outcome, ChatResult):
            self._results[model] = self.turns[model].answered(outcome)
            return
        self.turns[model].failed(outcome)
        if isinstance(outcome, Exception):
            self.errors[model] = outcome

    def answers(self) -> Answers[ChatResult]:
        """The answers, if there is one, in the order of the models.

        Raises:
            Exception: The first model's error, when every model failed; its notes tell the others.
        """
        results = {model: self._results[model] for model in self.turns if model in self._results}
        errors = {model: self.errors[model] for model in self.turns if model in self.errors}
        if errors and not results:
            first, *others = errors.items()
            for model, error in others:
                note = f"{model}: {type(error).__name__}: {error}"
                if note not in getattr(first[1], "__notes__", ()):
                    first[1].add_note(note)
            raise first[1]
        return Answers(results, errors)


def in_parallel(calls: Sequence[Callable[[], T]]) -> list[T | Exception]:
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


async def in_parallel_async(calls: Sequence[Awaitable[T]]) -> list[T | Exception]:
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
