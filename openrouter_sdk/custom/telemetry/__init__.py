"""Traces and metrics of OpenTelemetry, made of what hooks are told.

Owns the names and attributes of the GenAI semantic conventions. Promises that nothing of it is loaded, and that
OpenTelemetry is not needed, until `hooks()` is called; and that no prompt, answer or key is recorded unless content is
asked for. Knows nothing of the SDK but its public names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names

if TYPE_CHECKING:
    from .recorder import hooks as hooks

__all__ = ["hooks"]

__getattr__: Loader = lazy_names(__name__, {"recorder": "hooks"})


def __dir__() -> list[str]:
    return __all__
