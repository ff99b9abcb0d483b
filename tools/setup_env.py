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
STAMP = VENV / ".installed"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """What the environment is made of; the folder counts too, because environments do not survive being moved."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in INGREDIENTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current() -> bool:
    """Whether the last finished installation had the same ingredients."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint()


def moved_here() -> bool:
    """Whether `.venv` was made in another folder, or its interpreter is gone."""
    if not PYTHON.exists():
        return VENV.exists()
    activate = PYTHON.parent / "activate"
    return activate.exists() and str(VENV) not in activate.read_text(encoding="utf-8")


def pip(*arguments: str) -> None:
    """Run pip of `.venv`, silent but for errors."""
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, cwd=ROOT)


def main() -> int:
    """Create or refresh `.venv`; returns the exit code."""
    if is_current():
        return 0
    print("Setting up .venv. This takes a minute or more, once, and again when requirements change ...", flush=True)
    try:
        if moved_here() or not PYTHON.exists():
            venv.create(VENV, clear=True, with_pip=True)
        STAMP.unlink(missing_ok=True)
        pip("--require-hashes", "-r", str(REQUIREMENTS))
        pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    except subprocess.CalledProcessError as error:
        print(f"Setting up .venv failed: {error}", file=sys.stderr)
        return 1
    STAMP.write_text(fingerprint(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
