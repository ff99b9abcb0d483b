"""What things may cost.

Memory is bounded by what it was when this was written, and a tenth on top. Code that runs is bounded by a multiple of
what other code runs in the same interpreter, which does the same without the SDK: the number of opcodes differs between
versions of Python, this ratio hardly does. The multiples stand in the tests, a tenth above what was counted.

A test that exceeds its budget tells of code that does more than before. Where the work is worth it, and `make bench`
agrees, the number there is the one to change.
"""

from __future__ import annotations

from typing import Final

HEADROOM: Final = 1.1
