"""What an answer is for: its number, the id made of it, and the request's body. Nothing is random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .._json import is_list

CREATED = 1_767_225_600
"""Unix seconds that every answer carries, so that runs can be compared byte for byte."""

DEFAULT_MODEL = "emulated/echo"
DEFAULT_PROVIDER = "Emulator"


@dataclass(frozen=True, slots=True)
class Generation:
    """One answer to one request: its number on this server and the request's body ({} when it was no object)."""

    number: int
    body: Mapping[str, Any]
    metadata_wanted: bool = False

    @property
    def id(self) -> str:
        """``gen-<unix seconds>-<20 characters>``, as OpenRouter forms it."""
        return f"gen-{CREATED}-Emulated{self.number:012d}"

    @property
    def streams(self) -> bool:
        return self.body.get("stream") is True

    @property
    def model(self) -> str:
        """The model asked for: ``model``, else the first of ``models``."""
        models = self.body.get("models")
        wanted = self.body.get("model") or (models[0] if is_list(models) and models else None)
        return wanted if isinstance(wanted, str) else DEFAULT_MODEL
