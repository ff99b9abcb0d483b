# Code generated from openapi.yaml by `make generate`: do not edit.
"""What the account has bought and used."""

from __future__ import annotations

from .get import CreditsGet

__all__ = ["Credits"]


class Credits(CreditsGet):
    """`client.credits`. What the account has bought and used."""
