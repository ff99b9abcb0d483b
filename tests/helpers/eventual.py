"""Modules that take long to import, loaded by the first test that uses one: each worker collects all tests."""

from __future__ import annotations

from functools import cached_property
from types import ModuleType
from typing import Any

import pytest


class Eventual:
    """Stands for a module.

    Args:
        name: Its whole name. A test that uses it is skipped where it is not installed.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def _module(self) -> ModuleType:
        return pytest.importorskip(self._name, reason=f"{self._name} is not installed")  # type: ignore[no-any-return]

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("_"):  # pytest looks at all that a module of tests holds
            raise AttributeError(attribute)
        return getattr(self._module, attribute)
