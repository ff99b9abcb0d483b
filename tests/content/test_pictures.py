"""numpy arrays and PIL images are sent as PNG."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any, NamedTuple

import pytest

from openrouter_sdk import content
from openrouter_sdk.custom.content.data_url import parse_data_url
from openrouter_sdk.errors import ArgumentError

from . import samples


class DType(NamedTuple):
    kind: str
    itemsize: int

    def __str__(self) -> str:
        return f"{self.kind}{self.itemsize}"


class FakeArray:
    """What the SDK uses of an array of bytes."""

    def __init__(self, data: bytes, *shape: int, kind: str = "u", itemsize: int = 1) -> None:
        self.data = data
        self.shape = shape
        self.dtype = DType(kind, itemsize)

    def tobytes(self) -> bytes:
        return self.data


class FakePillowImage:
    def __init__(self, mode: str) -> None:
        self.mode = mode

    def convert(self, mode: str) -> FakePillowImage:
        return FakePillowImage(mode)

    def save(self, fp: Any, format: str | None = None) -> None:  # noqa: A002 - PIL's name
        assert format == "PNG"
        if self.mode == "LA":
            raise OSError("broken data stream")
        fp.write(samples.PNG + self.mode.encode())


def sent(source: Any) -> bytes:
    """The bytes of the picture that is sent."""
    return parse_data_url(content.image(source).image_url.url).data


def decoded(png: bytes) -> tuple[int, int, int, bytes]:
    """Width, height, colour type and pixels of a PNG whose rows are not filtered; every checksum is checked."""
    position, rows, head = 8, b"", b""
    while position < len(png):
        (size,) = struct.unpack_from(">I", png, position)
        kind, data = png[position + 4 : position + 8], png[position + 8 : position + 8 + size]
        assert png[position : position + 12 + size] == samples.png_chunk(kind, data)
        head = data if kind == b"IHDR" else head
        rows += data if kind == b"IDAT" else b""
        position += 12 + size
    width, height, depth, colour = struct.unpack(">IIBB", head[:10])
    rows = zlib.decompress(rows)
    stride = len(rows) // height
    assert depth == 8
    assert set(rows[::stride]) == {0}
    return width, height, colour, b"".join(rows[row + 1 : row + stride] for row in range(0, len(rows), stride))


@pytest.mark.parametrize(
    ("shape", "colour"), [((2, 3), 0), ((2, 3, 1), 0), ((2, 3, 2), 4), ((2, 3, 3), 2), ((2, 3, 4), 6)]
)
def test_an_array_is_written_pixel_by_pixel(shape: tuple[int, ...], colour: int) -> None:
    channels = shape[2] if len(shape) == 3 else 1
    pixels = bytes(range(6 * channels))

    assert decoded(sent(FakeArray(pixels, *shape))) == (3, 2, colour, pixels)


def test_truths_are_black_and_white() -> None:
    assert decoded(sent(FakeArray(b"\x00\x01", 1, 2, kind="b")))[3] == b"\x00\xff"


@pytest.mark.parametrize("shape", [(), (3,), (0, 3), (2, 0, 3), (3, 2, 2, 3), (2, 3, 5), (3, 224, 224)])
def test_an_array_of_another_shape_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ArgumentError, match="is no picture"):
        content.image(FakeArray(b"", *shape))


@pytest.mark.parametrize(("kind", "itemsize"), [("i", 8), ("u", 2), ("O", 8)])
def test_an_array_of_other_numbers_is_refused(kind: str, itemsize: int) -> None:
    with pytest.raises(ArgumentError, match=f"an array of {kind}{itemsize} is no picture"):
        content.image(FakeArray(bytes(64), 2, 2, kind=kind, itemsize=itemsize))


@pytest.mark.parametrize(("mode", "written"), [("RGB", b"RGB"), ("P", b"P"), ("CMYK", b"RGB"), ("HSV", b"RGB")])
def test_a_pillow_image_is_written_as_png_in_a_mode_that_png_has(mode: str, written: bytes) -> None:
    assert sent(FakePillowImage(mode)) == samples.PNG + written


def test_a_pillow_image_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(ArgumentError, match="cannot be written as PNG: broken data stream"):
        content.image(FakePillowImage("LA"))


def test_pictures_may_be_in_lists() -> None:
    parts = content.parts([FakeArray(b"\x00", 1, 1), FakePillowImage("RGB"), "Compare"])

    assert [part["type"] for part in parts] == ["image_url", "image_url", "text"]


def test_real_arrays_are_read_in_their_order() -> None:
    numpy = pytest.importorskip("numpy")
    array = numpy.arange(24, dtype="uint8").reshape(2, 4, 3)

    assert decoded(sent(array[:, ::2]))[3] == array[:, ::2].tobytes()
    assert decoded(sent(numpy.asfortranarray(array)))[3] == array.tobytes()


def test_real_floats_go_from_nought_to_one() -> None:
    numpy = pytest.importorskip("numpy")
    for kind in ("float16", "float32", "float64"):
        assert decoded(sent(numpy.array([[0, 0.5, 1, 1.0005]], dtype=kind)))[3] == b"\x00\x80\xff\xff"
    for wrong in ([[0.0, 255.0]], [[-1.0, 1.0]], [[float("nan"), 1.0]]):
        with pytest.raises(ArgumentError, match="goes from 0 to 1"):
            content.image(numpy.array(wrong))


def test_real_pictures_keep_their_pixels() -> None:
    image_module = pytest.importorskip("PIL.Image")
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "F", "I;16"):
        picture = image_module.new(mode, (3, 2))
        with image_module.open(io.BytesIO(sent(picture))) as read:
            assert read.size == (3, 2)
            assert read.convert("RGB").tobytes() == picture.convert("RGB").tobytes()


def test_real_pictures_of_sixteen_bits_keep_them() -> None:
    image_module = pytest.importorskip("PIL.Image")
    for mode in ("I;16", "I;16B"):
        picture = image_module.new(mode, (2, 1))
        picture.putpixel((1, 0), 40_000)
        with image_module.open(io.BytesIO(sent(picture))) as read:
            assert [read.getpixel((x, 0)) for x in range(2)] == [0, 40_000]


@pytest.mark.parametrize(
    ("mode", "pixel", "shown"),
    [("I", 300, None), ("I", -1, None), ("I", 200, 200), ("F", 0.5, None), ("F", 256.0, None), ("F", 200.0, 200)],
)
def test_real_pictures_without_a_range_are_never_clipped(mode: str, pixel: float, shown: int | None) -> None:
    image_module = pytest.importorskip("PIL.Image")
    picture = image_module.new(mode, (2, 1))
    picture.putpixel((1, 0), pixel)

    if shown is None:
        with pytest.raises(ArgumentError, match=f"mode {mode!r} with pixels from .* scale them"):
            content.image(picture)
    else:
        with image_module.open(io.BytesIO(sent(picture))) as read:
            assert read.getpixel((1, 0)) == (shown,) * 3
