"""A part's content may come from many places; what cannot be read is named."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import content
from openrouter_sdk.custom.content.data_url import make_data_url
from openrouter_sdk.errors import ArgumentError

from . import samples

PICTURE_URL = make_data_url("image/png", samples.PNG)


class Plodding(io.RawIOBase):
    """A raw file that gives a byte at a time."""

    def __init__(self, data: bytes) -> None:
        self.rest = data

    def read(self, size: int = -1, /) -> bytes:
        piece, self.rest = self.rest[:1], self.rest[1:]
        return piece


class Textual:
    """Text that does not say so."""

    def read(self, size: int = -1) -> Any:
        return "text"


class Odd:
    """A path of bytes, as systems but Windows have them."""

    def __fspath__(self) -> Any:
        return b"cat.png"


class Asynchronous:
    name = "uploaded.png"

    async def read(self, size: int = -1) -> bytes:
        return samples.PNG


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a picture.txt"
    path.write_bytes(samples.PNG)
    return path


@pytest.mark.parametrize("make", [str, Path])
def test_a_picture_on_the_disk_is_read_whatever_its_name(picture: Path, make: Callable[[Path], Any]) -> None:
    assert content.image(make(picture)).image_url.url == PICTURE_URL


def test_an_open_file_is_read(picture: Path) -> None:
    with picture.open("rb") as file:
        part = content.image(file)

    assert part.image_url.url == PICTURE_URL


@pytest.mark.parametrize("make", [bytes, bytearray, memoryview, io.BytesIO, Plodding])
def test_a_picture_in_memory_is_read(make: Callable[[bytes], Any]) -> None:
    assert content.image(make(samples.PNG)).image_url.url == PICTURE_URL


def test_a_file_object_is_read_from_where_it_is_and_stays_open() -> None:
    file = io.BytesIO(b"skipped" + samples.PNG)
    file.seek(7)

    part = content.image(file)

    assert part.image_url.url == PICTURE_URL
    assert not file.closed


def test_the_name_of_a_file_object_is_the_name_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(samples.PDF)

    with path.open("rb") as file:
        part = content.file(file)

    assert part.file.filename == "paper.pdf"


def test_the_home_folder_can_be_written_as_a_tilde(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(picture.parent))
    monkeypatch.setenv("USERPROFILE", str(picture.parent))

    assert content.image(f"~/{picture.name}").image_url.url == PICTURE_URL


def test_bytes_that_look_like_a_path_stay_bytes(picture: Path) -> None:
    with pytest.raises(ArgumentError, match="the bytes of the data are no image"):
        content.image(os.fsencode(picture))


@pytest.mark.parametrize("name", ["missing.png", "no folder/missing.png"])
@pytest.mark.parametrize("make", [str, Path])
def test_a_missing_file_is_named(name: str, make: Callable[[str], Any]) -> None:
    with pytest.raises(ArgumentError, match=f"no such file: '{name}'"):
        content.image(make(name))


@pytest.mark.parametrize("size", [60, 50_000])
def test_bare_base64_is_told_how_it_goes_in_and_not_shown(size: int) -> None:
    text = base64.b64encode(samples.PNG.ljust(size, b"\xab")).decode()
    told = rf"^a text of {len(text)} characters names no file; base64 goes in as base64\.b64decode\(text\) or as a data"

    with pytest.raises(ArgumentError, match=told) as caught:
        content.image(text)

    assert caught.value.__cause__ is None
    assert content.image(base64.b64decode(text)).image_url.url == f"data:image/png;base64,{text}"


def test_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=f"cannot read '{tmp_path}'"):
        content.image(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused_by_name(picture: Path) -> None:
    picture.chmod(0)

    with pytest.raises(ArgumentError, match=r"cannot read .*a picture.txt.*denied"):
        content.image(picture)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()

    with pytest.raises(ArgumentError, match=r"empty\.png' is empty"):
        content.image(tmp_path / "empty.png")


def test_a_file_above_the_limit_is_not_read_to_its_end() -> None:
    file = io.BytesIO(samples.PNG + bytes(1000))

    with pytest.raises(ArgumentError, match="larger than max_bytes=100"):
        content.image(file, max_bytes=100)

    assert file.tell() == 101


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"", "the data is empty"),
        ("", "is empty"),
        (" ", "is empty"),
        ("a\0b.png", "cannot read"),
        ("x" * 5000, "cannot read 'xxx"),
        ("s3://bucket/x.png", "'s3://bucket/x.png' is no URL the API can read"),
        ("file:///x.png", "'file:///x.png' is no URL the API can read"),
        ("https://", "'https://' is no valid URL"),
        ("https://[x/y.png", "is no valid URL"),
        ("https://example.com/a b.png", "is no valid URL"),
        (io.StringIO("text"), "open it in binary mode, 'rb'"),
        (Asynchronous(), "the file 'uploaded.png' is asynchronous: await its read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(source: Any, said: str) -> None:
    with pytest.raises(ArgumentError, match=said) as caught:
        content.image(source)

    assert len(str(caught.value)) < 300


def test_a_closed_file_is_refused() -> None:
    file = io.BytesIO(samples.PNG)
    file.close()

    with pytest.raises(ArgumentError, match=r"cannot read the file object: .*closed"):
        content.image(file)


def test_the_error_never_shows_what_is_in_a_file() -> None:
    with pytest.raises(ArgumentError) as caught:
        content.image(b"very private notes")

    assert "private" not in str(caught.value)


def test_a_file_that_gives_text_and_a_path_of_bytes_are_named() -> None:
    textual: Any = Textual()
    odd: Any = Odd()

    with pytest.raises(ArgumentError, match="the file object gives str, not bytes"):
        content.image(textual)
    with pytest.raises(TypeError, match="a path is text, not bytes"):
        content.image(odd)


def test_a_sound_of_a_type_without_a_format_asks_for_one() -> None:
    with pytest.raises(ArgumentError, match="is 'audio/webm', which has no format of its own: pass format="):
        content.audio("data:audio/webm;base64,AAAA")
