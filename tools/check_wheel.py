"""Build the sdist and from it the wheel, install that into an empty environment and run the quick start there.

Arguments: interpreters to try it with, instead of the running one, which must be Python 3.11 or newer.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from sources import ROOT

PACKAGE = "openrouter_sdk"
DOCUMENTS = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md"}
BESIDE_THE_PACKAGE = DOCUMENTS | {".gitignore", "openapi.yaml", "pyproject.toml"}
MUST_HAVE = tuple(f"{PACKAGE}/{name}" for name in ("py.typed", "testing/openapi.json", "custom/__init__.py"))
RELATIVE_LINK = re.compile(r"\]\((?!https?:)[^)]*\)")
WITHOUT_EXTRA = f"import {PACKAGE}, {PACKAGE}.testing, {PACKAGE}.models; print({PACKAGE}.__file__)"


def build(target: Path) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from the sdist, with the backend of the running environment."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"building the sdist and the wheel failed:\n{done.stdout}{done.stderr}")
    (sdist,), (wheel,) = target.glob("*.tar.gz"), target.glob("*.whl")
    return sdist, wheel


def package_files() -> set[str]:
    """The paths of all files of the package in the checkout, caches left out."""
    paths = (path for path in (ROOT / PACKAGE).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in paths}


def differences(where: str, actual: set[str], expected: set[str]) -> list[str]:
    """One line for each file too many or too few."""
    extra = [f"{where} holds {name}, which does not belong there" for name in sorted(actual - expected)]
    return extra + [f"{where} lacks {name}" for name in sorted(expected - actual)]


def wrong_contents(sdist: Path, wheel: Path) -> list[str]:
    """What the two archives hold too much or too little of."""
    package = package_files()
    with tarfile.open(sdist) as archive:
        in_sdist = {member.name.partition("/")[2] for member in archive.getmembers() if not member.isdir()}
    with zipfile.ZipFile(wheel) as wheel_archive:
        in_wheel = {name for name in wheel_archive.namelist() if ".dist-info/" not in name}
        (metadata,) = (name for name in wheel_archive.namelist() if name.endswith(".dist-info/METADATA"))
        described = wheel_archive.read(metadata).decode()
    return [
        *(f"the page on the index has a link that leads nowhere: {link}" for link in RELATIVE_LINK.findall(described)),
        *(f"the checkout lacks {name}" for name in MUST_HAVE if name not in package),
        *differences("the sdist", in_sdist, package | BESIDE_THE_PACKAGE),
        *differences("the wheel", in_wheel, package),
    ]


def run(command: list[str], folder: Path, env: dict[str, str]) -> str:
    """Run a command in a folder; returns what it prints."""
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command} failed with the wheel installed:\n{done.stdout}{done.stderr}")
    return done.stdout


def install(python: Path, what: str) -> None:
    """Install into the environment of `python`, silent but for errors; what is used is compiled then."""
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    command = [*pip, "install", "-qq", "--disable-pip-version-check", "--no-compile", what]
    subprocess.run(command, check=True)


def try_out(wheel: Path, folder: Path, interpreter: str) -> None:
    """Install the wheel, first without and then with the extra, and run the quick start, away from the checkout."""
    place = Path(tempfile.mkdtemp(prefix="empty environment ", dir=folder))
    subprocess.run([interpreter, "-m", "venv", "--without-pip", str(place)], check=True)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OPENROUTER_"))}
    install(python, str(wheel))
    imported = run([str(python), "-c", WITHOUT_EXTRA], folder, env).strip()
    if not Path(imported).is_relative_to(place):
        raise SystemExit(f"the quick start would run {imported!r} instead of the wheel")
    install(python, f"{wheel}[testing]")
    run([str(python), str(ROOT / "tools" / "demo.py")], folder, env)


def main(*interpreters: str) -> int:
    """Build, look and run with each interpreter; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix=f"{PACKAGE}-") as name:
        folder = Path(name)
        sdist, wheel = build(folder)
        if problems := wrong_contents(sdist, wheel):
            print("\n".join(problems))
            return 1
        for interpreter in interpreters or (sys.executable,):
            try_out(wheel, folder, interpreter)
            version = run([interpreter, "-VV"], folder, dict(os.environ)).partition("(")[0].strip()
            print(f"package: installed and run with {version}", flush=True)
    print("package: sdist and wheel hold the package and nothing else, and the quick start runs from the wheel")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
