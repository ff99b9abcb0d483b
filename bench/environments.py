"""Environments of their own for what is compared with, and other Pythons to measure under."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from bench.harness import tell

ROOT = Path(__file__).resolve().parent.parent
_REQUIREMENTS = ROOT / "requirements" / "bench.txt"


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
    told = subprocess.run(
        [sys.executable, ROOT / "tools" / "find_pythons.py"], capture_output=True, text=True, check=True
    )
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found = told.stdout.split()
    return {version: path for path in (found[0], found[-1]) if (version := _version(path)) != here}


def _version(python: str) -> str:
    """Such as 3.13, of an interpreter."""
    told = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    return subprocess.run(told, capture_output=True, text=True, check=True).stdout.strip()
