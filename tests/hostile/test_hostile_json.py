"""Answers that are JSON, and made to break who reads them: everything that can be done with one is done with each."""

from __future__ import annotations

import copy
import json
import logging
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import Chat, ChatResult, errors, testing
from openrouter_sdk.custom.errors import MAX_DEPTH, is_too_deep, load_json
from tests.conftest import MakeClient
from tests.helpers.api import Api
from tests.helpers.examples import LONG

CHARACTERS = "\x00\x07\x1b[2J\x1b]0;owned\x07\x9b31m\u202egpj.exe\ud800\r\nINFO all is well"


def nested(depth: int, kind: str = "list") -> str:
    """JSON text of so many lists or objects within each other, with something beside each."""
    opened, closed = ("[", ",1]") if kind == "list" else ('{"a":', ',"b":{}}')
    return opened * (depth - 1) + "[]" + closed * (depth - 1)


def answer(**changed: str) -> str:
    """An answer as JSON text, with these texts in places of it."""
    parts = {"content": '"Hi"', "choice": "", "usage": '{"total_tokens": 1}', "top": "", "index": "0", **changed}
    message = f'{{"role": "assistant", "content": {parts["content"]}}}'
    choice = f'{{"index": {parts["index"]}, "message": {message}, "finish_reason": "stop"{parts["choice"]}}}'
    head = '"id": "gen-1", "object": "chat.completion", "model": "m"'
    return f'{{{head}, "choices": [{choice}], "usage": {parts["usage"]}{parts["top"]}}}'


def in_all_places(name: str, value: str) -> dict[str, str]:
    """Answers that hold a value here and there."""
    calls = '[{"id": "c", "type": "function", "function": {"name": %s, "arguments": %s}}]'
    return {
        f"{name} as content": answer(content=value),
        f"{name} within content": answer(content=f'[{{"type": "text", "text": {value}}}, {value}]'),
        f"{name} as usage": answer(usage=value),
        f"{name} in usage": answer(usage=f'{{"total_tokens": {value}, "cost": {value}, "cost_details": {value}}}'),
        f"{name} beside": answer(top=f', "new": {value}, "created": {value}, "provider": {value}, "debug": {value}'),
        f"{name} as id": answer(top=f', "id": {value}'),
        f"{name} as model": answer(top=f', "model": {value}'),
        f"{name} as index": answer(index=value),
        f"{name} in a choice": answer(choice=f', "logprobs": {value}, "native_finish_reason": {value}'),
        f"{name} as a message": answer(choice=f', "message": {value}'),
        f"{name} in a message": answer(
            choice=f', "message": {{"images": [{value}, {{"image_url": {{"url": {value}}}}}], '
            f'"audio": {{"data": {value}}}, "reasoning": {value}, "reasoning_details": [{value}], '
            f'"annotations": {value}, "tool_calls": {calls % (value, value)}}}'
        ),
        f"{name} as choices": answer(top=f', "choices": {value}'),
        f"{name} as an error": answer(top=f', "error": {value}'),
        f"{name} in an error": answer(
            top=f', "error": {{"message": {value}, "code": {value}, '
            f'"metadata": {{"raw": {value}, "provider_name": {value}, '
            f'"previous_errors": [{value}], "retry_after_seconds": {value}, "headers": {{"Retry-After": {value}}}}}}}'
        ),
    }


VALUES = {
    "a deep list": nested(MAX_DEPTH - 20),
    "a deep object": nested(MAX_DEPTH - 20, "object"),
    "a list too deep": nested(MAX_DEPTH + 1),
    "an object too deep": nested(MAX_DEPTH + 1, "object"),
    "a list far too deep": "[" * 3_000 + "]" * 3_000,
    "many lists": "[" + "[[]]," * 150 + "[]]",
    "a long number": "1" * 10_000,
    "a number of 4,300 digits": "9" * 4300,
    "a negative number of 4,300 digits": "-" + "9" * 4300,
    "a huge float": "1e999",
    "an infinite one": "-Infinity",
    "no number": "NaN",
    "control characters": json.dumps(CHARACTERS),
    "half a character": '"\\ud800"',
    "a zero": '"\\u0000"',
    "a long text": json.dumps("x" * 5_000),
    "twice the same key": '{"a": 1, "a": [2], "role": "user", "role": null}',
    "nothing": "null",
    "many keys": "{" + ",".join(f'"k{number}": {number}' for number in range(300)) + "}",
}

LIKE_ANOTHER = {"a deep object", "a list too deep", "a list far too deep", "a long number"}
LIKE_ANOTHER |= {"a negative number of 4,300 digits", "an infinite one", "a zero"}
"""Read, or refused before anything looks at them, just like another one above."""
ONE_OF_A_KIND = [what for what in VALUES if LONG or what not in LIKE_ANOTHER]


def do_all(result: ChatResult) -> None:
    """Everything that is done with an answer."""
    assert repr(result)
    assert (result == copy.copy(result)) in (True, False)  # NaN equals nothing
    plain = result.to_dict()
    told = json.dumps(plain)
    for twin in (copy.copy(result), copy.deepcopy(result), pickle.loads(pickle.dumps(result))):  # noqa: S301
        assert json.dumps(twin.to_dict()) == told
    assert json.dumps(ChatResult.from_dict(plain).to_dict()) == told
    read: list[Callable[[], Any]] = [
        *(lambda name=name: getattr(result, name) for name in ("text", "reasoning", "cost", "tool_calls", "is_empty")),
        *(lambda name=name: getattr(result, name) for name in ("created_time", "usage", "message", "audio")),
        lambda: [(media.media_type, repr(media), media._repr_mimebundle_()) for media in result.images],
        result._repr_markdown_,
    ]
    for each in read:
        each()
    for call in result.tool_calls:
        try:
            call.parsed_arguments  # noqa: B018 - reading it is the test
        except errors.ResponseValidationError as error:
            check_error(error)


def check_error(error: errors.OpenRouterError) -> None:
    """An error is short, can be printed and copied, and commands no terminal."""
    for shown in (str(error), repr(error)):
        assert len(shown) < 2000
        assert shown.isprintable()
        shown.encode()
    for twin in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301
        assert (type(twin), str(twin)) == (type(error), str(error))


def outcome(read: Callable[[], ChatResult]) -> str:
    """What comes of an answer: itself, or one of the documented errors."""
    try:
        do_all(read())
    except errors.OpenRouterError as error:
        check_error(error)
        if error.partial is not None:
            do_all(error.partial)
        return type(error).__name__
    return "read"


@pytest.mark.parametrize("kind", ["list", "object"])
def test_the_limit_of_depth_is_exact(kind: str) -> None:
    assert load_json(nested(MAX_DEPTH, kind)) is not None
    for text in (nested(MAX_DEPTH + 1, kind), nested(100_000, kind)):
        with pytest.raises(ValueError, match="more than 200 levels"):
            load_json(text)


json_values = st.recursive(
    st.none() | st.integers() | st.text("[{a", max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("[{a", max_size=2), inner, max_size=3),
    max_leaves=20,
)


def depth(value: Any) -> int:
    """How many objects and lists stand within each other, counted plainly."""
    if not isinstance(value, (dict, list)):
        return 0
    return 1 + max(map(depth, value.values() if isinstance(value, dict) else value), default=0)


@given(json_values, st.integers(min_value=1, max_value=6))
def test_no_bracket_within_a_text_counts(value: Any, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("openrouter_sdk.custom.errors.values.MAX_DEPTH", most)
        assert is_too_deep(json.dumps(value), value) == (depth(value) > most)


@pytest.mark.parametrize("api", ["sync"], indirect=True)
@pytest.mark.parametrize("what", VALUES)
def test_a_hostile_answer_is_read_or_refused_and_everything_can_be_done_with_it(
    what: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(retry_config=None)
    for name, text in in_all_places(what, VALUES[what]).items():
        server.enqueue(testing.raw(200, {"Content-Type": "application/json"}, text.encode()))
        found = outcome(lambda: api.send(client))
        if "too deep" in what or what == "a long number":
            assert found == "ResponseValidationError", name
        elif not any(place in name for place in ("error", "choices", "message", "index")):
            assert found == "read", name


@pytest.mark.parametrize("api", ["sync"], indirect=True)
@pytest.mark.parametrize("what", ONE_OF_A_KIND)
def test_a_hostile_event_of_a_stream_is_read_or_refused(
    what: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(retry_config=None)
    for text in in_all_places(what, VALUES[what]).values():
        event = text.replace('"message":', '"delta":').replace("chat.completion", "chat.completion.chunk")
        lines = f"data: {event}\n\ndata: {event}\n\ndata: [DONE]\n\n".encode("utf-8", "surrogatepass")
        server.enqueue(testing.raw(200, {"Content-Type": "text/event-stream"}, lines))
        outcome(lambda: api.stream(client).final())


@pytest.mark.parametrize("api", ["sync"], indirect=True)
@pytest.mark.parametrize("what", ONE_OF_A_KIND)
def test_a_hostile_error_is_an_error_of_its_status(
    what: str, api: Api, make_client: MakeClient, server: testing.Server
) -> None:
    client = make_client(retry_config=None)
    for text in in_all_places(what, VALUES[what]).values():
        server.enqueue(testing.raw(404, {"Content-Type": "application/json"}, text.encode()))
        assert outcome(lambda: api.send(client)) == "NotFoundResponseError"


@pytest.mark.parametrize("api", ["sync"], indirect=True)
@pytest.mark.parametrize("what", ONE_OF_A_KIND)
def test_a_conversation_survives_a_hostile_answer(
    what: str, make_client: MakeClient, server: testing.Server, tmp_path: Any
) -> None:
    client = make_client(retry_config=None)
    for number, text in enumerate(in_all_places(what, VALUES[what]).values()):
        chat = Chat("maker/model", client=client)
        server.enqueue(testing.raw(200, {"Content-Type": "application/json"}, text.encode()), testing.reply("Fine"))
        try:
            chat("Hi")
            assert all((chat.usage, repr(chat), str(chat.usage_table())))
        except errors.OpenRouterError as error:
            check_error(error)
        chat.skip_tools()
        try:
            assert isinstance(chat("And now?"), str)
            assert chat._repr_markdown_()
            chat.save(path := tmp_path / f"{number}.json")
            assert Chat.load(path, client=client)("Again?")
        except errors.OpenRouterError as error:
            # this server accepts no such message in what it is sent
            check_error(error)


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_what_a_server_tells_is_one_line_of_a_log(
    make_client: MakeClient, server: testing.Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "openrouter_sdk")
    told = answer(top=f', "id": {json.dumps(CHARACTERS * 100)}, "model": {json.dumps(CHARACTERS)}')
    events = told.replace('"message":', '"delta":').replace("chat.completion", "chat.completion.chunk")
    header = {"X-Generation-Id": "gen\x1b[2J\x9b31m" + "x" * 5000}
    server.enqueue(testing.raw(200, {"Content-Type": "application/json"}, told.encode()))
    server.enqueue(testing.raw(200, {"Content-Type": "text/event-stream"}, f"data: {events}\n\n".encode()))
    server.enqueue(testing.raw(200, {"Content-Type": "text/event-stream", **header}, f"data: {events}\n\n".encode()))
    client = make_client()

    client.chat.send(model="m", messages=[])
    for _ in range(2):
        client.chat.send(model="m", messages=[], stream=True).final()

    assert len(caplog.messages) > 5
    for line in caplog.messages:
        assert line.isprintable()
        assert len(line) < 400
