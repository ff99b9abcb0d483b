"""Change what decides, a line at a time, and see whether a test notices (`make mutants`).

mutmut writes the changes, where pyproject.toml says. The tests are collected once; for each change a process forked
from there runs those that reach the changed function, the likeliest to notice first, and ends with the first failure.
What was tried stays in `mutants/`, so that a run that was ended goes on where it was.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import inspect
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import pytest
from hypothesis import Phase, settings
from mutmut.__main__ import create_mutants
from mutmut.mutation import trampoline
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir
from mutmut.utils.format_utils import mangled_name_from_mutant_name

PLACE = Path("mutants").absolute()
TESTS = ["tests/core", "tests/streams", "tests/hostile", "tests/api"]
PROCESSES = 2
ENOUGH_S = 60.0
"""Seconds of tests for one change."""
PATIENCE_S = 20
"""Seconds that a change may add to a test."""
MEMORY_BYTES = 3 << 30

Function: TypeAlias = Callable[..., Any]
Tests: TypeAlias = list[tuple[float, pytest.Item]]


class Changed:
    """A function and its changes; mutmut's own way to choose between them costs much with each call."""

    every: ClassVar[dict[str, Changed]] = {}
    reached: ClassVar[set[str]] = set()

    def __init__(self, name: str, original: Function, changes: dict[str, Function], *, of_class: bool) -> None:
        self.name, self.changes, self.of_class = name, changes, of_class
        self.run = self.original = original
        self.every[name] = self

    def note(self, *args: Any, **keywords: Any) -> Any:
        """Run it as it is, and remember that."""
        self.reached.add(self.name)
        return self.original(*args, **keywords)

    def choose(self, change: str) -> None:
        """Run it with a change from now on."""
        changed = self.changes[change]
        # of a class method what is called is bound already
        self.run = (lambda _, *args, **keywords: changed(*args, **keywords)) if self.of_class else changed


def choosing(changes: dict[str, Function], is_classmethod: bool = False) -> Callable[[Function], Function]:
    """What mutmut decorates each changed function with."""

    def decorate(function: Function) -> Function:
        *within, name = function.__qualname__.split(".")
        mangled = "ǁ".join(["x", *within, name]) if within else f"x_{name}"
        changed = Changed(f"{function.__module__}.{mangled}", function, changes, of_class=is_classmethod)

        @functools.wraps(function)
        def run(*args: Any, **keywords: Any) -> Any:
            return changed.run(*args, **keywords)

        @functools.wraps(function)
        async def wait(*args: Any, **keywords: Any) -> Any:
            return await changed.run(*args, **keywords)

        return wait if inspect.iscoroutinefunction(function) else run

    return decorate


def forked(work: Callable[[], object]) -> tuple[int, int]:
    """Do it in a process of its own; its number, and where its answer, as JSON, can be read."""
    answer, told = os.pipe()
    process = os.fork()
    if process:
        os.close(told)
        return process, answer
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with os.fdopen(told, "w") as out:
            json.dump(work(), out)
    finally:
        os._exit(0)


def told_by(answer: int) -> Any:
    """What a process told, None if it did not come to that."""
    with os.fdopen(answer) as told:
        text = told.read()
    return json.loads(text) if text else None


class Trial:
    """The changes against the tests: a plugin of pytest, which has collected them.

    Args:
        wanted: Parts of the names of changes to try.
        tried: Where the outcomes are written.
    """

    def __init__(self, wanted: list[str], tried: Path) -> None:
        self._wanted = wanted
        self._tried = tried
        self._failed = False
        self._noticed: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Learn what became of a test."""
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do this instead of running the tests."""
        for module in {name.rpartition(".")[0] for name in self._every()}:
            importlib.import_module(module)  # what is loaded late would not be known in time
        shares = [session.items[turn::PROCESSES] for turn in range(PROCESSES)]
        tests: defaultdict[str, Tests] = defaultdict(list)
        known: dict[str, Any] = {}
        for process, answer in [forked(functools.partial(self._survey, share)) for share in shares]:
            known |= told_by(answer) or {}
            os.waitpid(process, 0)
        for item in session.items:
            took_s, functions = known.get(item.nodeid, (0, ()))
            for function in functions:
                tests[function].append((took_s, item))
        self._try_all(tests)
        return True

    def _passes(self, item: pytest.Item, following: pytest.Item | None) -> bool:
        self._failed = False
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        return not self._failed

    def _survey(self, items: list[pytest.Item]) -> dict[str, tuple[float, list[str]]]:
        """How long each test takes, and which functions it reaches: none if it fails as it is."""
        for changed in Changed.every.values():
            changed.run = changed.note
        found: dict[str, tuple[float, list[str]]] = {}
        for item, following in zip(items, [*items[1:], None], strict=True):
            Changed.reached.clear()
            began = time.perf_counter()
            passed = self._passes(item, following)
            found[item.nodeid] = (time.perf_counter() - began, sorted(Changed.reached) if passed else [])
        return found

    def _try_all(self, tests: defaultdict[str, Tests]) -> None:
        running: dict[int, tuple[str, str, int]] = {}
        names = list(self._names())
        while running or names:
            while names and len(running) < PROCESSES:
                name = names.pop(0)
                function = mangled_name_from_mutant_name(name)
                before = self._noticed[function]
                order = sorted(tests[function], key=lambda test: (-before[test[1].nodeid], test[0]))
                process, answer = forked(functools.partial(self._notice, name, order))
                running[process] = (name, function, answer)
            process, status = os.wait()
            name, function, answer = running.pop(process)
            fate, which = told_by(answer) or ("killed", f"by the time or memory it took: {status}")
            if fate == "killed":
                self._noticed[function][which] += 1
            with self._tried.open("a", encoding="utf-8") as out:
                out.write(f"{fate}\t{name}\t{which}\n")

    def _names(self) -> Iterator[str]:
        """The changes that are wanted and were not tried yet."""
        before = {name for _, name, _ in outcomes(self._tried)}
        return (name for name in self._every() if name not in before and any(part in name for part in self._wanted))

    def _every(self) -> Iterator[str]:
        for found in sorted(PLACE.rglob("*.meta")):
            yield from json.loads(found.read_text(encoding="utf-8"))["exit_code_by_key"]

    def _notice(self, name: str, tests: Tests) -> tuple[str, str]:
        """Whether a test fails with this change, and which."""
        if not tests:
            return "no tests", ""
        Changed.every[mangled_name_from_mutant_name(name)].choose(name.rpartition(".")[2])
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        spent_s = 0.0
        for number, (took_s, item) in enumerate(tests):
            if spent_s > ENOUGH_S:
                return "survived", f"the first {number} of {len(tests)} tests"
            spent_s += took_s
            signal.alarm(int(took_s * 5) + PATIENCE_S)
            if not self._passes(item, tests[number + 1][1] if number + 1 < len(tests) else None):
                return "killed", item.nodeid
        return "survived", f"{len(tests)} tests"


def outcomes(tried: Path) -> Iterator[list[str]]:
    """What became of each change, its name, and which test noticed."""
    for line in tried.read_text(encoding="utf-8").splitlines() if tried.exists() else ():
        yield line.split("\t")


def write() -> None:
    """Everything a test needs, with all changes written into the files."""
    PLACE.mkdir(exist_ok=True)
    unfinished = PLACE / "unfinished"
    if unfinished.exists():
        # a file may be half there, and mutmut would take it for whole
        shutil.rmtree(PLACE / "openrouter_sdk", ignore_errors=True)
    unfinished.touch()
    copy_src_dir()
    copy_also_copy_files()
    create_mutants(PROCESSES)
    unfinished.unlink()


def main() -> None:
    """Try what was not tried yet, and print what no test noticed."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("names", nargs="*", default=["openrouter_sdk"], help="parts of the names of changes; default: all")
    ask.add_argument("--tests", nargs="+", default=TESTS)
    ask.add_argument("--tried", default="tried.tsv", help="the file in mutants/ that remembers the outcomes")
    given = ask.parse_args()
    write()
    tried = PLACE / given.tried
    trampoline.wrap_in_trampoline = choosing  # type: ignore[assignment] # which is simpler
    settings.register_profile("no shrinking", phases=[Phase.explicit, Phase.generate], database=None)
    settings.load_profile("no shrinking")
    os.chdir(PLACE)
    sys.path.insert(0, str(PLACE))
    options = ["-q", "-s", "--tb=no", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = pytest.main([*options, *given.tests], plugins=[Trial(given.names, tried)])
    os.chdir("..")
    for fate, name, which in outcomes(tried):
        if fate != "killed":
            print(f"{fate}: {name} ({which})\n{get_diff_for_mutant(name)}")
    sys.exit(0 if code == pytest.ExitCode.NO_TESTS_COLLECTED else code)


if __name__ == "__main__":
    main()
