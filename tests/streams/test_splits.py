"""However a stream is cut into reads, the client gives the same chunks, the same error and the same answer."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from openrouter_sdk import OpenRouter, errors, testing
from tests.conftest import MakeClient
from tests.core.streams import STREAMS, cuts, recorded_bodies
from tests.helpers.api import ASK, MODEL, Api, AsyncApi
from tests.helpers.examples import LONG, meeting
from tests.streams.wire import EVENT_STREAM, streamed

EVERY = {**{stream.name: stream.body for stream in STREAMS}, **recorded_bodies()}
EVERY_STREAM = meeting(EVERY, ["sync", "async"], of=1)


class Reads(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that arrives in these reads."""

    def __init__(self, reads: list[bytes]) -> None:
        self._reads = reads

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._reads)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for read in self._reads:
            yield read


class Answering(httpx.MockTransport):
    """Answers every request with the reads at hand."""

    def __init__(self) -> None:
        self.reads: list[bytes] = []
        super().__init__(lambda _request: httpx.Response(200, headers=EVENT_STREAM, stream=Reads(self.reads)))


def seen(api: Api, client: OpenRouter) -> tuple[Any, ...]:
    if isinstance(api, AsyncApi):
        return api.run(_seen_async(client))  # type: ignore[no-any-return]
    return _seen(client)


def _seen(client: OpenRouter) -> tuple[Any, ...]:
    stream: Any = client.chat.send(model=MODEL, messages=ASK, stream=True, retries=0)
    chunks: list[Any] = []
    try:
        chunks.extend(chunk.to_dict() for chunk in stream)
        return chunks, stream.final().to_dict(), stream.partial.to_dict()
    except errors.OpenRouterError as error:
        return chunks, *_told(error), stream.partial.to_dict()


async def _seen_async(client: OpenRouter) -> tuple[Any, ...]:
    stream: Any = await client.chat.send_async(model=MODEL, messages=ASK, stream=True, retries=0)
    chunks: list[Any] = []
    try:
        async for chunk in stream:
            chunks.append(chunk.to_dict())  # noqa: PERF401 - what came before an error counts
        return chunks, (await stream.final()).to_dict(), stream.partial.to_dict()
    except errors.OpenRouterError as error:
        return chunks, *_told(error), stream.partial.to_dict()


def _told(error: errors.OpenRouterError) -> tuple[Any, ...]:
    return type(error), str(error), error.http_status, None if error.partial is None else error.partial.to_dict()


# what is in a stream is read by one reader for both colours
@pytest.mark.parametrize(("name", "api"), EVERY_STREAM, indirect=["api"])
def test_every_cut_gives_the_same(api: Api, make_client: MakeClient, name: str) -> None:
    transport = Answering()
    injected = api.http_client(transport=transport)
    client = make_client(**injected)
    found = []
    # the reader alone gets all of them byte by byte, in tests/core/test_chunks.py
    for transport.reads in cuts(
        EVERY[name], every_two_parts_below=200, every_byte_below=1500 if LONG else 600, rounds=2
    ):
        found.append(seen(api, client))
    api.is_closed(injected)

    for each in found[1:]:
        assert each == found[0]


@pytest.mark.parametrize(("name", "api"), EVERY_STREAM, indirect=["api"])
def test_a_cut_over_a_socket_gives_the_same(
    api: Api, server: testing.Server, make_client: MakeClient, name: str
) -> None:
    body = EVERY[name]
    chance = random.Random(name)
    ends = sorted(chance.randrange(len(body) + 1) for _ in range(25))
    pieces = [body[start:end] for start, end in zip([0, *ends], [*ends, len(body)], strict=True)]
    client = make_client()
    server.enqueue(streamed(body), streamed(*pieces))

    assert seen(api, client) == seen(api, client)
