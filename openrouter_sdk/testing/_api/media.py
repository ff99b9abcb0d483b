"""The smallest picture and sound that viewers and players accept."""

from __future__ import annotations

import base64
import struct
import zlib

_SAMPLE_RATE_HZ = 8000
_SAMPLES = 40


def tiny_png_url() -> str:
    """A data URL of one red pixel."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\x00\xff\x00\x00")
    chunks = (_png_chunk(b"IHDR", header), _png_chunk(b"IDAT", pixel), _png_chunk(b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
    return "data:image/png;base64," + base64.b64encode(data).decode()


def tiny_wav() -> str:
    """Base64 of 5 ms of silence, 8 bits, one channel."""
    samples = b"\x80" * _SAMPLES
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, _SAMPLE_RATE_HZ, _SAMPLE_RATE_HZ, 1, 8)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(samples)) + samples
    return base64.b64encode(struct.pack("<4sI", b"RIFF", len(body)) + body).decode()


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
