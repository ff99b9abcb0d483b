"""Each builder makes the part that the API takes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import content, models
from openrouter_sdk.custom.content.data_url import encode_base64, make_data_url
from openrouter_sdk.errors import ArgumentError

from . import samples

BUILDERS = [content.image, content.audio, content.video, content.file]


def test_text_is_sent_as_it_is() -> None:
    assert content.text("puppy.jpg").to_dict() == {"type": "text", "text": "puppy.jpg"}


@pytest.mark.parametrize(("media_type", "data"), samples.PICTURES.items())
def test_a_picture_becomes_a_data_url(media_type: str, data: bytes) -> None:
    part = content.image(data, detail="high")

    url = f"data:{media_type};base64,{encode_base64(data)}"
    assert part.to_dict() == {"type": "image_url", "image_url": {"url": url, "detail": "high"}}


@pytest.mark.parametrize(("media_type", "data"), samples.VIDEOS.items())
def test_a_video_becomes_a_data_url(media_type: str, data: bytes) -> None:
    part = content.video(data, processing="static")

    url = make_data_url(media_type, data)
    assert part.to_dict() == {"type": "video_url", "video_url": {"url": url, "processing": "static"}}


@pytest.mark.parametrize(("format_", "data"), samples.SOUNDS.items())
def test_a_sound_becomes_plain_base64_with_its_format(format_: str, data: bytes) -> None:
    part = content.audio(data)

    assert part.to_dict() == {"type": "input_audio", "input_audio": {"data": encode_base64(data), "format": format_}}


@pytest.mark.parametrize("by", ["name", "file object", "data URL"])
def test_an_mp4_that_is_called_a_sound_is_one(tmp_path: Path, by: str) -> None:
    """Phones and browsers record sound into MP4 files that begin like those of videos."""
    recording = tmp_path / "recording.m4a"
    recording.write_bytes(samples.MP4)
    source = {
        "name": recording,
        "file object": _named(samples.MP4, "recording.m4a"),
        "data URL": make_data_url("audio/mp4;codecs=mp4a.40.2", samples.MP4),
    }[by]

    (part,) = content.parts([source])

    sound = {"type": "input_audio", "input_audio": {"data": encode_base64(samples.MP4), "format": "m4a"}}
    assert part.to_dict() == sound
    assert content.audio(recording).to_dict() == sound
    assert content.video(recording).video_url.url == make_data_url("video/mp4", samples.MP4)


def test_an_mp4_without_a_name_may_be_told_to_be_a_sound() -> None:
    with pytest.raises(ArgumentError, match=r"use content.video\(\), or pass format='m4a' if it is sound alone"):
        content.audio(samples.MP4)

    assert content.audio(samples.MP4, format="m4a").input_audio.format == "m4a"


def _named(data: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name  # type: ignore[attr-defined]
    return file


def test_a_document_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a report.pdf"
    path.write_bytes(samples.PDF)

    file = content.file(path).file

    assert file.to_dict() == {"filename": "a report.pdf", "file_data": make_data_url("application/pdf", samples.PDF)}


@pytest.mark.parametrize(
    ("source", "filename", "sent"),
    [
        (samples.PDF, None, "file.pdf"),
        (samples.PDF, "mine.pdf", "mine.pdf"),
        ("https://example.com/papers/one.pdf?page=2", None, "one.pdf"),
        ("https://example.com/papers/one.pdf?page=2", "mine.pdf", "mine.pdf"),
        ("https://example.com/papers/", None, None),
    ],
)
def test_a_document_without_a_name_gets_one_that_fits(source: Any, filename: str | None, sent: str | None) -> None:
    assert content.file(source, filename=filename).file.filename == sent


def test_a_document_that_shows_no_type_has_that_of_its_name() -> None:
    part = content.file(b"a,b\n1,2\n", filename="Table.CSV")

    assert part.file.file_data == make_data_url("text/csv", b"a,b\n1,2\n")


@pytest.mark.parametrize("build", [content.image, content.video, content.file])
@pytest.mark.parametrize(
    "url", ["https://example.com/x.png?size=2&y=%20", "http://example.com", "HTTPS://EXAMPLE.COM/é"]
)
def test_a_web_address_is_passed_through(build: Any, url: str) -> None:
    part = build(url).to_dict()

    assert url in part[part["type"]].values()


def test_sound_from_the_web_is_refused_because_the_api_does_not_take_it() -> None:
    with pytest.raises(ArgumentError, match=r"not taken by the API: download 'https://example.com/a.mp3'"):
        content.audio("https://example.com/a.mp3")


def test_sound_in_a_data_url_becomes_plain_base64() -> None:
    part = content.audio(make_data_url("audio/mp3", samples.MP3_FRAME))

    assert part.input_audio.to_dict() == {"data": encode_base64(samples.MP3_FRAME), "format": "mp3"}


@pytest.mark.parametrize(
    ("data", "format_"),
    [(b"\x01\x00\x02\x00", "pcm16"), (samples.MP4, "m4a"), (b"\x00 junk", "mp3"), (samples.OGG, "opus")],
)
def test_a_given_format_is_believed_where_the_bytes_allow_it(data: bytes, format_: str) -> None:
    assert content.audio(data, format=format_).input_audio.format == format_


@pytest.mark.parametrize(
    ("build", "options", "said"),
    [
        (content.image, {"media_type": "image/jpeg"}, "declared 'image/jpeg', but its bytes are 'image/png'"),
        (content.file, {"media_type": "application/pdf"}, "declared 'application/pdf', but its bytes are 'image/png'"),
        (content.audio, {"format": "wav"}, "format='wav', but its bytes are 'image/png'"),
        (content.audio, {"format": "pcm16"}, "format='pcm16', but its bytes are 'image/png'"),
        (content.audio, {}, r"'image/png', which the API does not list for audio: use content.image\(\)"),
        (content.video, {}, r"'image/png', which the API does not list for video: use content.image\(\)"),
        (content.image, {"media_type": "text/html"}, "'text/html', which is no image"),
        (content.image, {"media_type": "image/png,x"}, "'image/png,x', which is no media type"),
    ],
)
def test_a_picture_is_not_sent_as_something_else(build: Any, options: dict[str, str], said: str) -> None:
    with pytest.raises(ArgumentError, match=said):
        build(samples.PNG, **options)


def test_image_jpg_is_never_sent() -> None:
    assert content.image(samples.JPEG, media_type="image/jpg").image_url.url.startswith("data:image/jpeg;")


def test_a_picture_that_the_api_does_not_list_is_sent_when_its_type_is_given() -> None:
    with pytest.raises(ArgumentError, match="pass media_type='image/heic'"):
        content.image(samples.HEIC)

    assert content.image(samples.HEIC, media_type="image/heic").image_url.url.startswith("data:image/heic;")


@pytest.mark.parametrize("build", BUILDERS)
def test_unknown_bytes_need_a_type(build: Any) -> None:
    with pytest.raises(ArgumentError, match=r"pass (media_type|format)="):
        build(b"who knows")


def test_a_file_that_is_no_pdf_is_not_sent_as_one() -> None:
    with pytest.raises(ArgumentError, match="named like 'application/pdf', but its bytes are something else"):
        content.file(b"<html>not found</html>", filename="paper.pdf")


@pytest.mark.parametrize("build", BUILDERS)
@given(data=st.binary(max_size=64))
def test_no_bytes_make_a_builder_fail_otherwise(build: Any, data: bytes) -> None:
    try:
        part = build(data)
    except ArgumentError:
        return

    assert encode_base64(data) in str(part.to_dict())


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (True, {"type": "ephemeral"}),
        ("ephemeral", {"type": "ephemeral"}),
        ("1h", {"type": "ephemeral", "ttl": "1h"}),
        ({"type": "ephemeral", "ttl": "5m", "more": None}, {"type": "ephemeral", "ttl": "5m", "more": None}),
        (models.ChatContentCacheControl(ttl="1h"), {"type": "ephemeral", "ttl": "1h"}),
        (models.AnthropicCacheControlDirective(ttl="1h"), {"type": "ephemeral", "ttl": "1h"}),
    ],
)
def test_every_part_can_be_cached(given: Any, sent: Any) -> None:
    parts: list[Any] = [
        content.text("x", cache_control=given),
        content.image(samples.PNG, cache_control=given),
        content.audio(samples.WAV, cache_control=given),
        content.video(samples.MP4, cache_control=given),
        content.file(samples.PDF, cache_control=given),
    ]

    assert [part.to_dict()["cache_control"] for part in parts] == [sent] * 5


@pytest.mark.parametrize("given", [None, False])
def test_nothing_is_cached_unasked(given: Any) -> None:
    assert "cache_control" not in content.text("x", cache_control=given).to_dict()


def test_a_wrong_cache_time_is_refused() -> None:
    with pytest.raises(ArgumentError, match="cache_control='an hour'"):
        content.text("x", cache_control="an hour")
    with pytest.raises(TypeError, match="not int"):
        content.text("x", cache_control=5)  # type: ignore[arg-type]


@pytest.mark.parametrize("build", [content.text, *BUILDERS])
@pytest.mark.parametrize("source", [None, 5, object()])
def test_what_is_no_content_is_a_type_error(build: Any, source: object) -> None:
    with pytest.raises(TypeError, match=type(source).__name__):
        build(source)


def test_limits_are_named_and_can_be_changed() -> None:
    assert content.image(samples.PNG, max_bytes=len(samples.PNG))
    assert content.image(io.BytesIO(samples.PNG), max_bytes=None)
    with pytest.raises(ArgumentError, match="larger than max_bytes=68"):
        content.image(samples.PNG, max_bytes=len(samples.PNG) - 1)
    with pytest.raises(ArgumentError, match=f"max_bytes={content.MAX_IMAGE_BYTES} .20[.]0 MiB"):
        content.image(samples.PNG + bytes(content.MAX_IMAGE_BYTES))
