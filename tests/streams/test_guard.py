"""What another thread may do to a connection: end the reading of its own request, never that of the next one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter_sdk.custom.http.exchange import Guard
from tests.helpers.patience import PATIENCE_S


class Wire:
    """A network stream with a real socket, and the other end of it."""

    def __init__(self) -> None:
        self.near, self.far = socket.socketpair()
        self.far.settimeout(PATIENCE_S)

    def get_extra_info(self, name: str) -> Any:
        return self.near if name == "socket" else None


@pytest.fixture
def wire() -> Iterator[Wire]:
    made = Wire()
    with made.near, made.far:
        yield made


def response_over(wire: Wire, version: bytes = b"HTTP/1.1") -> httpx.Response:
    extensions = {"network_stream": wire, "http_version": version}
    return httpx.Response(200, stream=httpx.ByteStream(b"body"), extensions=extensions)


def test_a_reading_that_is_shut_down_finds_the_end(wire: Wire) -> None:
    guard = Guard(response_over(wire))

    guard.shut_down()

    assert wire.far.recv(1) == b""


def test_a_connection_that_was_given_back_is_left_alone(wire: Wire) -> None:
    response = response_over(wire)
    guard = Guard(response)

    response.close()
    guard.shut_down()

    wire.near.sendall(b"the next request")
    assert wire.far.recv(64) == b"the next request"


def test_a_body_read_to_its_end_gives_the_connection_back(wire: Wire) -> None:
    response = response_over(wire)
    guard = Guard(response)

    assert response.read() == b"body"

    guard.shut_down()
    wire.near.sendall(b"the next request")
    assert wire.far.recv(64) == b"the next request"


def test_a_connection_that_other_requests_share_is_left_alone(wire: Wire) -> None:
    guard = Guard(response_over(wire, b"HTTP/2"))

    guard.shut_down()

    wire.near.sendall(b"another request")
    assert wire.far.recv(64) == b"another request"
