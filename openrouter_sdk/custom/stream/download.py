"""Downloads: bytes as they come, whole, or straight into a file."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from math import inf
from pathlib import Path
from secrets import token_hex
from typing import IO, TYPE_CHECKING

from ..errors import HttpInfo, answer_too_large
from .opened import MAX_RESPONSE_BYTES, Closing, ClosingAsync

if TYPE_CHECKING:
    from .asynchronous import EventStreamAsync
    from .sync import EventStream


class _File:
    """A file that is there only once all of it is: until then its bytes are in another one beside it."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._part = self.path.with_name(f"{self.path.name}.{token_hex(8)}.part")

    def open(self) -> IO[bytes]:
        """The file beside it, for writing."""
        # not through a link that somebody laid there
        return self._part.open("xb")

    def keep(self) -> Path:
        """Put it in its place."""
        return self._part.replace(self.path)

    def drop(self) -> None:
        """Forget it."""
        with suppress(OSError):
            self._part.unlink()


class _Held:
    """Pieces held in memory, up to a limit."""

    def __init__(self, most: float) -> None:
        self._pieces: list[bytes] = []
        self._most = self._left = most if most < inf else MAX_RESPONSE_BYTES

    def add(self, piece: bytes) -> None:
        """Hold one more."""
        self._left -= len(piece)
        if self._left < 0:
            raise answer_too_large(self._most)
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """All of them."""
        return b"".join(self._pieces)


class Download(Closing):
    """Bytes that an operation answered with: iterate, or call `read` or `save` once. Close it if you do neither.

    Raises, while it is read:
        errors.StreamInterruptedError: The connection broke.
        errors.RequestTimedOutError: No bytes for too long, or the whole call took too long.
    """

    def __init__(self, stream: EventStream[bytes], most: float) -> None:
        """Made by a method of the client.

        Args:
            stream: The body.
            most: Bytes that `read` takes; infinite for the default.
        """
        self._stream = stream
        self._most = most

    @property
    def http(self) -> HttpInfo:
        """Status, headers and attempts."""
        return self._stream.http

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def read(self) -> bytes:
        """All bytes.

        Raises:
            errors.ResponseValidationError: They are more than `max_response_bytes`, which is 256 MiB if it was not
                given: `save` takes any number.
        """
        held = _Held(self._most)
        with self._stream:
            for piece in self._stream:
                held.add(piece)
        return held.whole()

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the bytes to a file as they come, and return its path. A download that fails leaves no file.

        Args:
            path: The file; one that is there is replaced, at the end.

        Raises:
            OSError: It cannot be written.
        """
        target = _File(path)
        try:
            with self._stream, target.open() as file:
                for piece in self._stream:
                    file.write(piece)
            return target.keep()
        except BaseException:
            target.drop()
            raise

    def close(self) -> None:
        """End the request if it still runs."""
        self._stream.close()


class DownloadAsync(ClosingAsync):
    """The same as `Download`, for async."""

    def __init__(self, stream: EventStreamAsync[bytes], most: float) -> None:
        """Made by a method of the client.

        Args:
            stream: The body.
            most: Bytes that `read` takes; infinite for the default.
        """
        self._stream = stream
        self._most = most

    @property
    def http(self) -> HttpInfo:
        """Status, headers and attempts."""
        return self._stream.http

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def read(self) -> bytes:
        """All bytes.

        Raises:
            errors.ResponseValidationError: They are more than `max_response_bytes`, which is 256 MiB if it was not
                given: `save` takes any number.
        """
        held = _Held(self._most)
        async with self._stream:
            async for piece in self._stream:
                held.add(piece)
        return held.whole()

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the bytes to a file as they come, and return its path. A download that fails leaves no file.

        Args:
            path: The file; one that is there is replaced, at the end.

        Raises:
            OSError: It cannot be written.
        """
        from asyncio import to_thread  # lazy: a sync program never loads asyncio

        target = _File(path)
        try:
            async with self._stream:
                with await to_thread(target.open) as file:
                    async for piece in self._stream:
                        await to_thread(file.write, piece)
            return target.keep()
        except BaseException:
            target.drop()
            raise

    async def aclose(self) -> None:
        """End the request if it still runs."""
        await self._stream.aclose()

    async def close(self) -> None:
        """The same as `aclose`."""
        await self.aclose()
