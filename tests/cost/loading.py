"""Which modules a program loads, each program in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import openrouter_sdk

_ROOT = Path(openrouter_sdk.__file__).parents[1]
# httpx without its command line tool, which loads much where its extra is installed
_START = "import sys; sys.modules['click'] = None\n"
_END = "\nimport json; print(json.dumps(sorted(sys.modules)))"


def loaded(program: str) -> set[str]:
    """Names of the modules that are loaded at the end of a program."""
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", _START + program + _END], capture_output=True, text=True, check=True, env=environment
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


def ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "openrouter_sdk"}


def others(modules: set[str]) -> set[str]:
    return modules - ours(modules)


class Made(NamedTuple):
    """What the SDK's modules make while they are loaded."""

    dataclasses: list[str]
    named_tuples: dict[str, int]
    """How many fields each has."""
    patterns: list[str]
    """Those that are compiled where they are defined."""


_COUNTING = """
import dataclasses, json, re, sys
classes, patterns = [], []
def counting(cls=None, real=dataclasses.dataclass, **options):
    def make(cls):
        if cls.__module__.startswith("openrouter_sdk"):
            classes.append(cls.__name__)
        return real(cls, **options)
    return make if cls is None else make(cls)
def compiling(pattern, flags=0, real=re.compile):
    if sys._getframe(1).f_globals.get("__name__", "").startswith("openrouter_sdk"):
        patterns.append(pattern)
    return real(pattern, flags)
dataclasses.dataclass, re.compile = counting, compiling
"""
_TELLING = """
named = [cls for cls in tuple.__subclasses__() if cls.__module__.startswith("openrouter_sdk")]
print(json.dumps([classes, {cls.__name__: len(cls._fields) for cls in named}, patterns]))
"""


def made_by(program: str) -> Made:
    """What a program has the SDK make."""
    told = subprocess.run(
        [sys.executable, "-c", f"{_COUNTING}\n{program}\n{_TELLING}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Made(*json.loads(told.stdout.splitlines()[-1]))
