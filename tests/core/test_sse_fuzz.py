from __future__ import annotations

import math
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from openrouter_sdk.custom.errors.tree import ResponseValidationError
from openrouter_sdk.custom.stream.sse import EventDecoder
from tests.core.sse_decoding import decoded, outcome, plainly_decoded
from tests.core.streams import RECORDED, STREAMS, Stream, cuts, recorded_bodies
from tests.helpers.examples import LONG, examples


@pytest.mark.parametrize("stream", STREAMS, ids=str)
def test_every_stream_of_ours_decodes_the_same_however_it_is_cut(stream: Stream) -> None:
    expected = plainly_decoded(stream.body)

    for reads in cuts(stream.body):
        assert decoded(reads) == expected


@pytest.mark.parametrize("name", RECORDED)
def test_every_recorded_stream_decodes_the_same_however_it_is_cut(name: str) -> None:
    for line_end in (b"\n", b"\r\n", b"\r"):
        body = recorded_bodies()[name].replace(b"\n", line_end)
        expected = plainly_decoded(body)

        for reads in cuts(body, every_two_parts_below=0, every_byte_below=math.inf if LONG else 6000):
            assert decoded(reads) == expected, line_end


_lines = [b"data: ", b"data", b"data: x\n\n", b"\n\ndata: ", b"event: e", b"id: 1", b"id:\0", b"retry: 5", b": c\n\n"]
_lines += [b" data: x\n", b" event: e\n", b" : c\n"]
_lines += [b'\n{"error": {}}\n', b'{\n  "error": 1', b"\n}", b"<p>", b"}\n"]
_bits = [
    b":",
    b" ",
    b"\n",
    b"\n\n",
    b"\r",
    b"\r\n",
    b"{}",
    b"x",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"\xe2",
    b"\xff",
    b"\x85",
]
_pieces = st.sampled_from([*_lines, *_bits])
_bodies = st.lists(_pieces | st.binary(max_size=3), max_size=25).map(b"".join)


@st.composite
def _cut_bodies(draw: st.DrawFn) -> list[bytes]:
    body = draw(_bodies)
    ends = sorted(draw(st.lists(st.integers(0, len(body)), max_size=8)))
    return [body[start:end] for start, end in zip([0, *ends], [*ends, len(body)], strict=True)]


# Reads that end where lines and events end, as they mostly do.
_reads = st.lists(st.lists(_pieces, max_size=4).map(b"".join), max_size=8)


@settings(max_examples=examples(1000), deadline=None)
@given(_cut_bodies() | _reads)
def test_any_bytes_in_any_reads_decode_by_the_plain_rules(reads: list[bytes]) -> None:
    expected = plainly_decoded(b"".join(reads))

    assert decoded(reads) == expected


@settings(max_examples=examples(500), deadline=None)
@given(_cut_bodies() | _reads)
def test_the_short_cuts_give_what_the_exact_path_gives(reads: list[bytes]) -> None:
    body = b"".join(reads).removeprefix(b"\xef\xbb\xbf")
    exact = EventDecoder()
    expected = [*exact._decode_lines(body), *exact.flush()]
    short = EventDecoder()

    actual = [item for read in reads for item in short.feed(read)] + list(short.flush())

    assert actual == expected


@settings(max_examples=examples(500), deadline=None)
@given(_cut_bodies() | _reads, st.integers(1, 20))
def test_a_small_ceiling_stops_at_the_same_event_however_the_body_is_cut(reads: list[bytes], limit: int) -> None:
    body = b"".join(reads)
    expected = outcome([body[at : at + 1] for at in range(len(body))], max_event_bytes=limit)

    assert outcome(reads, max_event_bytes=limit) == expected


class ReadsOfAnyKind(RuleBasedStateMachine):
    """Whatever is fed, the decoder raises nothing but an SDK error and holds no more than its ceiling and one read."""

    limit = 64

    def __init__(self) -> None:
        super().__init__()
        self.decoder = EventDecoder(max_event_bytes=self.limit)
        self.last_read = 0
        self.failed = False

    @rule(read=_pieces | st.binary(max_size=40) | st.sampled_from([b"y" * 30, b"data: " + b"z" * 40, b"data: q\n"]))
    def feed(self, read: bytes) -> None:
        self.take(read, None)

    @rule()
    def stop_in_the_middle_of_a_read(self) -> None:
        self.take(b"data: 1\n\ndata: 2\n\n: 3\n", 1)

    def take(self, read: bytes, count: int | None) -> None:
        self.last_read = len(read)
        try:
            events = list(islice(self.decoder.feed(read), count))
        except ResponseValidationError:
            assert not self.failed
            self.failed = True
        else:
            assert not (self.failed and events)

    @invariant()
    def holds_little(self) -> None:
        held = len(self.decoder._line) + sum(map(len, self.decoder._data))

        assert held <= self.limit + self.last_read


TestReadsOfAnyKind = ReadsOfAnyKind.TestCase
TestReadsOfAnyKind.settings = settings(max_examples=examples(100), stateful_step_count=40, deadline=None)
