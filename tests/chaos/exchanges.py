"""What is said in the tests of this folder, and what may come of it: the one table of allowed outcomes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from openrouter_sdk.errors import NoResponseError, RequestTimedOutError, ResponseValidationError, StreamInterruptedError
from tests.chaos.network import Cut, How
from tests.streams.wire import DONE, chunk, event, text

WORDS: Final = tuple(f"{number} " for number in range(20))
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nX-Generation-Id: gen-header\r\n%b\r\n"

Place = Literal["request", "no answer", "headers", "body", "finished", "whole"]
Kind: TypeAlias = type[Exception] | None
"""What is raised; None where the answer is whole."""


@dataclass(frozen=True)
class Exchange:
    """An answer as it is on the wire.

    Attributes:
        streamed: Whether it is a stream.
        head: How long status and headers are.
        answer: All of it.
        ends: Behind how many bytes each of its words is complete.
        finished: Behind how many bytes nothing is missing but what marks the end.
        closes: Whether the end of the connection ends it.
    """

    streamed: bool
    head: int
    answer: bytes
    ends: tuple[int, ...]
    finished: int
    closes: bool

    def place(self, cut: Cut) -> Place:
        """Where a cut falls."""
        if cut.direction == "request":
            return "request"
        if cut.at < self.head:
            return "headers" if cut.at else "no answer"
        if cut.at == len(self.answer):
            return "whole"
        return "body" if cut.at < self.finished - self._blank(cut) else "finished"

    def words(self, cut: Cut) -> list[str]:
        """What the caller has been given by then."""
        there = cut.at + self._blank(cut) if cut.direction == "answer" else 0
        return [WORDS[n] for n, end in enumerate(self.ends) if end <= there]

    def _blank(self, cut: Cut) -> int:
        """What the last event may lack: where the end of the connection is that of the body, a blank line."""
        return 2 if self.streamed and self.closes and cut.how in ("close", "half-close") else 0


def _plain(*, closes: bool) -> Exchange:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "".join(WORDS)}}
    body = json.dumps({"id": "gen-1", "choices": [choice], "padding": "." * 700}).encode()
    framing = b"Connection: close\r\n" if closes else b"Content-Length: %d\r\n" % len(body)
    head = _HEAD % (b"application/json", framing)
    whole = len(head) + len(body)
    return Exchange(False, len(head), head + body, (), whole, closes)


def _streamed(*, closes: bool) -> Exchange:
    framing = b"Connection: close\r\n" if closes else b"Transfer-Encoding: chunked\r\n"
    answer = head = _HEAD % (b"text/event-stream", framing)
    ends = []
    last = event(chunk("", "stop"))
    for piece in (*map(text, WORDS), last, DONE):
        begins = len(answer)
        answer += piece if closes else b"%x\r\n%b\r\n" % (len(piece), piece)
        # the event is there before the end of the piece that carries it, but no later
        end = begins + len(piece) + (0 if closes else len(b"%x\r\n" % len(piece)))
        ends.append(end)
    answer += b"" if closes else b"0\r\n\r\n"
    return Exchange(True, len(head), answer, tuple(ends[:-2]), ends[-2], closes)


EXCHANGES: Final[Mapping[str, Exchange]] = MappingProxyType(
    {
        "plain": _plain(closes=False),
        "plain until closed": _plain(closes=True),
        "stream": _streamed(closes=False),
        "stream until closed": _streamed(closes=True),
    }
)

_HOWS: Final[tuple[How, ...]] = ("reset", "close", "half-close", "stall")
_BROKEN: Final = (NoResponseError, NoResponseError, NoResponseError, RequestTimedOutError)
_BROKEN_STREAM: Final = (StreamInterruptedError, StreamInterruptedError, StreamInterruptedError, RequestTimedOutError)
_WHOLE: Final = (None, None, None, None)
_INVALID: Final = (NoResponseError, ResponseValidationError, ResponseValidationError, RequestTimedOutError)
_TABLE: Final[Mapping[str, Mapping[Place, tuple[Kind, ...]]]] = {
    "plain": {"body": _BROKEN, "whole": _WHOLE},
    # that it ends too early shows only in what it says
    "plain until closed": {"body": _INVALID, "whole": (NoResponseError, None, None, RequestTimedOutError)},
    "stream": {"body": _BROKEN_STREAM, "finished": _WHOLE, "whole": _WHOLE},
    "stream until closed": {"body": _BROKEN_STREAM, "finished": _WHOLE, "whole": _WHOLE},
}


def allowed(name: str, cut: Cut) -> Kind:
    """What a call raises whose connection, a new one, is cut there."""
    place = EXCHANGES[name].place(cut)
    kinds = _BROKEN if place in ("request", "no answer", "headers") else _TABLE[name][place]
    return kinds[_HOWS.index(cut.how)]
