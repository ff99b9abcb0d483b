"""Calls that the workers of an executor carry out: threads, processes or other machines. They send, the run decides."""

from __future__ import annotations

import asyncio
import pickle
import sys
import threading
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count
from typing import Any, NoReturn, Protocol

from openrouter_sdk.models import ChatResult

from ..engine import Call, CallEndEvent, CallStartEvent, Engine, Hooks, Observer, RequestEvent
from ..errors import NoResponseError


class BulkExecutor(Protocol):
    """What carries out calls elsewhere: a `concurrent.futures.Executor`, a Dask `Client`, or what has such a method."""

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> Any:
        """Call `fn` once and never again, whatever happens to the worker; gives a `concurrent.futures.Future`."""


class UnusableWorkersError(Exception):
    """No call reaches a worker, or none can be carried out there; `__cause__` says why."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a call: what it gave or failed with, and what happened meanwhile that hooks here are to be told.

    Attributes:
        result: The answer, or the error in its place.
        events: What a hook would have been called with.
        is_usable: False where the worker cannot carry out any call, such as without a key.
    """

    result: ChatResult | Exception
    events: list[Any] = field(default_factory=list[Any])
    is_usable: bool = True


class Workers:
    """An executor as something that sends calls."""

    def __init__(self, executor: Any, engine: Engine) -> None:
        self._dask = executor if hasattr(executor, "get_executor") else None
        self._executor: BulkExecutor = executor if self._dask is None else executor.get_executor(pure=False)
        self._crate = _Crate(engine)
        self._observer = engine.settings.observer
        self._run = uuid.uuid4().hex
        self._numbers = count()
        self._claims: deque[str] = deque()
        if self._dask is not None:
            # nothing stays in this process: what cannot travel is told before anything is taken
            self._crate.pack()

    def send(self, call: Call) -> ChatResult:
        """The answer to a call, when a worker has it.

        Raises:
            NoResponseError: The worker was lost. Whether it had sent the request is not known.
            UnusableWorkersError: No call can be carried out.
            Exception: What the call failed with.
        """
        parcel, future = self._submit(call)
        try:
            told = future.result()
        except Exception as error:  # noqa: BLE001 - executors have errors of their own
            self._lost(parcel, error)
        finally:
            self._ended(parcel)
        return self._result(call, told)

    async def send_async(self, call: Call) -> ChatResult:
        """The same for async."""
        parcel, future = self._submit(call)
        try:
            told = await asyncio.wrap_future(future)
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            self._lost(parcel, error)
        except Exception as error:  # noqa: BLE001 - the same
            self._lost(parcel, error)
        finally:
            if self._dask is not None:
                await asyncio.to_thread(self._ended, parcel)
        return self._result(call, told)

    def _submit(self, call: Call) -> tuple[_Parcel, Future[Told]]:
        parcel = _Parcel(self._crate, call, f"openrouter-map-{self._run}-{next(self._numbers)}")
        try:
            future: Future[Told] = self._executor.submit(carry_out, parcel)
        except Exception as error:  # noqa: BLE001 - the same
            if parcel.refused is not None:
                raise parcel.refused from None
            raise UnusableWorkersError from self._crate.refused or error
        return parcel, future

    def _lost(self, parcel: _Parcel, error: BaseException) -> NoReturn:
        if self._crate.refused is not None:
            raise UnusableWorkersError from self._crate.refused
        if parcel.refused is not None:
            raise parcel.refused
        what = f"{type(error).__name__}: {error}".rstrip(": ")
        raise NoResponseError(f"the worker was lost before its answer came: {what}") from error

    def _result(self, call: Call, told: Told) -> ChatResult:
        if isinstance(told.result, Exception) and not told.is_usable:
            raise UnusableWorkersError from told.result
        if told.events:
            self._replay(call, told.events)
        if isinstance(told.result, Exception):
            raise told.result
        return told.result

    def _replay(self, call: Call, events: list[Any]) -> None:
        """Tell who watches what a worker has seen. The numbers of its calls are those of another process."""
        hooks, number = self._observer.hooks, self._crate.engine.number()
        for event in events:
            if isinstance(event, CallStartEvent):
                self._observer.tell(hooks.on_call_start, replace(event, operation_id=number, body=call.body))
            elif isinstance(event, CallEndEvent):
                self._observer.tell(hooks.on_call_end, replace(event, operation_id=number))
            elif isinstance(event, RequestEvent):
                self._observer.request(replace(event, operation_id=number))
            else:
                self._observer.response(replace(event, operation_id=number))

    def _ended(self, parcel: _Parcel) -> None:
        """Keep the claim of a call for a while: Dask asks again for an answer that it has not let go of yet."""
        if self._dask is not None:
            self._claims.append(parcel.name)
            self._withdraw(but=_CLAIMS_KEPT)

    def _withdraw(self, but: int = 0) -> None:
        with suppress(Exception):  # another thread has taken the last, or the scheduler is gone
            while len(self._claims) > but:
                _claim(self._claims.popleft(), self._dask).clear()

    def close(self) -> None:
        """Leave nothing of the run at Dask's scheduler."""
        self._withdraw()


class _Crate:
    """An engine, packed once for all calls that travel.

    Attributes:
        refused: Why it cannot travel. A pool tells that like any other failure of a worker.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.refused: Exception | None = None
        self._packed: bytes | None = None

    def pack(self) -> bytes:
        """The engine as it travels. The key does not: the worker has it, or a function that gives it."""
        if self._packed is None:
            try:
                self._packed = pickle.dumps(self.engine)
            except Exception as error:
                self.refused = error
                raise
        return self._packed


class _Parcel:
    """One call where it was made. Pickled, it becomes a `_Delivery`.

    Attributes:
        refused: Why this call cannot travel.
    """

    def __init__(self, crate: _Crate, call: Call, name: str) -> None:
        self.name: str = name
        self._crate, self._call = crate, call
        self._context = copy_context()
        self.refused: Exception | None = None

    def perform(self) -> Told:
        """Carry the call out in this process, with the context variables of who made it."""
        return self._context.run(_tried, self._crate.engine, self._call)

    def __reduce__(self) -> tuple[Any, ...]:
        if "authorization" in self._call.headers:
            self.refused = TypeError("an Authorization header is not pickled, so that the key in it stays here")
            raise self.refused
        call = self._call.replace(on_retry=None, on_keepalive=None, body={})
        return _Delivery, (self._crate.pack(), pickle.dumps(call), self.name)


class _Delivery:
    """One call in the process of a worker, still packed: what does not unpack is told, and breaks no worker."""

    def __init__(self, engine: bytes, call: bytes, name: str) -> None:
        self.name: str = name
        self._engine, self._call = engine, call

    def perform(self) -> Told:
        """Carry the call out with an engine that all calls of the run share in this process."""
        try:
            with _UNPACKING:
                engine = _unpacked_engine(self._engine)
            call = pickle.loads(self._call)  # noqa: S301 - from the caller's own run, by the caller's own executor
        except Exception as error:  # noqa: BLE001 - such as no key, or another version of the SDK
            return Told(error, is_usable=False)
        events = _HAPPENED.events = []
        return replace(_tried(engine, call), events=events)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Delivery, (self._engine, self._call, self.name)


def carry_out(parcel: _Parcel | _Delivery) -> Told:
    """Carry out a call, unless a worker that was lost may have sent it: Dask hands its task to another one."""
    if _on_dask():
        claim = _claim(parcel.name)
        if claim.is_set():
            return Told(NoResponseError("the worker was lost before its answer came"))
        claim.set()
    return parcel.perform()


def _tried(engine: Engine, call: Call) -> Told:
    try:
        return Told(engine.perform(call))
    except Exception as error:  # noqa: BLE001 - it stands in the place of the answer
        return Told(error)


_CLAIMS_KEPT = 1_000
_UNPACKING = threading.Lock()
_HAPPENED = threading.local()


@lru_cache(maxsize=4)
def _unpacked_engine(packed: bytes) -> Engine:
    engine: Engine = pickle.loads(packed)  # noqa: S301 - the same
    engine.settings.observer = Observer(
        Hooks(on_call_start=_note, on_call_end=_note, on_request=_note, on_response=_note)
    )
    return engine


def _note(event: object) -> None:
    _HAPPENED.events.append(event)


def _on_dask() -> bool:
    distributed: Any = sys.modules.get("distributed")
    if distributed is None:
        return False
    try:
        distributed.get_worker()
    except ValueError:
        return False
    return True


def _claim(name: str, client: Any = None) -> Any:
    """A mark at Dask's scheduler that a call may have been sent; it outlives the worker."""
    return sys.modules["distributed"].Event(name, client=client)
