"""What a model made: pictures and sound, to read, to save and to show."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import ChatResult, content
from openrouter_sdk.custom.content.data_url import encode_base64, make_data_url
from openrouter_sdk.errors import ArgumentError, OpenRouterError, ResponseValidationError

from . import samples

PICTURE_URL = make_data_url("image/png", samples.PNG)
REMOTE = "https://example.com/made/cat.webp?size=1"


def result(**message: Any) -> ChatResult:
    """An answer whose message holds these fields."""
    return ChatResult.from_dict({"choices": [{"index": 0, "message": {"role": "assistant", **message}}]})


def image(url: str) -> content.Media:
    return result(images=[{"type": "image_url", "image_url": {"url": url}}]).images[0]


def sound(data: bytes) -> content.Media:
    media = result(audio={"data": encode_base64(data), "transcript": "Hi", "id": "audio-1"}).audio
    assert media is not None
    return media


def test_a_picture_has_its_bytes_and_type() -> None:
    picture = image(PICTURE_URL)

    assert (picture.bytes, picture.media_type, picture.kind) == (samples.PNG, "image/png", "image")
    assert (picture.url, picture.is_remote) == (PICTURE_URL, False)


def test_a_sound_has_its_bytes_type_and_transcript() -> None:
    speech = sound(samples.MP3_FRAME)

    assert (speech.bytes, speech.media_type, speech.kind) == (samples.MP3_FRAME, "audio/mpeg", "audio")
    assert (speech.transcript, speech.id) == ("Hi", "audio-1")
    assert speech.url == make_data_url("audio/mpeg", samples.MP3_FRAME)


def test_the_bytes_tell_the_type_better_than_the_server() -> None:
    assert image(make_data_url("image/png", samples.JPEG)).media_type == "image/jpeg"
    assert image(make_data_url("image/jpg", b"?")).media_type == "image/jpeg"
    assert image(encode_base64(samples.GIF)).media_type == "image/gif"
    assert image(encode_base64(b"?")).media_type == "application/octet-stream"


def test_sound_that_tells_nothing_is_bare_samples() -> None:
    assert sound(b"\x00\x01" * 8).media_type == "audio/pcm"


def test_each_picture_comes_once_in_its_order() -> None:
    urls = [REMOTE, PICTURE_URL, REMOTE]
    images = [{"type": "image_url", "image_url": {"url": url}, "index": index} for index, url in enumerate(urls)]

    found = result(images=images, content=[{"type": "text", "text": "x"}, images[1]]).images

    assert [picture.url for picture in found] == [REMOTE, PICTURE_URL]


def test_a_picture_among_the_parts_of_the_content_is_found() -> None:
    found = result(content=[{"type": "image_url", "image_url": {"url": REMOTE}}]).images

    assert [picture.url for picture in found] == [REMOTE]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"images": None, "audio": None, "content": None},
        {"images": [], "audio": {}},
        {"images": "x", "audio": "x"},
        {"images": [None, {}, {"image_url": None}, {"image_url": {"url": None}}, {"image_url": "x"}], "audio": []},
        {"images": [{"image_url": {"url": ""}}], "audio": {"data": 5, "id": "x"}},
    ],
)
def test_an_answer_without_media_has_none(message: dict[str, Any]) -> None:
    answer = result(**message)

    assert (answer.images, answer.audio) == ([], None)


def test_an_answer_without_choices_has_none() -> None:
    answer = ChatResult.from_dict({"choices": []})

    assert (answer.images, answer.audio) == ([], None)


def test_a_transcript_may_come_without_sound() -> None:
    speech = result(audio={"transcript": "Hi"}).audio

    assert speech is not None
    assert (speech.transcript, speech.bytes) == ("Hi", b"")
    with pytest.raises(ArgumentError, match="nothing to save"):
        speech.save("x")


def test_a_picture_on_the_web_keeps_its_address(tmp_path: Path) -> None:
    picture = image(REMOTE)

    assert (picture.url, picture.media_type, picture.is_remote) == (REMOTE, "image/webp", True)
    for read in (lambda: picture.bytes, lambda: picture.save(tmp_path)):
        with pytest.raises(ArgumentError, match=r"download it from 'https://example.com/made/cat.webp"):
            read()


@pytest.mark.parametrize("url", ["data:image/png;base64,@@", "data:image/png", "no base64!"])
def test_broken_base64_fails_only_when_it_is_read(url: str, tmp_path: Path) -> None:
    picture = image(url)

    assert "unreadable" in repr(picture)
    assert list(picture._repr_mimebundle_()) == ["text/plain"]
    for read in (lambda: picture.bytes, lambda: picture.save(tmp_path)):
        with pytest.raises(ResponseValidationError, match="the media in the answer cannot be read"):
            read()


@given(st.one_of(st.text(), st.text().map("data:".__add__), st.text().map("https://[".__add__)))
def test_whatever_the_server_sends_is_bytes_or_an_error_of_ours(url: str) -> None:
    for picture in result(images=[{"image_url": {"url": url}}]).images:
        assert isinstance(picture.media_type, str)
        assert repr(picture)
        assert picture._repr_mimebundle_()["text/plain"]
        try:
            data = picture.bytes
        except OpenRouterError:
            continue
        assert isinstance(data, bytes)


def test_saving_appends_the_right_ending(tmp_path: Path) -> None:
    path = image(make_data_url("image/png", samples.JPEG)).save(tmp_path / "cat")

    assert path == tmp_path / "cat.jpg"
    assert path.read_bytes() == samples.JPEG


@pytest.mark.parametrize("name", ["cat.jpg", "cat.PNG", "cat.v2.webp", "cat.bin", "cat.svg"])
def test_saving_keeps_a_known_ending(name: str, tmp_path: Path) -> None:
    assert image(PICTURE_URL).save(str(tmp_path / name)) == tmp_path / name


@pytest.mark.parametrize("name", ["pic v1.5", "2026.11.21", "J. Doe", ".hidden", "ends."])
def test_saving_takes_no_other_dot_for_an_ending(name: str, tmp_path: Path) -> None:
    assert image(PICTURE_URL).save(tmp_path / name) == tmp_path / f"{name}.png"


def test_saving_into_a_folder_finds_a_free_name(tmp_path: Path) -> None:
    saved = [image(PICTURE_URL).save(tmp_path), image(PICTURE_URL).save(tmp_path), sound(samples.WAV).save(tmp_path)]

    assert [path.name for path in saved] == ["image.png", "image-2.png", "audio.wav"]
    assert [path.read_bytes() for path in saved] == [samples.PNG, samples.PNG, samples.WAV]


def test_saving_into_a_folder_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        image(PICTURE_URL).save(f"{tmp_path}/missing/")


def test_saving_never_overwrites_unasked(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(b"mine")

    with pytest.raises(FileExistsError):
        image(PICTURE_URL).save(tmp_path / "cat")
    assert path.read_bytes() == b"mine"
    image(PICTURE_URL).save(tmp_path / "cat", overwrite=True)

    assert path.read_bytes() == samples.PNG


def test_a_notebook_shows_pictures_and_plays_sound() -> None:
    assert image(PICTURE_URL)._repr_mimebundle_()["image/png"] == encode_base64(samples.PNG)
    assert image(REMOTE)._repr_mimebundle_()["text/html"] == f'<img src="{REMOTE}">'
    assert "<audio controls" in sound(samples.WAV)._repr_mimebundle_()["text/html"]
    assert list(sound(b"\x00")._repr_mimebundle_()) == ["text/plain"]


def test_an_address_cannot_break_out_of_the_notebook() -> None:
    shown = image('https://example.com/"><script>')._repr_mimebundle_()["text/html"]

    assert shown == '<img src="https://example.com/&quot;&gt;&lt;script&gt;">'


def test_media_say_what_they_are() -> None:
    assert repr(image(PICTURE_URL)) == f"<Media image/png, {len(samples.PNG)} bytes>"
    assert repr(image(REMOTE)) == f"<Media image/webp, {REMOTE}>"


@pytest.mark.parametrize("again", [copy.deepcopy, lambda media: pickle.loads(pickle.dumps(media))])  # noqa: S301
def test_media_can_be_copied_and_pickled(again: Any) -> None:
    media = again(sound(samples.WAV))

    assert (media.bytes, media.transcript, media.kind) == (samples.WAV, "Hi", "audio")


def test_a_picture_of_an_answer_can_be_sent_back() -> None:
    assert content.image(image(PICTURE_URL)).image_url.url == PICTURE_URL
    assert content.image(image(REMOTE)).image_url.url == REMOTE
    assert [part["type"] for part in content.parts([image(PICTURE_URL), image(REMOTE), sound(samples.WAV)])] == [
        "image_url",
        "image_url",
        "input_audio",
    ]
