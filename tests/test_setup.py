"""`make setup`: which Python it takes, and when it makes `.venv` anew."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parent.parent / "tools"

# Stand-ins for interpreters, which answer the questions of find_python.sh.
OLD = 'case "$2" in *sys.exit*) exit 1 ;; *print*) echo 3.10.2 ;; esac'
WITHOUT_ENSUREPIP = 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.12.1 ;; esac'
GOOD = 'case "$2" in *print*) echo 3.11.0 ;; esac'


class TestTheInterpreter:
    @pytest.fixture
    def find(self, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
        def found(wanted: str = "", **programs: str) -> subprocess.CompletedProcess[str]:
            for name, body in programs.items():
                program = tmp_path / name.replace("_", ".")
                program.write_text(f"#!/bin/sh\n{body}\n")
                program.chmod(0o755)
            command = ["/bin/sh", str(TOOLS / "find_python.sh"), wanted]
            return subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)

        return found

    def test_the_first_that_will_do_is_taken(self, find: Callable[..., subprocess.CompletedProcess[str]]) -> None:
        done = find(python3=OLD, python3_13=WITHOUT_ENSUREPIP, python3_12=GOOD, python3_11=GOOD)

        assert (done.stdout, done.stderr, done.returncode) == ("python3.12\n", "", 0)

    def test_the_one_named_is_taken_or_none(self, find: Callable[..., subprocess.CompletedProcess[str]]) -> None:
        assert find("python3.11", python3=GOOD, python3_11=GOOD).stdout == "python3.11\n"
        assert find("python3.14", python3=GOOD).returncode == 1

    def test_one_that_is_too_old_is_told(self, find: Callable[..., subprocess.CompletedProcess[str]]) -> None:
        done = find(python3=OLD)

        assert (done.stdout, done.returncode) == ("", 1)
        assert "Python 3.11 or newer is needed, found only: python3 (3.10.2)." in done.stderr

    def test_one_that_cannot_make_environments_is_told_with_the_way_out(
        self, find: Callable[..., subprocess.CompletedProcess[str]]
    ) -> None:
        done = find(python3=WITHOUT_ENSUREPIP)

        assert (done.stdout, done.returncode) == ("", 1)
        assert "python3 (3.12.1, without ensurepip)" in done.stderr
        assert "apt install python3-venv" in done.stderr


class TestTheEnvironment:
    @pytest.fixture
    def setup(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
        """tools/setup_env.py for a project without requirements, installing nothing."""
        for name in ("requirements/dev.txt", "pyproject.toml", "openrouter_sdk/custom/_version.py"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).touch()
        script = tmp_path / "tools" / "setup_env.py"
        script.parent.mkdir()
        script.write_bytes((TOOLS / "setup_env.py").read_bytes())
        spec = importlib.util.spec_from_file_location("setup_env", script)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        monkeypatch.setattr(module, "run", lambda *_: None)
        return module

    @pytest.fixture
    def made(self, setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        """The environments that were made; real ones, but without pip."""
        found: list[Path] = []
        create = venv.create

        def record(where: Path, **_options: bool) -> None:
            create(where, clear=True)
            found.append(where)

        monkeypatch.setattr(setup.venv, "create", record)
        return found

    def test_is_made_once(self, setup: ModuleType, made: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
        assert setup.main() == 0
        assert capsys.readouterr().out.startswith("Setting up .venv.")
        assert setup.main() == 0
        assert capsys.readouterr().out == ""
        assert made == [setup.VENV]

    def test_is_kept_when_requirements_change(
        self, setup: ModuleType, made: list[Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        setup.main()
        setup.REQUIREMENTS.write_text("# another\n")
        capsys.readouterr()

        assert setup.main() == 0
        assert capsys.readouterr().out.startswith("Setting up .venv.")
        assert made == [setup.VENV]

    def test_is_kept_when_installing_was_interrupted(
        self, setup: ModuleType, made: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        installed: list[tuple[str, ...]] = []

        def interrupted(*_arguments: str) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(setup, "install", interrupted)
            with pytest.raises(KeyboardInterrupt):
                setup.main()
        monkeypatch.setattr(setup, "install", lambda *arguments: installed.append(arguments))

        assert setup.main() == 0
        assert len(installed) == 2
        assert made == [setup.VENV]

    def test_is_made_anew_when_making_it_was_interrupted(self, setup: ModuleType, made: list[Path]) -> None:
        # pip comes last, so that an environment cut short has an interpreter and cannot install anything
        setup.venv.create(setup.VENV)

        assert setup.main() == 0
        assert made == [setup.VENV, setup.VENV]

    def test_is_made_anew_when_the_folder_was_moved(
        self, setup: ModuleType, made: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        setup.main()
        monkeypatch.setattr(setup, "VENV", setup.VENV.parent / "elsewhere" / ".venv")

        assert setup.main() == 0
        assert made == [setup.ROOT / ".venv", setup.VENV]

    def test_is_made_anew_only_when_another_interpreter_is_named(
        self, setup: ModuleType, made: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        setup.main()
        assert setup.main("/usr/bin/python3") == 0
        monkeypatch.setattr(setup, "INTERPRETER", "/opt 4.0.0")
        assert setup.main() == 0
        assert made == [setup.VENV]

        assert setup.main("/opt/bin/python4") == 0
        assert made == [setup.VENV, setup.VENV]


class TestARelease:
    """`tools/check_release.py`, which the workflow of a release runs first."""

    @pytest.fixture
    def problems(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], list[str]]:
        monkeypatch.syspath_prepend(TOOLS)
        return importlib.import_module("check_release").problems

    def test_tag_version_and_changelog_agree(self, problems: Callable[[str, str, str], list[str]]) -> None:
        assert problems("v1.2.0", '__version__ = "1.2.0"', "## [1.2.0] - 2026-11-29\n") == []

    def test_another_version_is_told(self, problems: Callable[[str, str, str], list[str]]) -> None:
        found = problems("v1.2.0", '__version__ = "1.1.9"', "## [1.2.0] - 2026-11-29\n")

        assert found == ["the tag is v1.2.0, the version in custom/_version.py is 1.1.9"]

    def test_a_changelog_without_the_version_or_its_date_is_told(
        self, problems: Callable[[str, str, str], list[str]]
    ) -> None:
        for changelog in ("## [Unreleased]\n", "## [1.2.0]\n"):
            assert problems("v1.2.0", '__version__ = "1.2.0"', changelog) == [
                "CHANGELOG.md has no heading `## [1.2.0] - <date>`"
            ]


class TestThePublicSurface:
    """`tools/public_api.py`, which keeps it in a file."""

    def test_a_change_is_shown_and_fails(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.syspath_prepend(TOOLS)
        tool = importlib.import_module("public_api")
        now = tool.SNAPSHOT.read_text(encoding="utf-8")
        kept = tmp_path / "public_api.txt"
        kept.write_text(now.replace("class openrouter_sdk.Call(", "class openrouter_sdk.Gone("), encoding="utf-8")
        monkeypatch.setattr(tool, "SNAPSHOT", kept)
        # what it is, `make api-check` finds out
        monkeypatch.setattr(tool, "surface", now.splitlines)

        assert tool.main() == 1

        told = capsys.readouterr().out
        assert "-class openrouter_sdk.Gone(" in told
        assert "+class openrouter_sdk.Call(" in told
        assert "make api" in told
