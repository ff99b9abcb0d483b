"""Python functions as tools of a model.

Owns what a tool is and what it is told: name, description and schema of a function (by way of the package `schema`, and
so of the extra `tools`), its context. Imports schema, and of the layers below answers and errors.
"""

from __future__ import annotations

from .context import StopRun, ToolContext, ToolError
from .making import Tool, tool

__all__ = ["StopRun", "Tool", "ToolContext", "ToolError", "tool"]
