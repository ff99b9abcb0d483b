"""Streams that are left behind make no noise, with Python's development mode on and every warning an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from openrouter_sdk import testing
from tests.streams.leftovers import WAYS
from tests.streams.wire import DONE, streamed, text

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("way", WAYS)
def test_a_stream_left_behind_is_silent(server: testing.Server, way: str) -> None:
    server.enqueue(*[streamed(text("Hel"), 60.0, DONE)] * 2)
    options = ["-X", "dev", "-W", "error"]
    command = [sys.executable, *options, "-m", "tests.streams.leftovers", way, server.url]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0
    assert server.wait_connections(0)
