"""Bodies that come compressed, as `Accept-Encoding` allows them to."""

from __future__ import annotations

import zlib
from typing import Final, Protocol

from .faults import Fault
from .message import Lines

ACCEPTED: Final = b"gzip, deflate"


class Decoder(Protocol):
    """Unpacks a body piece by piece."""

    def decode(self, data: bytes) -> bytes:
        """What a piece holds.

        Raises:
            Fault: It cannot be unpacked.
        """
        ...

    def flush(self) -> bytes:
        """What is left at the end."""
        ...


class _Inflating:
    """Unpacks what zlib packs.

    Args:
        bits: Its window bits.
        else_bits: Those to try if the first piece does not fit: some servers leave out the frame of "deflate".
    """

    def __init__(self, bits: int, else_bits: int | None = None) -> None:
        self._inflate = zlib.decompressobj(bits)
        self._else_bits = else_bits

    def decode(self, data: bytes) -> bytes:
        if not data:
            return b""
        else_bits, self._else_bits = self._else_bits, None
        try:
            return self._inflate.decompress(data)
        except zlib.error as error:
            if else_bits is None:
                raise Fault("decode", str(error)) from error
            self._inflate = zlib.decompressobj(else_bits)
            return self.decode(data)

    def flush(self) -> bytes:
        return self._inflate.flush()


class _Several:
    """Unpacks what was packed several times."""

    def __init__(self, decoders: list[Decoder]) -> None:
        self._decoders = decoders

    def decode(self, data: bytes) -> bytes:
        for decoder in self._decoders:
            data = decoder.decode(data)
        return data

    def flush(self) -> bytes:
        data = b""
        for decoder in self._decoders:
            data = decoder.decode(data) + decoder.flush()
        return data


class _Unknown:
    """Cannot unpack it."""

    def __init__(self, coding: str) -> None:
        self._coding = coding

    def decode(self, data: bytes) -> bytes:
        if data:
            raise Fault("decode", f"it is packed as {self._coding!r}, which was not asked for")
        return data

    def flush(self) -> bytes:
        return b""


def decoder_of(headers: Lines) -> Decoder | None:
    """What unpacks a body with these headers; None where it is not packed."""
    given = b",".join(value for name, value in headers if name.lower() == b"content-encoding")
    if not given:
        return None
    codings = [coding.strip().lower() for coding in given.decode("latin-1").split(",")]
    decoders = [_decoder(coding) for coding in reversed(codings) if coding not in ("", "identity")]
    return _Several(decoders) if decoders else None


def _decoder(coding: str) -> Decoder:
    if coding in ("gzip", "x-gzip"):
        return _Inflating(zlib.MAX_WBITS | 16)
    if coding == "deflate":
        return _Inflating(zlib.MAX_WBITS, -zlib.MAX_WBITS)
    return _Unknown(coding)
