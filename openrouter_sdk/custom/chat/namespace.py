"""`client.chat`: the generated signature, and under it one call from arguments to answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

from openrouter_sdk.api.chat import Chat
from openrouter_sdk.client import Arguments, Operation
from openrouter_sdk.types import Model

from ..engine import Call, Engine, NeverCopied
from ..errors import as_list
from .messages import checked_messages
from .reading import ChatReader
from .resuming import Resuming

if TYPE_CHECKING:
    from openrouter_sdk.models import ChatResult

    from ..bulk import BulkExecutor, BulkItem, BulkResults


_READER = ChatReader()


class ChatCaller:
    """Carries out chat completions."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def build(self, operation: Operation, given: Arguments, caller: str | None = None) -> Call:
        """Check and encode the arguments of one call, its messages above all."""
        for index, tool in enumerate(as_list(given.body["tools"])):
            if callable(tool) or (not isinstance(tool, (Mapping, Model)) and hasattr(tool, "listed")):
                raise TypeError(
                    f"tools[{index}] is a {type(tool).__name__}: chat.run() runs functions and tools of servers; here "
                    "stand definitions, as tool(function).definition gives them"
                )
        messages = given.body["messages"]
        if messages is not None or not given.unknown:  # else it may stand under a name that is no parameter
            messages = checked_messages(messages)
        body = {**asked_for(given.body), "messages": messages}
        return self.engine.build(operation, given.replace(body=body), _READER, caller)

    def call(self, operation: Operation, given: Arguments) -> Any:
        """The answer, or a stream."""
        return self.engine.perform(self.build(operation, given))

    def call_async(self, operation: Operation, given: Arguments) -> Awaitable[Any]:
        """The same for async."""
        return self.engine.perform_async(self.build(operation, given, "send_async()"))

    def parse(self, operation: Operation, given: Arguments) -> Any:
        """An answer of the type that is asked for, or a stream."""
        from ..parsing import parse  # lazy: the same

        return parse(self, operation, given)

    def parse_async(self, operation: Operation, given: Arguments) -> Awaitable[Any]:
        """The same for async."""
        from ..parsing import parse_async  # lazy: the same

        return parse_async(self, operation, given)

    def run(self, operation: Operation, given: Arguments) -> Any:
        """A run, or its events."""
        from ..tools import RunStream  # lazy: tools are not everybody's, and importing the SDK has to be cheap

        running = self._running(operation, given, self.call, "run()")
        stream = RunStream(running)
        return stream if running.stream else stream.final()

    async def run_async(self, operation: Operation, given: Arguments) -> Any:
        """The same for async."""
        from ..tools import RunStreamAsync  # lazy: the same

        running = self._running(operation, given, self.call_async, "run_async()")
        stream = RunStreamAsync(running)
        return stream if running.stream else await stream.final()

    def _running(self, operation: Operation, given: Arguments, call: Callable[..., Any], caller: str) -> Any:
        from ..tools import prepare  # lazy: the same

        given = given.replace(body=asked_for(given.body))
        check, send = partial(self.build, operation, caller=caller), partial(call, operation)
        return prepare(given, check, send, self.engine.runtime.now, self.engine.settings.observer)

    def pages(self, operation: Operation, given: Arguments) -> Any:
        """Nothing here comes in pages."""
        raise NotImplementedError

    pages_async = pages


def asked_for(body: dict[str, Any]) -> dict[str, Any]:
    """The body, with a schema in the place of a Python type.

    Raises:
        TypeError: `response_format` is no type.
    """
    form: Any = body.get("response_format")
    if form is None or isinstance(form, (Mapping, Model)):
        return body
    if isinstance(form, str):
        raise TypeError(f'response_format must be a type or a dict such as {{"type": "json_object"}}, not {form!r:.60}')
    from ..parsing import output_of  # lazy: it needs an extra

    return output_of(form).asked_for(body)


class ChatNamespace(NeverCopied, Resuming):
    """Chat completions: `send`, `parse`, `run`, `map`, and their async twins. Calling it is the same as `send`."""

    def __init__(self, engine: Engine) -> None:
        """Made by the client.

        Args:
            engine: Carries out operations.
        """
        self._chat = ChatCaller(engine)
        super().__init__(self._chat)

    __call__: Final = Chat.send

    if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

        def __getattr__(self, name: str) -> Any:
            hint = "; chat.completions.create(...) is chat.send(...) here" if name == "completions" else ""
            told = f"{type(self).__name__!r} object has no attribute {name!r}{hint}"
            raise AttributeError(told, name=name, obj=self)

    def map(
        self,
        items: Iterable[BulkItem],
        *,
        model: str | None = None,
        concurrency: int = 8,
        progress: bool = False,
        checkpoint: str | PathLike[str] | None = None,
        max_cost: float | None = None,
        on_result: Callable[[int, ChatResult | Exception], object] | None = None,
        count_upstream_cost: bool = False,
        executor: BulkExecutor | None = None,
        **defaults: Any,
    ) -> BulkResults:
        """Send many requests, a few at a time, and give their answers in order, with an exception where one failed.

        Each request is tried again as `retries` says. A rate limit (429, 529, a 503 with `Retry-After`, the in-flight
        402) is everybody's: nothing is sent until it is over, then fewer at a time. No credits (402), a bad key (401,
        403) or a rate limit that outlasts what `retries` waits stop the run: the rest are `NotSentError`s.

        Args:
            items: Prompts, lists of messages, mappings of keyword arguments of `send`, or `ChatRequest`s; any iterable
                that ends. An item is taken when it can be sent. None in a mapping means what it means to `send`: of
                `temperature`, say, that this item goes without, whatever `defaults` say.
            model: The model of the items that name none, or None.
            concurrency: Requests under way at most (default 8).
            progress: Whether to show on standard error how far it is, with tqdm if that is installed.
            checkpoint: A file that keeps each answer as it comes. A run with the same items and the same file takes
                them from there, and sends only the rest.
            max_cost: USD credits the whole run may cost, answers taken from the checkpoint included. Nothing is sent
                that would, at the mean cost so far, go beyond; what is left are `NotSentError`s.
            on_result: Called in the caller's thread with index and answer or exception of each item, as they come. What
                it raises ends the run.
            count_upstream_cost: Whether `max_cost` also bounds what providers charge on keys of your own, where `cost`
                is 0 or a fee (`upstream_inference_cost`). Default False.
            executor: What carries out the single requests: a `concurrent.futures.Executor`, a Dask `Client`, or
                anything with such a `submit`. Pace, budget, checkpoint and order stay here. Default: threads here.
            defaults: Further keyword arguments of `send` for all items; an item's own win. `timeout_ms` bounds each
                try.

        Raises:
            ArgumentError: A value that cannot be used, such as a `checkpoint` that is something else, or `stream=True`.
            TypeError: An unknown keyword argument, or a value of the wrong type.
            OSError: The checkpoint cannot be read or written.
            Exception: What the executor raises when it is broken or closed, or cannot take a client with it to other
                processes: one with a literal `api_key`, say.

        Whatever ends a run that had begun, such as Ctrl-C or an exception of `items` or `on_result`, has an attribute
        `results`: a `BulkResults` of the items taken so far.
        """
        from ..bulk import BulkOptions, map_sync  # lazy: bulk work is rare, and importing the SDK has to be cheap

        options = BulkOptions(concurrency, progress, checkpoint, max_cost, on_result, count_upstream_cost, executor)
        return map_sync(self._chat, items, {"model": model, **defaults}, options)

    async def map_async(
        self,
        items: Iterable[BulkItem],
        *,
        model: str | None = None,
        concurrency: int = 8,
        progress: bool = False,
        checkpoint: str | PathLike[str] | None = None,
        max_cost: float | None = None,
        on_result: Callable[[int, ChatResult | Exception], object] | None = None,
        count_upstream_cost: bool = False,
        executor: BulkExecutor | None = None,
        **defaults: Any,
    ) -> BulkResults:
        """The same as `map` for async, with the same arguments. `on_result` and `items` are plain, not async."""
        from ..bulk import BulkOptions, map_async  # lazy: the same

        options = BulkOptions(concurrency, progress, checkpoint, max_cost, on_result, count_upstream_cost, executor)
        return await map_async(self._chat, items, {"model": model, **defaults}, options)
