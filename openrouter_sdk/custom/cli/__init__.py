"""The console command `openrouter`. Its packages, typer and rich, come with the extra `cli`.

Above everything: it uses the names that every user of the SDK has, and none below.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

__all__ = ["main"]

_EXTRA = ("typer", "rich", "jsonschema")
_USAGE, _INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, and leave by `SystemExit` with its exit code (docs/cli.md lists them).

    Args:
        arguments: What follows the name of the command. Default: the process's own arguments.
    """
    try:
        command = _command()
        command(args=arguments, prog_name="openrouter")
    except KeyboardInterrupt:
        _leave_interrupted()
    except SystemExit as ended:
        if ended.code == _INTERRUPTED and arguments is None:
            _leave_interrupted()
        raise


def _command() -> Any:
    for name in _EXTRA:
        try:
            import_module(name)
        except ImportError:
            sys.stderr.write(f"openrouter needs {name!r}: pip install 'openrouter-sdk[cli]'\n")
            sys.exit(_USAGE)
    return import_module(f"{__name__}.app").app


def _leave_interrupted() -> None:
    """End as Ctrl-C ends a program that does not listen: a shell then ends its loop as well, and says 130."""
    if os.name == "posix":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    sys.exit(_INTERRUPTED)
