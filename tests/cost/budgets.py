"""What things may cost: what they cost when this was written, and a tenth on top.

A test that exceeds its budget tells of code that does more than before. Where the work is worth it, and `make bench`
agrees, the number here is the one to change.
"""

from __future__ import annotations

import sys
from typing import Final

HEADROOM: Final = 1.1
_NEWEST: Final = 13
_UNKNOWN: Final = 1.25
"""More headroom where nobody has counted yet: interpreters newer than the table."""

# Opcodes differ between minor versions of Python: 3.11, 3.12, 3.13.
_OPCODES: Final = {
    "decode a chunk": (653, 620, 582),
    "read a chunk, many a read": (142, 131, 129),
    "read a chunk, one a read": (218, 197, 199),
    "step of a stream, many a read": (843, 786, 749),
    "step of a stream, one a read, above httpx": (728, 687, 652),
    "open and end a stream, above httpx": (4326, 4135, 3873),
    "call, above httpx": (2859, 2649, 2442),
    "build a client": (1025, 953, 957),
    "accumulate a chunk": (452, 410, 403),
    "call, own client": (5450, 5079, 4947),
    "open and end a stream, own client": (6572, 6166, 6038),
    "async call, own client": (7688, 7120, 6186),
    "step of an async stream, many a read": (842, 786, 748),
    "step of an async stream, one a read, above httpx": (1788, 1637, 1634),
    "step of an async stream, own reads": (1031, 960, 928),
}


def opcodes_allowed(what: str) -> float:
    """Opcodes that something may run on this Python."""
    minor = sys.version_info.minor
    row = _OPCODES[what]
    if minor > _NEWEST:
        return max(row) * _UNKNOWN
    return row[minor - 11] * HEADROOM
