"""Print the path of one interpreter of each Python from 3.11 on that is found, free-threaded ones too, oldest first."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("python3.15", "python3.14t", "python3.14", "python3.13t", "python3.13", "python3.12", "python3.11", "python3")
OLDEST = (3, 11)
TELL = "import sys; print(*sys.version_info[:2], sys.abiflags, sys.executable, sep='\\n')"


def interpreters() -> dict[tuple[int, int, str], str]:
    """Paths by version and flags of the build, those on PATH before those of pyenv."""
    named = [path for path in map(shutil.which, NAMES) if path]
    found: dict[tuple[int, int, str], str] = {}
    for path in (*named, *map(str, (Path.home() / ".pyenv").glob("versions/*/bin/python"))):
        told = subprocess.run([path, "-c", TELL], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            major, minor, flags, executable = told.stdout.splitlines()
            found.setdefault((int(major), int(minor), flags), executable)
    return {key: found[key] for key in sorted(found) if key[:2] >= OLDEST}


if __name__ == "__main__":
    print("\n".join(interpreters().values()))
    sys.exit(0)
