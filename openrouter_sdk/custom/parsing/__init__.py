"""Answers as values of Python types: structured outputs.

Owns what is asked for with a type (a schema that every provider takes, by way of the package `schema` and so of the
extra `tools`) and how answers are read as that type: one that does not fit is an error that says where, never a
repaired guess. Imports engine, stream, answers, schema and errors; `chat` loads it when a type is asked for.

What has come of a streamed answer is read by jiter, which pydantic-core brings along: half of a text of 15 kB in about
40 microseconds on one core, where partial-json-parser takes 590, and `json.loads` 90 for the whole. It takes no `tr`
for `true` and keeps no half of a character, as partial-json-parser does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names

if TYPE_CHECKING:
    from .calls import parse as parse
    from .calls import parse_async as parse_async
    from .flow import ParsedResult as ParsedResult
    from .output import Output as Output
    from .output import output_of as output_of
    from .streams import ParsedStream as ParsedStream
    from .streams import ParsedStreamAsync as ParsedStreamAsync

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
