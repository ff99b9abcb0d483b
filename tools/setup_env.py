"""Make `.venv` hold the pinned development packages and the SDK itself, doing nothing when it already does."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements" / "dev.txt"
INGREDIENTS = (
    REQUIREMENTS,
    ROOT / "pyproject.toml",
    ROOT / "openrouter_sdk" / "custom" / "_version.py",
    Path(__file__),
)
# hypothesis keeps a table of all characters, for whose making each process of the tests would take seconds.
TABLES = "from hypothesis import strategies; strategies.text().validate()"
STAMP = VENV / ".installed"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INTERPRETER = f"{sys.base_prefix} {sys.version}"


def fingerprint() -> str:
    """What the environment is made of; the folder counts too, because environments do not survive being moved."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in INGREDIENTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp() -> list[str]:
    """The interpreter that made `.venv`, and the fingerprint once all is installed; empty if it is not whole."""
    there = PYTHON.exists() and STAMP.exists() and not moved_here()
    return STAMP.read_text(encoding="utf-8").splitlines() if there else []


def moved_here() -> bool:
    """Whether `.venv` was made in another folder."""
    activate = PYTHON.parent / "activate"
    return activate.exists() and str(VENV) not in activate.read_text(encoding="utf-8")


def run(*arguments: str) -> None:
    """Run the interpreter of `.venv`."""
    subprocess.run([str(PYTHON), *arguments], check=True, cwd=ROOT)


def install(*arguments: str) -> None:
    """Install with pip, silent but for errors."""
    run("-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments)


def main(wanted: str = "") -> int:
    """Create or refresh `.venv`; returns the exit code. If an interpreter is `wanted` by name, it is made from this."""
    made_by, *installed = stamp() or [""]
    whole = made_by == INTERPRETER if wanted else bool(made_by)
    if whole and installed == [fingerprint()]:
        return 0
    print("Setting up .venv. This takes a minute or more, once, and again when requirements change ...", flush=True)
    try:
        if not whole:
            venv.create(VENV, clear=True, with_pip=True)
            made_by = INTERPRETER
        STAMP.write_text(made_by, encoding="utf-8")
        install("--require-hashes", "-r", str(REQUIREMENTS))
        install("--no-deps", "--no-build-isolation", "-e", str(ROOT))
        run("-c", TABLES)
    except subprocess.CalledProcessError as error:
        print(f"Setting up .venv failed: {error}", file=sys.stderr)
        return 1
    STAMP.write_text(f"{made_by}\n{fingerprint()}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
