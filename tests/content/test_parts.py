"""A list may mix texts, URLs, paths and parts; a string alone is always text."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import content, models
from openrouter_sdk.custom.content.data_url import make_data_url
from openrouter_sdk.errors import ArgumentError

from . import samples

PICTURE_URL = make_data_url("image/png", samples.PNG)
SCREENSHOT = "Screenshot at 1.00\u202fPM.png"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a picture of several names."""
    (tmp_path / "assets").mkdir()
    for name in ("puppy.jpg", "my puppy.PNG", SCREENSHOT, "assets/puppy.png", "notes", "notes.txt"):
        (tmp_path / name).write_bytes(samples.PNG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kinds(items: Any, **options: Any) -> list[str]:
    """The types of the parts."""
    return [part["type"] for part in content.parts(items, **options)]


@pytest.mark.parametrize("string", ["puppy.jpg", "./puppy.jpg", "https://example.com/a.png", PICTURE_URL, "", "Hello"])
@pytest.mark.parametrize("local_files", [True, False])
def test_a_string_alone_is_always_text(folder: Path, string: str, local_files: bool) -> None:
    assert content.parts(string, local_files=local_files) == [models.ChatContentText(text=string)]


@given(st.text())
def test_no_string_alone_is_anything_but_itself(string: str) -> None:
    assert content.parts(string) == [models.ChatContentText(text=string)]


@pytest.mark.parametrize(
    "path",
    ["puppy.jpg", "my puppy.PNG", SCREENSHOT, "assets/puppy.png", "./puppy.jpg", "assets/../puppy.jpg", " puppy.jpg\n"],
)
def test_a_path_in_a_list_is_read(folder: Path, path: str) -> None:
    picture, question = content.parts([path, "What is this?"])

    assert picture == content.image(samples.PNG)
    assert question == content.text("What is this?")


@pytest.mark.parametrize(
    "text",
    [
        "What is in puppy.jpg",
        "What is in ./my puppy.PNG",
        "puppy.jpg?",
        "Line one\npuppy.jpg",
        "notes",
        "notes.txt",
        ".png",
        "Read https://example.com/a.png",
        "https://example.com/a.png or https://example.com/b.png",
        "https://example.com/page",
        "https://example.com/?file=a.png",
        "https://[broken/a.png",
        "data: 1,2,3",
        "data:,",
        "",
        "x" * 5000 + ".png",
    ],
)
def test_other_text_in_a_list_stays_text(folder: Path, text: str) -> None:
    assert content.parts([text]) == [models.ChatContentText(text=text)]


@pytest.mark.parametrize(
    "path", ["gone.jpg", "./gone away.jpg", "/no such/gone.png", "../gone.PDF", "~/gone away.wav", "example.com/a.png"]
)
def test_what_can_only_be_a_path_must_exist(folder: Path, path: str) -> None:
    with pytest.raises(ArgumentError, match=f"no such file: '{path}'"):
        content.parts([path, "What is this?"])


@pytest.mark.parametrize(
    ("name", "data", "builder"),
    [
        ("IMG_0001.HEIC", samples.HEIC, content.image),
        ("scan.tiff", b"II*\x00" + bytes(8), content.image),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", content.image),
        ("photo.heic", b"not a photo", content.image),
        ("tune.wma", b"0&\xb2u" + bytes(12), content.audio),
        ("clip.mkv", samples.MATROSKA, content.video),
        ("clip.avi", b"RIFF\x00\x00\x00\x00AVI LIST", content.video),
        ("letter.odt", b"PK\x03\x04", content.file),
    ],
)
def test_a_file_that_cannot_be_sent_gets_the_error_of_its_builder(
    folder: Path, name: str, data: bytes, builder: Any
) -> None:
    for path in (name, f"./{name}", f"my {name}"):
        (folder / path).write_bytes(data)
        with pytest.raises(ArgumentError) as alone:
            builder(path)
        with pytest.raises(ArgumentError) as listed:
            content.parts([path, "What is this?"])

        assert str(listed.value) == str(alone.value)
        assert content.parts([path], local_files=False) == [content.text(path)]
        assert content.parts(path) == [content.text(path)]


@pytest.mark.parametrize("path", ["IMG_0001.HEIC", "./my tune.wma", "clip.avi", "letter.docx", "/gone/letter.pages"])
def test_the_name_of_a_file_that_is_not_there_is_not_sent_as_text(folder: Path, path: str) -> None:
    with pytest.raises(ArgumentError, match=f"no such file: '{path}'"):
        content.parts([path, "What is this?"])


@pytest.mark.parametrize("text", ["What is in IMG_0001.HEIC", "Is .heic", ".heic", "https://example.com/a.heic", "a.b"])
def test_a_sentence_about_such_a_file_stays_text(folder: Path, text: str) -> None:
    assert content.parts([text]) == [content.text(text)]


def test_an_office_document_in_a_list_is_read(folder: Path) -> None:
    (folder / "letter.docx").write_bytes(b"PK\x03\x04")

    assert content.parts(["letter.docx"]) == [content.file("letter.docx")]


def test_text_keeps_a_string_from_being_read(folder: Path) -> None:
    assert kinds([content.text("puppy.jpg"), "puppy.jpg"]) == ["text", "image_url"]


@pytest.mark.parametrize("text", ["puppy.jpg", "./puppy.jpg", "my puppy.PNG", "gone.jpg"])
def test_without_local_files_a_path_is_text(folder: Path, text: str) -> None:
    assert content.parts([text], local_files=False) == [models.ChatContentText(text=text)]


def test_without_local_files_a_path_object_is_an_error(folder: Path) -> None:
    with pytest.raises(ArgumentError, match=r"'puppy\.jpg' is a file of this machine"):
        content.parts([Path("puppy.jpg")], local_files=False)


@given(st.lists(st.one_of(st.text(), st.sampled_from([os.sep + "etc/x.png", "puppy.jpg", "~/x.pdf", "C:\\x.mp3"]))))
def test_without_local_files_no_text_of_a_list_reads_a_file(texts: list[str]) -> None:
    assert content.parts(texts, local_files=False) == [models.ChatContentText(text=text) for text in texts]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://example.com/a.jpg", "image_url"),
        ("http://example.com/a.PNG?width=3#top", "image_url"),
        ("HTTPS://example.com/a.webp ", "image_url"),
        ("https://example.com/a.mp4", "video_url"),
        ("https://example.com/a.webm", "video_url"),
        ("https://example.com/a.pdf?x=a.png", "file"),
        (PICTURE_URL, "image_url"),
        (make_data_url("video/mp4", samples.MP4), "video_url"),
        (make_data_url("audio/wav", samples.WAV), "input_audio"),
        (make_data_url("application/pdf", samples.PDF), "file"),
        (make_data_url("text/plain", b"hello"), "file"),
    ],
)
@pytest.mark.parametrize("local_files", [True, False])
def test_a_url_in_a_list_becomes_the_part_of_its_kind(url: str, kind: str, local_files: bool) -> None:
    assert kinds([url], local_files=local_files) == [kind]


def test_a_query_stays_in_the_url() -> None:
    part: Any = content.parts(["https://example.com/a.jpg?width=3&sig=%2F"])[0]

    assert part.image_url.url == "https://example.com/a.jpg?width=3&sig=%2F"


def test_sound_from_the_web_is_refused_in_lists_too() -> None:
    with pytest.raises(ArgumentError, match="not taken by the API"):
        content.parts(["https://example.com/a.mp3", "Transcribe"])


def test_parts_and_dicts_stay_as_they_are() -> None:
    model = content.image("https://example.com/a.png")
    literal: Any = {"type": "new_kind", "x": None}

    parts = content.parts([model, literal])

    assert parts[0] is model
    assert parts[1] is literal


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("x.png", samples.JPEG, "image_url"),
        ("x", samples.WAV, "input_audio"),
        ("x.jpg", samples.PDF, "file"),
        ("x.mp4", samples.MP4, "video_url"),
        ("x.txt", b"Hello", "file"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)

    with (tmp_path / name).open("rb") as file:
        assert kinds([tmp_path / name, file]) == [kind, kind]


@pytest.mark.parametrize("item", [samples.PNG, bytearray(samples.PNG), io.BytesIO(samples.PNG)])
def test_bytes_and_files_may_be_in_the_list_or_alone(item: Any) -> None:
    assert kinds(item) == ["image_url"]
    if isinstance(item, io.BytesIO):
        item.seek(0)
    assert kinds([item], local_files=False) == ["image_url"]


def test_a_picture_named_like_one_but_unknown_is_not_sent_as_a_document(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"<html>")

    with pytest.raises(ArgumentError, match=r"x\.jpg' are no image"):
        content.parts([str(tmp_path / "x.jpg")])


@pytest.mark.parametrize("item", [None, 5, ["nested"], object()])
def test_what_is_no_content_is_a_type_error(item: Any) -> None:
    with pytest.raises(TypeError, match="is no content"):
        content.parts([item])


def test_the_limit_of_the_kind_holds_in_lists() -> None:
    with pytest.raises(ArgumentError, match=r"20\.0 MiB"):
        content.parts([samples.PNG + bytes(content.MAX_IMAGE_BYTES)])
