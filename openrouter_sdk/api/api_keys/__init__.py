# Code generated from openapi.yaml by `make generate`: do not edit.
"""Keys of OpenRouter."""

from __future__ import annotations

from .get_current import ApiKeysGetCurrent

__all__ = ["ApiKeys"]


class ApiKeys(ApiKeysGetCurrent):
    """`client.api_keys`. Keys of OpenRouter."""
