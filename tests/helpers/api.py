"""The client's two colours behind one face, so that a test is written once and runs as sync and as async."""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterator
from contextvars import copy_context
from types import TracebackType
from typing import Any, Self

import httpx
import pytest

from openrouter_sdk import ChatResult, HttpInfo, OpenRouter, Pager, PagerAsync

from .fake_time import FakeTime
from .trust import no_trust

ASK: list[Any] = [{"role": "user", "content": "Tell me more"}]
MODEL = "maker/model"


OVER_EVERY_TRANSPORT = pytest.mark.parametrize(
    "api", ["sync", "async", "sync over httpx", "async over httpx"], indirect=True
)
"""For tests that look below the calls: once more with injected clients of httpx."""


class Api(ABC):
    """One colour of the client: the methods look sync, whatever happens underneath."""

    colour: str
    options: dict[str, Any]
    """Options of the clients it uses."""

    def send(self, client: OpenRouter, **arguments: Any) -> Any:
        """`chat.send` or `chat.send_async`, with a model and a message unless the test gives its own."""
        return self.call(client, **{"model": MODEL, "messages": ASK, **arguments})

    def stream(self, client: OpenRouter, **arguments: Any) -> Stream:
        """The same with `stream=True`."""
        return self.wrap(self.send(client, stream=True, **arguments))

    def answer(self, client: OpenRouter, *, streamed: bool, **arguments: Any) -> ChatResult:
        """The whole answer, of a plain call or of a stream read to its end."""
        if not streamed:
            result: ChatResult = self.send(client, **arguments)
            return result
        with self.stream(client, **arguments) as stream:
            return stream.final()

    @abstractmethod
    def call(self, client: OpenRouter, **arguments: Any) -> Any:
        """The call with these arguments and no others."""

    def operate(self, client: OpenRouter, name: str, /, *arguments: Any, **keywords: Any) -> Any:
        """What an operation such as "byok.create" gives; of a list all its items."""
        namespace, _, method = name.partition(".")
        found = self.method(getattr(client, namespace), method)(*arguments, **keywords)
        return self.items(found) if isinstance(found, (Pager, PagerAsync)) else self.wait(found)

    def request(self, client: OpenRouter, *arguments: Any, **keywords: Any) -> Any:
        """`client.request` or `client.request_async`."""
        return self.wait(self.method(client, "request")(*arguments, **keywords))

    def items(self, found: Any) -> list[Any]:
        """All that a pager, or the pages of one, give."""
        return list(self.each(found))

    @abstractmethod
    def method(self, owner: Any, name: str) -> Any:
        """The method of this colour."""

    @abstractmethod
    def wait(self, value: Any) -> Any:
        """What is awaited in async code, and there at once in sync code."""

    @abstractmethod
    def each(self, found: Any) -> Iterator[Any]:
        """What `for` or `async for` gives."""

    @abstractmethod
    def wrap(self, stream: Any) -> Stream:
        """A stream of this colour with sync-looking methods."""

    @abstractmethod
    def close(self, client: OpenRouter) -> None:
        """Close the client in this colour's way."""

    @abstractmethod
    def use(self, client: OpenRouter, body: Callable[[], Any]) -> Any:
        """Run `body` inside the client's `with` or `async with`."""

    @abstractmethod
    def http_client(self, **options: Any) -> dict[str, Any]:
        """The client argument that injects an httpx client of this colour."""

    @abstractmethod
    def is_closed(self, injected: dict[str, Any]) -> bool:
        """Whether the injected client is closed; afterwards it is."""

    @abstractmethod
    def pause(self, seconds: float) -> None:
        """Do something else for so many seconds of real time."""


class Stream(ABC):
    """A stream of either colour."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    @abstractmethod
    def __iter__(self) -> Iterator[Any]: ...

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def final(self) -> ChatResult: ...

    def texts(self) -> list[str]:
        """The texts of the chunks to come, without empty ones."""
        return [chunk.text for chunk in self if chunk.text]

    @property
    def http(self) -> HttpInfo:
        info: HttpInfo = self.inner.http
        return info

    @property
    def partial(self) -> ChatResult:
        result: ChatResult = self.inner.partial
        return result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class SyncApi(Api):
    colour = "sync"

    def __init__(self) -> None:
        self.options = {}

    def call(self, client: OpenRouter, **arguments: Any) -> Any:
        return client.chat.send(**arguments)

    def method(self, owner: Any, name: str) -> Any:
        return getattr(owner, name)

    def wait(self, value: Any) -> Any:
        return value

    def each(self, found: Any) -> Iterator[Any]:
        yield from found

    def wrap(self, stream: Any) -> Stream:
        return SyncStream(stream)

    def close(self, client: OpenRouter) -> None:
        client.close()

    def use(self, client: OpenRouter, body: Callable[[], Any]) -> Any:
        with client as entered:
            assert entered is client
            return body()

    def http_client(self, **options: Any) -> dict[str, Any]:
        return {"client": httpx.Client(**{"verify": no_trust(), **options})}

    def is_closed(self, injected: dict[str, Any]) -> bool:
        client: httpx.Client = injected["client"]
        closed = client.is_closed
        client.close()
        return closed

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)  # real time: a pause of the caller against a timeout of the transport


class SyncStream(Stream):
    def __iter__(self) -> Iterator[Any]:
        return iter(self.inner)

    def close(self) -> None:
        self.inner.close()

    def final(self) -> ChatResult:
        result: ChatResult = self.inner.final()
        return result


_END = object()


async def _next(iterator: Any) -> Any:
    return await anext(iterator, _END)


async def _awaited(value: Any) -> Any:
    return await value


class AsyncApi(Api):
    """Runs everything in one event loop of its own."""

    colour = "async"

    def __init__(self, runner: asyncio.Runner) -> None:
        self.runner = runner
        self.options = {}
        self._context = copy_context()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        # not by `runner.run`: it takes Ctrl-C over and gives it back each time, which costs as much as a whole read
        loop = self.runner.get_loop()
        return loop.run_until_complete(loop.create_task(coroutine, context=self._context))

    def call(self, client: OpenRouter, **arguments: Any) -> Any:
        return self.run(client.chat.send_async(**arguments))

    def method(self, owner: Any, name: str) -> Any:
        return getattr(owner, f"{name}_async")

    def wait(self, value: Any) -> Any:
        return self.run(_awaited(value))

    def each(self, found: Any) -> Iterator[Any]:
        iterator = aiter(found)
        while (item := self.run(_next(iterator))) is not _END:
            yield item

    def wrap(self, stream: Any) -> Stream:
        return AsyncStream(stream, self)

    def close(self, client: OpenRouter) -> None:
        self.run(client.aclose())

    def use(self, client: OpenRouter, body: Callable[[], Any]) -> Any:
        entered = self.run(client.__aenter__())
        assert entered is client
        try:
            return body()
        finally:
            self.run(client.__aexit__(None, None, None))

    def http_client(self, **options: Any) -> dict[str, Any]:
        return {"async_client": httpx.AsyncClient(**{"verify": no_trust(), **options})}

    def is_closed(self, injected: dict[str, Any]) -> bool:
        client: httpx.AsyncClient = injected["async_client"]
        closed = client.is_closed
        self.run(client.aclose())
        return closed

    def pause(self, seconds: float) -> None:
        self.run(asyncio.sleep(seconds))  # real time: a pause of the caller against a timeout of the transport


class AsyncStream(Stream):
    def __init__(self, inner: Any, api: AsyncApi) -> None:
        super().__init__(inner)
        self._api = api

    def __iter__(self) -> Iterator[Any]:
        while (chunk := self._api.run(self._next())) is not None:
            yield chunk

    async def _next(self) -> Any:
        return await anext(self.inner, None)

    def close(self) -> None:
        self._api.run(self.inner.aclose())

    def final(self) -> ChatResult:
        result: ChatResult = self._api.run(self.inner.final())
        return result


def set_clock(client: OpenRouter, clock: FakeTime) -> None:
    """Give the client a clock that only moves when somebody sleeps."""
    runtime = client._runtime
    runtime.now = clock.now
    runtime.random = clock.random
    runtime.sleep = clock.sleep
    runtime.sleep_async = clock.sleep_async
