"""Forms with files, read back by tornado."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tornado.httputil import HTTPFile, parse_multipart_form_data

from openrouter_sdk.client import Operation
from openrouter_sdk.errors import ArgumentError
from openrouter_sdk.models import ChatUserMessage
from tests.operations.building import build

UPLOAD = Operation(name="files.upload", method="POST", path="/files", form="multipart")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
# a backslash in quotes is read in two ways: browsers write it as it is
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='\\"%'), min_size=1)
HOSTILE = [
    'a"; filename="b',
    "a\r\nContent-Type: text/html\r\n\r\n<b>",
    "../../etc/passwd",
    "\u202egpj.exe",
    "a;b=c",
    "'",
]


class Part(NamedTuple):
    """A part of a form, as a server reads it."""

    name: str
    filename: str | None
    media_type: str | None
    content: bytes


def sent(body: dict[Any, Any]) -> list[Part]:
    """The parts that a server reads, files first."""
    call = build(UPLOAD, body=body)
    kind, _, boundary = call.headers["content-type"].partition(b"; boundary=")
    assert kind == b"multipart/form-data"
    fields: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    parse_multipart_form_data(boundary, call.content, fields, files)
    found = [Part(name, one["filename"], one["content_type"], one["body"]) for name in files for one in files[name]]
    return found + [Part(name, None, None, content) for name in fields for content in fields[name]]


@given(st.dictionaries(NAMES, st.binary(), min_size=1))
def test_bytes_arrive_as_files(body: dict[str, bytes]) -> None:
    assert sent(body) == [Part(name, name, "application/octet-stream", value) for name, value in body.items()]


@given(st.dictionaries(NAMES, TEXTS, min_size=1))
def test_texts_arrive_as_fields(body: dict[str, str]) -> None:
    assert sent(body) == [Part(name, None, None, value.encode()) for name, value in body.items()]


@given(NAMES, st.binary(), st.sampled_from(["image/png", "text/plain; charset=utf-8"]))
def test_a_tuple_names_the_file_and_its_kind(filename: str, content: bytes, media_type: str) -> None:
    assert sent({"file": (filename, content, media_type)}) == [Part("file", filename, media_type, content)]


@given(st.lists(st.binary() | TEXTS, min_size=1))
def test_a_list_is_a_field_for_each_entry(values: list[bytes | str]) -> None:
    files = [value for value in values if isinstance(value, bytes)]
    texts = [value.encode() for value in values if isinstance(value, str)]

    assert [part.content for part in sent({"a": values})] == files + texts


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        (True, True),
        (3, 3),
        (0.5, 0.5),
        ({"a": [1, None, "\u00fc"]}, {"a": [1, None, "\u00fc"]}),
        (ChatUserMessage(content="Hi"), {"content": "Hi", "role": "user"}),
    ],
)
def test_other_values_arrive_as_json(value: Any, wire: Any) -> None:
    (part,) = sent({"a": value})

    assert part.filename is None
    assert json.loads(part.content) == wire


def test_an_object_says_that_it_is_json() -> None:
    head = build(UPLOAD, body={"a": {}}).content.partition(b"\r\n\r\n")[0]

    assert head.endswith(b"\r\nContent-Type: application/json")


def test_none_is_left_out() -> None:
    assert sent({"a": None, "b": "x"}) == [Part("b", None, None, b"x")]


def test_a_file_may_be_given_in_many_forms(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"\x00\xff")
    octets = "application/octet-stream"

    with path.open("rb") as opened:
        assert sent({"a": path, "b": opened}) == [
            Part("a", "notes.txt", octets, b"\x00\xff"),
            Part("b", "notes.txt", octets, b"\x00\xff"),
        ]
    assert sent({"a": io.BytesIO(b"x")}) == [Part("a", "a", octets, b"x")]
    assert sent({"a": ("n", io.BytesIO(b"x"), "text/plain")}) == [Part("a", "n", "text/plain", b"x")]
    assert sent({"a": ("n", path)}) == [Part("a", "n", octets, b"\x00\xff")]
    assert sent({"a": [path, bytearray(b"y")]})[1] == Part("a", "a", octets, b"y")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_a_name(name: str) -> None:
    escaped = name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")

    assert sent({"file": (name, b"x"), name: "y"}) == [
        Part("file", escaped, "application/octet-stream", b"x"),
        Part(escaped, None, None, b"y"),
    ]


def test_an_empty_name_still_makes_a_file() -> None:
    assert b'; filename=""\r\nContent-Type: application/octet-stream' in build(UPLOAD, body={"a": ("", b"x")}).content


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (("a.png", b"x", "image/png\r\nX-Evil: 1"), "the media type of file holds a line break"),
        (("\udcff", b"x"), "a name in file holds a lone surrogate"),
        ("\ud83c", "file holds a lone surrogate"),
        (float("nan"), "file must be a finite number"),
        ({"a": float("nan")}, "file.a is nan"),
        (io.StringIO("text"), "file must be opened for reading bytes"),
    ],
)
def test_what_cannot_be_sent_is_refused(value: Any, told: str) -> None:
    with pytest.raises(ArgumentError, match=told):
        sent({"file": value})


@pytest.mark.parametrize(
    "value",
    [("a",), ("a", b"x", "b", "c"), (1, b"x"), ("a", b"x", None), ("a", 5), ("a", "text"), ("a", None), object()],
)
def test_a_wrong_type_is_told(value: Any) -> None:
    with pytest.raises(TypeError, match="file"):
        sent({"file": value})


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sent({"file": tmp_path / "nothing"})


def test_no_content_ends_a_part() -> None:
    first = build(UPLOAD, body={"a": b"x"})
    second = build(UPLOAD, body={"a": first.content})

    assert [part.content for part in sent({"a": first.content})] == [first.content]
    assert first.headers["content-type"] != second.headers["content-type"]


def test_a_name_is_written_as_a_value_is() -> None:
    assert [(part.name, part.content) for part in sent({1: "x"})] == [("1", b"x")]
