"""Tools of MCP servers as tools of a model.

Owns the way from a session of the package `mcp` (the extra `mcp`) to tools of a run: names, schemas, calls, results,
progress, and the event loop that a session lives in. The package itself is imported when it is first needed. Imports
tools and all below.
"""

from __future__ import annotations

from .results import McpProgress
from .toolset import McpTools, mcp_tools

__all__ = ["McpProgress", "McpTools", "mcp_tools"]
