"""mypy and basedpyright, both strict, refuse each marked line of the `fail_*.py` files, and nothing else there.

That they accept the `api*.py` files is told by `make types`, whose settings name this folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FILES = sorted(HERE.glob("fail_*.py"))
MARK = "# error"

Found = dict[str, set[int]]


def run(folder: Path, *arguments: str) -> str:
    """What a checker prints; the package it finds is the one of this checkout."""
    command = [sys.executable, "-m", *arguments]
    env = {**os.environ, "MYPYPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False).stdout


def found_by_mypy() -> Found:
    found: Found = {path.name: set() for path in FILES}
    for line in run(ROOT, "mypy", "--strict", "--output=json", *map(str, FILES)).splitlines():
        fault = json.loads(line)
        path = ROOT / fault["file"]
        if path in FILES and fault["severity"] == "error":
            found[path.name].add(fault["line"])
    return found


def found_by_basedpyright() -> Found:
    found: Found = {path.name: set() for path in FILES}
    with TemporaryDirectory() as folder:
        # copies, because the settings of the project leave out the files that must fail
        for path in FILES:
            shutil.copy(path, folder)
        settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": [str(ROOT)]}
        Path(folder, "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        report = json.loads(run(Path(folder), "basedpyright", "--pythonpath", sys.executable, "--outputjson"))
    assert report["summary"]["filesAnalyzed"] == len(FILES)
    for fault in report["generalDiagnostics"]:
        found[Path(fault["file"]).name].add(fault["range"]["start"]["line"] + 1)
    return found


CHECKERS = {"mypy": found_by_mypy, "basedpyright": found_by_basedpyright}


def marked(path: Path) -> set[int]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith(MARK)}


def test_each_file_of_mistakes_marks_some() -> None:
    assert [path.name for path in FILES if not marked(path)] == []


# one test for all files: those of a checker may else come into several processes, and it into each of them
@pytest.mark.parametrize("checker", CHECKERS)
def test_each_mistake_is_refused_and_nothing_else(checker: str) -> None:
    assert CHECKERS[checker]() == {path.name: marked(path) for path in FILES}
