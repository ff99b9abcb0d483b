"""Names of a package that are loaded when they are first asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, TypeAlias

Loader: TypeAlias = Callable[[str], Any]
"""A `__getattr__` of a package."""


def lazy_names(package: str, modules: Mapping[str, str]) -> Loader:
    """The `__getattr__` of a package (PEP 562).

    Args:
        package: Its name.
        modules: Modules inside it, each with the names it provides, separated by blanks.
    """
    places = {name: module for module, names in modules.items() for name in names.split()}

    def load(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{places[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
