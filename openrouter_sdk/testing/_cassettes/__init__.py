"""Record and replay: what the real API answered, kept in a file that people read, and answered again.

Knows requests and answers, and the server that a cassette is reached by.
"""

from __future__ import annotations

from .exchange import CassetteError
from .matching import Match
from .tape import Mode, Tape, record, replay

__all__ = ["CassetteError", "Match", "Mode", "Tape", "record", "replay"]
