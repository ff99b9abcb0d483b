"""The aiohttp backend where aiohttp is missing, broken, or left out of a frozen program."""

from __future__ import annotations

import sys
from modulefinder import ModuleFinder
from pathlib import Path

import pytest

import openrouter_sdk
from openrouter_sdk import OpenRouter, errors

PACKAGE = Path(openrouter_sdk.__file__).parent
TRANSPORT = "openrouter_sdk.custom.http.aiohttp_transport"


@pytest.fixture(autouse=True)
def _not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("openrouter_sdk.custom.http.aiohttp_")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("openrouter_sdk.custom.http.aiohttp_transport", raising=False)


@pytest.mark.parametrize("name", ["aiohttp", "multidict", "yarl"])
def test_without_its_packages_the_extra_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(errors.ArgumentError, match=r"pip install openrouter-sdk\[aiohttp\]"):
        OpenRouter(api_key="test", http_backend="aiohttp")


@pytest.mark.parametrize("name", ["aiohttp", TRANSPORT])
def test_a_frozen_program_is_told_what_to_bundle(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(errors.ArgumentError, match=f"frozen program.*hidden import {TRANSPORT}"):
        OpenRouter(api_key="test", http_backend="aiohttp")


@pytest.mark.parametrize("name", ["aiohttp.abc", "openrouter_sdk.custom.http.reads"])
def test_another_failure_to_load_it_is_told_as_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("aiohttp", reason="the extra 'aiohttp' is not installed")
    monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(ImportError, match=name):
        OpenRouter(api_key="test", http_backend="aiohttp")


def test_what_freezes_a_program_finds_the_whole_package(tmp_path: Path) -> None:
    """PyInstaller and its like look for import statements, and do not see names that are loaded by text."""
    program = tmp_path / "program.py"
    program.write_text("from openrouter_sdk import OpenRouter\n")
    # a name that it has not found is bad wherever it occurs, also in `from ..http import`
    (tmp_path / "http.py").touch()
    finder = ModuleFinder(path=[str(PACKAGE.parent), str(tmp_path)])
    finder.run_script(str(program))

    files = {path.relative_to(PACKAGE.parent).with_suffix("") for path in PACKAGE.rglob("*.py")}
    modules = {".".join(path.parts).removesuffix(".__init__") for path in files}
    assert modules - finder.modules.keys() == {"openrouter_sdk.testing.__main__"}
