"""HTTP/1.1 of one connection, without its I/O: what to send, and what has been received. The framing is h11's."""

from __future__ import annotations

from typing import Any

import h11

from .decoding import Decoder, decoder_of
from .faults import Fault
from .message import Lines

_LONGEST_HEAD = 100 * 1024
_MOST_INTERIM = 100
"""Answers in between (status 1xx) before the real one."""
_AT_ONCE = 64 * 1024
"""Bytes of a body that travel in one piece with the headers."""


class Http11:
    """One exchange after the other.

    Attributes:
        heard: Whether anything of the answer to the latest request has come.
        status, headers: Those of the answer, once `answered` was true.
        unread: Bytes that came since the last look at them.
    """

    __slots__ = ("_decoder", "_ended", "_failure", "_h11", "_interim", "headers", "heard", "status", "unread")

    def __init__(self) -> None:
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        self._decoder: Decoder | None = None
        self._ended = False
        self._failure: Fault | None = None
        self._interim = 0
        self.heard: bool = False
        self.status: int = 0
        self.headers: Lines = []
        self.unread: int = 0

    def request(self, method: str, target: bytes, headers: Lines, content: bytes) -> list[bytes]:
        """Begin an exchange: the pieces to send."""
        self.heard = self._ended = False
        self._interim = 0
        try:
            head = self._h11.send(h11.Request(method=method, target=target, headers=headers))
            if content:
                self._h11.send_with_data_passthrough(h11.Data(data=content))
            self._h11.send(h11.EndOfMessage())
        except h11.LocalProtocolError as error:
            raise Fault("connect", str(error)) from error
        return [head + content] if len(content) <= _AT_ONCE else [head, content]

    def receive(self, data: bytes) -> int:
        """Take what came; nothing at all is the end of the connection. How much there is to be looked at."""
        if data:
            self.heard = True
        # the end is to be looked at too
        self.unread += len(data) or 1
        self._h11.receive_data(data)
        return self.unread

    def answered(self) -> bool:
        """Whether status and headers have come."""
        while True:
            event = self._next()
            if event is h11.NEED_DATA:
                return False
            if isinstance(event, h11.Response):
                self.status, self.headers = event.status_code, event.headers.raw_items()
                self._decoder = decoder_of(self.headers)
                return True
            if not isinstance(event, h11.InformationalResponse) or event.status_code == 101:
                raise Fault("read", "the server answered with something that is no answer")
            self._interim += 1
            if self._interim > _MOST_INTERIM:
                raise Fault("read", f"the server sent more than {_MOST_INTERIM} interim answers (1xx) and no other")

    def piece(self) -> bytes | None:
        """What has come of the body, or a part of it; empty where more has to be received first, None at the end."""
        if self._failure is not None:
            raise self._failure
        if self._ended:
            return None
        if not self.unread:
            return b""
        if self._decoder is not None:
            return self._unpacked(self._decoder)
        pieces: list[bytes] = []
        try:
            while (event := self._next()) is not h11.NEED_DATA:
                if not isinstance(event, h11.Data):
                    self._ended = True
                    break
                pieces.append(event.data)
        except Fault as error:
            # what came before the failure is given first
            self._failure = error
            if not pieces:
                raise
        self.unread = 0
        whole = b"".join(pieces)
        return whole if whole or not self._ended else None

    def _unpacked(self, decoder: Decoder) -> bytes | None:
        """The next piece of a packed body, not all that has come: it may hold a thousand times of what it takes."""
        try:
            while True:
                event = None if decoder.more else self._next()
                if event is h11.NEED_DATA:
                    self.unread = 0
                    return b""
                if event is not None and not isinstance(event, h11.Data):
                    self._ended, self.unread = True, 0
                    return None
                if piece := decoder.decode(b"" if event is None else bytes(event.data)):
                    return piece
        except Fault as error:
            self._failure = error
            raise

    def next_exchange(self) -> bool:
        """Make ready for the next exchange; False where this connection is not good for one."""
        state = self._h11
        if state.our_state is not h11.DONE or state.their_state is not h11.DONE or state.trailing_data != (b"", False):
            return False
        state.start_next_cycle()
        return True

    def _next(self) -> Any:
        try:
            return self._h11.next_event()
        except h11.RemoteProtocolError as error:
            raise Fault("read", str(error)) from error
