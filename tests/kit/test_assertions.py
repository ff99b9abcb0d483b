"""What a test says about the requests that were sent, and how it is told that it is not so."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk import OpenRouter, testing
from openrouter_sdk.testing._sent import differences

KEY = "sk-or-v1-very-secret"
TOOL = {"type": "function", "function": {"name": "clock"}}


@pytest.fixture
def kit() -> testing.Transport:
    kit = testing.transport()
    with OpenRouter(client=httpx.Client(transport=kit), api_key=KEY) as client:
        client.chat.send(
            model="a/one", messages=[{"role": "system", "content": "Be kind"}, {"role": "user", "content": "Hello"}]
        )
        client.chat.send(model="b/two", messages=[{"role": "user", "content": "Bye"}], tools=[TOOL], temperature=0.5)
        client.embeddings.create(model="e/three", input=["left", "right"])
    return kit


def test_a_request_is_read_with_few_words(kit):
    first, second, third = kit.requests

    assert (first.model, first.text, first.texts, first.stream) == ("a/one", "Hello", ["Be kind", "Hello"], False)
    assert [message["role"] for message in first.messages] == ["system", "user"]
    assert (second.tool_names, second.tools) == (["clock"], [TOOL])
    assert (third.texts, third.messages, third.text) == (["left", "right"], [], "")
    assert kit.requests.last is third
    assert kit.requests.chat == [first, second]


def test_what_was_sent_is_found_and_returned(kit):
    assert kit.assert_sent(model="b/*", contains="By", tool="clock", body={"temperature": 0.5}) is kit.requests[1]
    assert kit.requests.assert_sent(path="/embeddings", contains="left").model == "e/three"
    assert kit.assert_sent(times=3) is kit.requests.last
    kit.assert_sent(contains="never", times=0)


def test_what_was_not_sent_is_told_with_the_differences(kit):
    with pytest.raises(AssertionError) as caught:
        kit.assert_sent(model="b/two", contains="Hello", body={"temperature": 0}, headers={"authorization": "Bearer x"})

    told = str(caught.value).splitlines()
    assert told[0].startswith("no request was sent with model='b/two', contains='Hello', body={\"temperature\": 0}")
    assert '  2. POST /chat/completions, model="b/two", user: "Bye", tools=[\'clock\']' in told
    assert "       - contains: 'Hello' is in none of \"Bye\"" in told
    assert "       - temperature: 0.5 is not 0" in told
    assert "       - headers: authorization: *** is not the wanted one" in told
    assert KEY not in str(caught.value)


def test_a_wrong_number_is_told(kit):
    with pytest.raises(AssertionError, match="1 request was sent with model='a/one', not 2"):
        kit.assert_sent(model="a/one", times=2)
    with pytest.raises(AssertionError, match=r"2 requests were sent .*, not 0"):
        kit.requests.chat.assert_sent(times=0)


def test_what_is_no_condition_is_told(kit):
    for asserted in (kit.assert_sent, kit.requests.assert_sent):
        with pytest.raises(TypeError, match=r"^assert_sent\(\) got .* 'contain'; did you mean 'contains'\?"):
            asserted(contain="x")


def test_no_request_at_all_is_told():
    with pytest.raises(AssertionError, match="no request was sent with anything, and none without"):
        testing.transport().assert_sent()
    with pytest.raises(AssertionError, match="no request was sent"):
        _ = testing.transport().requests.last


def test_keys_and_cookies_are_there_and_are_not_shown(kit):
    headers = kit.requests.last.headers

    assert headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(headers)
    assert KEY not in f"{headers}"
    assert KEY not in repr(headers["authorization"])
    assert KEY not in repr(kit.requests)
    assert KEY not in kit.requests.summary()


@pytest.mark.parametrize(
    ("wanted", "found", "told"),
    [
        ({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "y"}]}, ['a[1].b: "y" is not "x"']),
        ({"a": 1}, {"b": 1}, ["a: is missing, 1 is wanted", "b: 1 is too much"]),
        ([1, 2], [1], ["[1]: is missing, 2 is wanted"]),
        (1, True, ["body: true is not 1"]),
        ("x" * 200 + "a", "x" * 200 + "b", [f'body: ...{"x" * 78}b" is not ...{"x" * 78}a"']),
    ],
)
def test_differences_name_the_place(wanted, found, told):
    assert [*differences(wanted, found)] == told


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@settings(max_examples=30)
@given(JSON, JSON)
def test_values_differ_exactly_where_there_is_a_difference(left, right):
    assert [*differences(left, left)] == []
    assert bool([*differences(left, right)]) == (repr_of(left) != repr_of(right))


def repr_of(value):
    """A value such that two are equal if they are the same JSON, whatever the order of members."""
    if isinstance(value, dict):
        return {key: repr_of(item) for key, item in value.items()}
    return [repr_of(item) for item in value] if isinstance(value, list) else repr(value)
