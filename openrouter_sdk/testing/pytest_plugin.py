"""The pytest plugin: an emulated OpenRouter for the tests of an application. pytest loads it by its entry point.

It imports the SDK when a fixture is used, so that other tests pay nothing for it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from openrouter_sdk import OpenRouter, testing

MARKER = "openrouter"
_LONGEST_NAME = 100
MODES = ("once", "none", "new", "all")
_OPTION = "--openrouter-record"
_OPTIONS = frozenset({"strict", "verify", "match", "scrub"})
_server_key = pytest.StashKey["testing.Server"]()
_passed_key = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that records cassettes."""
    group = parser.getgroup("openrouter", "emulated OpenRouter")
    group.addoption(
        _OPTION, choices=MODES, default="once", dest="openrouter_record",
        help="what openrouter_cassette does: once: record cassettes that are missing (the default); "
        "none: never record; new: record requests that are missing; all: record everything again",
    )  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    """Explain the marker."""
    config.addinivalue_line(
        "markers",
        f"{MARKER}(strict=None, verify=True, match='strict', scrub=()): options of the fixtures openrouter_server, "
        "openrouter_env, openrouter_client (strict, verify) and openrouter_cassette (match, scrub)",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test passed, and show what was sent where it did not."""
    report = yield
    server = item.stash.get(_server_key, None)
    if server is not None and call.when == "call":
        item.stash[_passed_key] = report.passed
        if report.failed:
            report.sections.append(("Requests to the emulated OpenRouter", server.requests.summary()))
    return report


@pytest.fixture
def openrouter_server(request: pytest.FixtureRequest) -> Iterator[testing.Server]:
    """An emulated OpenRouter on a loopback port, of this test alone.

    After a test that passed, ``server.verify()`` tells what did not go as it was prepared.
    """
    from openrouter_sdk import testing  # lazy: other tests pay nothing for the plugin

    options = _options(request)
    with testing.serve(strict=options.get("strict")) as server:
        request.node.stash[_server_key] = server
        yield server
        if options.get("verify", True) and request.node.stash.get(_passed_key, False):
            _tell(server)


@pytest.fixture
def openrouter_env(openrouter_server: testing.Server) -> Iterator[testing.Server]:
    """The same server, which clients that the application builds from the environment talk to."""
    from openrouter_sdk import testing  # lazy: other tests pay nothing for the plugin

    with testing.environment(openrouter_server):
        yield openrouter_server


@pytest.fixture
def openrouter_client(openrouter_server: testing.Server) -> Iterator[OpenRouter]:
    """A client of the server, for sync and async calls, that tries nothing again."""
    from openrouter_sdk import OpenRouter  # lazy: other tests pay nothing for the plugin

    with OpenRouter(server_url=openrouter_server.url, api_key="test", retry_config=None) as client:
        yield client


@pytest.fixture
def openrouter_cassette(request: pytest.FixtureRequest) -> Iterator[testing.Tape]:
    """The cassette of this test, ``cassettes/<module>/<test>.json``, which clients built from the environment talk to.

    It is recorded if it is not there, see ``--openrouter-record``, and replayed otherwise. The options of
    ``@pytest.mark.openrouter``: ``match``, ``scrub``.
    """
    from openrouter_sdk import testing  # lazy: other tests pay nothing for the plugin

    options = _options(request)
    path = cassette_path(request.path, request.node.nodeid.partition("::")[2])
    mode: Any = request.config.getoption("openrouter_record")
    tape = testing.record(path, mode=mode, match=options.get("match", "strict"), scrub=options.get("scrub", ()))
    with tape, testing.environment(tape):
        request.node.stash[_server_key] = tape
        yield tape


def _tell(server: testing.Server) -> None:
    try:
        server.verify()
    except AssertionError as fault:
        pytest.fail(str(fault), pytrace=False)


def _options(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The options of the nearest markers."""
    options: dict[str, Any] = {}
    for marker in request.node.iter_markers(MARKER):
        unknown = {*marker.kwargs} - _OPTIONS
        if unknown or marker.args:
            raise pytest.UsageError(f"@pytest.mark.{MARKER} takes {sorted(_OPTIONS)}, not {[*unknown, *marker.args]}")
        options = {**marker.kwargs, **options}
    return options


def cassette_path(module: Path, test: str) -> Path:
    """Where the cassette of a test is: ``cassettes/<module>/<test>.json`` beside its module.

    A name that no file can have is shortened, and told from others by its hash.
    """
    name = re.sub(r"[^\w.-]+", "-", test).strip("-")
    if len(name) > _LONGEST_NAME or re.search(r"[^\w.:\[\]-]", test):
        name = f"{name[:_LONGEST_NAME]}-{hashlib.sha256(test.encode()).hexdigest()[:8]}"
    return module.parent / "cassettes" / module.stem / f"{name}.json"
