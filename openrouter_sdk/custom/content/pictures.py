"""Pictures that live in memory, as PNG: numpy arrays and PIL images, without importing either library.

Arrays are written by the few lines of PNG below, because whoever has an array need not have PIL.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any, Protocol, TypeGuard

from ..errors import ArgumentError

_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
"""PNG's number for grey, grey with alpha, RGB, RGBA, by channels."""

_PNG_MODES = frozenset(("1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I;16B"))
_NUMBER_MODES = frozenset(("I", "F"))
"""Pixels are any numbers; PIL cuts them off at 0 and 255 when it makes colours of them."""
_BLACK_AND_WHITE = b"\x00" + b"\xff" * 255
_ROUNDING = 1e-3
"""How far a float may lie outside of 0..1, for resampling overshoots a little. Rounding to 0..255 takes it back."""


class Array(Protocol):
    """What the SDK needs of a numpy array."""

    @property
    def shape(self) -> tuple[int, ...]: ...  # noqa: D102 - documented there
    @property
    def dtype(self) -> Any: ...  # noqa: D102 - documented there
    def tobytes(self) -> bytes: ...  # noqa: D102 - documented there


class PillowImage(Protocol):
    """What the SDK needs of a PIL image."""

    @property
    def mode(self) -> str: ...  # noqa: D102 - documented there
    def convert(self, mode: str, /) -> Any: ...  # noqa: D102 - documented there
    def save(self, fp: Any, /, format: str | None = None) -> None: ...  # noqa: A002, D102 - PIL's name, documented there


def is_array(value: object) -> TypeGuard[Array]:
    """Whether a value is a numpy array, or as good as one."""
    return all(hasattr(value, name) for name in ("shape", "dtype", "tobytes"))


def is_pillow_image(value: object) -> TypeGuard[PillowImage]:
    """Whether a value is a PIL image, or as good as one."""
    return all(hasattr(value, name) for name in ("mode", "convert", "save"))


def png_of_image(image: PillowImage) -> bytes:
    """A PIL image as PNG: exactly its pixels. A mode that PNG does not have becomes RGB.

    Raises:
        ArgumentError: It cannot be written; PIL says why. Or its pixels are numbers that are no shades.
    """
    out = io.BytesIO()
    try:
        if image.mode in _NUMBER_MODES:
            _refuse_numbers_that_are_no_shades(image)
        drawn: Any = image if image.mode in _PNG_MODES else image.convert("RGB")
        drawn.save(out, format="PNG")
    except ArgumentError:
        raise
    except (OSError, ValueError, SystemError) as error:
        raise ArgumentError(f"the PIL image cannot be written as PNG: {error}") from error
    return out.getvalue()


def _refuse_numbers_that_are_no_shades(image: Any) -> None:
    low, high = image.getextrema()
    if low < 0 or high > 255 or (image.mode == "F" and 0 < high <= 1):
        raise ArgumentError(
            f"a PIL image of mode {image.mode!r} with pixels from {low} to {high} is no picture: scale them to 0 to 255"
        )


def png_of_array(array: Array) -> bytes:
    """An array of height x width, with 1 to 4 channels behind them, as PNG.

    Raises:
        ArgumentError: Its shape or its numbers are no picture.
    """
    shape = array.shape
    height, width = (*shape, 0, 0)[:2]
    channels = shape[2] if len(shape) == 3 else 1
    if len(shape) not in (2, 3) or channels not in _COLOUR_TYPES or height < 1 or width < 1:
        raise ArgumentError(f"an array of shape {shape!r} is no picture: not (height, width[, 1..4])")
    pixels, stride = _bytes_of(array), width * channels
    rows = b"".join(b"\x00" + pixels[start : start + stride] for start in range(0, height * stride, stride))
    head = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bytes_of(array: Any) -> bytes:
    """One byte a channel: bytes as they are, truths as black and white, floats from 0..1."""
    kind, size = array.dtype.kind, array.dtype.itemsize
    if kind == "u" and size == 1:
        data: bytes = array.tobytes()
        return data
    if kind == "b":
        shades: bytes = array.tobytes().translate(_BLACK_AND_WHITE)
        return shades
    if kind != "f":
        raise ArgumentError(f"an array of {array.dtype!s} is no picture: it is uint8, bool, or float from 0 to 1")
    low, high = float(array.min()), float(array.max())
    if not (low >= -_ROUNDING and high <= 1 + _ROUNDING):  # not: a NaN is neither
        raise ArgumentError(f"an array of floats from {low!r} to {high!r} is no picture: it goes from 0 to 1")
    scaled: bytes = (array * 255).round().astype("uint8").tobytes()
    return scaled
