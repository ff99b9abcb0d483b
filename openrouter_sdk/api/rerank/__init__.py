# Code generated from openapi.yaml by `make generate`: do not edit.
"""Documents in the order of their relevance."""

from __future__ import annotations

from .create import RerankCreate

__all__ = ["Rerank"]


class Rerank(RerankCreate):
    """`client.rerank`. Documents in the order of their relevance."""
