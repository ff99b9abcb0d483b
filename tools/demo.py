"""Run the quick start: against OpenRouter when OPENROUTER_API_KEY is set, else against the emulated server."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from openrouter_sdk import testing

QUICKSTART = Path(__file__).resolve().parent.parent / "examples" / "quickstart.py"
WORD_DELAY_S = 0.1
EMULATED = """\
Asking an emulated OpenRouter on this machine. It has no model: it says again what it was asked, and its prices are
made up. Set OPENROUTER_API_KEY to ask the real one.
"""
REAL = """\
Asking OpenRouter with your OPENROUTER_API_KEY. This costs a fraction of a cent.
"""


def run_quickstart(script: Path, extra_env: dict[str, str]) -> int:
    """Run `script` with our interpreter, its output going straight to the terminal; returns its exit code."""
    env = {**os.environ, "PYTHONUNBUFFERED": "1", **extra_env}
    return subprocess.run([sys.executable, str(script)], env=env, check=False).returncode


def main(arguments: list[str]) -> int:
    """Run the quick start named on the command line (default: the one of this checkout); returns its exit code."""
    script = Path(arguments[0]) if arguments else QUICKSTART
    started = time.monotonic()
    if os.environ.get("OPENROUTER_API_KEY", "").strip():
        print(REAL, flush=True)
        code = run_quickstart(script, {})
        where = "with OpenRouter"
    else:
        print(EMULATED, flush=True)
        with testing.serve(delay=WORD_DELAY_S) as server:
            code = run_quickstart(script, {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": "demo"})
            where = f"with {len(server.requests)} requests to the emulated server"
    verdict = "ran" if code == 0 else f"failed with exit code {code}"
    shown = "/".join(script.parts[-2:])
    print(f"\n{shown} {verdict} in {time.monotonic() - started:.1f} s, {where}.")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
