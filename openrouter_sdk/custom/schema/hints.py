"""Hints of functions and classes, resolved; also where they name something that is local to a function."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from typing_extensions import get_type_hints

_OURS = __name__.rpartition(".custom.")[0] + ".custom."


def hints_of(holder: Callable[..., Any] | type) -> dict[str, Any]:
    """The resolved hints of a function or class, `Annotated` kept.

    Raises:
        NameError: One names something that is neither global nor in the functions that are being called.
    """
    try:
        return get_type_hints(holder, include_extras=True)
    except NameError:
        return get_type_hints(holder, localns=_locals_in_sight(), include_extras=True)


def _locals_in_sight() -> dict[str, Any]:
    """Local names of the functions that led here, the nearest winning: a class of a test or of a factory of tools."""
    found: dict[str, Any] = {}
    frame = inspect.currentframe()
    while frame is not None:
        if not str(frame.f_globals.get("__name__")).startswith(_OURS):
            found = {**frame.f_locals, **found}
        frame = frame.f_back
    return found
