"""Environments of their own for what is compared with, and other Pythons to measure under."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.harness import tell

ROOT = Path(__file__).resolve().parent.parent
_REQUIREMENTS = ROOT / "requirements" / "bench.txt"
_NAMES = ("python3.15", "python3.14", "python3.13", "python3.12", "python3.11", "python3")
_OLDEST = (3, 11)
_TELL = "import sys; tell(*sys.version_info[:2], sys.executable, sep='\\n')"


def environment(folder: Path, python: str = sys.executable) -> str:
    """The interpreter of an environment with the packages of requirements/bench.txt, made if it is not there yet.

    Args:
        folder: Where it is; everything in it is replaced when the requirements changed.
        python: The interpreter to make it with.

    Raises:
        subprocess.CalledProcessError: It cannot be made, for example without a package index.
    """
    made = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / ".installed"
    ingredients = hashlib.sha256(_REQUIREMENTS.read_bytes() + f"{folder}{python}".encode()).hexdigest()
    if made.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == ingredients:
        return str(made)
    tell(f"setting up {folder.name} ...")
    subprocess.run([python, "-m", "venv", "--clear", str(folder)], check=True)
    # so that version control leaves it alone wherever it is
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    pip = [str(made), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(_REQUIREMENTS)], check=True)
    stamp.write_text(ingredients, encoding="utf-8")
    return str(made)


def with_checkout() -> dict[str, str]:
    """The environment variables of a process that imports the SDK and these measurements from the checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def other_pythons() -> dict[str, str]:
    """Python 3.11 and the newest one found, by version, without the version that runs this."""
    here = sys.version_info[:2]
    found = dict(_interpreters())
    wanted = {_OLDEST, max([here, *found])} - {here}
    return {f"{major}.{minor}": found[major, minor] for major, minor in sorted(wanted & found.keys())}


def _interpreters() -> Iterator[tuple[tuple[int, int], str]]:
    named = [path for path in map(shutil.which, _NAMES) if path]
    for path in (*named, *map(str, (Path.home() / ".pyenv").glob("versions/*/bin/python"))):
        told = subprocess.run([path, "-c", _TELL], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            major, minor, executable = told.stdout.splitlines()
            yield (int(major), int(minor)), executable
