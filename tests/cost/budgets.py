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
    "decode a chunk": (661, 628, 590),
    "read a chunk, many a read": (142, 131, 129),
    "read a chunk, one a read": (218, 197, 199),
    "step of a stream, many a read": (853, 796, 759),
    "step of a stream, one a read, above httpx": (767, 726, 686),
    "open and end a stream, above httpx": (4471, 4271, 4001),
    "call, above httpx": (2913, 2703, 2489),
    "build a client": (1085, 1007, 1005),
    "accumulate a chunk": (452, 410, 403),
    "call, own client": (6165, 5708, 5554),
    "open and end a stream, own client": (7414, 6920, 6777),
    "async call, own client": (8617, 7934, 6979),
    "step of an async stream, many a read": (852, 796, 758),
    "step of an async stream, one a read, above httpx": (868, 798, 759),
    "step of an async stream, own reads": (1041, 970, 938),
}


def opcodes_allowed(what: str) -> float:
    """Opcodes that something may run on this Python."""
    minor = sys.version_info.minor
    row = _OPCODES[what]
    if minor > _NEWEST:
        return max(row) * _UNKNOWN
    return row[minor - 11] * HEADROOM
