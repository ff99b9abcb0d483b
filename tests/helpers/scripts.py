"""Programs run in a Python of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SETTINGS = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "OPENROUTER_DEBUG")


def run_python(program: str, *arguments: str, options: tuple[str, ...] = (), **environment: str) -> tuple[str, str]:
    """What a program prints on its two outputs; it must end well, within two minutes."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in _SETTINGS}
    done = subprocess.run(
        [sys.executable, *options, "-c", textwrap.dedent(program), *arguments],
        cwd=_ROOT,
        env={**kept, "PYTHONPATH": str(_ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, without_slowness(done.stderr)


def without_slowness(told: str) -> str:
    """What a program said, but for what asyncio remarks in its debug mode: that something took long."""
    return "".join(line for line in told.splitlines(keepends=True) if not line.startswith("Executing <"))
