"""What becomes of the parameters of a path and of headers."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from openrouter_sdk import OpenRouter, errors
from openrouter_sdk.client import Operation
from openrouter_sdk.errors import ArgumentError
from tests.helpers.api import Api
from tests.helpers.raw_server import Connection, RawServer
from tests.operations.building import build

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PATH = Operation(name="a.b", method="GET", path="/of/{first}/and/{second}")
HEADERS = Operation(
    name="a.b",
    method="GET",
    path="/",
    lists={"X-Many": ",", "X-Count": ""},
    keywords={"X-Many": "x_many", "X-Count": "x_count", "X-Text": "x_text"},
)


def segments(first: Any, second: Any = "z") -> list[str]:
    """The steps of the path as a server reads them."""
    url = build(PATH, path={"first": first, "second": second}).url
    assert url.isascii()
    return [unquote(step) for step in urlsplit(url).path.removeprefix("/v1/").split("/")]


def header(**headers: Any) -> dict[str, bytes]:
    return build(HEADERS, headers={name.replace("_", "-"): value for name, value in headers.items()}).headers


@given(TEXTS, TEXTS)
def test_a_value_stays_one_step_whatever_it_holds(first: str, second: str) -> None:
    assume(first.strip(". ") and second.strip(". "))

    assert segments(first, second) == ["of", first, "and", second]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("openai/gpt-4o", "openai%2Fgpt-4o"),
        ("openrouter:web_search", "openrouter:web_search"),
        ("a b?c#d", "a%20b%3Fc%23d"),
    ],
)
def test_a_value_is_written_as_a_url_wants_it(value: str, written: str) -> None:
    assert build(PATH, path={"first": value, "second": 7}).url == f"https://api.example/v1/of/{written}/and/7"


def test_a_value_that_looks_like_a_parameter_is_none() -> None:
    assert segments("{second}", "x") == ["of", "{second}", "and", "x"]


@pytest.mark.parametrize("value", ["", ".", "..", " ", "...", ". ."])
def test_a_value_that_would_lead_elsewhere_is_refused(value: str) -> None:
    with pytest.raises(ArgumentError, match=r"^second must not be .*: it is a part of the path"):
        segments("a", value)


@pytest.mark.parametrize(
    ("value", "kind"), [("\ud83c", ArgumentError), (float("nan"), ArgumentError), (None, TypeError)]
)
def test_a_value_that_cannot_be_sent_is_refused(value: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind, match=r"^first "):
        segments(value)


def test_a_step_with_a_slash_goes_out_as_one(api: Api) -> None:
    lines: list[bytes] = []

    def refuse(connection: Connection) -> None:
        connection.read_head()
        lines.append(connection.received.partition(b"\r\n")[0])
        connection.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    with RawServer(refuse) as server:
        client = OpenRouter(server_url=server.url, api_key="test")
        with pytest.raises(errors.NotFoundResponseError):
            api.operate(client, "byok.get", "of/../me?x=1")
        api.close(client)

    assert lines == [b"GET /api/v1/byok/of%2F..%2Fme%3Fx%3D1 HTTP/1.1"]


@pytest.mark.parametrize(
    ("given_as", "sent"),
    [(["a", "b"], b"a,b"), (("a", 1, True), b"a,1,true"), ("a,b", b"a,b"), ("caf\u00e9", "caf\u00e9".encode())],
)
def test_a_header_takes_lists_and_texts(given_as: Any, sent: bytes) -> None:
    assert header(X_Many=given_as)["x-many"] == sent


def test_a_header_takes_what_the_contract_says_is_no_text() -> None:
    assert header(X_Count=3)["x-count"] == b"3"
    assert header(X_Count=False)["x-count"] == b"false"
    assert "x-count" not in header(X_Count=None)


@given(TEXTS)
def test_no_text_becomes_a_further_header(text: str) -> None:
    control = any((character < " " and character != "\t") or character == "\x7f" for character in text)
    if control:
        with pytest.raises(ArgumentError, match=r"^x_text holds a line break or another control character"):
            header(X_Text=text)
    else:
        assert header(X_Text=text)["x-text"].decode() == text.strip(" \t")


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "\x00"])
def test_neither_does_an_entry_of_a_list(value: str) -> None:
    with pytest.raises(ArgumentError, match=r"^x_many holds"):
        header(X_Many=["a", value])


@pytest.mark.parametrize(("name", "value"), [("X_Text", 5), ("X_Many", [None]), ("X_Many", [{}]), ("X_Count", b"1")])
def test_a_wrong_type_is_named(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=f"^{name.lower()} (must be|cannot be)"):
        header(**{name: value})
