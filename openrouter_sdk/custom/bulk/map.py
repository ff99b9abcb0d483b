"""Bulk work: many requests, a few at a time, each with an answer or an error in its place."""

from __future__ import annotations

import asyncio
import inspect
import math
import operator
import os
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from openrouter_sdk.models import ChatMessages, ChatMessagesTypedDict, ChatRequest, ChatResult

from ..answers import own_key_cost
from ..engine import Call, Engine, Observer
from ..errors import ArgumentError, NotSentError
from ..http import running_loop
from ..retry import Runtime
from .checkpoint import Checkpoint
from .drivers import Tasks, Threads
from .items import Build, Preparer, checked_items
from .plan import Plan
from .progress import new_progress
from .run import Run
from .view import ResultsView
from .workers import BulkExecutor, Workers

__all__ = ["BulkItem", "BulkOptions", "BulkResults", "map_async", "map_sync"]

BulkItem: TypeAlias = str | Sequence[ChatMessages | ChatMessagesTypedDict] | Mapping[str, Any] | ChatRequest
"""A prompt, a conversation, keyword arguments of `chat.send`, or a whole request."""


class BulkResults(ResultsView, list[ChatResult | Exception]):
    """What became of the items of a bulk run, in their order: an answer, or the exception in its place.

    Attributes:
        resumed: How many answers were taken from the checkpoint instead of being asked for again.
    """

    resumed: int = 0

    @property
    def answers(self) -> dict[int, ChatResult]:
        """The answers, by index."""
        return {index: result for index, result in enumerate(self) if isinstance(result, ChatResult)}

    @property
    def errors(self) -> dict[int, Exception]:
        """What the items failed with that were sent, or could not be, by index."""
        failed = {index: result for index, result in enumerate(self) if isinstance(result, Exception)}
        return {index: error for index, error in failed.items() if not isinstance(error, NotSentError)}

    @property
    def not_sent(self) -> list[int]:
        """The indexes of the items that were not sent, because the run had been stopped."""
        return [index for index, result in enumerate(self) if isinstance(result, NotSentError)]

    @property
    def cost(self) -> float:
        """What is known to have been charged for the items, in USD credits, answers from the checkpoint included."""
        return math.fsum(cost for answer in self._received() if (cost := getattr(answer, "cost", None)) is not None)

    @property
    def own_key_cost(self) -> float:
        """What providers are known to have charged on keys of your own, in USD; it is not part of `cost`."""
        return math.fsum(cost for answer in self._received() if (cost := own_key_cost(answer)) is not None)

    def _received(self) -> list[object]:
        return [result if isinstance(result, ChatResult) else getattr(result, "partial", None) for result in self]


@dataclass(frozen=True, slots=True)
class BulkOptions:
    """How a bulk run is done.

    Raises:
        ArgumentError: A value that cannot be used.
        TypeError: A value of the wrong type.
    """

    concurrency: int
    progress: bool
    checkpoint: str | os.PathLike[str] | None
    max_cost: float | None
    on_result: Callable[[int, ChatResult | Exception], object] | None
    count_upstream_cost: bool = False
    executor: BulkExecutor | None = None

    def __post_init__(self) -> None:
        concurrency: Any = self.concurrency
        if isinstance(concurrency, bool) or not isinstance(concurrency, int):
            raise TypeError(f"concurrency must be a whole number, not {concurrency!r}")
        if concurrency < 1:
            raise ArgumentError(f"concurrency must be at least 1, not {concurrency!r}")
        max_cost: Any = self.max_cost
        if max_cost is not None:
            if isinstance(max_cost, bool) or not isinstance(max_cost, (int, float)):
                raise TypeError(f"max_cost must be a number or None, not {max_cost!r}")
            if not max_cost >= 0:
                raise ArgumentError(f"max_cost must not be negative, not {max_cost!r}")
        upstream: Any = self.count_upstream_cost
        if not isinstance(upstream, bool):
            raise TypeError(f"count_upstream_cost must be True or False, not {upstream!r}")
        on_result: Any = self.on_result
        if on_result is not None and (not callable(on_result) or inspect.iscoroutinefunction(on_result)):
            raise TypeError(f"on_result must be a plain function, not {on_result!r}")
        executor: Any = self.executor
        if executor is not None and (isinstance(executor, type) or not callable(getattr(executor, "submit", None))):
            raise TypeError(f"executor must be an Executor of concurrent.futures or a Dask Client, not {executor!r}")


@dataclass(frozen=True, slots=True)
class BulkTools:
    """What a run needs of the client it runs on."""

    build: Build
    engine: Engine

    @property
    def runtime(self) -> Runtime:
        """Clock, sleep and chance."""
        return self.engine.runtime

    @property
    def observer(self) -> Observer:
        """Is told what happens."""
        return self.engine.settings.observer


def map_sync(
    items: Iterable[Any],
    defaults: dict[str, Any],
    options: BulkOptions,
    tools: BulkTools,
    send: Callable[[Call], ChatResult],
) -> BulkResults:
    """Send all items with `send`, from threads, or with an executor; see `chat.map`."""
    if options.executor is not None:
        send = Workers(options.executor, tools.engine).send
    with _opened(items, defaults, options, tools) as run:
        with Threads(run, send, tools.runtime.sleep, tools.observer.logger) as threads:
            threads.drive()
        return _results(run)


async def map_async(
    items: Iterable[Any],
    defaults: dict[str, Any],
    options: BulkOptions,
    tools: BulkTools,
    send: Callable[[Call], Awaitable[ChatResult]],
) -> BulkResults:
    """Send all items with `send`, from tasks, or with an executor; see `chat.map_async`."""
    if options.executor is not None:
        send = Workers(options.executor, tools.engine).send_async
    running_loop()
    with _opened(items, defaults, options, tools) as run:
        sleep = tools.runtime.sleep_async or asyncio.sleep
        async with Tasks(run, send, sleep, tools.observer.logger) as tasks:
            await tasks.drive()
        return _results(run)


@contextmanager
def _opened(items: Iterable[Any], defaults: dict[str, Any], options: BulkOptions, tools: BulkTools) -> Generator[Run]:
    """A run whose checkpoint and progress are closed in the end."""
    items = checked_items(items)
    preparer = Preparer(tools.build, defaults, [each.name for each in fields(BulkOptions)])
    runtime = tools.runtime
    plan = Plan(
        options.concurrency,
        options.max_cost,
        runtime.now,
        runtime.random,
        tools.observer,
        count_upstream_cost=options.count_upstream_cost,
    )
    checkpoint: Checkpoint | None = None
    with ExitStack() as stack:
        if options.checkpoint is not None:
            checkpoint = stack.enter_context(Checkpoint(options.checkpoint, tools.observer.logger))
        progress = new_progress(options.progress, operator.length_hint(items) or None)
        stack.callback(progress.close)
        run = Run(iter(items), preparer, plan, checkpoint=checkpoint, progress=progress, on_result=options.on_result)
        try:
            yield run
        except BaseException as error:
            # Paid answers must not be lost with the frame, and Ctrl-C has no other way to give them.
            holder: Any = error
            with suppress(AttributeError, TypeError):
                holder.results = _results(run)
            raise


def _results(run: Run) -> BulkResults:
    results = BulkResults(run.results())
    results.resumed = run.resumed
    return results
