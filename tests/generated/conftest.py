"""A copy of what the generator needs, to be changed and generated again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.checkers import copy_mypy_cache

ROOT = Path(__file__).resolve().parents[2]
CACHES = ("__pycache__", ".mypy_cache")
PARTS = ("generator", "openrouter_sdk", "openapi.yaml", "generator-config.yaml", "pyproject.toml")


class Checkout:
    """A copy of this checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.package = root / "openrouter_sdk"
        for part in PARTS:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(ROOT / part, root / part)
        copy_mypy_cache(root)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the copy, which comes before this checkout on the path."""
        plain = {"NO_COLOR": "1", "PYTHONPATH": str(self.root), "MYPYPATH": str(self.root)}
        env = {**os.environ, **plain, **environment}
        env.pop("FORCE_COLOR", None)
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=self.root, env=env, capture_output=True, text=True, check=False)

    def generate(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("generator/generate.py", *arguments, **environment)

    def files(self) -> dict[str, bytes]:
        """All files by their path."""
        paths = [path for path in self.root.rglob("*") if path.is_file() and not {*CACHES} & {*path.parts}]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A copy whose package is what its templates give, as `make generate-check` tells."""
    return Checkout(tmp_path_factory.mktemp("checkout"))
