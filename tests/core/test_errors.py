from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from openrouter_sdk.custom.errors import values
from openrouter_sdk.custom.errors.http_info import Headers, HttpInfo
from openrouter_sdk.custom.errors.reading import (
    AVAILABILITY_STATUS,
    ERROR_TYPE_STATUS,
    answer_too_large,
    error_from_frame,
    error_from_response,
    error_from_text_event,
    error_in_answer,
    invalid_answer,
    tells_error,
    unwrap_nested_answer,
)
from openrouter_sdk.custom.errors.tree import (
    STATUS_CLASSES,
    ChatError,
    ForbiddenResponseError,
    OpenRouterDefaultError,
    ResponseValidationError,
    TooManyRequestsResponseError,
)

OK = HttpInfo(200, Headers({"content-type": "application/json"}))
GOOD: dict[str, Any] = {"id": "gen-1", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}}]}
HALF: dict[str, Any] = {"choices": [{"message": {"content": "H"}, "error": {"code": 502, "message": "gone"}}]}


def under_200(error: Any, **more: Any) -> ChatError:
    raised = error_in_answer({"error": error, **more}, OK)
    assert isinstance(raised, ChatError)
    return raised


def from_status(status: int, body: bytes, **headers: str) -> ChatError:
    raised = error_from_response(HttpInfo(status, Headers(headers)), body, now_s=0)
    assert isinstance(raised, ChatError)
    return raised


@pytest.mark.parametrize(
    "answer",
    [
        GOOD,
        GOOD | {"error": None},
        GOOD | {"error": {}},
        GOOD | {"error": ""},
        {"choices": [None, 1, "x", {}]},
        {"choices": [{"message": None, "error": None, "finish_reason": None}]},
        {"provider": {"id": "gen-1", "choices": [{"message": {"content": "Hi"}}]}},
        GOOD | {"provider": {"choices": [{"error": "not the answer"}]}},
    ],
)
def test_a_good_answer_raises_nothing(answer: dict[str, Any]) -> None:
    assert error_in_answer(answer, OK) is None


@pytest.mark.parametrize("data", [None, [], "text", 5, True])
def test_an_answer_that_is_no_object_is_invalid(data: Any) -> None:
    error = error_in_answer(data, OK)

    assert isinstance(error, ResponseValidationError)
    assert not error.retryable
    assert type(data).__name__ in str(error)
    assert error.data == data
    assert error.body == json.dumps(data)


def test_choices_that_are_no_list_are_told_by_their_type() -> None:
    error = error_in_answer({"choices": {"0": "Hi"}}, OK)

    assert isinstance(error, ResponseValidationError)
    assert str(error).startswith("choices is not a list but dict (HTTP 200)")
    assert not error.retryable


def test_an_error_at_the_top_counts_beside_an_answer_inside_provider() -> None:
    assert isinstance(error_in_answer({"error": {"code": 502}, "provider": GOOD}, OK), ChatError)


@pytest.mark.parametrize("holder", ["answer", "choice"])
def test_the_time_of_the_next_try_is_counted_from_the_time_of_the_answer(holder: str) -> None:
    failed = {"error": {"code": 429, "metadata": {"headers": {"X-RateLimit-Reset": "160000"}}}}
    error = error_in_answer(failed if holder == "answer" else {"choices": [failed]}, OK, now_s=100.0)

    assert isinstance(error, ChatError)
    assert error.retry_after == 60.0


def test_an_error_in_a_choice_can_be_let_through() -> None:
    assert isinstance(error_in_answer(HALF, OK), ChatError)
    assert error_in_answer(HALF, OK, choice_errors=False) is None
    assert error_in_answer(HALF | {"error": {"code": 500}}, OK, choice_errors=False) is not None


@pytest.mark.parametrize(
    "data", [GOOD, {"provider": "Novita", "choices": None}, {"provider": {"choices": None}}, None, []]
)
def test_only_an_answer_inside_provider_is_unwrapped(data: Any) -> None:
    assert unwrap_nested_answer(data) is None
    assert unwrap_nested_answer({"provider": GOOD}) == GOOD
    assert unwrap_nested_answer({"provider": GOOD, "choices": None, "id": None}) == GOOD


@pytest.mark.parametrize(("error_type", "status"), ERROR_TYPE_STATUS.items())
def test_a_type_stands_for_its_status_where_the_code_is_no_number(error_type: str, status: int) -> None:
    for error in (
        {"code": "word", "metadata": {"error_type": error_type}},
        {"code": None, "error_type": error_type, "availability": {"code": "region_restricted"}},
        {"metadata": {"error_type": error_type}, "error_type": "other"},
    ):
        raised = under_200(error)

        assert (raised.status_code, raised.error_type) == (status, error_type)
        assert type(raised) is STATUS_CLASSES.get(status, OpenRouterDefaultError)


@pytest.mark.parametrize(("code", "status"), AVAILABILITY_STATUS.items())
def test_an_availability_code_stands_for_its_status(code: str, status: int) -> None:
    raised = under_200({"availability": {"code": code}, "metadata": {"error_type": "not documented"}})

    assert raised.status_code == status
    assert raised.availability == {"code": code}


@pytest.mark.parametrize("code", [399, 600, 0, -1, 200, "1302", 10**30, 2.0])
def test_a_number_that_is_no_error_status_is_kept_but_not_believed(code: Any) -> None:
    raised = under_200({"code": code, "error_type": "rate_limit_exceeded"})

    assert (type(raised), raised.status_code, raised.http_status) == (OpenRouterDefaultError, 200, 200)
    assert raised.code == code


@pytest.mark.parametrize(
    ("code", "status"), [(429, 429), ("429", 429), (" 503 ", 503), (404.0, 404), (599, 599), ("400", 400)]
)
def test_a_number_that_is_a_status_decides(code: Any, status: int) -> None:
    raised = under_200({"code": code, "error_type": "authentication"})

    assert raised.status_code == status
    assert raised.code == code


@pytest.mark.parametrize("code", [True, [429], {"code": 429}, 429.5])
def test_a_code_that_is_neither_number_nor_text_reads_as_none(code: Any) -> None:
    assert under_200({"code": code, "message": "x"}).code is None


@pytest.mark.parametrize(("status", "error_class"), STATUS_CLASSES.items())
def test_the_http_status_decides_whatever_the_body_says(status: int, error_class: type[ChatError]) -> None:
    raised = from_status(status, b'{"error":{"code":418,"message":"x","metadata":{"error_type":"authentication"}}}')

    assert (type(raised), raised.status_code, raised.code) == (error_class, status, 418)


@pytest.mark.parametrize("status", [302, 405, 410, 412, 451, 504, 599, 600, 999])
def test_a_status_without_a_class_is_a_default_error_with_that_status(status: int) -> None:
    raised = from_status(status, b"")

    assert (type(raised), raised.status_code, raised.http_status) == (OpenRouterDefaultError, status, status)


def test_the_provider_is_found_in_the_chunk_and_in_the_headers() -> None:
    assert under_200({"code": 502}, provider="Stealth").provider_name == "Stealth"
    assert (
        under_200({"code": 502, "metadata": {"provider_name": "Venice"}}, provider="Stealth").provider_name == "Venice"
    )
    assert from_status(502, b"", **{"X-Provider-Name": "Chutes"}).provider_name == "Chutes"
    assert from_status(502, b'{"error":{"metadata":{"provider_name":null}}}').provider_name is None


def test_the_generation_id_comes_from_the_header_else_from_the_body() -> None:
    info = HttpInfo(200, Headers({"X-Generation-Id": "gen-head"}))

    assert error_from_frame({"id": "gen-body", "error": {"code": 500}}, info).generation_id == "gen-head"
    assert error_from_frame({"id": "gen-body", "error": {"code": 500}}, OK).generation_id == "gen-body"
    assert error_from_frame({"id": None, "error": {"code": 500}}, OK).generation_id is None


def test_the_wait_is_read_from_headers_and_body_of_the_very_answer() -> None:
    body = b'{"error":{"code":429,"message":"x","metadata":{"retry_after_seconds":9}}}'

    assert from_status(429, body).retry_after == 9.0
    assert from_status(429, body, **{"Retry-After": "2"}).retry_after == 2.0
    assert from_status(429, body, **{"Retry-After": "Thu, 01 Jan 1970 00:01:00 GMT"}).retry_after == 60.0
    assert under_200({"code": 503, "availability": {"retry_after": 4}}).retry_after == 4.0


def test_no_part_of_an_error_holds_a_key() -> None:
    secret = "sk-or-" + "v1-feedfacefeedface"
    error = {"code": 401, "message": f"bad key {secret}", "metadata": {"raw": {"sent": f"Bearer {secret}", secret: 1}}}
    body = f'{{"error":{{"code":401,"message":"{secret}","metadata":{{"raw":"Authorization: Bearer other\\nkey"}}}}}}'
    for raised in (
        under_200(error, request={"key": [secret]}),
        error_from_frame({"error": error}, OK),
        error_from_text_event(f"refused {secret}", OK),
        from_status(401, body.encode()),
        from_status(401, f"<title>{secret}</title>".encode()),
        invalid_answer(OK, f"<p>{secret}</p>".encode(), "not JSON"),
        error_in_answer({"choices": None, "echo": secret}, OK),
    ):
        assert raised is not None
        assert "feedface" not in f"{raised}{raised!r}{vars(raised)}{pickle.dumps(raised)!r}"
    assert from_status(401, body.encode()).raw == "Authorization: Bearer ***\nkey"


@pytest.mark.parametrize("form", ["{}", "<title>{}</title>"])
def test_no_part_of_a_key_is_left_where_a_text_is_cut(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "_keys", ())
    values.remember_key("the-key-of-a-client")

    for before in [*range(170, 210), *range(540, 610)]:
        text = form.format("x" * before + " the-key-of-a-client")
        for raised in (
            from_status(403, text.encode()),
            error_from_text_event(text, OK),
            invalid_answer(OK, text.encode(), "not JSON"),
        ):
            assert "the-key" not in str(raised)


def test_an_event_too_deep_to_be_searched_for_keys_keeps_nothing_of_it() -> None:
    deep: dict[str, Any] = {}
    for _ in range(200_000):
        deep = {"error": deep}
    error = error_from_frame({"error": {"code": 429, "more": deep}}, OK)

    assert (type(error), error.data, error.body) == (OpenRouterDefaultError, None, "")


def test_the_status_of_an_availability_error_counts_where_nothing_else_tells_one() -> None:
    assert under_200({"http_status": 503, "availability": {}}).status_code == 503
    assert under_200({"http_status": 503, "error_type": "refusal"}).status_code == 400
    assert under_200({"http_status": 99}).status_code == 200


def test_building_an_error_does_not_change_the_answer() -> None:
    data: dict[str, dict[str, Any]] = {"error": {"code": 401, "message": "sk-or-" + "v1-feedfacefeedface"}}
    error_in_answer(data, OK)

    assert data["error"]["message"].endswith("feedface")


@pytest.mark.parametrize(
    ("body", "snippet"),
    [
        (b"<html><title>Just a moment</title></html>", "Just a moment"),
        (b'{"id": "gen-1", "cho', '{"id": "gen-1", "cho'),
        (b"", "empty body"),
        (b" \n\n ", "empty body"),
        (b"\xff\xfe\x00", "��"),
    ],
)
def test_an_unreadable_answer_shows_its_status_type_and_beginning(body: bytes, snippet: str) -> None:
    info = HttpInfo(200, Headers({"Content-Type": "text/html", "X-Generation-Id": "gen-9"}), attempts=2)
    error = invalid_answer(info, body, "the answer is not JSON")

    assert str(error).startswith("the answer is not JSON (HTTP 200, text/html): ")
    assert snippet in str(error)
    assert (error.http_status, error.generation_id, error.attempts) == (200, "gen-9", 2)
    assert not error.retryable


def test_a_large_unreadable_answer_is_kept_in_part() -> None:
    error = invalid_answer(OK, b"x" * 10_000_000, "the answer is not JSON")

    assert len(error.body) == 64 * 1024
    assert len(str(error)) < 300


def test_json_that_is_nested_too_deeply_is_an_error_like_any_other() -> None:
    body = b'{"error":' + b"[" * 100_000

    assert from_status(403, body).data is None
    assert isinstance(from_status(403, body), ForbiddenResponseError)


@pytest.mark.parametrize("piece", ["<", "<script>", "<title", "<title>", "<!--", "&#", "Bearer ", "{", '{"error":'])
def test_a_hostile_page_is_read_like_any_other(piece: str) -> None:
    assert isinstance(from_status(429, f"<html>{piece * 100_000}".encode()), TooManyRequestsResponseError)
    assert isinstance(from_status(429, (piece * 100_000).encode()), TooManyRequestsResponseError)


@pytest.mark.parametrize("hidden", ["<script>let x = 1", "<STYLE media='all'>p {}", "<!-- said to nobody"])
def test_what_a_page_hides_and_never_ends_is_not_shown(hidden: str) -> None:
    assert str(from_status(502, f"<html><p>The words</p>{hidden}<p>more".encode())) == "502 Bad Gateway: The words"


def test_a_title_without_an_end_is_a_tag_like_any_other() -> None:
    assert str(from_status(502, b"<html><title>Bad <h1>The words</h1>")) == "502 Bad Gateway: Bad The words"


@pytest.mark.parametrize("message", ["No such thing", ["No", "such", "thing"]])
def test_what_stands_beside_a_message_that_is_no_object_counts(message: Any) -> None:
    error = error_in_answer({"error": message, "code": 403, "metadata": {"provider_name": "Maker"}}, OK)

    assert isinstance(error, ForbiddenResponseError)
    assert error.provider_name == "Maker"


@pytest.mark.parametrize("status", [401, 402])
@pytest.mark.parametrize("provider", [None, "Maker"])
def test_a_refused_key_of_openrouter_is_noted_and_a_provider_s_is_not(status: int, provider: str | None) -> None:
    body = {"error": {"code": status, "message": "No", "metadata": {"provider_name": provider}}}

    notes = getattr(from_status(status, json.dumps(body).encode()), "__notes__", [])

    told = "The API key was not accepted. It is what api_key= says, else OPENROUTER_API_KEY."
    assert notes == ([told] if status == 401 and provider is None else [])


def test_the_header_of_a_provider_names_it_where_the_body_does_not() -> None:
    error = from_status(403, b'{"error": {"code": 403, "message": "No"}}', **{"x-provider-name": "Maker"})

    assert error.provider_name == "Maker"


def test_what_a_terminal_obeys_is_written_out() -> None:
    error = from_status(403, json.dumps({"error": {"code": 403, "message": "a\x1b[2Jb\u202ec\x07"}}).encode())

    assert "a\\x1b[2Jb\\u202ec\\x07" in str(error)


def test_an_error_event_says_what_it_holds_as_text_or_as_json() -> None:
    soon = '{"error": {"code": 429, "metadata": {"headers": {"Retry-After": "Thu, 01 Jan 1970 00:01:00 GMT"}}}}'
    text, told = error_from_text_event("gone away", OK), error_from_text_event(soon, OK, now_s=0.0)

    assert (str(text), text.data, text.body) == ("Error under HTTP 200: gone away", None, "gone away")
    assert (told.retry_after, told.data, told.body) == (60.0, json.loads(soon), soon)


def test_an_answer_that_is_none_is_kept_whole_and_told_without_a_type_where_it_has_none() -> None:
    error = invalid_answer(HttpInfo(200), b'{"id": 1}', "no answer")

    assert (str(error), error.data) == ('no answer (HTTP 200, no content type): {"id": 1}', {"id": 1})
    assert str(invalid_answer(HttpInfo(200), b" ", "no answer")) == "no answer (HTTP 200, no content type): empty body"


def test_an_answer_of_which_no_more_is_read_names_the_option() -> None:
    assert str(answer_too_large(1000.0)) == "the answer is larger than max_response_bytes=1000"


def test_a_failed_choice_tells_an_error_unless_choices_do_not_count() -> None:
    assert tells_error(HALF)
    assert not tells_error(HALF, choice_errors=False)


@pytest.mark.parametrize(
    ("native", "told"),
    [
        (None, ""),
        ("", ""),
        (7, ""),
        ("safety", ", native_finish_reason 'safety'"),
        ("n" * 81, f", native_finish_reason {'n' * 79 + '…'!r}"),
    ],
)
def test_a_choice_that_ended_in_an_error_says_what_the_provider_calls_it(native: Any, told: str) -> None:
    failed = {"choices": [{"finish_reason": "error", "native_finish_reason": native}]}

    assert str(error_in_answer(failed, OK)) == f"Error under HTTP 200: a choice ended with finish_reason 'error'{told}"


@pytest.mark.parametrize("told", [7, "", [1], {"a": 1}])
def test_an_id_that_is_no_text_is_none(told: Any) -> None:
    assert error_from_frame({"id": told, "error": {"code": 500}}, OK).generation_id is None


def test_of_a_list_the_first_object_is_the_error() -> None:
    told = b'[null, "x", {"error": {"code": 7, "message": "No"}}, {"error": {"message": "other"}}]'

    error = from_status(403, told)

    assert str(error) == "403 Forbidden: No"
    assert error.data == json.loads(told)


def test_the_wait_may_stand_beside_the_error_and_is_counted_from_now_unless_said_otherwise() -> None:
    assert under_200({"code": 503}, availability={"retry_after": 4}).retry_after == 4.0
    in_2100 = Headers({"X-RateLimit-Reset": "4102444800000"})
    error = error_from_response(HttpInfo(429, in_2100), b"")
    assert isinstance(error, ChatError)
    assert error.retry_after
