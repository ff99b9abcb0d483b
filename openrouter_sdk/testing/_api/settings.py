"""What was chosen when the server was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of :func:`serve` that shape answers."""

    delay: float = 0.0
    api_key: str | None = None
    management_key: str | None = None
    generation_lag: int = 0
    strict: bool | None = None
