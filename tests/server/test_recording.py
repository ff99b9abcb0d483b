"""What the server tells about the requests and connections it saw."""

from __future__ import annotations

import threading

import httpx
import pytest

from openrouter_sdk import testing


def test_requests_are_recorded_as_they_came(server, caller):
    caller.http.post("/chat/completions?a=1", content=b"{oops", headers=[("X-Twice", "1"), ("x-twice", "2")])
    caller.result()

    first, second = server.requests
    assert (first.method, first.path, first.query) == ("POST", "/api/v1/chat/completions", "a=1")
    assert (first.body, first.json) == (b"{oops", None)
    assert first.headers["x-twice"] == "1, 2"
    assert first.headers["authorization"] == "Bearer test"
    assert second.json["messages"] == [{"role": "user", "content": "Tell me more"}]
    assert second.finished


def test_a_large_body_is_recorded_whole_and_its_client_still_watched(server, caller):
    text = "x" * 3_000_000
    server.enqueue(testing.reply("late", first_delay=30))

    with pytest.raises(httpx.ReadTimeout):
        caller.post({"messages": [{"role": "user", "content": text}]}, timeout=httpx.Timeout(30, read=0.2))

    assert server.wait_closed()
    assert server.requests[0].json["messages"][0]["content"] == text


def test_a_stream_that_is_left_early_is_marked(server, caller):
    server.enqueue(testing.reply("word " * 1000, event_delay=0.01))

    with caller.http.stream("POST", "/chat/completions", json={"stream": True}) as response:
        next(response.iter_raw())

    assert server.wait_closed(1)
    assert server.requests[0].closed_early


def test_an_idle_connection_that_closes_is_not_an_early_close(server, caller):
    caller.result()
    caller.http.close()

    assert server.wait_connections(0)
    assert not server.requests[0].closed_early
    assert not server.wait_closed(1, timeout=0)


def test_open_connections_are_counted(server, caller):
    caller.result()
    with httpx.Client() as other:
        other.get(server.url)

        assert server.connections == 2
    assert server.wait_connections(1)


def test_a_request_can_be_waited_for_from_another_thread(server, caller):
    server.enqueue(testing.reply(first_delay=0.05))
    sender = threading.Thread(target=caller.result)
    sender.start()

    assert server.wait_requests(1)
    sender.join()
    assert not server.wait_requests(2, timeout=0)


def test_clear_forgets_requests_and_script(server, caller):
    caller.result()
    server.enqueue(testing.reply("never"))
    server.clear()

    assert (server.requests, server.pending) == ([], 0)


def test_the_list_of_requests_is_the_callers_own(server, caller):
    server.requests.append("mine")

    assert server.requests == []
