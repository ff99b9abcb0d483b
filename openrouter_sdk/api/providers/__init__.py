# Code generated from openapi.yaml by `make generate`: do not edit.
"""The companies behind the endpoints."""

from __future__ import annotations

from .list_ import ProvidersList

__all__ = ["Providers"]


class Providers(ProvidersList):
    """`client.providers`. The companies behind the endpoints."""
