# Code generated from openapi.yaml by `make generate`: do not edit.
"""Retry settings under the official SDK's module name."""

from __future__ import annotations

from .custom.retry import BackoffStrategy, RetryConfig

__all__ = ["BackoffStrategy", "RetryConfig"]
