"""Whether every public name has a complete type, as an editor sees the installed package. Slow: some 15 seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from sources import ROOT

COMMAND = (sys.executable, "-m", "basedpyright", "--verifytypes", "openrouter_sdk", "--ignoreexternal", "--outputjson")


def main() -> int:
    """Ask the type checker; returns the exit code."""
    # it looks for the package in the environment of the first python on PATH
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        COMMAND, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    told = json.loads(done.stdout)["typeCompleteness"]
    if not told["symbols"]:
        print("the type checker does not find the package")
        return 1
    wrong = [
        f"{symbol['name']}: {diagnostic['message'].splitlines()[0]}"
        for symbol in told["symbols"]
        for diagnostic in symbol["diagnostics"]
        if diagnostic["severity"] == "error"
    ]
    print("\n".join(wrong) or f"typed: {len(told['symbols'])} public names have complete types")
    return 1 if wrong or told["completenessScore"] < 1 else 0


if __name__ == "__main__":
    sys.exit(main())
