"""`generate.py` is deterministic, and its check notices whatever is not as generated."""

from __future__ import annotations

import runpy

from tests.generated.conftest import ROOT, Checkout

GENERATOR = runpy.run_path(str(ROOT / "generator" / "generate.py"))
PACKAGE = ROOT / "openrouter_sdk"


def test_the_check_notices_a_changed_a_missing_and_a_stray_file_and_nothing_else(checkout: Checkout) -> None:
    changed, missing, stray = (checkout.package / name for name in ("types.py", "models/chat_usage.py", "api/stray.py"))
    before = checkout.files()
    changed.write_text(changed.read_text() + "# edited\n")
    missing.unlink()
    stray.touch()
    damaged = checkout.files()
    done = checkout.generate("--check", PYTHONHASHSEED="2")

    assert done.stdout.splitlines()[1:] == [
        "  missing: models/chat_usage.py",
        "  not generated: api/stray.py",
        "  differs: types.py",
    ]
    assert done.returncode == 1
    assert checkout.files() == damaged

    mended = checkout.generate(PYTHONHASHSEED="3")

    assert (mended.returncode, mended.stdout) == (0, "3 generated file(s) changed\n")
    assert checkout.files() == before

    clean = checkout.generate("--check", PYTHONHASHSEED="4")

    assert (clean.returncode, clean.stdout) == (0, "0 generated file(s) differ\n")


def test_a_contract_that_cannot_be_generated_changes_nothing(checkout: Checkout) -> None:
    contract = checkout.root / "openapi.yaml"
    text = contract.read_text()
    before = checkout.files()
    contract.write_text(text.replace("#/components/schemas/ChatUsage'", "#/components/schemas/Nowhere'"))
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
    by_hand = {name for name in present if name.startswith(("custom/", "testing/"))}

    assert present - by_hand == generated - {"testing/openapi.json"}


def test_what_all_models_share_is_a_copy_of_what_is_checked_where_it_is_written() -> None:
    first, copy = (PACKAGE / "types.py").read_text().split("\n", 1)

    assert first.endswith("It is a copy of generator/runtime.py.")
    assert copy == (ROOT / "generator" / "runtime.py").read_text()
