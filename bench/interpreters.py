"""The core rows once more, under Python 3.11 and the newest one found."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

from bench.environments import ROOT, environment, other_pythons, with_checkout
from bench.harness import Row, tell

CORE = ("imports", "first", "call", "streams", "decoding", "accumulating")


def interpreters(_: str) -> Iterator[Row]:
    """Run the core rows in processes of their own, which print them and write tables of their own."""
    found = other_pythons()
    if not found:
        tell("interpreters: left out, no other Python was found")
    for version, python in found.items():
        try:
            made = environment(ROOT / f".venv-bench-{version}", python)
        except subprocess.CalledProcessError as error:
            tell(f"interpreters: {version} is left out, its environment cannot be made (exit code {error.returncode})")
            continue
        done = subprocess.run([made, "-m", "bench.run", *CORE], check=False, cwd=ROOT, env=with_checkout())
        if done.returncode:
            tell(f"interpreters: the process that measures {version} ended with exit code {done.returncode}")
    yield from ()
