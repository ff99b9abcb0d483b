"""`generate.py` is deterministic, and its check notices whatever is not as generated."""

from __future__ import annotations

import contextlib
import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.generated.conftest import ROOT, Checkout

GENERATOR = runpy.run_path(str(ROOT / "generator" / "generate.py"))
PACKAGE = ROOT / "openrouter_sdk"


def test_the_check_tells_of_a_changed_a_missing_and_a_stray_file_and_of_nothing_else() -> None:
    made = {"types.py": b"made", "models/chat_usage.py": b"made", "client.py": b"made"}
    present = {"types.py": b"edited", "api/stray.py": b"", "client.py": b"made"}

    assert GENERATOR["differences"](made, present) == [
        "missing: models/chat_usage.py",
        "not generated: api/stray.py",
        "differs: types.py",
    ]
    assert GENERATOR["differences"](made, made) == []


@pytest.mark.parametrize(
    ("edited", "code", "says"), [(True, 1, "\n  differs: types.py\n"), (False, 0, "0 generated file(s) differ\n")]
)
def test_the_check_changes_nothing_and_fails_where_something_differs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    edited: bool,
    code: int,
    says: str,
) -> None:
    package = tmp_path / "openrouter_sdk"
    package.mkdir()
    (package / "types.py").write_text("edited" if edited else "made")
    made = tmp_path / "made"
    made.mkdir()
    (made / "types.py").write_text("made")
    main = GENERATOR["main"]
    monkeypatch.setitem(main.__globals__, "ROOT", tmp_path)
    monkeypatch.setitem(main.__globals__, "generate", lambda _work: made)
    monkeypatch.setattr("sys.argv", ["generate.py", "--check"])

    assert main() == code
    assert capsys.readouterr().out.endswith(says)
    assert contents(package) == {"types.py": b"edited" if edited else b"made"}


def test_a_contract_that_cannot_be_generated_changes_nothing(checkout: Checkout) -> None:
    contract = checkout.root / "openapi.yaml"
    text = contract.read_text()
    before = checkout.files()
    contract.write_text(text.replace("type: integer", "type: whole", 1))
    done = checkout.generate()
    contract.write_text(text)

    assert done.returncode == 1
    assert done.stderr.startswith("openapi-python-client failed:")
    assert checkout.files() == before


def test_every_generated_file_says_so_in_its_first_line() -> None:
    files = {name: text.decode() for name, text in GENERATOR["generated_files"](PACKAGE).items()}
    said = "generated from openapi.yaml by `make generate`: do not edit."
    first_lines = {name: text.splitlines()[1 if name.endswith(".json") else 0] for name, text in files.items()}

    assert {name for name, line in first_lines.items() if said not in line} == set()
    assert {"models/chat_result.py", "api/chat/send.py", "__init__.py", "testing/openapi.json"} <= set(files)


def test_every_module_of_the_package_is_generated_or_hand_written_by_its_place() -> None:
    generated = set(GENERATOR["generated_files"](PACKAGE))
    present = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")}
    by_hand = {name for name in present if name.startswith(("custom/", "testing/"))} | {"__main__.py"}

    assert present - by_hand == generated - {"testing/openapi.json"}


def test_what_all_models_share_is_a_copy_of_what_is_checked_where_it_is_written() -> None:
    first, copy = (PACKAGE / "types.py").read_text().split("\n", 1)

    assert first.endswith("It is a copy of generator/runtime.py.")
    assert copy == (ROOT / "generator" / "runtime.py").read_text()


OLD = {
    "models/kept.py": b"kept",
    "models/changed.py": b"old",
    "models/dropped.py": b"dropped",
    "api/gone/send.py": b"gone",
}
NEW = {"models/kept.py": b"kept", "models/changed.py": b"new", "models/added.py": b"added", "api/new/send.py": b"added"}


def contents(package: Path) -> dict[str, bytes]:
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in package.rglob("*") if path.is_file()}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name, text in {**OLD, "custom/mine.py": b"mine"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text)
    return tmp_path


def test_the_new_files_take_the_place_of_the_old_and_emptied_folders_go(package: Path) -> None:
    (package / "api" / "gone" / "__pycache__").mkdir()
    (package / "api" / "gone" / "__pycache__" / "send.pyc").touch()
    inode = (package / "models" / "kept.py").stat().st_ino

    GENERATOR["swap"](NEW, OLD, package)

    assert contents(package) == {**NEW, "custom/mine.py": b"mine"}
    assert (package / "models" / "kept.py").stat().st_ino == inode
    assert not (package / "api" / "gone").exists()


@pytest.mark.parametrize("method", ["write_bytes", "replace", "unlink"])
@pytest.mark.parametrize("calls", [0, 1, 2])
def test_an_interrupted_run_leaves_every_file_whole_and_the_next_one_ends_it(
    package: Path, method: str, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = getattr(Path, method)
    left = iter(range(calls))

    def interrupted(*arguments: Any) -> Any:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return done(*arguments)

    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        patch.setattr(Path, method, interrupted)
        GENERATOR["swap"](NEW, OLD, package)

    found = contents(package)
    assert {name for name in OLD if name not in found} <= OLD.keys() - NEW.keys()
    assert all(text in {OLD.get(name), NEW.get(name), b"mine"} for name, text in found.items())
    if not NEW.items() <= found.items():
        assert OLD.keys() <= found.keys()

    GENERATOR["swap"](NEW, {name: text for name, text in found.items() if name != "custom/mine.py"}, package)

    assert contents(package) == {**NEW, "custom/mine.py": b"mine"}
