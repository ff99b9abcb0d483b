"""A running server and a plain HTTP caller that knows nothing of the SDK."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter_sdk import testing
from tests.helpers.trust import no_trust

ASK = [{"role": "user", "content": "Tell me more"}]


class Caller:
    """Sends chat requests over a real socket and takes streams apart by hand."""

    def __init__(self, server: testing.Server) -> None:
        headers = {"Authorization": "Bearer test"}
        self.http = httpx.Client(base_url=server.url, headers=headers, trust_env=False, verify=no_trust())

    def post(self, body: dict[str, Any], **options: Any) -> httpx.Response:
        return self.http.post("/chat/completions", json={"model": "maker/model", "messages": ASK, **body}, **options)

    def result(self, **body: Any) -> dict[str, Any]:
        response = self.post(body)
        assert response.status_code == 200, response.text
        parsed: dict[str, Any] = response.json()
        return parsed

    def message(self, **body: Any) -> dict[str, Any]:
        message: dict[str, Any] = self.result(**body)["choices"][0]["message"]
        return message

    def chunks(self, **body: Any) -> list[dict[str, Any]]:
        """The chunks of a stream, [DONE] left out."""
        text = self.post({**body, "stream": True}).text
        events = [event.removeprefix("data: ") for event in text.split("\n\n") if event.startswith("data: ")]
        return [json.loads(event) for event in events if event != "[DONE]"]

    def deltas(self, **body: Any) -> list[dict[str, Any]]:
        return [choice["delta"] for chunk in self.chunks(**body) for choice in chunk["choices"]]


@pytest.fixture
def server() -> Iterator[testing.Server]:
    with testing.serve() as running:
        yield running


@pytest.fixture
def caller(server: testing.Server) -> Iterator[Caller]:
    caller = Caller(server)
    with caller.http:
        yield caller
