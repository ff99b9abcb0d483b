"""Bytes and events of operations that are no chat, over real sockets."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import UNSET, OpenRouter, errors, testing
from openrouter_sdk.client import Arguments, Operation

BINARY = Operation(name="files.content", method="GET", path="/files", kind="binary")
EVENTS = Operation(name="events.follow", method="GET", path="/events", kind="events", sentinel="[END]")
OPTIONS = ("server_url", "max_response_bytes", "retry_after_send", "timeout", "timeout_ms", "on_retry", "http_headers")
KINDS = ("sync", "async")


def _arguments(**given: Any) -> Arguments:
    return Arguments({}, {}, {}, {}, {**dict.fromkeys(OPTIONS), "retries": UNSET, **given}, {})


@pytest.fixture
def server() -> Iterator[testing.Server]:
    with testing.serve() as server:
        yield server


async def _opened(kind: str, client: OpenRouter, operation: Operation, **given: Any) -> Any:
    engine = client._engine
    if kind == "sync":
        return await asyncio.to_thread(engine.call, operation, _arguments(**given))
    return await engine.call_async(operation, _arguments(**given))


async def _each(kind: str, pieces: Any) -> AsyncIterator[Any]:
    if kind == "async":
        async for piece in pieces:
            yield piece
        return
    while (piece := await asyncio.to_thread(next, iter(pieces), None)) is not None:
        yield piece


async def _collect(kind: str, pieces: Any, found: list[Any]) -> None:
    async for piece in _each(kind, pieces):
        found.append(piece)  # noqa: PERF401 - what came before an error stays


async def _done(kind: str, method: Any, *arguments: Any) -> Any:
    return await method(*arguments) if kind == "async" else await asyncio.to_thread(method, *arguments)


def _run(server: testing.Server, scenario: Any) -> None:
    async def main() -> None:
        async with OpenRouter(server_url=server.url, api_key="test", retry_config=None) as client:
            await scenario(client)

    asyncio.run(main())


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_is_read_whole(kind: str, server: testing.Server) -> None:
    body = bytes(range(256)) * 1000
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg"}, body))

    async def scenario(client: OpenRouter) -> None:
        download = await _opened(kind, client, BINARY)
        assert download.http.status == 200
        assert await _done(kind, download.read) == body

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["left", "closed"])
def test_a_download_is_read_piece_by_piece_and_ended_early(kind: str, way: str, server: testing.Server) -> None:
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg"}, pieces=[b"abc", 600.0]))

    async def scenario(client: OpenRouter) -> None:
        download = await _opened(kind, client, BINARY)
        if kind == "async":
            async with download:
                assert await anext(aiter(download)) == b"abc"
                if way == "closed":
                    await download.close()
        else:
            with download:
                assert next(iter(download)) == b"abc"
                if way == "closed":
                    download.close()
        assert server.wait_connections(0)

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["read", "save"])
def test_a_download_is_no_longer_than_it_was_allowed_to_be(
    kind: str, way: str, server: testing.Server, tmp_path: Path
) -> None:
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg"}, b"x" * 2000))
    path = [tmp_path / "a.mp3"] if way == "save" else []

    async def scenario(client: OpenRouter) -> None:
        download = await _opened(kind, client, BINARY, max_response_bytes=1000)
        with pytest.raises(errors.ResponseValidationError, match="max_response_bytes=1000"):
            await _done(kind, getattr(download, way), *path)

    _run(server, scenario)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_is_written_through_no_link_that_somebody_laid(
    kind: str, server: testing.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openrouter_sdk.custom.stream.download.token_hex", lambda _: "guessed")
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg"}, b"new"))
    (other := tmp_path / "other").write_bytes(b"old")
    (tmp_path / "a.mp3.guessed.part").symlink_to(other)

    async def scenario(client: OpenRouter) -> None:
        with pytest.raises(FileExistsError):
            await _done(kind, (await _opened(kind, client, BINARY)).save, tmp_path / "a.mp3")

    _run(server, scenario)
    assert other.read_bytes() == b"old"


@pytest.mark.parametrize("kind", KINDS)
def test_only_in_memory_a_download_has_a_limit_of_its_own(
    kind: str, server: testing.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openrouter_sdk.custom.stream.download.MAX_RESPONSE_BYTES", 1000)
    server.enqueue(*(testing.raw(200, {"content-type": "audio/mpeg"}, b"x" * 2000) for _ in range(3)))

    async def scenario(client: OpenRouter) -> None:
        with pytest.raises(errors.ResponseValidationError, match="max_response_bytes=1000"):
            await _done(kind, (await _opened(kind, client, BINARY)).read)
        assert (await _done(kind, (await _opened(kind, client, BINARY)).save, tmp_path / "a")).stat().st_size == 2000
        assert len(await _done(kind, (await _opened(kind, client, BINARY, max_response_bytes=2000)).read)) == 2000

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [b"", b"{", b'{"error": {"message": "no error, a file"}}'])
def test_bytes_are_never_taken_for_an_answer(kind: str, body: bytes, server: testing.Server) -> None:
    server.enqueue(testing.raw(200, {"content-type": "application/octet-stream"}, body))

    async def scenario(client: OpenRouter) -> None:
        assert await _done(kind, (await _opened(kind, client, BINARY)).read) == body

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_download_is_in_its_file_and_nothing_else_is_there(
    kind: str, server: testing.Server, tmp_path: Path
) -> None:
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg"}, b"sound"))

    async def scenario(client: OpenRouter) -> None:
        target = tmp_path / "speech.mp3"
        target.write_bytes(b"an older one")
        download = await _opened(kind, client, BINARY)

        assert await _done(kind, download.save, target) == target
        assert target.read_bytes() == b"sound"
        assert os.listdir(tmp_path) == ["speech.mp3"]  # noqa: PTH208 - in an async function

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_that_breaks_off_leaves_no_file(kind: str, server: testing.Server, tmp_path: Path) -> None:
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg", "content-length": "9"}, b"sound", cut_after=5))

    async def scenario(client: OpenRouter) -> None:
        download = await _opened(kind, client, BINARY)
        with pytest.raises(errors.StreamInterruptedError):
            await _done(kind, download.save, tmp_path / "speech.mp3")
        assert os.listdir(tmp_path) == []  # noqa: PTH208 - the same

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_that_cannot_be_written_says_so(kind: str, server: testing.Server, tmp_path: Path) -> None:
    server.enqueue(testing.raw(200, {"content-type": "audio/mpeg"}, b"sound"))
    (no_folder := tmp_path / "file").touch()

    async def scenario(client: OpenRouter) -> None:
        download = await _opened(kind, client, BINARY)
        with pytest.raises(OSError, match="speech"):
            await _done(kind, download.save, no_folder / "speech.mp3")

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_that_is_refused_is_an_error_by_its_status(kind: str, server: testing.Server) -> None:
    server.enqueue(testing.error(404, "no such file"))

    async def scenario(client: OpenRouter) -> None:
        with pytest.raises(errors.NotFoundResponseError, match="no such file"):
            await _opened(kind, client, BINARY)

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
def test_events_of_any_operation_are_given_until_their_end_mark(kind: str, server: testing.Server) -> None:
    body = b': hello\n\ndata: {"a": 1}\n\ndata: [2]\n\ndata: [END]\n\ndata: {"late": 1}\n\n'
    server.enqueue(testing.raw(200, {"content-type": "text/event-stream"}, body))

    async def scenario(client: OpenRouter) -> None:
        stream = await _opened(kind, client, EVENTS)
        assert [piece async for piece in _each(kind, stream)] == [{"a": 1}, [2]]

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("tail", "error"),
    [
        (b"", errors.StreamInterruptedError),
        (b'data: {"error": {"code": 429, "message": "slow down"}}\n\n', errors.TooManyRequestsResponseError),
        (b"data: {\n\n", errors.ResponseValidationError),
    ],
)
def test_events_before_a_failure_are_given_first(
    kind: str, tail: bytes, error: type[Exception], server: testing.Server
) -> None:
    server.enqueue(testing.raw(200, {"content-type": "text/event-stream"}, b'data: {"a": 1}\n\n' + tail))

    async def scenario(client: OpenRouter) -> None:
        stream = await _opened(kind, client, EVENTS)
        found: list[Any] = []
        with pytest.raises(error):
            await _collect(kind, stream, found)
        assert found == [{"a": 1}]

    _run(server, scenario)


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_answers_json_to_a_stream_gives_one_event(kind: str, server: testing.Server) -> None:
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, b'{"a": 1}'))

    async def scenario(client: OpenRouter) -> None:
        stream = await _opened(kind, client, EVENTS)
        assert [piece async for piece in _each(kind, stream)] == [{"a": 1}]

    _run(server, scenario)
