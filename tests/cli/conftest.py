"""A server that the command talks to, and a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from openrouter_sdk import testing
from tests.cli.typing_at import KEY


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPENROUTER_MODEL", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def server(server: testing.Server, monkeypatch: pytest.MonkeyPatch) -> testing.Server:
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    monkeypatch.setenv("OPENROUTER_API_KEY", KEY)
    return server
