"""What a stream shows besides its chunks."""

from __future__ import annotations

import asyncio
import copy
import inspect
import logging
import pickle
import threading
from typing import Any

import pytest

import openrouter_sdk
from openrouter_sdk import EventStream, EventStreamAsync, models, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api, AsyncApi, Stream, SyncApi
from tests.helpers.examples import meeting
from tests.streams.wire import COMMENT, DONE, WHOLE, Outcome, chunk, event, streamed, text, usage

FIRST = {"index": 0, "id": "c1", "type": "function", "function": {"name": "f", "arguments": '{"a"'}}
SECOND = {"index": 0, "function": {"arguments": ": 1}"}}
ANOTHER_CHOICE = {"id": "gen-1", "choices": [{"index": 1, "delta": {"content": "other"}, "finish_reason": "stop"}]}
EVERYTHING = streamed(
    event(
        chunk(delta={"reasoning": "Hm", "reasoning_details": [{"type": "reasoning.text", "text": "Hm", "index": 0}]})
    ),
    event(chunk(delta={"reasoning_details": [{"type": "reasoning.summary", "summary": "m", "index": 0}]})),
    text("Hel") + text("") + text("lo"),
    event(chunk(delta={"tool_calls": [FIRST]})) + event(chunk(delta={"tool_calls": None})),
    event(ANOTHER_CHOICE),
    event(chunk(None, "stop", delta={"tool_calls": [SECOND]})) + usage(total_tokens=9, cost=0.5) + DONE,
)


def all_of(api: Api, deltas: Any) -> list[Any]:
    if isinstance(api, AsyncApi):
        return api.run(_all(deltas))  # type: ignore[no-any-return]
    return list(deltas)


async def _all(deltas: Any) -> list[Any]:
    return [delta async for delta in deltas]


def opened(api: Api, server: testing.Server, make_client: MakeClient, **options: Any) -> Stream:
    server.enqueue(EVERYTHING)
    return api.stream(make_client(), **options)


def test_text_deltas_are_the_text_of_the_first_choice(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    stream = opened(api, server, make_client)

    assert all_of(api, stream.inner.text_deltas()) == ["Hel", "lo"]
    assert stream.final().text == "Hello"


@pytest.mark.parametrize(
    ("indexes", "first"), [([1, 1], "11"), ([3, 2, 3], "2"), ([1, 0, 1, 0], "00"), ([2, None, 1], "None")]
)
def test_the_deltas_are_those_of_the_choice_that_comes_first_in_the_answer(
    api: Api, server: testing.Server, make_client: MakeClient, indexes: list[int | None], first: str
) -> None:
    deltas = [
        {"content": f"{at}", "reasoning": f"{at}", "tool_calls": [{"index": 0, "id": f"call {at}"}]} for at in indexes
    ]
    choices = [{"index": at, "delta": delta} for at, delta in zip(indexes, deltas, strict=True)]
    server.enqueue(*[streamed(*[event({"choices": [choice]}) for choice in choices], DONE)] * 3)
    client = make_client()
    stream = api.stream(client)

    assert "".join(all_of(api, stream.inner.text_deltas())) == stream.final().text == first
    assert "".join(all_of(api, api.stream(client).inner.reasoning_deltas())) == stream.final().reasoning == first
    calls = {call.id for call in all_of(api, api.stream(client).inner.tool_call_deltas())}
    assert (
        calls == {call.id for call in stream.final().tool_calls} == {f"call {at}" for at in indexes if f"{at}" in first}
    )


def test_no_piece_of_text_ends_within_a_character(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    halves = [*"\ud83d\ude00", "b\ud83d", "\ude00c\ud83d", "d", "e\ud83d"]
    deltas = [event(chunk(half, delta={"reasoning": half})) for half in ["a", *halves]]
    server.enqueue(*[streamed(*deltas, DONE)] * 2)
    client = make_client()

    assert all_of(api, api.stream(client).inner.text_deltas()) == ["a", "😀", "b", "😀c", "\ud83dd", "e", "\ud83d"]
    assert all_of(api, api.stream(client).inner.reasoning_deltas()) == ["a", "😀", "b", "😀c", "\ud83dd", "e", "\ud83d"]


def test_reasoning_deltas_are_its_reasoning_once_and_never_its_text(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    stream = opened(api, server, make_client)

    assert all_of(api, stream.inner.reasoning_deltas()) == ["Hm", "m"]


def test_thinking_parts_of_a_content_list_are_reasoning_and_stay_in_the_content(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    parts: list[dict[str, Any]] = [
        {"type": "thinking", "thinking": [{"type": "text", "text": "Let me "}]},
        {"type": "thinking", "thinking": "see.", "signature": "S"},
    ]
    deltas = [event(chunk(delta={"content": [part]})) for part in parts]
    server.enqueue(*[streamed(*deltas, text("Bl"), text("ue", "stop"), DONE)] * 2)
    client = make_client()

    assert all_of(api, api.stream(client).inner.reasoning_deltas()) == ["Let me ", "see."]
    result = api.stream(client).final()
    assert (result.reasoning, result.text) == ("Let me see.", "Blue")
    assert result.to_dict()["choices"][0]["message"]["content"][:2] == parts


def test_tool_call_deltas_are_the_pieces_and_final_has_the_whole(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    stream = opened(api, server, make_client)
    deltas = all_of(api, stream.inner.tool_call_deltas())

    assert [delta.to_dict() for delta in deltas] == [FIRST, SECOND]
    assert [call.parsed_arguments for call in stream.final().tool_calls] == [{"a": 1}]


def test_deltas_of_an_odd_kind_are_left_out(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    odd: list[Any] = ["text", 3, {"a": 1}, [None, "x"], None]
    server.enqueue(streamed(*[event(chunk(delta={"tool_calls": each, "content": 3})) for each in odd], DONE))
    stream = api.stream(make_client())

    assert all_of(api, stream.inner.tool_call_deltas()) == []


def test_deltas_raise_what_the_stream_raises(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    server.enqueue(streamed(text("Hel")))
    deltas = api.stream(make_client()).inner.text_deltas()
    with pytest.raises(openrouter_sdk.errors.StreamInterruptedError):
        all_of(api, deltas)


def test_before_the_first_chunk_everything_can_be_asked_for(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(streamed(60.0, DONE, headers={"X-Test": "yes"}))
    with api.stream(make_client()) as stream:
        assert stream.partial.choices == []
        assert stream.partial.text == ""
        assert stream.inner.usage is None
        assert stream.http.status == 200
        assert stream.http.headers["x-test"] == "yes"
        assert stream.http.generation_id == "gen-header"
        assert stream.http.attempts == 1


def test_usage_comes_with_the_last_chunk(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    stream = opened(api, server, make_client)
    final = stream.final()

    assert isinstance(stream.inner.usage, models.ChatUsage)
    assert stream.inner.usage == final.usage
    assert (stream.inner.usage.total_tokens, final.cost) == (9, 0.5)


def test_partial_grows_with_the_chunks_and_is_never_shared(
    api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    server.enqueue(WHOLE)
    seen = []
    with api.stream(make_client()) as stream:
        for _ in stream:
            seen.append(stream.partial)
            stream.partial.choices.clear()

    assert [each.text for each in seen] == ["Hel", "Hello", "Hello", "Hello"]
    assert seen[0].http.status == 200


def test_keep_alives_can_be_observed(api: Api, server: testing.Server, make_client: MakeClient) -> None:
    seen: list[str] = []
    server.enqueue(streamed(COMMENT, COMMENT[:5], COMMENT[5:], text("Hel") + b":\n\n" + text("lo", "stop"), DONE))
    outcome = Outcome(api.stream(make_client(), on_keepalive=seen.append))

    assert seen == ["OPENROUTER PROCESSING", "OPENROUTER PROCESSING", ""]
    assert outcome.texts == ["Hel", "lo"]


def test_an_observer_of_keep_alives_that_fails_does_not_break_the_stream(
    api: Api, server: testing.Server, make_client: MakeClient, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(comment: str) -> None:
        raise ZeroDivisionError(comment)

    server.enqueue(streamed(COMMENT, text("Hello", "stop"), DONE))
    with caplog.at_level(logging.WARNING, "openrouter_sdk"):
        outcome = Outcome(api.stream(make_client(), on_keepalive=fail))

    assert outcome.texts == ["Hello"]
    assert "ZeroDivisionError" in caplog.text


HARMLESS = {
    "a heartbeat": event({"type": "keepalive", "sequence_number": 3}),
    "another heartbeat": event({"type": "response.keep_alive"}),
    "null choices": event({"choices": None}),
    "empty choices": event({"choices": []}),
    "a debug chunk": event({"debug": {"echo_upstream_body": {}}, "choices": []}),
    "a ping": b"event: ping\ndata:\n\n",
    "an unknown event": b"event: news\ndata: today\n\n",
    "an id": b"id: 7\n\n",
    "a retry time": b"retry: 3000\n\n",
    "a number": b"data: 3\n\n",
    "comments in a row": COMMENT * 3 + b":\n:\n\n",
    "an error behind a space": b" " + event({"error": {"code": 500, "message": "no"}}),
    "data behind a space that is no JSON": b" data: {half\n\n \n\n",
    "other fields behind a space": b" event: error\n id: 7\n\n",
    "data behind a tab": b"\t" + text("not this"),
}


# one decoder reads for both colours
@pytest.mark.parametrize(
    ("what", "line_end", "api"),
    meeting(HARMLESS, ["\n", "\r\n", "\r"], ["sync", "async"]),
    indirect=["api"],
)
def test_what_is_no_content_changes_nothing(
    api: Api, server: testing.Server, make_client: MakeClient, what: str, line_end: str
) -> None:
    body = HARMLESS[what] + text("Hel") + HARMLESS[what] + text("lo", "stop") + HARMLESS[what] + DONE
    server.enqueue(streamed(body.replace(b"\n", line_end.encode())))
    stream = api.stream(make_client())

    assert "".join(all_of(api, stream.inner.text_deltas())) == "Hello"


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "é", "😀"])
def test_characters_that_look_like_line_ends_are_text(
    api: Api, server: testing.Server, make_client: MakeClient, odd: str
) -> None:
    escaped = odd if ord(odd) >= 32 else f"\\u{ord(odd):04x}"
    data = f'data: {{"id": "g", "choices": [{{"index": 0, "delta": {{"content": "a{escaped}b"}}}}]}}\n\n'.encode()
    server.enqueue(streamed(*[data[at : at + 1] for at in range(len(data))], DONE))

    assert Outcome(api.stream(make_client())).texts == [f"a{odd}b"]


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_another_thread_can_look_at_the_partial_answer_all_the_while(
    api: SyncApi, server: testing.Server, make_client: MakeClient
) -> None:
    count = 6000
    server.enqueue(streamed(*[text("x") * 100] * (count // 100), DONE))
    stream = api.stream(make_client())
    over = threading.Event()
    lengths: list[int] = []

    def look() -> None:
        while not over.is_set():
            lengths.append(len(stream.partial.text))

    looker = threading.Thread(target=look)
    looker.start()
    chunks = sum(1 for _ in stream)
    over.set()
    looker.join()

    assert chunks == count
    assert lengths == sorted(lengths)
    assert len(stream.final().text) == count


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_stream_is_not_duplicated_by_accident(
    duplicate: Any, api: Api, server: testing.Server, make_client: MakeClient
) -> None:
    with api.wrap(api.send(make_client(), stream=True)) as stream:
        with pytest.raises(
            TypeError, match=r"EventStream.* can be neither pickled nor copied; what final\(\) gives can"
        ):
            duplicate(stream.inner)
        assert duplicate(stream.final())


def test_both_classes_are_found_where_they_belong() -> None:
    assert openrouter_sdk.EventStream is EventStream
    assert openrouter_sdk.EventStreamAsync is EventStreamAsync


def test_both_classes_show_the_same() -> None:
    dunder = {"__iter__": "__aiter__", "__next__": "__anext__", "__enter__": "__aenter__", "__exit__": "__aexit__"}
    sync = {dunder.get(name, name) for name in vars(EventStream) if not name.startswith("_") or name in dunder}
    in_async = {name for name in vars(EventStreamAsync) if not name.startswith("_") or name in dunder.values()}

    assert in_async - sync == {"aclose", "with_heartbeat"}
    assert sync - in_async == set()
    for name in sync:
        theirs = getattr(EventStream, {there: here for here, there in dunder.items()}.get(name, name))
        assert (theirs.__doc__ is None) == (getattr(EventStreamAsync, name).__doc__ is None)
    assert inspect.iscoroutinefunction(EventStreamAsync.close)


def test_a_whole_answer_is_read_like_a_stream_of_one(api: Api, make_client: MakeClient, server: testing.Server) -> None:
    server.enqueue(testing.reply("Hi"))
    result = api.answer(make_client(), streamed=False)

    with result as entered:
        assert [*entered] == [result]

    async def read() -> None:
        async with result as entered:
            assert [one async for one in entered] == [result]

    asyncio.run(read())
