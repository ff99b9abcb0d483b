"""Scripted bytes, delays and broken connections, and what is refused when it is written."""

from __future__ import annotations

import gzip

import httpx
import pytest

from openrouter_sdk import testing


def test_raw_bytes_are_sent_as_they_are(server, caller):
    html, packed = "<html>Bad gateway</html>", gzip.compress(b'{"zipped": true}')
    server.enqueue(
        testing.raw(502, {"Content-Type": "text/html"}, html),
        testing.raw(200, {"Content-Encoding": "gzip"}, packed),
        testing.raw(204),
    )

    page, zipped, empty = caller.post({}), caller.post({}), caller.post({})

    assert (page.status_code, page.text, page.headers["content-length"]) == (502, html, str(len(html)))
    assert zipped.json() == {"zipped": True}
    assert (empty.status_code, empty.content) == (204, b"")


def test_malformed_events_arrive_in_the_pieces_they_were_written_in(server, caller):
    pieces = [b"data: {oops\n\nda", 0.02, b"ta: [DO", 0.02, b"NE]\n\n"]
    server.enqueue(testing.raw(200, {"Content-Type": "text/event-stream"}, pieces=pieces))

    with caller.http.stream("POST", "/chat/completions", json={}) as response:
        received = list(response.iter_raw())

    assert received == [b"data: {oops\n\nda", b"ta: [DO", b"NE]\n\n"]


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("pieces", [None, [b"0123", b"456789"]])
def test_a_body_is_cut_after_so_many_bytes(server, caller, reset, pieces):
    server.enqueue(testing.raw(200, body=b"0123456789", pieces=pieces, cut_after=6, reset=reset))

    received: list[bytes] = []
    with (
        caller.http.stream("POST", "/chat/completions", json={}) as response,
        pytest.raises(httpx.ReadError if reset else httpx.RemoteProtocolError),
    ):
        received.extend(response.iter_raw())

    assert b"".join(received) == b"012345"
    assert server.requests[0].finished
    assert not server.requests[0].closed_early


def test_a_promised_length_that_is_not_kept_closes_the_connection(server, caller):
    server.enqueue(testing.raw(200, {"Content-Length": "10"}, b"abc"))

    with pytest.raises(httpx.RemoteProtocolError, match="received 3 bytes, expected 10"):
        caller.post({})


def test_the_connection_can_be_closed_without_a_word_or_reset(server, caller):
    server.enqueue(testing.raw(None), testing.raw(None, reset=True), testing.raw(None, body=b"NOT HTTP\r\n\r\n"))

    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        caller.post({})
    with pytest.raises(httpx.ReadError):
        caller.post({})
    with pytest.raises(httpx.RemoteProtocolError, match="illegal status line"):
        caller.post({})


@pytest.mark.parametrize(
    "answer",
    [
        testing.raw(delay=30),
        testing.reply("x", first_delay=30),
        testing.error(500, first_delay=30),
        testing.raw(pieces=[b"x", 30.0, b"y"]),
        testing.reply("x", padding=2, event_delay=30),
    ],
)
def test_a_delay_lets_the_client_time_out_and_is_seen_as_closed_early(server, caller, answer):
    server.enqueue(answer)

    with pytest.raises(httpx.ReadTimeout):
        caller.post({}, timeout=httpx.Timeout(60, read=0.05))

    assert server.wait_closed()
    assert server.requests[0].closed_early
    assert not server.requests[0].finished


def test_events_wait_for_their_delay_comments_too(server, caller):
    server.enqueue(testing.reply("a", comments=5, event_delay=30))

    with pytest.raises(httpx.ReadTimeout):
        caller.post({"stream": True}, timeout=httpx.Timeout(60, read=0.05))


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: testing.raw(99), "99"),
        (lambda: testing.raw(600), "600"),
        (lambda: testing.raw(body=b"abc", headers={"content-length": "2"}), "above its Content-Length 2"),
        (lambda: testing.raw(delay=-1), "-1"),
        (lambda: testing.raw(pieces=[-1.0]), "-1.0"),
        (lambda: testing.reply(event_delay=-1), "event_delay"),
        (lambda: testing.reply(batch=0), "batch"),
        (lambda: testing.reply(n=-1), "n must not be"),
        (lambda: testing.error(42), "42"),
    ],
)
def test_nonsense_is_refused_when_it_is_written(build, message):
    with pytest.raises(ValueError, match=message):
        build()
