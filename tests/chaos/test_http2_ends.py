"""An HTTP/2 server that resets a stream, or goes away: what it says it did not begin is sent again, nothing else is."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import pytest
from h2.errors import ErrorCodes

from openrouter_sdk import OpenRouter, errors
from tests.chaos.conftest import CARRIERS, Carrier
from tests.chaos.exchanges import WORDS
from tests.chaos.http2_server import HALF, Behaviour, Http2Server, Stream
from tests.chaos.test_every_byte import Found, ask

INJECTED = pytest.mark.parametrize("carrier", [each for each in CARRIERS if " over " in each], indirect=True)
LAST_POSSIBLE = 2**31 - 1
"""The number of no stream yet, with which a server announces that it will go away."""


def then(*steps: Any) -> Behaviour:
    """One step behind the other; the result is that of the last one."""

    def behave(stream: Stream) -> object:
        return [step(stream) for step in steps][-1]

    return behave


def go_away(last: int | None = None, code: ErrorCodes = ErrorCodes.NO_ERROR) -> Behaviour:
    """With the number of this stream unless another is given."""
    return lambda stream: stream.go_away(stream.id if last is None else last, code)


def reset(code: ErrorCodes) -> Behaviour:
    return lambda stream: stream.reset(code)


def closed(_: Stream) -> bool:
    return True


def half(stream: Stream) -> None:
    stream.headers()
    stream.events(0, HALF)


def rest(stream: Stream) -> None:
    stream.events(HALF)
    stream.end()


def finish_reason(stream: Stream) -> None:
    stream.headers()
    stream.events()


@dataclass
class Case:
    """How a request is answered, and what comes of the call: the error, attempts, requests that the server gets."""

    behaviour: Behaviour
    raised: type[Exception] | None
    attempts: int = 1
    requests: int = 1


NO_ANSWER, INTERRUPTED = errors.NoResponseError, errors.StreamInterruptedError
ON_A_NEW_CONNECTION = {
    "refused": Case(reset(ErrorCodes.REFUSED_STREAM), None, 2, 2),
    "reset before the answer": Case(reset(ErrorCodes.INTERNAL_ERROR), NO_ANSWER),
    "went away, began nothing": Case(then(go_away(0), closed), None, 2, 2),
    "went away, had begun": Case(then(go_away(), closed), NO_ANSWER),
    "went away for an error": Case(then(go_away(code=ErrorCodes.ENHANCE_YOUR_CALM), closed), NO_ANSWER),
    "closed without a word": Case(closed, NO_ANSWER),
    "no frame in place of the answer": Case(Stream.garbage, NO_ANSWER),
}
ON_A_KEPT_CONNECTION = {
    "refused": Case(reset(ErrorCodes.REFUSED_STREAM), None, 2, 2),
    "reset before the answer": Case(reset(ErrorCodes.INTERNAL_ERROR), NO_ANSWER),
    # httpx itself sends it again
    "went away, had not begun it": Case(then(go_away(1), closed), None, 1, 2),
    "went away, began nothing": Case(then(go_away(0), closed), None, 2, 2),
    "went away, had begun it": Case(then(go_away(), closed), NO_ANSWER),
    "announced that it will go away": Case(then(go_away(LAST_POSSIBLE), closed), None, 2, 2),
    "went away for an error": Case(then(go_away(code=ErrorCodes.ENHANCE_YOUR_CALM), closed), NO_ANSWER),
    "closed without a word": Case(closed, None, 2, 2),
}
IN_THE_STREAM = {
    "reset": Case(then(half, reset(ErrorCodes.INTERNAL_ERROR)), INTERRUPTED),
    "reset by who would have it sent again": Case(then(half, reset(ErrorCodes.REFUSED_STREAM)), INTERRUPTED),
    "went away": Case(then(half, go_away(), closed), INTERRUPTED),
    "went away, says it had not begun": Case(then(half, go_away(1), closed), INTERRUPTED),
    "went away, says it had begun nothing": Case(then(half, go_away(0), closed), INTERRUPTED),
    "went away for an error": Case(then(half, go_away(code=ErrorCodes.INTERNAL_ERROR), closed), INTERRUPTED),
    "closed": Case(then(half, closed), INTERRUPTED),
    "no frame": Case(then(half, Stream.garbage), INTERRUPTED),
    "reset behind the finish reason": Case(then(finish_reason, reset(ErrorCodes.INTERNAL_ERROR)), None),
    "went away behind the finish reason": Case(then(finish_reason, go_away(), closed), None),
}


Connect: TypeAlias = Callable[..., AbstractContextManager[tuple[Http2Server, OpenRouter]]]


@pytest.fixture
def connected(carrier: Carrier, speaks_tls: ssl.SSLContext, trusts: dict[str, Any]) -> Connect:
    """A server that behaves like this, and its client, of whose calls nothing is left behind the block."""

    @contextmanager
    def connect(*behaviours: Behaviour) -> Iterator[tuple[Http2Server, OpenRouter]]:
        with Http2Server(speaks_tls, behaviours) as server:
            client, pool = carrier.client(server.url, keep=True, http={**trusts, "http2": True, "http1": False})
            yield server, client
            assert (pool.busy, pool.requests) == (0, 0)
            carrier.close()
            assert server.wait_all_closed()

    return connect


def check(case: Case, found: Found, requests: int) -> None:
    assert (type(found.raised) if found.raised else None) is case.raised, found.raised
    assert (found.attempts, requests) == (case.attempts, case.requests)
    if case.raised is None:
        assert found.texts == list(WORDS)
    elif case.raised is INTERRUPTED:
        assert found.texts == list(WORDS[: len(found.texts)])


@INJECTED
@pytest.mark.parametrize("case", ON_A_NEW_CONNECTION.values(), ids=ON_A_NEW_CONNECTION)
def test_what_a_server_says_it_did_not_begin_is_sent_again_and_nothing_else(
    case: Case, carrier: Carrier, connected: Connect
) -> None:
    with connected(case.behaviour) as (server, client):
        check(case, ask(carrier.api, client, streamed=True), server.requests)


@INJECTED
@pytest.mark.parametrize("case", ON_A_KEPT_CONNECTION.values(), ids=ON_A_KEPT_CONNECTION)
def test_a_kept_http2_connection_that_ends_without_a_word_of_the_answer_is_replaced_once(
    case: Case, carrier: Carrier, connected: Connect
) -> None:
    with connected(Stream.whole, case.behaviour) as (server, client):
        assert ask(carrier.api, client, streamed=True).raised is None

        check(case, ask(carrier.api, client, streamed=True), server.requests - 1)

        assert ask(carrier.api, client, streamed=True).texts == list(WORDS)


@INJECTED
@pytest.mark.parametrize("last", [1, LAST_POSSIBLE])
def test_a_server_that_goes_away_between_requests_is_asked_over_a_new_connection(
    last: int, carrier: Carrier, connected: Connect
) -> None:
    with connected(then(Stream.whole, go_away(last), closed)) as (server, client):
        for _ in range(3):
            found = ask(carrier.api, client, streamed=True)
            assert (found.raised, found.texts) == (None, list(WORDS))

        assert (server.connections, server.requests) == (2, 3)


@INJECTED
@pytest.mark.parametrize("case", IN_THE_STREAM.values(), ids=IN_THE_STREAM)
def test_an_http2_stream_that_ends_before_its_finish_reason_is_interrupted(
    case: Case, carrier: Carrier, connected: Connect
) -> None:
    with connected(Stream.whole, case.behaviour) as (server, client):
        assert ask(carrier.api, client, streamed=True).raised is None

        check(case, ask(carrier.api, client, streamed=True), server.requests - 1)

        assert ask(carrier.api, client, streamed=True).texts == list(WORDS)


@INJECTED
def test_an_answer_that_has_begun_is_not_asked_for_again_whatever_the_server_says(
    carrier: Carrier, connected: Connect
) -> None:
    with connected(then(half, reset(ErrorCodes.REFUSED_STREAM))) as (server, client):
        found = ask(carrier.api, client, streamed=False)

        assert type(found.raised) is NO_ANSWER
        assert (found.raised.request_sent, found.attempts, server.requests) == (True, 1, 1)


@INJECTED
def test_a_server_that_goes_away_and_finishes_what_it_began_has_a_documented_outcome(
    carrier: Carrier, connected: Connect
) -> None:
    """httpx reads nothing behind the news that a connection will end, though the answer still comes."""
    with connected(then(half, go_away(), rest, closed)) as (server, client):
        found = ask(carrier.api, client, streamed=True)

        assert found.raised is None or type(found.raised) is INTERRUPTED
        assert found.texts == list(WORDS[: len(found.texts)] if found.raised else WORDS)
        assert server.requests == 1


@INJECTED
def test_a_reset_stream_spoils_no_other_on_its_connection(carrier: Carrier, connected: Connect) -> None:
    begun: list[Stream] = []

    def broken(stream: Stream) -> None:
        half(stream)
        stream.reset(ErrorCodes.INTERNAL_ERROR)
        rest(begun[0])

    with connected(then(half, begun.append), broken) as (server, client):
        other = carrier.api.stream(client)
        first = next(iter(other)).text

        found = ask(carrier.api, client, streamed=True)

        assert type(found.raised) is INTERRUPTED
        assert [first, *other.texts()] == list(WORDS)
        assert server.connections == 1
