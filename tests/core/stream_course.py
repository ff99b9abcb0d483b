"""A stream without its I/O, fed by hand."""

from __future__ import annotations

import json
import math
from types import SimpleNamespace
from typing import Any

from openrouter_sdk.client import Operation
from openrouter_sdk.custom.chat.reading import ChatReader
from openrouter_sdk.custom.errors import (
    HttpInfo,
)
from openrouter_sdk.custom.http import Timeouts
from openrouter_sdk.custom.http.timeouts import DEFAULT_PHASES
from openrouter_sdk.custom.retry import DEFAULT_RETRY_POLICY, CallClock, call_flow
from openrouter_sdk.custom.stream.opened import MAX_EVENT_BYTES, Opened, OpenStream, WholeAnswer
from openrouter_sdk.custom.stream.state import StreamState
from tests.core.chunk_streams import INFO, chunk, events
from tests.helpers.fake_time import FakeTime

HELLO = events(chunk("Hello"))
END = events(chunk("", "stop"))
BUSY = events({"error": {"code": 503, "message": "Busy"}})
NO_TIMEOUTS: Any = None  # of a stream of which nothing is read
COMMENT = b": wait\n\n"
ANSWER = {"id": "gen-1", "model": "maker/model-2", "choices": [{"index": 0, "message": {"content": "Hello"}}]}


class Course:
    """A stream that is fed by hand.

    Args:
        opened: What came first; an open response where nothing is said.
        options: Those of the call.
    """

    def __init__(self, opened: Opened | None = None, total_s: float | None = None, **options: Any) -> None:
        self.clock = FakeTime()
        self.told: list[Any] = []
        clock = CallClock.start(self.clock.now, self.clock.random, total_s)
        call = {
            "operation": Operation(name="chat.send", method="POST", path="/"), "reader": ChatReader(),
            "model": "maker/model", "url": "http://127.0.0.1/api", "idle_timeout_s": None, "choice_errors": True,
            "max_event_bytes": MAX_EVENT_BYTES, "max_response_bytes": math.inf, "on_keepalive": None,
        }  # fmt: skip
        self.timeouts = Timeouts(DEFAULT_PHASES, clock)
        exchange: Any = SimpleNamespace(
            call=SimpleNamespace(**{**call, **options}),
            clock=clock,
            flow=call_flow(DEFAULT_RETRY_POLICY, clock, lambda _: None),
            observer=SimpleNamespace(watches_streams=True, stream_end=self.told.append),
            id=7,
        )
        next(exchange.flow)
        self.state = StreamState(exchange, opened or self.response())

    def response(self, info: HttpInfo = INFO) -> OpenStream:
        return OpenStream(None, info, self.timeouts)

    def take(self, data: bytes | None) -> list[str]:
        """The texts of the chunks that a read gives."""
        self.state.take(data)
        return self.given()

    def take_all(self, reads: list[bytes]) -> list[str]:
        return [text for read in reads for text in self.take(read)]

    def given(self) -> list[str]:
        return [self.state.chunk(raw).text for raw in self.state.ready]

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.seconds += seconds

    @property
    def end(self) -> Any:
        """What is told of the end."""
        self.state.tell_end()
        (told,) = self.told
        return told


def whole(answer: dict[str, Any] = ANSWER, info: HttpInfo = INFO) -> WholeAnswer:
    call: Any = SimpleNamespace(choice_errors=True)
    return WholeAnswer(ChatReader().read(call, info, json.dumps(answer).encode()), info)
