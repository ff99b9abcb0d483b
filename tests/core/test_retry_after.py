"""The wait a server asks for, in every spelling."""

from __future__ import annotations

import math
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.errors.http_info import Headers
from openrouter_sdk.custom.errors.retry_after import server_wish_s

NOW_S = 1_800_000_000.0
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)


def http_date(seconds: float) -> str:
    return format_datetime(datetime.fromtimestamp(seconds, UTC), usegmt=True)


def in_metadata(**metadata: Any) -> dict[str, Any]:
    return {"metadata": metadata}


@pytest.mark.parametrize(
    ("headers", "error", "seconds"),
    [
        ({"Retry-After": "2"}, {}, 2.0),
        ({"retry-after": " 1.5 "}, {}, 1.5),
        ({"RETRY-AFTER": "0"}, {}, 0.0),
        ({"Retry-After": http_date(NOW_S + 30)}, {}, 30.0),
        ({"Retry-After": "Friday, 15-Jan-27 08:00:30 GMT"}, {}, 30.0),
        ({"Retry-After": "Fri Jan 15 08:00:30 2027"}, {}, 30.0),
        ({"Retry-After": "Fri, 15 Jan 2027 10:00:30 +0200"}, {}, 30.0),
        ({"Retry-After": "5, 5"}, {}, 5.0),
        ({"Retry-After": f"{http_date(NOW_S + 30)}, {http_date(NOW_S + 30)}"}, {}, 30.0),
        ({"Retry-After": "2,soon, 7"}, {}, 7.0),
        ({"retry-after-ms": "1500"}, {}, 1.5),
        ({}, {"availability": {"retry_after": 12}}, 12.0),
        ({}, in_metadata(availability={"retry_after": 11}), 11.0),
        ({}, in_metadata(retry_after_seconds=7), 7.0),
        ({}, in_metadata(retry_after_seconds=0), 0.0),
        ({}, in_metadata(retry_after_seconds=0.5), 0.5),
        ({}, in_metadata(retry_after_seconds="7.25"), 7.25),
        ({}, in_metadata(headers={"retry-AFTER": "9"}), 9.0),
        ({}, in_metadata(headers={"Retry-After": 9}), 9.0),
        ({}, in_metadata(headers={"Retry-After": http_date(NOW_S + 30)}), 30.0),
        ({}, in_metadata(headers={"retry-after-ms": 250}), 0.25),
        ({"X-RateLimit-Reset": "1800000044000"}, {}, 44.0),
        ({"X-RateLimit-Reset": "1800000000500"}, {}, 0.5),
        ({}, in_metadata(headers={"X-RateLimit-Reset": "1800000044000"}), 44.0),
        ({}, in_metadata(headers={"x-ratelimit-reset": 1800054000000}), 54_000.0),
    ],
)
def test_a_wish_is_read_wherever_it_stands(headers: dict[str, str], error: dict[str, Any], seconds: float) -> None:
    assert server_wish_s(Headers(headers), error, NOW_S) == pytest.approx(seconds)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the local zone cannot be set on this platform")
def test_a_date_without_a_zone_is_not_read_in_the_local_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        wish = server_wish_s({"Retry-After": "Fri, 15 Jan 2027 08:00:30"}, None, NOW_S)
    time.tzset()

    assert wish == 30.0


SPELLINGS: list[tuple[dict[str, str], dict[str, Any]]] = [
    ({"Retry-After": "1"}, {}),
    ({"retry-after-ms": "2000"}, {}),
    ({}, {"availability": {"retry_after": 3}}),
    ({}, in_metadata(retry_after_seconds=4)),
    ({}, in_metadata(headers={"Retry-After": "5"})),
    ({"X-RateLimit-Reset": "1800000006000"}, {}),
    ({}, in_metadata(headers={"X-RateLimit-Reset": "1800000007000"})),
]


@pytest.mark.parametrize("first", range(len(SPELLINGS)))
def test_of_several_wishes_the_most_direct_one_counts(first: int) -> None:
    headers: dict[str, str] = {}
    error: dict[str, Any] = {"metadata": {"headers": {}}}
    for more_headers, more in SPELLINGS[first:]:
        headers |= more_headers
        error |= {key: value for key, value in more.items() if key != "metadata"}
        for key, value in more.get("metadata", {}).items():
            error["metadata"][key] = error["metadata"].get(key, {}) | value if key == "headers" else value

    assert server_wish_s(headers, error, NOW_S) == pytest.approx(first + 1)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "-1",
        "NaN",
        "inf",
        "-inf",
        "1e3",
        "1_0",
        "0x10",
        "soon",
        "٣",
        "2 s",
        http_date(NOW_S - 5),
        http_date(NOW_S),
        "Fri, 99 Foo",
        "1" * 400,
    ],
)
def test_a_useless_header_is_passed_over(value: str) -> None:
    assert server_wish_s({"Retry-After": value}, None, NOW_S) is None
    assert server_wish_s({"Retry-After": value, "retry-after-ms": "500"}, None, NOW_S) == 0.5


@pytest.mark.parametrize("value", [None, True, -3, math.nan, math.inf, "x", [], {}, 10**400])
def test_a_useless_value_in_the_body_is_passed_over(value: Any) -> None:
    assert server_wish_s({}, in_metadata(retry_after_seconds=value, headers={"Retry-After": value}), NOW_S) is None
    assert server_wish_s({}, {"availability": {"retry_after": value}}, NOW_S) is None


@pytest.mark.parametrize("value", ["1800000000000", "1799999999000", "1800000000", "60", "0"])
def test_a_reset_that_is_past_is_passed_over(value: str) -> None:
    assert server_wish_s({"X-RateLimit-Reset": value}, None, NOW_S) is None


@pytest.mark.parametrize("error", [None, [], "x", 5, {"metadata": None}, {"metadata": [1]}, {"availability": "x"}])
def test_an_odd_error_tells_no_wish(error: Any) -> None:
    assert server_wish_s({}, error, NOW_S) is None


@given(
    st.dictionaries(st.sampled_from(["Retry-After", "retry-after-ms", "X-RateLimit-Reset"]), st.text(max_size=40)), JSON
)
def test_a_wish_is_none_or_a_time_to_come_whatever_is_sent(headers: dict[str, str], value: Any) -> None:
    error = {"metadata": {"headers": {"Retry-After": value}, "retry_after_seconds": value}, "availability": value}
    for data in (error, value, {"metadata": value}):
        wish = server_wish_s(headers, data, NOW_S)

        assert wish is None or (math.isfinite(wish) and wish >= 0)


@given(st.floats(0, 1e7))
def test_a_number_of_seconds_is_read_as_written(seconds: float) -> None:
    assert server_wish_s({"Retry-After": f"{seconds:.3f}"}, None, NOW_S) == float(f"{seconds:.3f}")
