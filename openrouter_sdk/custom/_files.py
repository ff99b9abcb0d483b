"""Files that are replaced in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Write beside the file, then put it in its place: an interruption loses neither the old nor the new.

    A link stays one, and a file that is there keeps its permissions; a new one is its owner's alone.
    """
    try:
        _write_beside(Path(os.path.realpath(path)), content)
    except OSError as error:
        # the path of the caller rather than that of the file beside it
        raise OSError(error.errno, error.strerror, str(path)) from None


def _write_beside(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        with suppress(FileNotFoundError):
            shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
