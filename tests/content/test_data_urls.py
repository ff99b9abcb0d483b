"""`data:` URLs are read and written."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import content
from openrouter_sdk.custom.content.data_url import decode_base64, encode_base64, make_data_url, parse_data_url
from openrouter_sdk.errors import ArgumentError

from . import samples

URL_TEXT = st.one_of(
    st.text(), st.text("data:;,base64/+=%ABimgepn"), st.binary().map(lambda data: data.decode("latin-1"))
)


@given(st.sampled_from(["image/png", "text/plain;charset=utf-8", ""]), st.binary())
def test_what_is_written_is_read(media_type: str, data: bytes) -> None:
    assert parse_data_url(make_data_url(media_type, data)) == (media_type, data)


@given(URL_TEXT)
def test_broken_urls_raise_nothing_but_value_errors(rest: str) -> None:
    try:
        parsed = parse_data_url("data:" + rest)
    except ValueError:
        return

    assert isinstance(parsed.data, bytes)


@given(URL_TEXT)
def test_broken_urls_are_refused_by_every_builder_with_an_argument_error(rest: str) -> None:
    for build in (content.image, content.audio, content.video, content.file):
        try:
            part = build("data:" + rest)
        except ArgumentError:
            continue

        assert part.to_dict()["type"] == part.type


def test_percent_encoding_is_read_too() -> None:
    assert parse_data_url("data:text/plain,a%20b").data == b"a b"
    assert parse_data_url("data:;base64,YQ%3D%3D") == ("", b"a")


def test_other_parameters_stay_with_the_type() -> None:
    assert parse_data_url("DATA:text/csv;charset=utf-8;BASE64,YQ==").media_type == "text/csv;charset=utf-8"


@given(st.binary())
def test_base64_is_that_of_the_standard_library(data: bytes) -> None:
    assert encode_base64(data) == base64.b64encode(data).decode()


@given(st.binary())
def test_base64_in_other_spellings_is_read(data: bytes) -> None:
    assert decode_base64(base64.encodebytes(data).decode()) == data
    assert decode_base64(base64.urlsafe_b64encode(data).decode()) == data
    assert decode_base64(base64.b64encode(data).decode().rstrip("=")) == data


@given(st.lists(st.binary(min_size=1), max_size=5))
def test_pieces_that_were_encoded_one_by_one_are_read(pieces: list[bytes]) -> None:
    text = "".join(base64.b64encode(piece).decode() for piece in pieces)

    assert decode_base64(text) == b"".join(pieces)


@pytest.mark.parametrize("text", ["a", "ab!d", "é===", "aaaaa"])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="broken"):
        decode_base64(text)


def test_a_data_url_is_passed_through() -> None:
    url = make_data_url("image/png", samples.PNG)

    assert content.image(url).image_url.url == url


@pytest.mark.parametrize(
    ("head", "sent"),
    [
        ("data:image/jpg;base64,", "data:image/jpeg;base64,"),
        ("data:;base64,", "data:image/jpeg;base64,"),
        ("data:application/octet-stream;base64,", "data:image/jpeg;base64,"),
        ("data:IMAGE/JPEG;base64,", "data:image/jpeg;base64,"),
    ],
)
def test_the_type_of_a_data_url_is_put_right(head: str, sent: str) -> None:
    payload = encode_base64(samples.JPEG)

    assert content.image(head + payload).image_url.url == sent + payload


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("data:image/png;base64,@@", "'data:image/png;base64' cannot be read: its base64 is broken"),
        ("data:image/png", "no comma"),
        ("data:image/png;base64,", "is empty"),
        (make_data_url("image/png", samples.JPEG), "declared 'image/png', but its bytes are 'image/jpeg'"),
        (make_data_url("application/pdf", samples.PDF), "'application/pdf', which is no image"),
        (make_data_url("pictures", samples.PNG), "'pictures', which is no media type"),
    ],
)
def test_a_wrong_data_url_is_refused(url: str, said: str) -> None:
    with pytest.raises(ArgumentError, match=said):
        content.image(url)
