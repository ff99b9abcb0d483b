"""Answers as values of Python types: structured outputs.

Owns what is asked for with a type (a schema that every provider takes, by way of the package `schema` and so of the
extra `tools`) and how answers are read as that type: one that does not fit is an error that says where, never a
repaired guess. Imports engine, stream, answers, schema and errors; `chat` loads it when a type is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names

if TYPE_CHECKING:
    from .calls import parse, parse_async
    from .flow import ParsedResult
    from .output import Output, output_of
    from .streams import ParsedStream, ParsedStreamAsync

__all__ = ["Output", "ParsedResult", "ParsedStream", "ParsedStreamAsync", "output_of", "parse", "parse_async"]

__getattr__: Loader = lazy_names(
    __name__,
    {
        "calls": "parse parse_async",
        "flow": "ParsedResult",
        "output": "Output output_of",
        "streams": "ParsedStream ParsedStreamAsync",
    },
)
