"""What `make lint` finds in tests that depend on how fast the machine is."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parent.parent / "tools"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    spec = importlib.util.spec_from_file_location("check_tests", TOOLS / "check_tests.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.delitem(sys.modules, "sources", raising=False)
    return module


@pytest.mark.parametrize(
    "line",
    [
        "time.sleep(0.1)",
        "await asyncio.sleep(seconds)",
        "began = time.monotonic()",
        "server.wait_closed(1, 2.0)",
        "server.wait_requests(1, timeout=5)",
        "thread.join(2)",
        "asyncio.timeout(5)",
        "asyncio.wait_for(reader, 2.0)",
    ],
)
def test_what_depends_on_real_time_is_found_unless_it_says_why(check: ModuleType, line: str) -> None:
    assert len(list(check.problems_of(line))) == 1
    assert list(check.problems_of(f"{line}  # real time: a reason")) == []
    assert list(check.problems_of(f"# real time: a reason\n{line}")) == []


@pytest.mark.parametrize(
    "line",
    [
        "await asyncio.sleep(0)",
        "clock.sleep(60.0)",
        "server.wait_closed(1)",
        "server.wait_closed(1, timeout=0)",
        "thread.join(PATIENCE_S)",
        "asyncio.timeout(30)",
        "', '.join(names)",
    ],
)
def test_what_does_not_is_left_alone(check: ModuleType, line: str) -> None:
    assert list(check.problems_of(line)) == []
