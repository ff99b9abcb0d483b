# Code generated from openapi.yaml by `make generate`: do not edit.
"""Vectors of texts and other media."""

from __future__ import annotations

from .create import EmbeddingsCreate
from .list_models import EmbeddingsListModels

__all__ = ["Embeddings"]


class Embeddings(EmbeddingsCreate, EmbeddingsListModels):
    """`client.embeddings`. Vectors of texts and other media."""
