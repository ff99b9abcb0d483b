"""How the command ends: its exit codes, and what a user is told in place of a traceback."""

from __future__ import annotations

import errno
import functools
import os
import traceback
from collections.abc import Callable
from enum import IntEnum
from typing import Any

import typer

import openrouter_sdk as sdk

from .known_models import nearest
from .screen import Screen


class Code(IntEnum):
    """The exit codes; docs/cli.md says the same."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    UNREACHABLE = 3
    INCOMPLETE = 4
    MISFIT = 5
    DEFECT = 70
    INTERRUPTED = 130
    CLOSED_PIPE = 141


class UsageError(Exception):
    """What the user asked for cannot be done; nothing was sent."""


_HINTS: dict[int, str] = {
    401: "is OPENROUTER_API_KEY a key of this server, whole and enabled?",
    402: "`openrouter key` and `openrouter credits` show what is left",
    429: "wait, or use another model; `openrouter key` shows the limits of the key",
}


def guarded(command: Callable[..., int | None]) -> Callable[..., None]:
    """A command that ends with an exit code whatever happens in it. It has to take `debug`."""

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        try:
            code = command(**arguments) or Code.DONE
        except BaseException as error:  # noqa: BLE001 - each becomes an exit code
            code = _end_by(error, **{name: arguments.get(name) for name in ("model", "server_url", "debug")})
        raise typer.Exit(int(code))

    return run


def _end_by(error: BaseException, *, model: str | None, server_url: str | None, debug: bool | None) -> Code:
    screen = Screen()
    if _is_closed_pipe(error):
        screen.silence()
        return Code.CLOSED_PIPE
    if debug:
        screen.note("".join(traceback.format_exception(error)).rstrip(), style="")
    if isinstance(error, KeyboardInterrupt):
        screen.end_line()
        return Code.INTERRUPTED
    code = code_of(error)
    screen.error(_unexpected(error) if code == Code.DEFECT else told(error, model, server_url))
    return code


def _is_closed_pipe(error: BaseException) -> bool:
    """Whether nobody reads standard output any longer; Windows has another word for it."""
    if os.name == "nt" and isinstance(error, OSError) and error.errno == errno.EINVAL:
        return error.filename is None
    return isinstance(error, BrokenPipeError)


def code_of(error: BaseException) -> Code:
    """The exit code of a command that ended by an exception."""
    errors = sdk.errors
    if isinstance(error, (errors.NoResponseError, errors.RequestTimedOutError, errors.StreamInterruptedError)):
        return Code.UNREACHABLE
    if isinstance(error, (UsageError, errors.ArgumentError)) or getattr(error, "filename", None) is not None:
        return Code.USAGE
    return Code.FAILED if isinstance(error, (errors.OpenRouterError, OSError)) else Code.DEFECT


def told(error: BaseException, model: str | None = None, server_url: str | None = None) -> str:
    """What went wrong, and what helps, on a line or two."""
    if isinstance(error, OSError) and not isinstance(error, sdk.errors.OpenRouterError):
        where = f"{error.filename}: " if error.filename is not None else ""
        return f"{where}{error.strerror or error}"
    if isinstance(error, sdk.errors.NoResponseError):
        place = server_url or os.environ.get("OPENROUTER_BASE_URL") or "https://openrouter.ai"
        return f"{error}\n  is there a way from here to {place}?"
    hint = _hint(error, model)
    return f"{error}\n  {hint}" if hint else str(error)


def _hint(error: BaseException, model: str | None) -> str | None:
    if not isinstance(error, sdk.errors.ChatError):
        return None
    names_model = error.status_code == 404 or (error.status_code == 400 and "model" in error.message.lower())
    about_model = model is not None and names_model
    if about_model and (near := nearest(str(model))):
        return f"did you mean {' or '.join(near)}?"
    if about_model:
        return "`openrouter models WORDS` finds models"
    return _HINTS.get(error.status_code)


def _unexpected(error: BaseException) -> str:
    return f"unexpected {type(error).__name__}: {error}\n  this is a defect; --debug shows where"
