"""Keys of providers are sent, and nothing else is told of them."""

from __future__ import annotations

import json
import logging
import pickle
import traceback
from typing import Any

import pytest

from openrouter_sdk import Hooks, errors, testing
from openrouter_sdk.client import Operation
from openrouter_sdk.custom.errors.values import mask_secrets
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.operations.building import build

# None has the form of a key, so that none is masked just because of its look
KEYS = {
    "a text": "provider-key/0123+abc=",
    "json": json.dumps({"private_key": "-----BEGIN\nfirst line\n", "project": {"names": ["a-project-of-mine"]}}),
    "several lines": "first line of it\nsecond\tline",
}
every_key = pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
CALLS: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "create": ("byok.create", (), {"provider": "openai"}),
    "update": ("byok.update", ("id",), {}),
}
every_call = pytest.mark.parametrize("call", CALLS)
SECRET = Operation(name="a.b", method="POST", path="/", form="json", secrets=("token", "X-Token"))


def forms(key: str) -> list[str]:
    """The key as texts may hold it."""
    inner = ["-----BEGIN\nfirst line\n", "a-project-of-mine"] if key.startswith("{") else []
    return [form for text in (key, *inner) for form in (text, json.dumps(text)[1:-1], repr(text)[1:-1])]


def send(api: Api, client: Any, call: str, key: str, **options: Any) -> Any:
    name, arguments, keywords = CALLS[call]
    return api.operate(client, name, *arguments, key=key, **keywords, **options)


@pytest.mark.parametrize(
    ("where", "key", "call", "api"),
    meeting(["status", "under 200", "no answer", "in pieces"], KEYS.values(), CALLS, ["sync", "async"]),
    indirect=["api"],
)
def test_a_key_that_the_server_repeats_is_in_no_error_and_no_event(
    where: str, key: str, call: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    seen: list[Any] = []
    client = make_client(hooks=Hooks(on_request=seen.append, on_response=seen.append, on_retry=seen.append))
    said, metadata = f"Bad key: {key}!", {"raw": {"key": key}, "inner": [json.dumps({"key": key})]}
    answers = {
        "status": testing.error(400, said, metadata=metadata, headers={"X-Echo": key.partition("\n")[0]}),
        "under 200": testing.error(503, said, http_status=200, metadata=metadata),
        "no answer": testing.raw(200, {"Content-Type": "application/json"}, f'{{"key": {json.dumps(key)}, '),
        "in pieces": testing.error(400, "Bad key", metadata={"raw": json.loads(key) if key[0] == "{" else [key]}),
    }
    server.enqueue(*[answers[where]] * 2)

    with pytest.raises(errors.OpenRouterError) as caught:
        send(api, client, call, key, retries=1)

    assert server.requests[0].json["key"] == key
    shown = [str(caught.value), repr(caught.value), repr(vars(caught.value)), repr(seen)]
    shown += [
        "".join(traceback.format_exception(caught.value)),
        *(repr(vars(e.error)) for e in seen if hasattr(e, "error")),
    ]
    chain = [caught.value, caught.value.__cause__, caught.value.__context__]
    assert [form for form in forms(key) if form in repr([vars(e) for e in chain if e is not None])] == []
    pickled = pickle.dumps(caught.value)
    for form in forms(key):
        assert form not in " ".join(shown)
        assert form.encode() not in pickled


@every_call
@every_key
def test_a_key_is_in_no_log_record(
    key: str, call: str, api: Api, make_client: MakeClient, server: testing.Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.enqueue(testing.error(503, f"Bad key: {key}"), testing.answer({"data": {"id": "a"}}))

    send(api, make_client(), call, key)

    told = " ".join(record.getMessage() + repr(record.args) for record in caplog.records)
    assert [record for record in caplog.records if record.name == "openrouter_sdk"]
    assert [form for form in forms(key) if form in told] == []


@every_key
def test_a_call_does_not_show_what_it_carries(key: str) -> None:
    call = build(SECRET, body={"token": key})

    assert json.loads(call.content) == {"token": key}
    assert [form for form in forms(key) if form in repr(call)] == []


@pytest.mark.parametrize(
    "body",
    [
        {"token": "KEY"},
        {"deep": [{"er": {"token": "KEY"}}]},
        {"deep": ({"token": "KEY"},)},
    ],
)
def test_a_key_is_remembered_wherever_it_stands(body: dict[str, Any], request: pytest.FixtureRequest) -> None:
    key = f"key of no known form {request.node.name}"
    built = json.loads(json.dumps(body).replace("KEY", key.replace('"', "")))

    build(SECRET, body=built)

    assert mask_secrets(f"<{key}>") == "<***>"


def test_a_key_in_a_header_or_in_extra_fields_is_remembered() -> None:
    build(SECRET, headers={"X-Token": "header-key-of-no-known-form"})
    build(SECRET, extra_body={"token": "extra-key-of-no-known-form"})

    assert mask_secrets("header-key-of-no-known-form extra-key-of-no-known-form") == "*** ***"


def test_a_key_within_another_one_does_not_keep_that_from_being_masked() -> None:
    for key in ("a-key-within-another-one", "the-one-with-a-key-within-another-one-in-it"):
        build(SECRET, body={"token": key})

    assert mask_secrets("<the-one-with-a-key-within-another-one-in-it>") == "<***>"


def test_other_fields_are_not() -> None:
    build(SECRET, body={"name": "a-name-that-is-no-secret", "token": "short"})

    assert mask_secrets("a-name-that-is-no-secret short") == "a-name-that-is-no-secret short"


def test_keys_of_calls_never_drive_out_the_clients_own(make_client: MakeClient) -> None:
    key = "the-clients-own-key-of-no-known-form"
    make_client(api_key=key)
    for number in range(500):
        build(SECRET, body={"token": f"key-of-no-known-form-{number}"})

    assert mask_secrets(key) == "***"
