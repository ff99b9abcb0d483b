"""The example of a web handler: it forwards a stream, and ends the model's when the browser leaves."""

from __future__ import annotations

import importlib.util
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from openrouter_sdk import OpenRouter, testing
from tests.helpers.patience import PATIENCE_S
from tests.helpers.trust import no_trust
from tests.streams.wire import DONE, event, streamed, text

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "streaming_web.py"


class Site:
    """The example, served, with two connections to the API."""

    def __init__(self, api: testing.Server, monkeypatch: pytest.MonkeyPatch) -> None:
        spec = importlib.util.spec_from_file_location("streaming_web", EXAMPLE)
        assert spec is not None
        assert spec.loader is not None
        module: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        limits = httpx.Limits(max_connections=2)
        monkeypatch.setattr(
            module, "OpenRouter", lambda: OpenRouter(server_url=api.url, api_key="test", limits=limits, timeout=30)
        )
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._server = uvicorn.Server(uvicorn.Config(module.app, log_config=None, ws="none", timeout_keep_alive=1))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))
        self._thread.start()
        self.browser = httpx.Client(
            base_url=f"http://127.0.0.1:{self._socket.getsockname()[1]}", trust_env=False, verify=no_trust()
        )

    def stop(self) -> None:
        self.browser.close()
        self._server.should_exit = True
        self._thread.join(PATIENCE_S)
        self._socket.close()


@pytest.fixture
def site(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    running = Site(server, monkeypatch)
    yield running
    running.stop()


def events_of(body: str) -> list[tuple[str, Any]]:
    lines = [block.split("\n") for block in body.split("\n\n") if block]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in lines]


def test_the_text_is_forwarded_as_it_is(site: Site, server: testing.Server) -> None:
    server.enqueue(streamed(text("Hel"), text("\nlo\u2028 \n\n"), text("", "stop"), DONE))
    found = events_of(site.browser.get("/chat", params={"prompt": "Hi"}).text)

    assert found == [("message", "Hel"), ("message", "\nlo\u2028 \n\n"), ("done", "stop")]
    assert server.requests[0].json["messages"] == [{"role": "user", "content": "Hi"}]


def test_an_error_in_the_stream_is_told_to_the_browser(site: Site, server: testing.Server) -> None:
    server.enqueue(streamed(text("Hel"), event({"error": {"code": 502, "message": "no"}})))
    found = events_of(site.browser.get("/chat", params={"prompt": "Hi"}).text)

    assert found == [("message", "Hel"), ("failed", "BadGatewayResponseError")]


def test_when_the_browser_leaves_the_models_stream_is_closed(site: Site, server: testing.Server) -> None:
    for number in range(1, 11):
        server.enqueue(streamed(text("Hel"), 60.0, DONE))
        with site.browser.stream("GET", "/chat", params={"prompt": "Hi"}) as response:
            assert next(response.iter_text()).startswith("event: message")
        assert server.wait_closed(number), f"round {number}"
    server.enqueue(streamed(text("Hello", "stop"), DONE))

    assert events_of(site.browser.get("/chat").text) == [("message", "Hello"), ("done", "stop")]


def test_the_page_is_served(site: Site) -> None:
    assert "EventSource" in site.browser.get("/").text
