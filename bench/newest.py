"""The core rows once more, under the newest Python found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from bench.environments import ROOT, environment, newest_python, with_checkout
from bench.harness import Row

CORE = ("imports", "first", "call", "streams", "decoding", "linearity")


def newest(_: str) -> Iterator[Row]:
    """Run the core rows in a process of their own, which prints them and writes a table of its own."""
    python = newest_python()
    if python is None:
        print(f"newest: left out, no Python newer than {sys.version_info[0]}.{sys.version_info[1]} was found")
        return
    try:
        made = environment(ROOT / ".venv-bench-newest", python)
    except subprocess.CalledProcessError as error:
        print(f"newest: left out, its environment cannot be made (exit code {error.returncode})")
        return
    subprocess.run([made, "-m", "bench.run", *CORE], check=True, env=with_checkout())
    yield from ()
