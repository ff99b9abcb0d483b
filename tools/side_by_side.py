"""Run targets of the Makefile side by side, one for each core, and print what each of them says when it has ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def run(make: str, target: str) -> bool:
    """Make one target, print its output in one piece, and tell whether it went well."""
    began = time.monotonic()
    done = subprocess.run(
        [make, "--no-print-directory", target],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    how = "failed" if done.returncode else "done"
    print(f"== {target}: {how} after {time.monotonic() - began:.0f} s\n{done.stdout}", end="", flush=True)
    return not done.returncode


def main(make: str, *targets: str) -> int:
    """Make the targets, all of them even when some fail; returns the exit code."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        good = list(pool.map(lambda target: run(make, target), targets))
    failed = [target for target, went_well in zip(targets, good, strict=True) if not went_well]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
