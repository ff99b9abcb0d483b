"""A file's type is told by its first bytes."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.content.media_types import BY_SUFFIX, contradicts, normalised, sniff, suffix_in, suffix_of

from . import samples

KNOWN = {
    **samples.PICTURES,
    **samples.VIDEOS,
    "image/heic": samples.HEIC,
    "application/pdf": samples.PDF,
    "audio/wav": samples.WAV,
    "audio/mpeg": samples.MP3_WITH_TAG,
    "audio/flac": samples.FLAC,
    "audio/ogg": samples.OGG,
    "audio/mp4": samples.M4A,
    "audio/aac": samples.AAC,
    "audio/aiff": samples.AIFF,
    "video/x-matroska": samples.MATROSKA,
}


@pytest.mark.parametrize(("media_type", "data"), KNOWN.items())
def test_the_first_bytes_tell_the_type(media_type: str, data: bytes) -> None:
    assert sniff(data) == media_type


def test_sound_without_a_header_is_told_by_its_first_frame() -> None:
    assert sniff(samples.MP3_FRAME) == "audio/mpeg"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\xff\xfeh\x00i\x00",  # UTF-16 text begins nearly like a frame
        b"\xff\xfb\xf0\x00 reserved bit rate",
        b"\xff\xfb\x9c\x00 reserved sample rate",
        b"\xff\xf1\x7c\x00 reserved sample rate",
        b"ID3 is the name of a tag",
        b"RIFF\x00\x00\x00\x00AVI LIST",
        b"PK\x03\x04 a zip",
        b"a report about %PDF-1.7",
    ],
)
def test_other_bytes_tell_nothing(data: bytes) -> None:
    assert sniff(data) is None


def test_a_pdf_may_begin_with_a_mark_and_blank_lines() -> None:
    assert sniff(b"\xef\xbb\xbf\r\n" + samples.PDF) == "application/pdf"


@given(st.binary(max_size=64), st.sampled_from([*KNOWN.values()]), st.integers(0, 20))
def test_no_bytes_make_it_fail(tail: bytes, start: bytes, kept: int) -> None:
    found = sniff(start[:kept] + tail)

    assert found is None or found in {*KNOWN, "image/heif", "image/avif"}


@given(st.binary(max_size=200))
def test_what_comes_after_the_first_bytes_does_not_matter(tail: bytes) -> None:
    assert [sniff(data + tail) for data in KNOWN.values()] == [*KNOWN]


def test_a_declared_type_is_contradicted_by_other_bytes() -> None:
    assert contradicts("image/png", samples.JPEG) == "image/jpeg"
    assert contradicts("image/png", samples.PNG) is None
    assert contradicts("image/png", b"who knows") is None


def test_one_container_may_hold_sound_or_video() -> None:
    assert contradicts("audio/mp4", samples.MP4) is None
    assert contradicts("audio/webm;codecs=opus", samples.WEBM) is None
    assert contradicts("audio/mp4", samples.WEBM) == "video/webm"


def test_samples_that_happen_to_look_like_a_frame_contradict_nobody() -> None:
    assert contradicts("audio/pcm", samples.MP3_FRAME) is None
    assert contradicts("audio/pcm", samples.MP3_WITH_TAG) == "audio/mpeg"
    assert contradicts("audio/pcm", struct.pack("<2h", -1, -1)) is None


@pytest.mark.parametrize(
    ("given", "usual"),
    [
        ("image/jpg", "image/jpeg"),
        ("IMAGE/JPG", "image/jpeg"),
        ("audio/x-wav", "audio/wav"),
        ("video/quicktime", "video/mov"),
        ("text/plain; charset=utf-8", "text/plain;charset=utf-8"),
        ("who/knows", "who/knows"),
    ],
)
def test_types_get_their_usual_names(given: str, usual: str) -> None:
    assert normalised(given) == usual


@pytest.mark.parametrize("suffix", BY_SUFFIX)
def test_every_ending_leads_to_a_type_that_leads_to_an_ending_of_that_type(suffix: str) -> None:
    assert BY_SUFFIX[suffix_of(BY_SUFFIX[suffix])] == BY_SUFFIX[suffix]


@pytest.mark.parametrize(
    ("media_type", "suffix"),
    [
        ("image/jpeg", ".jpg"),
        ("audio/mpeg", ".mp3"),
        ("audio/pcm", ".pcm"),
        ("image/svg+xml", ".svg"),
        ("image/../x", ".bin"),
        ("application/octet-stream", ".bin"),
    ],
)
def test_a_type_has_its_ending(media_type: str, suffix: str) -> None:
    assert suffix_of(media_type) == suffix


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a/b.c/D.JPG", ".jpg"), ("C:\\x\\y.Png", ".png"), ("noending", ""), (".png", ""), ("a.b/c", "")],
)
def test_a_name_has_its_ending(name: str, suffix: str) -> None:
    assert suffix_in(name) == suffix
