"""An emulated server that plays the real API, and what several files of this folder say to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import httpx
import pytest

from openrouter_sdk import testing
from tests.helpers.trust import no_trust

KEY = "sk-or-v1-0123456789abcdef0123456789abcdef"
Record: TypeAlias = Callable[..., testing.Tape]


@pytest.fixture
def real() -> Iterator[testing.Server]:
    """What plays the real API."""
    with testing.serve() as server:
        yield server


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cassettes" / "talk.json"


@pytest.fixture
def record(real: testing.Server, path: Path) -> Record:
    """Records what the real API answers."""
    return lambda **options: testing.record(path, upstream=real.url, **options)


def post(tape: testing.Server, body: Any = None, path: str = "/chat/completions", **options: Any) -> httpx.Response:
    """One request by a client that knows nothing of the SDK."""
    content = {"model": "m", "messages": [{"role": "user", "content": "Hi"}], **(body or {})}
    with httpx.Client(trust_env=False, verify=no_trust(), headers={"authorization": f"Bearer {KEY}"}) as http:
        return http.post(tape.url + path, **({"json": content} | options))
