"""What the tests of the aiohttp backend have in common."""

from __future__ import annotations

from typing import Any

from openrouter_sdk import OpenRouter

ASK: dict[str, Any] = {"model": "maker/model", "messages": [{"role": "user", "content": "Tell me more"}]}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
EVENT = b'data: {"id":"gen-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'
WHOLE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 45\r\n\r\n"
    b'{"choices":[{"message":{"content":"There"}}]}'
)


def client_of(url: str, **options: Any) -> OpenRouter:
    """A client of this server that sends with aiohttp."""
    return OpenRouter(server_url=url, api_key="test", http_backend="aiohttp", **options)
