"""Streams that are left behind make no noise, with Python's development mode on and every warning an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from openrouter_sdk import testing
from tests.helpers.examples import LONG
from tests.streams.leftovers import MARK, WAYS
from tests.streams.wire import DONE, streamed, text

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("colours", [("sync",), ("async",)] if LONG else [("sync", "async")], ids="-".join)
def test_a_stream_left_behind_is_silent(server: testing.Server, colours: tuple[str, ...]) -> None:
    ways = [name for name in WAYS if name.startswith(colours)]
    server.enqueue(*[streamed(text("Hel"), 60.0, DONE)] * 2 * len(ways))
    command = [sys.executable, "-X", "dev", "-W", "error", "-m", "tests.streams.leftovers", server.url, *ways]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.stderr.splitlines() == [f"{MARK}{way}" for way in ways]
    assert done.returncode == 0
    assert server.wait_connections(0)
