"""Bodies that come compressed, as `Accept-Encoding` allows them to: unpacked in pieces, however much is in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from .faults import Fault
from .message import Lines

ACCEPTED: Final = b"gzip, deflate"
PIECE_BYTES: Final = 256 * 1024
"""Most that is unpacked at a time. What is left stays packed until it is asked for."""

_MAX_BARREN_BYTES = 1024 * 1024
"""Packed bytes in a row that may unpack to nothing."""
_MAX_CODINGS = 2
_GZIP = ("gzip", "x-gzip")
_GZIP_MARK = b"\x1f\x8b"
_OTHERS = ("aes128gcm", "br", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "zstd")
"""The other codings that there are (the registry of RFC 9110, section 16.6.1). Servers also write "none" or "utf-8"."""


class Decoder:
    """Unpacks a body piece by piece.

    Attributes:
        more: Whether there is more to be had by decoding nothing. Only then it takes no new data.
    """

    more = False

    def decode(self, data: bytes) -> bytes:
        """Up to `PIECE_BYTES` of what it holds and is given.

        Raises:
            Fault: It cannot be unpacked.
        """
        raise NotImplementedError


class _Inflating(Decoder):
    """Unpacks what zlib packs.

    Args:
        bits: Its window bits.
        else_bits: Those to try if the first piece does not fit: some servers leave out the frame of "deflate".
        mark: What another one begins with that may follow the end of one (RFC 1952, section 2.2); b"" for none.
    """

    def __init__(self, bits: int, else_bits: int | None = None, mark: bytes = b"") -> None:
        self._bits = bits
        self._inflate = zlib.decompressobj(bits)
        self._else_bits = else_bits
        self._mark = mark
        self._behind = b""
        self._barren = 0

    def decode(self, data: bytes) -> bytes:
        if not data and not self.more:
            return b""
        packed = self._inflate.unconsumed_tail + data
        if self._inflate.eof:
            packed = self._behind + data
            if len(packed) < len(self._mark) or not self._mark or not packed.startswith(self._mark):
                # what follows the end is dropped
                self._mark = self._mark if self._mark.startswith(packed) else b""
                self._behind, self.more = (packed if self._mark else b""), False
                return self._counted(b"", len(data))
            self._inflate = zlib.decompressobj(self._bits)
        inflate = self._inflate
        try:
            unpacked = inflate.decompress(packed, PIECE_BYTES)
        except zlib.error as error:
            if self._else_bits is None:
                raise Fault("decode", str(error)) from error
            self._inflate, self._else_bits = zlib.decompressobj(self._else_bits), None
            return self.decode(data)
        self._else_bits = None
        self._behind = inflate.unused_data
        left = inflate.unconsumed_tail or self._behind
        self.more = bool(self._mark and self._behind) if inflate.eof else bool(left) or len(unpacked) == PIECE_BYTES
        return self._counted(unpacked, len(packed) - len(left))

    def _counted(self, unpacked: bytes, taken: int) -> bytes:
        self._barren = 0 if unpacked else self._barren + taken
        if self._barren > _MAX_BARREN_BYTES:
            raise Fault("decode", f"more than {_MAX_BARREN_BYTES} bytes of it hold nothing")
        return unpacked


class _Several(Decoder):
    """Unpacks what was packed several times."""

    def __init__(self, decoders: list[Decoder]) -> None:
        self._decoders = decoders

    def decode(self, data: bytes) -> bytes:
        # the last one that holds something goes on, so that none is given anything while it does
        first = max((at for at, decoder in enumerate(self._decoders) if decoder.more), default=0)
        for decoder in self._decoders[first:]:
            data = decoder.decode(data)
        self.more = any(decoder.more for decoder in self._decoders)
        return data


class _Unknown(Decoder):
    """Cannot unpack it."""

    def __init__(self, why: str) -> None:
        self._why = why

    def decode(self, data: bytes) -> bytes:
        if data:
            raise Fault("decode", self._why)
        return data


def decoder_of(headers: Lines) -> Decoder | None:
    """What unpacks a body with these headers; None where it is not packed."""
    codings = _codings_of(headers)
    if len(codings) > _MAX_CODINGS:
        return _Unknown(f"it is packed {len(codings)} times over")
    decoders = [_decoder(coding) for coding in reversed(codings)]
    return _Several(decoders) if len(decoders) > 1 else decoders[0] if decoders else None


def is_known(headers: Lines) -> bool:
    """Whether a body is packed, and in a way that `decoder_of` knows, or so often that it refuses it."""
    codings = _codings_of(headers)
    return len(codings) > _MAX_CODINGS or (bool(codings) and {*codings} <= {*_GZIP, "deflate"})


def _codings_of(headers: Lines) -> list[str]:
    """How a body was packed, in the order in which it was."""
    given = b",".join(value for name, value in headers if name.lower() == b"content-encoding")
    codings = [coding.strip().lower() for coding in given.decode("latin-1").split(",")]
    return [coding for coding in codings if coding in (*_GZIP, "deflate", *_OTHERS)]


def unpacked(decoder: Decoder, data: bytes) -> Iterator[bytes]:
    """All that packed data holds, in pieces."""
    yield decoder.decode(data)
    while decoder.more:
        yield decoder.decode(b"")


def _decoder(coding: str) -> Decoder:
    if coding in _GZIP:
        return _Inflating(zlib.MAX_WBITS | 16, mark=_GZIP_MARK)
    if coding == "deflate":
        return _Inflating(zlib.MAX_WBITS, -zlib.MAX_WBITS)
    return _Unknown(f"it is packed as {coding!r}, which was not asked for")
