"""What an API error says, and how the provider's own words are found."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.errors.provider import error_message, inner_message, inner_statuses, status_label
from openrouter_sdk.custom.errors.reading import error_from_frame, error_from_response, error_in_answer
from openrouter_sdk.custom.errors.tree import ChatError, ResponseValidationError
from openrouter_sdk.custom.errors.values import status_number


def under_200(error: Any, **more: Any) -> ChatError:
    return error_from_frame({"error": error, **more}, HttpInfo(200))


def test_a_specific_message_and_the_inner_one_are_both_said() -> None:
    raised = under_200({"code": 400, "message": "Bad image", "metadata": {"raw": "the host answered 404"}})
    twice = under_200({"code": 400, "message": "Bad image: too big", "metadata": {"raw": "too big"}})

    assert str(raised) == "400 Bad Request: Bad image: the host answered 404"
    assert str(twice) == "400 Bad Request: Bad image: too big"


@pytest.mark.parametrize("empty", ["Provider returned error", "provider returned ERROR.", " Upstream error. "])
def test_where_the_message_says_nothing_the_inner_one_is_said_alone(empty: str) -> None:
    raised = under_200({"code": 502, "message": empty, "metadata": {"raw": "out of memory"}})
    other = under_200({"code": 502, "message": "Error X", "metadata": {"raw": "out of memory"}})

    assert str(raised) == "502 Bad Gateway: out of memory"
    assert str(other) == "502 Bad Gateway: Error X: out of memory"


def test_the_metadata_is_no_message_of_its_own() -> None:
    assert str(under_200({"metadata": {"raw": "gone"}})) == "Error under HTTP 200: gone"
    assert str(under_200({"code": 502, "message": "", "user_id": "u", "metadata": {}})) == (
        '502 Bad Gateway: {"code":502,"message":""}'
    )


@pytest.mark.parametrize("message", [{}, {"message": ""}, {"message": None}])
def test_where_there_is_no_message_beside_the_code_the_inner_one_is_said_alone(message: dict[str, Any]) -> None:
    assert str(under_200({"code": 502, **message, "metadata": {"raw": "gone"}})) == "502 Bad Gateway: gone"
    assert str(under_200({"code": 502, **message, "type": "x", "metadata": {"raw": "gone"}})).endswith(
        '"type":"x"}: gone'
    )


def test_the_message_comes_before_what_else_an_error_tells() -> None:
    assert str(under_200({"code": 400, "error": "invalid", "message": "No model"})) == "400 Bad Request: No model"
    assert str(under_200({"code": 400, "error": "invalid", "message": 7})) == "400 Bad Request: invalid"


@pytest.mark.parametrize(("name", "said"), [("", "m"), (7, "m"), (None, "m"), ("TypeError", "TypeError: m")])
def test_only_a_name_that_is_one_is_said(name: Any, said: str) -> None:
    assert str(under_200({"code": 502, "name": name, "message": "m"})) == f"502 Bad Gateway: {said}"


@pytest.mark.parametrize("last", [{"raw": "no memory", "message": "general"}, {"raw": None, "message": "no memory"}])
def test_of_several_providers_that_failed_the_last_one_says_why(last: dict[str, Any]) -> None:
    metadata = {"previous_errors": [{"raw": "busy"}, last]}
    raised = under_200({"code": 502, "message": "Provider returned error", "metadata": metadata})

    assert str(raised) == "502 Bad Gateway: no memory"


@pytest.mark.parametrize(
    ("particulars", "said"),
    [
        ({"available_providers": []}, " (available providers: none)"),
        ({"ignored_providers": [*"abcdefghijkl"]}, " (ignored providers: a, b, c, d, e, f, g, h, i, j, k, l)"),
        ({"excluded_by": "privacy"}, " (excluded by: privacy)"),
        ({"failed_routing_step": "", "excluded_by": 7}, ""),
        ({"reasons": ["no list of providers"], "available_providers": "no list"}, ""),
    ],
)
@pytest.mark.parametrize("place", ["metadata", "availability"])
def test_what_explains_that_no_provider_fits_is_said(place: str, particulars: dict[str, Any], said: str) -> None:
    assert str(under_200({"code": 404, "message": "m", place: particulars})) == f"404 Not Found: m{said}"


def test_a_long_inner_message_is_cut_and_the_lists_after_it_are_kept() -> None:
    metadata = {"raw": "x" * 5_000, "available_providers": [f"Provider {number}" for number in range(40)]}
    text = str(under_200({"code": 404, "message": "none", "metadata": metadata}))

    assert len(text) == 600
    assert text.endswith("Provider 11 and 28 more)")


def test_a_provider_with_a_long_name_leaves_room_for_the_message() -> None:
    text = str(under_200({"code": 404, "message": "no such model", "metadata": {"provider_name": "P" * 900}}))

    assert "no such model" in text


def test_each_part_of_a_message_is_cut_where_it_is_too_long_and_the_whole_too() -> None:
    metadata = {
        "provider_name": "P" * 900,
        "available_providers": ["N" * 50, "short"],
        "failed_routing_step": "S" * 90,
    }
    tail = f" (available providers: {'N' * 39}…, short; failed routing step: {'S' * 79}…)"

    text = str(under_200({"code": 404, "message": "m" * 900, "metadata": metadata}))

    head, _, rest = text.partition(": ")
    assert head == f"404 Not Found from {'P' * 79}…"
    assert rest == "m" * (600 - len(head) - 2 - len(tail) - 1) + "…" + tail


def test_the_name_of_an_error_is_cut_where_it_is_too_long() -> None:
    assert str(under_200({"code": 502, "name": "N" * 90, "message": "m"})) == f"502 Bad Gateway: {'N' * 79}…: m"


@pytest.mark.parametrize(("account", "said"), [("abc123", "*** is blocked"), ("abc12", "abc12 is blocked")])
def test_only_what_is_long_enough_is_taken_for_an_account(account: str, said: str) -> None:
    told = error_message(403, {"message": f"{account} is blocked"}, provider=None, body="", data={"user_id": account})

    assert told == f"403 Forbidden: {said}"


@pytest.mark.parametrize(("status", "head"), [(299, "Error under HTTP 299"), (300, "300 Multiple Choices")])
def test_a_status_that_tells_no_error_is_not_made_one(status: int, head: str) -> None:
    assert error_message(status, {"message": "m"}, provider=None, body="", data={}) == f"{head}: m"


def test_the_account_is_not_named_even_where_the_message_names_it() -> None:
    raised = under_200({"code": 403, "message": "user_abc123 is blocked"}, user_id="user_abc123")

    assert "user_abc123" not in str(raised)
    assert raised.data["user_id"] == "user_abc123"


ACCOUNT = "user_2abcDEF345ghiJKL678"


@pytest.mark.parametrize("before", [600 - len("403 Forbidden: ") - 12, 560, 4790])
@pytest.mark.parametrize("place", ["message", "raw", "name", "provider", "page"])
def test_of_an_account_that_stands_where_a_text_is_cut_the_beginning_is_not_left(place: str, before: int) -> None:
    text = "m" * (80 - 12 if place in {"name", "provider"} else before) + f" {ACCOUNT} is blocked"
    told = {
        "message": {"error": {"code": 403, "message": text}},
        "raw": {"error": {"code": 403, "message": "Blocked", "metadata": {"raw": json.dumps({"error": text})}}},
        "name": {"error": {"code": 403, "message": "Blocked", "name": text}},
        "provider": {"error": {"code": 403, "message": "Blocked", "metadata": {"provider_name": text}}},
        "page": {"detail": text},
    }[place]

    raised = error_from_response(HttpInfo(403), json.dumps({**told, "user_id": ACCOUNT}).encode())

    assert "user_" not in str(raised)
    assert raised.data["user_id"] == ACCOUNT


def test_an_account_is_not_named_where_it_stands_in_the_error_itself() -> None:
    raised = under_200({"code": 403, "message": f"{ACCOUNT} is blocked", "user_id": ACCOUNT})

    assert str(raised) == "403 Forbidden: *** is blocked"


@pytest.mark.parametrize("before", [100, 170])
def test_an_answer_that_is_none_is_shown_without_the_account(before: int) -> None:
    data = {"id": "g" * before, "user_id": ACCOUNT, "choices": []}

    raised = error_in_answer(data, HttpInfo(200))

    assert isinstance(raised, ResponseValidationError)
    assert ACCOUNT[:8] not in str(raised)
    assert json.loads(raised.body) == raised.data == data


@pytest.mark.parametrize("account", ['","x":"', '{"a":1}', '"code":403'])
def test_an_account_that_looks_like_json_is_no_harm(account: str) -> None:
    assert str(under_200({"code": 403, "message": "Blocked"}, user_id=account)) == "403 Forbidden: Blocked"


def test_an_account_of_any_characters_is_not_named() -> None:
    odd = 'user "a\\b" \u00e9'

    assert str(under_200({"code": 403, "message": f"{odd} is blocked"}, user_id=odd)) == "403 Forbidden: *** is blocked"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("plain", "plain"),
        ("  two\n lines ", "two lines"),
        ('{"error":{"message":"a"}}', "a"),
        ({"error": "b"}, "b"),
        ({"detail": [{"loc": ["body", "n"], "msg": "c"}]}, "body.n: c"),
        (
            {"detail": [{"loc": list("abcdefghijklmnopqrstuvwxyz"), "msg": "c"}]},
            f"{'.'.join('abcdefghijklmnopqrst')}: c",
        ),
        ({"errors": [{"message": "d"}, {"message": "e"}]}, "d; e"),
        ({"message": {"message": "f"}}, "f"),
        ('[{"error":{"message":"g"}}]', "g"),
        ({"status": 7}, '{"status":7}'),
        ({"error": {"message": None, "type": "overloaded"}, "message": "h"}, "h"),
        ("<h1>no &lt;title&gt;</h1>", "no <title>"),
        ("1 < 2 and <b>", "1 < 2 and <b>"),
        ("", None),
        (None, None),
        ({}, None),
        ([], None),
        (True, None),
        ("{}", "{}"),
        ({"error": ""}, '{"error":""}'),
        (' \n{"error":"i"}', "i"),
        ('"in quotes"', '"in quotes"'),
        (7, None),
        ({"error": 7}, "7"),
        ([1, "a", None, 2.5], "1; a; 2.5"),
        ([*"abcdef"], "a; b; c; d; e"),
        ({"details": '{"message": "inner"}', "message": "general"}, "inner"),
        ({"details": "inner", "message": "general"}, "general"),
        ("<html><script>let a</script><!-- b --><p>no&nbsp;title</p>", "no title"),
    ],
)
def test_the_innermost_message_is_found(value: Any, message: str | None) -> None:
    assert inner_message(value) == message


def test_statuses_are_told_from_the_outside_in() -> None:
    assert inner_statuses({"code": 400, "error": {"status": "429", "details": ["error code: 503"]}}) == [400, 429, 503]
    assert inner_statuses("costs 500 tokens") == []
    assert inner_statuses({"code": 200, "status": 7, "http_status": "600"}) == []


def within_objects(value: Any) -> Any:
    return {"error": value}


def within_lists(value: Any) -> Any:
    return [value]


def within_texts(value: Any) -> Any:
    return {"error": json.dumps(value)}


@pytest.mark.parametrize(("wrapped", "most"), [(within_objects, 6), (within_lists, 6), (within_texts, 3)])
def test_statuses_are_looked_for_six_levels_deep_and_no_deeper(wrapped: Callable[[Any], Any], most: int) -> None:
    value: Any = {"code": 429}
    for _ in range(most):
        value = wrapped(value)

    assert inner_statuses(value) == [429]
    assert inner_statuses(wrapped(value)) == []


def within_details(value: Any) -> Any:
    return {"details": json.dumps({"msg": value})}


@pytest.mark.parametrize(("wrapped", "most"), [(within_objects, 6), (within_lists, 6), (within_details, 2)])
def test_a_message_is_looked_for_six_levels_deep_and_no_deeper(wrapped: Callable[[Any], Any], most: int) -> None:
    value: Any = "deep"
    for _ in range(most):
        value = wrapped(value)

    assert inner_message(value) == "deep"
    assert inner_message(wrapped(value)) != "deep"


@pytest.mark.parametrize(("length", "found"), [(200_000, "m"), (200_001, None)])
def test_a_text_is_read_as_json_up_to_a_length(length: int, found: str | None) -> None:
    text = '{"message":"m"}'.ljust(length)

    assert inner_message(text) == (found or text.strip())


def test_of_a_list_of_errors_the_first_five_are_looked_at() -> None:
    errors: list[Any] = [{"code": status} for status in (400, 401, 402, 403, 404, 429)]

    assert inner_statuses(errors) == [400, 401, 402, 403, 404]


@pytest.mark.parametrize(
    ("seconds", "told"), [(1.25, "1.25"), (59.96, "60"), (999.7, "1000"), (1000, "1000"), (54_000, "54000")]
)
def test_the_wait_a_server_asks_for_is_said_in_plain_digits(seconds: float, told: str) -> None:
    text = str(under_200({"code": 429, "message": "slow down", "availability": {"retry_after": seconds}}))

    assert text == f"429 Too Many Requests: slow down (try again in {told} s)"


@pytest.mark.parametrize(
    ("value", "number"), [("0429", 429), ("4 29", None), ("", None), ("²", None), ("9" * 10, None)]
)
def test_a_number_in_a_text_is_made_of_digits(value: str, number: int | None) -> None:
    assert status_number(value) == number


def test_a_status_without_a_name_is_shown_bare() -> None:
    assert status_label(599) == "599"
    assert status_label(529) == "529 Provider Overloaded"


def test_a_redirect_names_its_target_without_leaving_out_the_body() -> None:
    info = HttpInfo(307, Headers({"Location": "https://elsewhere.test/api"}))
    bare = error_from_response(info, b"")
    told = error_from_response(info, b'{"error":{"message":"moved for good"}}')

    assert str(bare) == "307 Temporary Redirect: redirect to 'https://elsewhere.test/api' not followed"
    assert "moved for good" in str(told)
    assert str(error_from_response(HttpInfo(300), b"")) == "300 Multiple Choices: a redirect that names no address"


def test_a_refusal_is_no_redirect() -> None:
    assert str(error_from_response(HttpInfo(400), b"")) == "400 Bad Request: empty body"


def test_a_body_that_could_not_be_read_is_told_with_the_reason() -> None:
    raised = error_from_response(HttpInfo(502), b"\x1f\x8b", unread="it is no gzip")

    assert str(raised) == "502 Bad Gateway: its body could not be read: it is no gzip"
