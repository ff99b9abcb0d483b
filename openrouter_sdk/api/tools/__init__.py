# Code generated from openapi.yaml by `make generate`: do not edit.
"""The catalogue of server tools."""

from __future__ import annotations

from .get import ToolsGet
from .list_ import ToolsList

__all__ = ["Tools"]


class Tools(ToolsList, ToolsGet):
    """`client.tools`. The catalogue of server tools."""
