"""Run the tests that touch the network with the oldest and with the newest versions of what the network needs.

Each in an environment of its own, `.venv-oldest` and `.venv-newest`, which is kept. Arguments: `oldest` or `newest`
for one of them alone, then those of pytest.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

from sources import ROOT

BOTH = ("oldest", "newest")
TESTS = ("tests/api", "tests/streams", "tests/server")
TOOLS = ("anyio", "hypothesis", "httpx2", "openai", "pytest", "pytest-xdist", "pyyaml", "rich", "tqdm")
"""What these tests need besides, in the versions of development."""


def ranges() -> dict[str, str]:
    """The oldest version that is allowed of each package that the SDK, its tools and its emulated server need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *extras["tools"], *extras["testing"]]
    return {name: oldest for name, _, oldest in (each.partition(">=") for each in named)}


def pinned(name: str) -> str:
    """A package in the version of development."""
    text = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    found = re.search(rf"(?m)^{re.escape(name)}==[^\s;]+", text)
    return found.group(0) if found else name


def environment(which: str) -> Path:
    """The interpreter of an environment that holds these versions."""
    folder = ROOT / f".venv-{which}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    versions = [f"{name}=={oldest}" if which == "oldest" else name for name, oldest in ranges().items()]
    install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--upgrade"]
    subprocess.run([*install, *versions, *map(pinned, TOOLS)], check=True, cwd=ROOT)
    return python


def main(*arguments: str) -> int:
    """Test with one or with both; returns the exit code."""
    failed = []
    wanted, given = (arguments[:1], arguments[1:]) if arguments[:1] in (("oldest",), ("newest",)) else (BOTH, arguments)
    for which in wanted:
        python = str(environment(which))
        print(f"{which}:", flush=True)
        listed = subprocess.run(
            [python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
        )
        shown = (*ranges(), "httpcore", "anyio")
        print(" ".join(line for line in listed.stdout.split() if line.partition("==")[0] in shown), flush=True)
        command = [python, "-m", "pytest", "-n", "auto", "-q", "-p", "no:cacheprovider", *(given or TESTS)]
        if subprocess.run(command, check=False, cwd=ROOT).returncode:
            failed.append(which)
    print(f"failed with the {' and the '.join(failed)} versions" if failed else "all pass")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
