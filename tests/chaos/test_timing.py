"""Answers that come in whatever portions and whenever: nothing is lost, nothing is taken twice."""

from __future__ import annotations

import ssl
from typing import Any

import pytest

from openrouter_sdk import errors
from tests.chaos.conftest import EVERY_OFFSET, Carrier
from tests.chaos.exchanges import EXCHANGES, WORDS, Exchange
from tests.chaos.network import Cut, Direction, How, Network
from tests.chaos.test_every_byte import ENDS, ask, offsets

STREAM = EXCHANGES["stream"]


def whole(exchange: Exchange) -> list[str]:
    return list(WORDS) if exchange.streamed else ["".join(WORDS)]


@pytest.mark.parametrize("name", EXCHANGES)
def test_an_exchange_that_goes_through_byte_by_byte_is_whole(name: str, carrier: Carrier, network: Network) -> None:
    exchange = EXCHANGES[name]
    network.answer, network.closes, network.piece = exchange.answer, exchange.closes, 1
    client, _ = carrier.client(network.url)

    found = ask(carrier.api, client, exchange.streamed)

    assert (found.raised, found.texts, found.attempts) == (None, whole(exchange), 1)
    assert network.requests == 1


def test_a_slow_network_delays_an_answer_and_no_more(carrier: Carrier, network: Network) -> None:
    network.answer, network.piece, network.pause_s = STREAM.answer, 300, 0.002
    client, _ = carrier.client(network.url)

    found = ask(carrier.api, client, streamed=True)

    assert (found.raised, found.texts) == (None, whole(STREAM))


def test_tls_records_that_come_in_halves_and_late_are_read(
    carrier: Carrier, speaks_tls: ssl.SSLContext, trusts: dict[str, Any]
) -> None:
    with Network(speaks_tls) as network:
        network.answer, network.write, network.by_record, network.pause_s = STREAM.answer, 150, True, 0.0005
        client, _ = carrier.client(network.url, http=trusts)
        for _ in range(2):
            found = ask(carrier.api, client, streamed=True)
            assert (found.raised, found.texts) == (None, whole(STREAM))
        assert len(network.records) > len(WORDS)


# who only reads cannot tell a half-close from a close
@pytest.mark.parametrize("how", ENDS if EVERY_OFFSET else ["reset", "close"])
def test_a_tls_connection_that_ends_at_any_record_has_a_documented_outcome(
    how: How, carrier: Carrier, speaks_tls: ssl.SSLContext, trusts: dict[str, Any]
) -> None:
    """A connection that fails before TLS is agreed on has carried nothing: the call goes over another one."""
    with Network(speaks_tls) as network:
        network.answer, network.write, network.by_record = STREAM.answer, 150, True
        client, pool = carrier.client(network.url, http=trusts)
        assert ask(carrier.api, client, streamed=True).texts == whole(STREAM)
        borders = [*network.records, network.passed]
        if not EVERY_OFFSET:
            borders = [*borders[:4], borders[len(borders) // 2], *borders[-2:]]

        for at in sorted({near for border in borders for near in (border, border + 3) if near < network.passed}):
            asked = network.requests
            network.cut_next(Cut("answer", at, how))
            found = ask(carrier.api, client, streamed=True)

            taken = network.requests - asked
            assert taken <= 1, (at, found)
            assert found.texts == whole(STREAM)[: len(found.texts)], (at, found)
            if found.raised is None:
                assert (taken, found.texts) == (1, whole(STREAM)), (at, found)
            else:
                assert type(found.raised) in (errors.NoResponseError, errors.StreamInterruptedError), (at, found)
            assert pool.busy == 0
        assert network.wait_all_closed()


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("direction", ["request", "answer"])
def test_a_kept_connection_that_ends_is_asked_again_only_while_nothing_of_the_answer_has_come(
    direction: Direction, how: How, carrier: Carrier, network: Network
) -> None:
    exchange = EXCHANGES["plain"]
    network.answer = exchange.answer
    client, _ = carrier.client(network.url)
    assert ask(carrier.api, client, streamed=False).raised is None
    length = len(network.last_request) if direction == "request" else len(exchange.answer)

    for at in {*offsets(exchange, direction, how, length), length} - {0}:
        client, pool = carrier.client(network.url, keep=True)
        network.cut_next(Cut(direction, length + at, how))
        assert ask(carrier.api, client, streamed=False).raised is None
        asked = network.requests
        found = ask(carrier.api, client, streamed=False)

        place = exchange.place(Cut(direction, at, how))
        # httpx does not tell whether anything of the headers had come
        again = place == "request" or (place == "headers" and not carrier.is_own)
        came_of_it = (type(found.raised) if found.raised else None, found.attempts, network.requests - asked)
        if again:
            assert came_of_it == (None, 2, 1 if place == "request" and at < length else 2), at
        else:
            assert came_of_it == (None if place == "whole" else errors.NoResponseError, 1, 1), at
        assert pool.busy == 0
