from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo


@pytest.mark.parametrize("name", ["X-Generation-Id", "x-generation-id", "X-GENERATION-ID"])
def test_headers_are_found_in_any_case(name: str) -> None:
    headers = Headers({"X-Generation-ID": "gen-1"})

    assert headers[name] == "gen-1"
    assert name in headers


def test_a_missing_header_is_a_key_error_and_get_gives_none() -> None:
    headers = Headers()

    assert headers.get("date") is None
    with pytest.raises(KeyError):
        headers["date"]


def test_an_odd_key_is_not_in_the_headers() -> None:
    odd: Any = 7

    assert odd not in Headers({"7": "seven"})


def test_a_repeated_name_keeps_all_its_values() -> None:
    headers = Headers([("Vary", "Accept"), ("date", "today"), ("vary", "Origin")])

    assert dict(headers) == {"vary": "Accept, Origin", "date": "today"}
    assert len(headers) == 2


@pytest.mark.parametrize("built", [False, True])
def test_a_header_can_be_had_before_the_others_are_built_and_after(built: bool) -> None:
    headers = Headers([(b"x-aa", b"no"), ("other", "no"), (b"X-Ab", b"yes")])
    assert not built or len(headers) == 3

    assert headers.peek("x-ab") == "yes"
    assert headers.peek("x-ac") is None


def test_headers_are_built_from_raw_bytes() -> None:
    assert Headers([(b"X-Name", "Zo\xeb".encode("latin-1"))]) == {"x-name": "Zo\xeb"}


def test_cookies_and_keys_are_masked() -> None:
    headers = Headers(
        [("Set-Cookie", "__cf_bm=secret1"), ("x-echo", "Bearer secret2"), ("x-key", "sk-or-" + "v1-secret3")]
    )

    assert "secret" not in repr(headers)
    assert b"secret" not in pickle.dumps(headers)


def test_equal_headers_have_equal_hashes() -> None:
    assert hash(Headers({"A": "1", "b": "2"})) == hash(Headers({"B": "2", "a": "1"}))
    assert hash(Headers({"A": "1"})) != hash(Headers({"A": "2"}))
    assert Headers({"A": "1"}) == {"a": "1"}
    assert Headers({"A": "1"}) != Headers({"A": "2"})
    assert Headers({"A": "1"}) != "A: 1"


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=6))
def test_headers_survive_pickle_and_deepcopy(pairs: list[tuple[str, str]]) -> None:
    headers = Headers(pairs)

    assert pickle.loads(pickle.dumps(headers)) == headers  # noqa: S301
    assert copy.deepcopy(headers) == headers
    assert Headers(headers) == headers


def test_the_generation_id_comes_from_its_header() -> None:
    assert HttpInfo(200, Headers({"X-Generation-Id": "gen-7"})).generation_id == "gen-7"
    assert HttpInfo(200, Headers({"X-Generation-Id": ""})).generation_id is None
    assert HttpInfo(200, Headers({"X-Generation-Id": "gen-7"}), generation_id="gen-8").generation_id == "gen-8"


def test_http_info_is_frozen() -> None:
    info = HttpInfo(200)

    with pytest.raises(dataclasses.FrozenInstanceError):
        info.status = 500  # type: ignore[misc]


def test_http_info_survives_pickle_and_deepcopy() -> None:
    info = HttpInfo(503, Headers({"Date": "today"}), attempts=3, elapsed_ms=12.5)

    assert pickle.loads(pickle.dumps(info)) == info  # noqa: S301
    assert copy.deepcopy(info) == info
    assert repr(info).startswith("HttpInfo(status=503")
