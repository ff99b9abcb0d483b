"""What is masked, cut, folded and read, wherever it is shown or kept."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from openrouter_sdk.custom.errors import values
from openrouter_sdk.custom.errors.values import (
    MAX_DEPTH,
    bounded,
    decode_body,
    load_json,
    mask_json,
    mask_secrets,
    message_text,
    one_line,
    parse_json,
    remember_key,
    remember_secret,
    to_json_text,
)


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "_keys", ())
    monkeypatch.setattr(values, "_secrets", ())


@pytest.mark.parametrize("remember", [remember_key, remember_secret])
def test_what_is_long_enough_to_be_no_word_is_masked(remember: Any) -> None:
    remember("fifteen-letters")
    remember("sixteen--letters")

    assert mask_secrets("fifteen-letters or sixteen--letters") == "fifteen-letters or ***"


def test_the_last_sixteen_keys_are_masked_however_often_one_is_used() -> None:
    keys = [f"key-number-{number:05}" for number in range(20)]
    for key in keys + keys[-1:] * 20:
        remember_key(key)

    assert [mask_secrets(key) for key in keys] == [*keys[:4], *["***"] * 16]


def test_the_last_64_secrets_are_masked_however_often_one_is_used_and_drive_out_no_key() -> None:
    remember_key("the-key-of-a-client")
    secrets = [f"secret-number-{number:05}" for number in range(70)]
    for secret in secrets + secrets[-1:] * 70:
        remember_secret(secret)

    assert [mask_secrets(secret) for secret in secrets] == [*secrets[:6], *["***"] * 64]
    assert mask_secrets("the-key-of-a-client") == "***"


def test_each_text_in_a_secret_is_masked_and_its_forms_within_json() -> None:
    texts = ['"a line\nand another"', '"within a list\tof it"']
    secret = json.dumps({"version": 10**20, "key": texts[0], "more": [None, {"deep": texts[1]}]})
    remember_secret(secret)

    for text in (*texts, secret):
        once = json.dumps(text)
        assert mask_secrets(text) == "***"
        assert mask_secrets(once) == '"***"'
        assert mask_secrets(json.dumps(once)) == '"\\"***\\""'


@pytest.mark.parametrize("longer", ["a-{}", "{}-a", "z-{}-z"])
def test_a_key_within_another_leaves_nothing_of_it(longer: str) -> None:
    key = "m-key-of-a-client"
    for each in (key, longer.format(key), "n" + key):
        remember_key(each)

    assert mask_secrets(f"{longer.format(key)}, {key}, n{key}") == "***, ***, ***"


@pytest.mark.parametrize("value", [None, True, 7, 2.5, "text", {"a": ["b", None]}, [{}]])
def test_json_without_a_credential_is_not_copied(value: Any) -> None:
    assert mask_json(value) is value


def test_what_looks_like_a_credential_is_masked_alone() -> None:
    assert mask_secrets("key sk-or-abcd, Bearer abcd; bearer\\nabcd") == "key ***, Bearer ***; bearer\\n***"


@pytest.mark.parametrize("text", ["sk-abcd", "SK-abcd", "\u017fk-abcd", "s\u212a-abcd"])
def test_a_key_is_masked_in_any_case(text: str) -> None:
    assert mask_secrets(f"the key {text}, given") == "the key ***, given"
    assert mask_secrets("BEARER abcd") == "BEARER ***"


@pytest.mark.parametrize(("limit", "shown"), [(5, "text!"), (4, "tex…"), (1, "…")])
def test_what_is_cut_ends_with_an_ellipsis_within_the_limit(limit: int, shown: str) -> None:
    assert bounded("text!", limit) == shown


def test_a_line_is_looked_for_in_eight_times_its_length() -> None:
    assert one_line(" " * 79 + "xy", 10) == "x"
    assert one_line(" " * 80 + "xy", 10) == ""


@pytest.mark.parametrize(
    ("obeyed", "written"), [("\x1b", "\\x1b"), ("\x07", "\\x07"), ("\u202e", "\\u202e"), ("\ud800", "\\ud800")]
)
def test_a_control_character_is_written_out_as_python_does(obeyed: str, written: str) -> None:
    assert one_line(f"a{obeyed}b") == f"a{written}b"


def test_a_key_is_masked_wherever_a_long_message_is_cut() -> None:
    remember_key("the-key-of-a-client")

    for masked in ("", "Bearer " + "x" * 9_000):
        for before in range(570, 610):
            assert "the-key" not in message_text(f"{masked} {'x' * before} the-key-of-a-client")


def test_a_body_is_read_without_its_byte_order_mark_and_with_what_is_no_utf_8_replaced() -> None:
    assert decode_body(b'\xef\xbb\xbf{"a": "\xff"}') == '{"a": "\ufffd"}'


def test_control_characters_within_strings_are_read_where_that_is_asked_for() -> None:
    assert parse_json('"a\nb"', "none") == "none"
    assert load_json('"a\nb"', strict=False) == "a\nb"
    with pytest.raises(ValueError, match="control character"):
        load_json('"a\nb"', strict=True)


@pytest.mark.parametrize(("opened", "inner", "closed"), [("[", "", "]"), ('{"a":', "1", "}")])
@pytest.mark.parametrize("padding", ["", " " * 2000])
def test_json_is_read_to_its_greatest_depth_and_no_deeper(opened: str, inner: str, closed: str, padding: str) -> None:
    def nested(depth: int) -> str:
        return opened * depth + inner + closed * depth + padding

    assert load_json(nested(MAX_DEPTH)) == json.loads(nested(MAX_DEPTH))
    for deep in (MAX_DEPTH + 1, 100_000):
        with pytest.raises(ValueError, match="it is nested more than 200 levels deep"):
            load_json(nested(deep))


@pytest.mark.parametrize("value", [9 * 10**2000, "x" * 2000, [1] * 2000, {"a": "x" * 2000}])
def test_long_json_that_is_not_deep_is_read(value: Any) -> None:
    assert load_json(json.dumps(value)) == value


def test_json_text_is_compact_and_shows_letters_and_what_is_no_json_as_text() -> None:
    assert to_json_text({"é": [1, Decimal("1.5")]}) == '{"é":[1,"1.5"]}'
