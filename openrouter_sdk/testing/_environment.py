"""The environment variables that lead an application's own clients to an emulated OpenRouter."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from unittest.mock import patch

from ._server.serving import Server

TEST_KEY = "test"
_URLS = ("OPENROUTER_BASE_URL", "OPENAI_BASE_URL")
_NO_PROXY = ("NO_PROXY", "no_proxy")
_LOOPBACK = "127.0.0.1,localhost"
_KEYS = ("OPENROUTER_API_KEY", "OPENAI_API_KEY")


@contextmanager
def environment(server: Server) -> Generator[None]:
    """Lead clients that are built inside the ``with`` block to ``server``, by environment variables.

    Sets ``OPENROUTER_BASE_URL`` and ``OPENAI_BASE_URL`` to its URL, which ``OpenRouter()`` and ``openai.OpenAI()``
    read, and ``OPENROUTER_API_KEY`` and ``OPENAI_API_KEY`` to ``"test"``. A cassette that records leaves the keys that
    are set, as the real API asks for one. No proxy is used for loopback addresses. Afterwards all is as it was.

    Args:
        server: a server that runs.
    """
    keep = server.needs_real_key
    keys = {name: TEST_KEY for name in _KEYS if not (keep and os.environ.get(name))}
    if keep and os.environ.get("OPENROUTER_API_KEY"):
        # an OpenAI client of the application talks to OpenRouter too
        keys["OPENAI_API_KEY"] = os.environ["OPENROUTER_API_KEY"]
    no_proxy = {name: f"{os.environ[name]},{_LOOPBACK}" if os.environ.get(name) else _LOOPBACK for name in _NO_PROXY}
    with patch.dict(os.environ, {**dict.fromkeys(_URLS, server.url), **keys, **no_proxy}):
        yield
