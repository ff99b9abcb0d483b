"""Files that are read without waiting, and replaced in one step."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO


def path_of(value: Any, name: str) -> Path:
    """The path that an argument of that name is.

    Raises:
        TypeError: It is none.
    """
    given = value
    if not isinstance(given, (str, os.PathLike)):
        raise TypeError(f"{name} must be the path of a file, not {type(value).__name__}")
    return Path(value)


def open_file(path: str | os.PathLike[str]) -> BinaryIO:
    """Open a file for reading bytes.

    Raises:
        OSError: It cannot be read, or is none: a pipe may never begin, a device never end.
    """
    return open(path, "rb", opener=_open)


def read_file(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a file; see `open_file`."""
    with open_file(path) as file:
        return file.read()


def _open(path: str, flags: int) -> int:
    # a pipe is opened without waiting for somebody to write into it
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return handle
    os.close(handle)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    raise OSError(errno.EINVAL, "it is a pipe or a device, no file; open it yourself to read it all the same", path)


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
