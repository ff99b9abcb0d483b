# Code generated from openapi.yaml by `make generate`: do not edit.
"""Traces and metrics of OpenTelemetry, made of what hooks are told."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .custom.telemetry import (
        hooks,
    )

__all__ = [
    "hooks",
]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(".custom.telemetry", __package__), name)
        return value


def __dir__() -> list[str]:
    return __all__
