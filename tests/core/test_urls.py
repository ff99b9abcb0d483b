"""URLs are read here as httpx reads them, or by httpx: what one takes for this machine, the other may not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.http import parse_url
from openrouter_sdk.custom.http.message import _PLAIN, _read_by_httpx

_HOSTS = st.sampled_from(
    [
        "openrouter.ai",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "a_b.example",
        "0x7f.1",
        "xn--bcher-kva.example",
        "a..b",
        "1.2",
    ]
)
_PATHS = st.text(st.sampled_from("/ab.~!$&'()*+,;=:@-_%41%zZ?"), max_size=12)
_PORTS = st.sampled_from(["", ":80", ":443", ":8080", ":0", ":65535"])


@given(st.sampled_from(["http", "https"]), _HOSTS, _PORTS, _PATHS)
def test_a_plain_url_is_read_as_httpx_reads_it(scheme: str, host: str, port: str, path: str) -> None:
    text = f"{scheme}://{host}{port}/{path}"
    if re.fullmatch(_PLAIN, text, re.ASCII) is None:
        return
    found, expected = parse_url(text), _read_by_httpx(text)

    assert (found.origin, found.target, found.netloc) == (expected.origin, expected.target, expected.netloc)
    assert found.user == expected.user == b""


@pytest.mark.parametrize(
    ("text", "host", "target"),
    [
        ("https://openrouter.ai", "openrouter.ai", b"/"),
        ("https://openrouter.ai?a=b", "openrouter.ai", b"/?a=b"),
        ("https://OpenRouter.ai/a/../b", "openrouter.ai", b"/b"),
        ("https://b\u00fccher.example/\u00fc", "xn--bcher-kva.example", b"/%C3%BC"),
        ("http://[::1]:8080/a%20b", "::1", b"/a%20b"),
    ],
)
def test_what_a_url_names(text: str, host: str, target: bytes) -> None:
    url = parse_url(text)

    assert (url.host, url.target) == (host, target)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/c?d=e", b"/c?d=e"),
        ("c", b"/a/c"),
        ("https://host.example:443/c", b"/c"),
        ("//host.example/c", b"/c"),
        ("http://host.example/c", None),
        ("https://other.example/c", None),
        ("https://host.example:444/c", None),
        ("https://host.example@other.example/c", None),
        ("https://[", None),
    ],
)
def test_a_redirect_stays_on_the_host(location: str, target: bytes | None) -> None:
    found = parse_url("https://host.example/a/b").join(location)

    assert (found and found.target) == target


def test_a_port_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="port"):
        parse_url("https://host.example:65536/")
