"""The finished answers of a bulk run in a JSONL file, one a line, so that a killed run goes on where it was.

A line is handed to the operating system before the run goes on, which is enough for a killed process; only a crash of
the whole machine can lose the last answers. Prompts and keys are not in the file, answers are.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import threading
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from openrouter_sdk import models

from .._files import path_of
from ..errors import ArgumentError, HttpInfo, as_object, attach_http, is_object, parse_json
from ..stream import Closing

_HEADER = {"checkpoint": "openrouter_sdk chat.map", "version": 1}


def key_of(index: int, body: bytes) -> str:
    """What a request is found by: its place in the run, and its body whatever the order of the keys."""
    canonical = json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"))
    return f"{index}:{hashlib.sha256(canonical.encode()).hexdigest()}"


class Checkpoint(Closing):
    """An open checkpoint file. `add` may be called from several threads.

    Args:
        path: The file; it is made if it is not there. Its folder must exist.
        logger: Is told of lines that cannot be read.

    Raises:
        ArgumentError: The file is something else, or another run is using it. It is left as it is.
        OSError: It cannot be read or written.
    """

    def __init__(self, path: str | os.PathLike[str], logger: logging.Logger) -> None:
        self._path = path_of(path, "checkpoint")
        self._lock = threading.Lock()
        self._found: dict[str, dict[str, Any]] = {}
        # Unbuffered: when write() returns, the operating system has the line.
        self._file: BinaryIO = self._path.open("ab+", buffering=0)
        try:
            if not stat.S_ISREG(os.fstat(self._file.fileno()).st_mode):
                raise ArgumentError(f"checkpoint {str(self._path)!r} is no file")
            _lock_file(self._file, self._path)
            self._load(logger)
        except BaseException:
            self._file.close()
            raise

    def take(self, key: str) -> models.ChatResult | None:
        """The answer that was saved for this request, or None. It is given once."""
        record = self._found.pop(key, None)
        if record is None:
            return None
        result = models.ChatResult.from_dict(as_object(record.get("result")))
        attach_http(result, _http_of(as_object(record.get("http"))))
        return result

    def add(self, key: str, result: models.ChatResult) -> None:
        """Save an answer."""
        http = result.http
        told = {"status": http.status, "generation_id": http.generation_id, "attempts": http.attempts}
        self._write({"key": key, "http": told, "result": result.to_dict()})

    def close(self) -> None:
        """Close the file, which stays where it is."""
        with self._lock:
            self._file.close()

    def _write(self, record: dict[str, Any]) -> None:
        rest = memoryview(json.dumps(record, separators=(",", ":")).encode() + b"\n")
        with self._lock:
            end = self._file.seek(0, os.SEEK_END)
            try:
                while rest:
                    rest = rest[self._file.write(rest) :]
            except BaseException:
                # half a line would spoil the next one, which may fit on the full disk
                with suppress(OSError):
                    self._file.truncate(end)
                raise

    def _load(self, logger: logging.Logger) -> None:
        self._file.seek(0)
        content = self._file.read()
        end = content.rfind(b"\n") + 1
        lines = content[:end].splitlines()
        header = json.dumps(_HEADER, separators=(",", ":")).encode()
        is_ours = lines[0] == header if lines else header.startswith(content)
        if not is_ours:
            raise ArgumentError(f"checkpoint {str(self._path)!r} is no checkpoint of chat.map")
        # A killed run may have left half a line.
        self._file.truncate(end)
        if not lines:
            self._write(_HEADER)
        for number, line in enumerate(lines[1:], 2):
            record = parse_json(line.decode("utf-8", "replace"))
            if is_object(record) and isinstance(record.get("key"), str) and is_object(record.get("result")):
                self._found[record["key"]] = record
            else:
                logger.warning("line %d of the checkpoint %s cannot be read", number, self._path)


def _http_of(saved: dict[str, Any]) -> HttpInfo:
    """What a line tells of how its answer came, whatever somebody wrote there."""
    status, attempts, generation_id = (saved.get(name) for name in ("status", "attempts", "generation_id"))
    return HttpInfo(
        status=status if isinstance(status, int) else 200,
        generation_id=generation_id if isinstance(generation_id, str) else None,
        attempts=attempts if isinstance(attempts, int) else 1,
    )


def _lock_file(file: BinaryIO, path: Path) -> None:
    """Keep other runs away from the file, where the system can; the lock ends with the process.

    A package for it would lock another file beside this one, which stays, and be installed by everybody.
    """
    try:
        fcntl: Any = import_module("fcntl")
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ArgumentError(f"checkpoint {str(path)!r} is in use by another run") from None
    except OSError:
        # Some network file systems have no locks.
        return
