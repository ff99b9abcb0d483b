"""Hosts with several addresses: sync code tries them one after the other, within the time for one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.api import ASK

NOBODY = ["127.0.0.2", "127.0.0.3", "127.0.0.4"]


class Tries(list[tuple[str, float]]):
    """What was tried: the addresses and the seconds that each was given."""

    @property
    def seconds(self) -> list[float]:
        return [seconds for _, seconds in self]


@contextmanager
def resolving_to(addresses: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Tries]:
    resolve, connect, tries = socket.getaddrinfo, socket.create_connection, Tries()

    def several(host: str, *rest: Any, **options: Any) -> list[Any]:
        hosts = addresses if host == "localhost" else [host]
        return [row for one in hosts for row in resolve(one, *rest, **options)]

    def noted(address: tuple[str, int], timeout: float, *rest: Any, **options: Any) -> Any:
        tries.append((address[0], timeout))
        return connect(address, timeout, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", several)
        patch.setattr(socket, "create_connection", noted)
        yield tries


def client_of(server: testing.Server, **options: Any) -> OpenRouter:
    url = f"http://localhost:{urlsplit(server.url).port}/api/v1"
    return OpenRouter(server_url=url, api_key="test", retry_config=None, **options)


def test_the_next_address_is_tried_when_one_does_not_answer(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with client_of(server) as client, resolving_to([*NOBODY, "127.0.0.1"], monkeypatch) as tries:
        assert client.chat.send(messages=ASK).text == "Tell me more"

    assert [address for address, _ in tries] == [*NOBODY, "127.0.0.1"]


@pytest.mark.parametrize("limit", [{"timeout": 80}, {"timeout_ms": 80_000}, {"timeout": httpx.Timeout(90, connect=80)}])
def test_all_addresses_together_get_the_time_of_one(
    limit: Any, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with client_of(server, **limit) as client, resolving_to([*NOBODY, "127.0.0.1"], monkeypatch) as tries:
        client.chat.send(messages=ASK)

    for seconds, left in zip(tries.seconds, [4, 3, 2, 1], strict=True):
        assert 0 < seconds <= 80 / left


def test_a_host_of_one_address_gets_all_the_time(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with client_of(server, timeout=80) as client, resolving_to(["127.0.0.1"], monkeypatch) as tries:
        client.chat.send(messages=ASK)

    (seconds,) = tries.seconds
    assert 40 < seconds <= 80


def test_where_no_address_answers_the_last_failure_is_told(
    server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        client_of(server) as client,
        resolving_to(NOBODY, monkeypatch) as tries,
        pytest.raises(errors.NoResponseError) as caught,
    ):
        client.chat.send(messages=ASK)

    assert (len(tries), caught.value.request_sent) == (3, False)
    assert isinstance(caught.value.__cause__, OSError)
    assert server.requests == []


def test_a_name_that_does_not_resolve_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nobody(host: str, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "nobody of that name")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with (
        OpenRouter(server_url="https://nobody.example", api_key="test", retry_config=None) as client,
        pytest.raises(
            errors.NoResponseError, match=r"^no answer from nobody\.example: .*nobody of that name"
        ) as caught,
    ):
        client.chat.send(messages=ASK)

    assert isinstance(caught.value.__cause__, OSError)
    assert (asked, caught.value.request_sent) == (["nobody.example"], False)


def test_a_timeout_of_none_waits_for_each_address(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        client_of(server, timeout=httpx.Timeout(None)) as client,
        resolving_to([*NOBODY, "127.0.0.1"], monkeypatch) as tries,
    ):
        client.chat.send(messages=ASK)

    assert tries.seconds == [None] * 4
