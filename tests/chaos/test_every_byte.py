"""A connection that ends at any byte of the request or of the answer has one of the outcomes of one table.

`make test` tries the bytes around every border and a few more, `make chaos` tries all.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors
from tests.chaos.conftest import EVERY_OFFSET, Carrier
from tests.chaos.exchanges import EXCHANGES, WORDS, Exchange, allowed
from tests.chaos.network import Cut, Direction, How, Network
from tests.helpers.api import Api
from tests.helpers.patience import PATIENCE_S, given_time
from tests.streams.conftest import Pool
from tests.streams.wire import Outcome

ENDS: tuple[How, ...] = ("reset", "close", "half-close")
SPREAD = 2
"""How many more bytes are tried by `make test`: others for each way, the same in each run."""


@dataclass
class Found:
    """What came of a call."""

    raised: errors.OpenRouterError | None
    texts: list[str]
    attempts: int


def ask(api: Api, client: OpenRouter, streamed: bool, **arguments: Any) -> Found:
    """A call, read to its end."""
    try:
        if not streamed:
            result = api.send(client, **arguments)
            return Found(None, [result.text], result.http.attempts)
        stream = api.stream(client, **arguments)
    except errors.OpenRouterError as error:
        return Found(error, [], error.attempts)
    outcome = Outcome(stream)
    texts = [each for each in outcome.texts if each]
    if outcome.error is not None:
        assert outcome.partial is None or outcome.partial.text == "".join(texts)
        assert outcome.afterwards == []
    return Found(outcome.error, texts, stream.http.attempts)


def offsets(exchange: Exchange, direction: Direction, how: How, length: int) -> list[int]:
    """The bytes to cut at: all of them, or those around the borders and a few more."""
    # a cut behind the last byte of a request is one before the first of the answer
    places = range(length if direction == "request" else length + 1)
    if EVERY_OFFSET:
        return list(places)
    borders = {0, length, exchange.head, exchange.finished, *exchange.ends[:2], *exchange.ends[-1:]}
    if direction == "request":
        borders = {0, length}
    elif how == "half-close":
        # who only reads cannot tell it from a close
        return sorted(borders)
    near = {border + step for border in borders for step in (-1, 0, 1)}
    return sorted((near | set(random.Random(f"{exchange.answer!r} {how}").sample(places, SPREAD))) & set(places))


def check(found: Found, name: str, cut: Cut) -> str | None:
    """What is wrong with an outcome; None if nothing is."""
    exchange, kind = EXCHANGES[name], allowed(name, cut)
    expected = list(WORDS) if kind is None else exchange.words(cut)
    if kind is None and not exchange.streamed:
        expected = ["".join(WORDS)]
    if (type(found.raised) if found.raised else None) is not kind:
        return f"{found.raised!r} in place of {kind}"
    # with a reset, what had come and was not taken may be lost
    lost = cut.how == "reset" and kind is not None and found.texts == expected[: len(found.texts)]
    if found.texts != expected and not lost:
        return f"{found.texts} in place of {expected}"
    if found.attempts != 1:
        return f"{found.attempts} attempts"
    status = None if exchange.place(cut) in ("request", "no answer", "headers") else 200
    if found.raised is not None and (found.raised.http_status, request_sent(found.raised)) != (status, True):
        return f"status {found.raised.http_status}, sent {request_sent(found.raised)}"
    return None


def request_sent(error: errors.OpenRouterError) -> bool:
    return bool(getattr(error, "request_sent", True))


def request_length(carrier: Carrier, network: Network, client: OpenRouter, exchange: Exchange) -> int:
    """How long the request is, which is sent once as a trial."""
    assert ask(carrier.api, client, exchange.streamed).raised is None
    return len(network.last_request)


def open_things() -> Counter[object]:
    """The threads that run, and what the descriptors of this process lead to."""
    found: Counter[object] = Counter(threading.enumerate())
    for path in Path("/proc/self/fd").glob("*"):
        with suppress(FileNotFoundError):  # it was that of the listing
            found[path.readlink()] += 1
    return found


def nothing_is_left(
    carrier: Carrier, network: Network, client: OpenRouter, pool: Pool, before: Counter[object]
) -> None:
    """No connection, thread or descriptor is left of all the calls."""
    assert (pool.busy, pool.requests, pool.live) == (0, 0, [])
    assert network.wait_all_closed()
    give_up = time.monotonic() + PATIENCE_S  # real time: the server's end of a connection closes when it comes to it
    while open_things() - before and time.monotonic() < give_up:  # real time: the same
        carrier.api.pause(0.001)
    assert open_things() - before == Counter()
    carrier.api.close(client)


@pytest.mark.parametrize("direction", ["request", "answer"])
@pytest.mark.parametrize("name", EXCHANGES)
def test_a_connection_that_ends_at_any_byte_has_its_one_outcome_and_leaves_nothing(
    name: str, direction: Direction, carrier: Carrier, network: Network
) -> None:
    exchange = EXCHANGES[name]
    network.answer, network.closes = exchange.answer, exchange.closes
    client, pool = carrier.client(network.url)
    length = request_length(carrier, network, client, exchange)
    assert network.wait_all_closed()
    before = open_things()
    length = length if direction == "request" else len(exchange.answer)
    wrong: list[str] = []

    for how in ENDS:
        for at in offsets(exchange, direction, how, length):
            cut, asked = Cut(direction, at, how), network.requests
            network.cut_next(cut)
            problem = check(ask(carrier.api, client, exchange.streamed), name, cut)
            if problem is None and pool.busy:
                problem = "the connection is still in use"
            if problem is None and network.requests - asked != (direction == "answer"):
                problem = f"{network.requests - asked} requests"
            if problem is not None:
                wrong.append(f"{how} behind byte {at} of {length} of the {direction}: {problem}")

    assert wrong == []
    nothing_is_left(carrier, network, client, pool, before)


@pytest.mark.parametrize("direction", ["request", "answer"])
@pytest.mark.parametrize("name", EXCHANGES)
def test_a_connection_that_falls_silent_at_any_byte_is_given_up_in_time_and_leaves_nothing(
    name: str, direction: Direction, carrier: Carrier, network: Network
) -> None:
    exchange = EXCHANGES[name]
    network.answer, network.closes = exchange.answer, exchange.closes
    client, pool = carrier.client(network.url, real_time=True)
    length = request_length(carrier, network, client, exchange)
    assert network.wait_all_closed()
    before = open_things()
    length = length if direction == "request" else len(exchange.answer)
    step = 29 if EVERY_OFFSET else length // 2
    wrong: list[str] = []

    for at in range(0, length, step):
        cut = Cut(direction, at, "stall")

        def stalled(seconds: float, cut: Cut = cut) -> str | None:
            network.cut_next(cut)
            return check(ask(carrier.api, client, exchange.streamed, timeout_ms=seconds * 1000), name, cut)

        problem = given_time(stalled, enough=lambda found: found is None, seconds=0.1)
        if problem is not None:
            wrong.append(f"silent behind byte {at} of {length} of the {direction}: {problem}")

    assert wrong == []
    nothing_is_left(carrier, network, client, pool, before)
