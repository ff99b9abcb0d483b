"""How far it is from a call to the socket, and from a chunk to the network: whoever reads the code has to follow it."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import openrouter_sdk
from openrouter_sdk import OpenRouter, testing
from openrouter_sdk.custom.http.http11 import Http11
from openrouter_sdk.custom.http.sockets import Wire
from openrouter_sdk.custom.stream.sse import EventDecoder

PACKAGE = Path(openrouter_sdk.__file__).parent
CALL: dict[str, Any] = {"model": "a/b", "messages": [{"role": "user", "content": "Hi"}]}


def frames() -> Iterator[FrameType]:
    """The functions of the SDK that are running, from the outermost on."""
    frame: FrameType | None = sys._getframe(2)
    found: list[FrameType] = []
    while frame is not None:
        if PACKAGE in Path(frame.f_code.co_filename).parents:
            found.append(frame)
        frame = frame.f_back
    return reversed(found)


def package_of(frame: FrameType) -> str:
    parts = Path(frame.f_code.co_filename).relative_to(PACKAGE).parts
    return parts[1] if parts[0] == "custom" else "generated"


def way(
    monkeypatch: pytest.MonkeyPatch,
    end: type[Any],
    method: str,
    use: Callable[[OpenRouter], object],
    *answers: testing.Answer,
    begin: str,
) -> list[tuple[str, str]]:
    """Package and name of each function on the longest way from one of a name to a method at the end of it."""
    found: list[list[tuple[str, str]]] = []
    real = getattr(end, method)

    def watched(self: Any, *arguments: Any) -> Any:
        found.append([(package_of(frame), frame.f_code.co_name) for frame in frames()])
        return real(self, *arguments)

    monkeypatch.setattr(end, method, watched)
    with testing.serve() as server, OpenRouter(server_url=server.url, api_key="test") as client:
        server.enqueue(*answers)
        use(client)
    return max((steps for steps in found if steps[0][1] == begin), key=len)


def packages(steps: list[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(package for package, _ in steps))


def depths() -> dict[str, int]:
    settings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "order-of-packages")
    return {name.strip(): depth for depth, layer in enumerate(layers) for name in layer.split("|")}


def send(client: OpenRouter) -> None:
    client.chat.send(**CALL)


def stream(client: OpenRouter) -> None:
    with client.chat.send(**CALL, stream=True) as chunks:
        assert "".join(chunk.text for chunk in chunks) == "Hi"


def test_a_call_reaches_the_socket_in_at_most_ten_functions_that_lead_downward(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = way(monkeypatch, Wire, "write", send, begin="send")

    assert len(steps) < 10, steps
    assert packages(steps) == ["generated", "chat", "engine", "http"]
    assert packages(steps)[1:] == sorted(packages(steps)[1:], key=depths().__getitem__)


def test_a_chunk_is_fetched_from_the_network_in_at_most_ten_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = way(monkeypatch, Http11, "piece", stream, begin="__next__")

    assert len(steps) < 10, steps
    assert packages(steps) == ["stream", "http"]


@pytest.mark.parametrize("between", ["\n\n: a comment\n\n", "\n\nevent: message\n", "\r\n\r\n", "\nid: 7\n\n"])
def test_bytes_become_a_chunk_in_at_most_ten_functions(monkeypatch: pytest.MonkeyPatch, between: str) -> None:
    chunks = [{"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]} for text in "Hi"]
    body = "".join(f"data: {json.dumps(chunk)}{between}" for chunk in chunks)
    answer = testing.raw(200, {"Content-Type": "text/event-stream"}, f"{body}data: [DONE]\n\n")
    steps = way(monkeypatch, EventDecoder, "_dispatch", stream, answer, begin="__next__")

    assert len(steps) < 10, steps
    assert packages(steps) == ["stream"]
