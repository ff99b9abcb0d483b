"""The key is in nothing that is shown, logged or kept; the account's id is in no message."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from typing import Any

import pytest

from openrouter_sdk import Hooks, OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import meeting

# Not in the form of real keys, so that it is not masked just because of its look
KEY = "a-key-of-no-known-form"
PROMPT = "the-prompt-of-the-user"
ACCOUNT = "user_2xAccountOfTheCaller"
ASK = [{"role": "user", "content": PROMPT}]


def failing(server: testing.Server, kind: str) -> None:
    """Script a call that ends in that kind of failure."""
    answers: dict[str, Any] = {
        "status": testing.error(401, "No auth", user_id=ACCOUNT),
        "retried": testing.error(503, "Down", user_id=ACCOUNT),
        "under 200": testing.error(400, "Bad", http_status=200, user_id=ACCOUNT),
        "not JSON": testing.raw(200, {"Content-Type": "application/json"}, f"<html>{KEY}"),
        "an event": testing.raw(200, {"Content-Type": "text/event-stream"}, f'data: {{"{KEY}": \n\n'),
        "no word": testing.raw(None),
        "redirect": testing.raw(307, {"Location": "https://example.com/"}, b""),
        "broken off": testing.raw(200, {"Content-Type": "text/event-stream"}, b'data: {"id": 1', cut_after=9),
        "refused, then broken off": testing.raw(
            403, {"Content-Type": "application/json"}, b'{"error": {}}', cut_after=9
        ),
        "no gzip": testing.raw(200, {"Content-Encoding": "gzip"}, b"plain"),
    }
    server.enqueue(*[answers[kind]] * 5)


KINDS = ["status", "retried", "under 200", "not JSON", "an event", "no word", "redirect"]
KINDS += ["broken off", "refused, then broken off", "no gzip"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("streamed", [False, True])
def test_neither_an_error_nor_what_it_comes_from_holds_the_key(
    kind: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    failing(server, kind)

    with pytest.raises(errors.OpenRouterError) as caught:
        api.answer(make_client(api_key=KEY), streamed=streamed, messages=ASK)

    error = caught.value
    shown = [str(error), repr(error), repr(vars(error)), "".join(traceback.format_exception(error))]
    assert KEY not in " ".join(shown)
    assert KEY.encode() not in pickle.dumps(error)
    assert ACCOUNT not in str(error) + repr(error)
    assert_free_of_secrets(error)


@pytest.mark.parametrize("limit", [{"timeout_ms": 100}, {"idle_timeout": 0.1}, {"timeout": 0.1}])
def test_what_a_timeout_of_a_stream_comes_from_holds_neither_key_nor_prompt(
    limit: dict[str, Any], api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    server.enqueue(testing.reply("It takes a minute", event_delay=60))

    with pytest.raises(errors.RequestTimedOutError) as caught:
        api.answer(make_client(api_key=KEY, real_time=True), streamed=True, messages=ASK, **limit)

    assert_free_of_secrets(caught.value)


def assert_free_of_secrets(error: BaseException) -> None:
    """Neither key nor prompt are to be found in the error, or in what it comes from: dask pickles both."""
    for link in chain(error):
        held = pickle.dumps((link.args, vars(link)))
        assert KEY.encode() not in held, link
        assert PROMPT.encode() not in held, link


def chain(error: BaseException) -> list[BaseException]:
    """The error and all it comes from."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        link = waiting.pop()
        if link is not None and link not in found:
            found.append(link)
            waiting += [link.__cause__, link.__context__]
    return found


@pytest.mark.parametrize(
    ("kind", "streamed", "api"), meeting(KINDS, [False, True], ["sync", "async"]), indirect=["api"]
)
def test_an_error_pickles_and_copies_without_loss(
    kind: str, streamed: bool, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    failing(server, kind)

    with pytest.raises(errors.OpenRouterError) as caught:
        api.answer(make_client(), streamed=streamed)

    pickled = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    for twin in (pickled, copy.deepcopy(caught.value)):
        assert type(twin) is type(caught.value)
        assert str(twin) == str(caught.value)
        assert vars(twin) == vars(caught.value)


@pytest.mark.parametrize("streamed", [False, True])
def test_no_log_record_of_any_library_holds_key_prompt_or_account(
    streamed: bool, api: Api, make_client: MakeClient, server: testing.Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = make_client(api_key=KEY)
    api.answer(client, streamed=streamed, messages=ASK)
    for kind in KINDS:
        server.clear()
        failing(server, kind)
        with pytest.raises(errors.OpenRouterError):
            api.answer(client, streamed=streamed, messages=ASK)

    from_sdk = [record for record in caplog.records if record.name == "openrouter_sdk"]
    told = " ".join(record.getMessage() + repr(record.args) for record in caplog.records)
    assert len(from_sdk) > len(KINDS)
    assert KEY not in told
    assert PROMPT not in told
    assert ACCOUNT not in told


REPEATED = "no-known.form/" + "0123456789+abc="
GIVEN: dict[str, dict[str, Any]] = {
    "in OpenRouter's form": {"api_key": "sk-or-" + "v1-0123456789abcdef"},
    "in another form": {"api_key": REPEATED},
    "by a function": {"api_key": lambda: REPEATED + "f"},
    "as a header": {"http_headers": {"Authorization": f"Bearer {REPEATED}h"}},
}


@pytest.mark.parametrize(
    ("where", "given", "api"),
    meeting(["status", "under 200", "stream", "no answer"], GIVEN, ["sync", "async"]),
    indirect=["api"],
)
def test_a_key_that_a_server_repeats_is_masked(
    where: str, given: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    seen: list[errors.OpenRouterError] = []
    client = make_client(**GIVEN[given], hooks=Hooks(on_response=lambda event: seen.append(event.error)))
    api.send(client)
    key = server.requests[0].headers["authorization"].removeprefix("Bearer ")
    said, headers = f"Invalid key {key}", {"X-Echo": key, "X-Generation-Id": "gen-1"}
    answers = {
        "status": testing.error(401, said, headers=headers, metadata={"raw": {"key": key}}),
        "under 200": testing.error(401, said, http_status=200, headers=headers, metadata={"raw": [key]}),
        "stream": testing.error(401, said, after="Hello", metadata={"raw": key}),
        "no answer": testing.raw(200, {"Content-Type": "application/json", **headers}, f'{{"id": "{key}"}}'),
    }
    server.enqueue(answers[where])

    with pytest.raises(errors.OpenRouterError) as caught:
        api.answer(client, streamed=where == "stream", retries=None)

    for error in filter(None, [caught.value, *seen]):
        assert key not in str(error) + repr(error) + repr(vars(error))
        assert key.encode() not in pickle.dumps(error)


def test_a_short_key_masks_no_words(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    """Such as the ones that servers on one's own machine are content with: no secrets, but words that answers use."""
    server.enqueue(testing.error(402, "Out of budget", metadata={"limit_source": "openrouter_in_flight_budget"}))

    with pytest.raises(errors.PaymentRequiredResponseError) as caught:
        api.send(make_client(api_key="openrouter"), retries=None)

    assert caught.value.metadata == {"limit_source": "openrouter_in_flight_budget"}


@pytest.mark.parametrize("key", [KEY, lambda: KEY])
def test_a_client_shows_its_server_but_not_its_key(key: Any) -> None:
    with OpenRouter(api_key=key, server_url="https://gateway.example/v1") as client:
        shown = repr(client) + str(client) + repr(client.chat) + repr(vars(client)) + repr(client._settings.key)

    assert repr(client) == "OpenRouter(server_url='https://gateway.example/v1')"
    assert KEY not in shown


def test_results_and_streams_do_not_hold_the_key(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    client = make_client(api_key=KEY)
    result = api.send(client)
    with api.stream(client) as stream:
        final = stream.final()
        shown = repr(stream.inner) + repr(stream.http)

    assert KEY not in shown + repr(result) + repr(result.http) + repr(final)
    assert KEY.encode() not in pickle.dumps([result, final, result.http])
