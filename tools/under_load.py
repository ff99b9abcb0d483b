"""Run a command on a busy machine: beside it more endless loops than there are cores, which end with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from types import FrameType

# Ends by itself when this program is gone, however it went.
BUSY = """
import os, sys
while os.getppid() == int(sys.argv[1]):
    for _ in range(100_000):
        pass
"""


def interrupt(_number: int, _frame: FrameType | None) -> None:
    """Turn a request to end into what `finally` sees."""
    raise KeyboardInterrupt


def wait_for(command: subprocess.Popen[bytes]) -> int:
    """The exit code of a command, which ends with us when we are interrupted."""
    try:
        return command.wait()
    except KeyboardInterrupt:
        command.terminate()
        return command.wait() or 1


def main(*command: str) -> int:
    """Run the command beside the load; returns its exit code."""
    signal.signal(signal.SIGTERM, interrupt)
    loops: list[subprocess.Popen[bytes]] = []
    try:
        busy = [sys.executable, "-S", "-c", BUSY, str(os.getpid())]
        loops.extend(subprocess.Popen(busy) for _ in range((os.cpu_count() or 1) + 1))
        return wait_for(subprocess.Popen(command))
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
