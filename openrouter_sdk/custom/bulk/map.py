"""Bulk work: many requests, a few at a time, each with an answer or an error in its place."""

from __future__ import annotations

import asyncio
import operator
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from openrouter_sdk.models import ChatMessages, ChatMessagesTypedDict, ChatRequest, ChatResult

from ..engine import callable_or_none, whole_number
from ..errors import ArgumentError
from ..http import running_loop
from .checkpoint import Checkpoint
from .drivers import Tasks, Threads
from .items import Preparer, checked_items
from .plan import Plan
from .progress import new_progress
from .results import BulkResults
from .run import Run
from .workers import BulkExecutor, Workers

if TYPE_CHECKING:
    from ..chat import ChatCaller

BulkItem: TypeAlias = str | Sequence[ChatMessages | ChatMessagesTypedDict] | Mapping[str, Any] | ChatRequest
"""A prompt, a conversation, keyword arguments of `chat.send`, or a whole request."""


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
        whole_number("concurrency", self.concurrency, 1)
        callable_or_none("on_result", self.on_result)
        max_cost: Any = self.max_cost
        if max_cost is not None:
            if isinstance(max_cost, bool) or not isinstance(max_cost, (int, float)):
                raise TypeError(f"max_cost must be a number or None, not {max_cost!r}")
            if not max_cost >= 0:
                raise ArgumentError(f"max_cost must not be negative, not {max_cost!r}")
        upstream: Any = self.count_upstream_cost
        if not isinstance(upstream, bool):
            raise TypeError(f"count_upstream_cost must be True or False, not {upstream!r}")
        executor: Any = self.executor
        if executor is not None and (isinstance(executor, type) or not callable(getattr(executor, "submit", None))):
            raise TypeError(f"executor must be an Executor of concurrent.futures or a Dask Client, not {executor!r}")


def map_sync(caller: ChatCaller, items: Iterable[Any], defaults: dict[str, Any], options: BulkOptions) -> BulkResults:
    """Send all items, from threads, or with an executor; see `chat.map`."""
    engine = caller.engine
    workers = None if options.executor is None else Workers(options.executor, engine)
    send = engine.perform if workers is None else workers.send
    with _opened(caller, items, defaults, options) as run, nullcontext() if workers is None else closing(workers):
        Threads(run, send, engine.runtime.sleep).drive()
        return _results(run)


async def map_async(
    caller: ChatCaller, items: Iterable[Any], defaults: dict[str, Any], options: BulkOptions
) -> BulkResults:
    """Send all items, from tasks, or with an executor; see `chat.map_async`."""
    running_loop()
    engine = caller.engine
    workers = None if options.executor is None else Workers(options.executor, engine)
    send = engine.perform_async if workers is None else workers.send_async
    with _opened(caller, items, defaults, options) as run:
        sleep = engine.runtime.sleep_async or asyncio.sleep
        try:
            await Tasks(run, send, sleep).drive()
        finally:
            if workers is not None:
                await asyncio.to_thread(workers.close)
        return _results(run)


@contextmanager
def _opened(caller: ChatCaller, items: Iterable[Any], defaults: dict[str, Any], options: BulkOptions) -> Generator[Run]:
    """A run whose checkpoint and progress are closed in the end."""
    items = checked_items(items)
    preparer = Preparer(caller.build, defaults, [each.name for each in fields(BulkOptions)])
    observer, runtime = caller.engine.settings.observer, caller.engine.runtime
    plan = Plan(
        options.concurrency,
        options.max_cost,
        runtime.now,
        runtime.random,
        observer,
        count_upstream_cost=options.count_upstream_cost,
    )
    checkpoint: Checkpoint | None = None
    with ExitStack() as stack:
        if options.checkpoint is not None:
            checkpoint = stack.enter_context(Checkpoint(options.checkpoint, observer.logger))
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
