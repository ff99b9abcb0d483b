"""Bodies in a cassette come out as they went in, whatever they are."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk.testing._cassettes.bodies import (
    Piece,
    request_bytes,
    response_pieces,
    stored_request,
    stored_response,
)
from openrouter_sdk.testing._cassettes.scrubbing import Scrubber

NOTHING = Scrubber()
LINES = st.sampled_from(
    [b"data: ", b"data:", b"event: x", b": c", b"\n", b"\r\n", b"\r", b"{", b"1", b"[DONE]", b"\xff", b" "]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=20), inner),
    max_leaves=10,
)


def through_a_file(stored):
    return json.loads(json.dumps(stored))


@settings(max_examples=30)
@given(st.lists(st.lists(LINES).map(b"".join)))
def test_a_stream_comes_out_as_it_went_in(parts):
    headers = {"content-type": "text/event-stream"}
    pieces = [Piece(1, part) for part in parts]
    stored = through_a_file(stored_response(headers, pieces, whole=True, scrub=NOTHING))

    out = response_pieces(headers, stored)

    assert b"".join(piece.data for piece in out) == b"".join(parts)
    assert sum(piece.after_ms for piece in out) <= len(parts)


@settings(max_examples=30)
@given(st.binary())
def test_bytes_come_out_as_they_went_in(body):
    response = through_a_file(stored_response({}, [Piece(0, body)], whole=False, scrub=NOTHING))

    assert b"".join(piece.data for piece in response_pieces({}, response)) == body


@settings(max_examples=30)
@given(JSON)
def test_json_comes_out_with_the_same_meaning(value):
    body = json.dumps(value).encode()
    event = b"data: " + body + b"\n\n"
    headers = {"content-type": "text/event-stream"}

    request = through_a_file(stored_request(body, NOTHING))
    events = through_a_file(stored_response(headers, [Piece(0, event)], whole=True, scrub=NOTHING))

    if "key" not in (value if isinstance(value, dict) else {}):
        assert json.loads(request_bytes(request)) == value
    assert json.loads(response_pieces(headers, events)[0].data.removeprefix(b"data: ")) == value
