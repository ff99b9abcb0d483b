"""What the documents show works: every Python block and every example runs against the emulated server."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import openrouter_sdk
from openrouter_sdk import content, errors, testing, tools
from openrouter_sdk.custom.errors.reading import AVAILABILITY_STATUS, ERROR_TYPE_STATUS
from openrouter_sdk.custom.errors.tree import STATUS_CLASSES
from tests.helpers.checkers import copy_mypy_cache

pytest_plugins = ("pytester",)

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("examples/*.md"))]
APPLICATION = ROOT / "examples" / "testing"
TESTED_ELSEWHERE = {
    "bulk_dask.py": "bulk/test_dask.py",
    "streaming_web.py": "streams/test_web_handler.py",
    **dict.fromkeys(
        ("database_agent.py", "mcp_agent.py", "research_agent.py", "terminal_agent.py", "weather_agent.py"),
        "tools/test_examples.py",
    ),
}
EXAMPLES = [path for path in sorted(ROOT.glob("examples/*.py")) if path.name not in TESTED_ELSEWHERE]
FENCE = re.compile(r"^```(\w*)$")
SCRIPT = re.compile(r"^<!-- the server answers: (.+) -->$")
ELSEWHERE = re.compile(r"^<!-- runs elsewhere: (\w+) -->$")
SHOWN = re.compile(r"# -> (.*)$")
TYPE_CHECKER = """
[[tool.mypy.overrides]]
module = "shown.*"
disallow_untyped_decorators = false

[[tool.mypy.overrides]]
module = ["celery.*", "django.*", "fastapi.*", "openai.*"]
follow_imports = "skip"
ignore_missing_imports = true
"""
"""What is others' is not looked into: that would take a minute."""


class Block(NamedTuple):
    """A fenced block of Python: where it stands, and what the server is scripted to answer."""

    document: Path
    line: int
    answers: str
    text: str

    @property
    def shown(self) -> list[str]:
        """What the comments of the block say it prints."""
        found = (SHOWN.search(line) for line in self.text.splitlines())
        return [match[1].strip() for match in found if match]

    @property
    def needs_pytest(self) -> bool:
        """Whether the block is a file of tests with fixtures."""
        return re.search(r"^def test_\w+\(\w", self.text, flags=re.MULTILINE) is not None


def blocks(document: Path) -> Iterator[Block]:
    """The Python blocks of a document. A comment before a block scripts the server without a reader seeing it.

    A block of another client is left out where a comment says that it runs elsewhere.
    """
    answers, elsewhere, language, inside = "", False, None, []
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        fence = FENCE.match(line.strip())
        if language is None and fence:
            language, inside = fence[1], []
        elif language is not None and fence:
            if language == "python" and not elsewhere:
                yield Block(document, number - len(inside) - 1, answers, "\n".join(inside))
            language, answers, elsewhere = None, "", False
        elif language is not None:
            inside.append(line)
        elif script := SCRIPT.match(line):
            answers = script[1]
        elif ELSEWHERE.match(line):
            elsewhere = True


def script(server: testing.Server, answers: str) -> None:
    """Enqueue what a comment such as `reply("Yes"), error(503)` says."""
    builders = {"reply": testing.reply, "error": testing.error, "raw": testing.raw}
    server.enqueue(*eval(f"[{answers}]", builders))  # noqa: S307


BLOCKS = [block for document in DOCUMENTS if document.exists() for block in blocks(document)]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[testing.Server]:
    with testing.serve() as server:
        monkeypatch.setenv("OPENROUTER_API_KEY", "test")
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        yield server


@pytest.fixture
def restored_logging() -> Iterator[None]:
    logger = logging.getLogger("openrouter_sdk")
    level, handlers = logger.level, list(logger.handlers)
    yield
    logger.setLevel(level)
    logger.handlers[:] = handlers


@pytest.mark.parametrize("block", BLOCKS, ids=[f"{block.document.name}:{block.line}" for block in BLOCKS])
def test_a_block_runs_and_prints_what_it_shows(
    block: Block,
    server: testing.Server,
    restored_logging: None,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    script(server, block.answers)
    if block.needs_pytest:
        run_tests(block, request.getfixturevalue("pytester"), request.getfixturevalue("monkeypatch"))
        return

    run(block)

    assert server.pending == 0
    if block.shown:
        assert [line.strip() for line in capsys.readouterr().out.splitlines()] == block.shown


def run(block: Block) -> None:
    """Run a block as a program of its own, errors telling the line of the document."""
    code = compile("\n" * block.line + block.text, str(block.document), "exec", dont_inherit=True)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exec(code, namespace)  # noqa: S102
    for name, value in list(namespace.items()):
        if name.startswith("test_"):
            value()


def run_tests(block: Block, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a block that holds tests, as its reader would, beside the application that is shown."""
    monkeypatch.syspath_prepend(APPLICATION)
    pytester.makepyfile(test_shown=block.text)
    assert pytester.inline_run("-p", "no:cacheprovider").ret == 0


def environment(**more: str) -> dict[str, str]:
    """Our environment, with the checkout importable and without the caller's own settings of the SDK."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER_")}
    return {**kept, "PYTHONPATH": str(ROOT), "MYPYPATH": str(APPLICATION), **more}


def test_the_blocks_pass_a_strict_type_checker(tmp_path: Path) -> None:
    folder = tmp_path / "shown"
    folder.mkdir()
    for number, block in enumerate(BLOCKS):
        (folder / f"block_{number}.py").write_text(block.text, encoding="utf-8")
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings + TYPE_CHECKER, encoding="utf-8")
    options = [f"--config-file={tmp_path / 'pyproject.toml'}", f"--cache-dir={copy_mypy_cache(tmp_path)}"]
    command = [sys.executable, "-m", "mypy", *options, str(folder)]
    env = environment(MYPYPATH=str(tmp_path))
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_runs(example: Path) -> None:
    with testing.serve() as server:
        env = environment(OPENROUTER_API_KEY="test", OPENROUTER_BASE_URL=server.url)
        command = [sys.executable, "-W", "error", str(example)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()
    assert done.stderr == ""


def test_the_quick_start_shows_each_kind_of_call() -> None:
    with testing.serve() as server:
        env = environment(OPENROUTER_API_KEY="test", OPENROUTER_BASE_URL=server.url)
        done = subprocess.run(
            [sys.executable, str(ROOT / "examples" / "quickstart.py")],
            env=env, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        streamed = [bool(request.json.get("stream")) for request in server.requests]

    assert streamed == [False, True, False, False, False]
    assert "provider Emulator, tokens 15, cost $0.000020" in done.stdout
    assert "BadRequestResponseError: 400" in done.stdout


def test_the_quick_start_says_what_is_missing_without_a_traceback() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "quickstart.py")],
        env=environment(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr == "ArgumentError: no API key: pass api_key= or set OPENROUTER_API_KEY\n"


def test_each_error_class_is_listed_with_its_status() -> None:
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    listed = {name: int(status) for name, status in re.findall(r"(\w+ResponseError)`?[ |]+(\d{3})\b", text)}

    assert listed == {error_class.__name__: status for status, error_class in STATUS_CLASSES.items()}
    assert [name for name in errors.__all__ if name not in text] == []


def test_each_public_name_has_its_place_in_the_reference() -> None:
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "reference").glob("*.md")]
    shown = {name for text in pages for name in re.findall(r"^::: openrouter_sdk\.([\w.]+)$", text, flags=re.MULTILINE)}
    guides = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    own = {name for name in openrouter_sdk.__all__ if not isinstance(getattr(openrouter_sdk, name), ModuleType)}
    names = {f"{module.__name__.rpartition('.')[2]}.{name}" for module in (content, tools) for name in module.__all__}
    # functions of a package that no guide tells of are there for other packages
    public = {name for name in names if name in guides or name.partition(".")[2][0].isupper()}

    assert (own | public) - {"Timeout", "UNSET", *tools.__all__} <= shown
    assert {"errors", "testing"} <= shown


def test_each_name_of_an_error_is_listed_with_its_status() -> None:
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+`) \| (\d{3}) \|$", text, flags=re.MULTILINE)
    listed = {name: int(status) for names, status in rows for name in re.findall(r"`(\w+)`", names)}

    assert listed == {**ERROR_TYPE_STATUS, **AVAILABILITY_STATUS}


@pytest.mark.parametrize("name", ["support.py", "test_support.py"])
def test_the_application_that_is_shown_with_its_tests_is_the_example(name: str) -> None:
    shown = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")

    assert f"```python\n{(APPLICATION / name).read_text(encoding='utf-8')}```\n" in shown
