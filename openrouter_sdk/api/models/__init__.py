# Code generated from openapi.yaml by `make generate`: do not edit.
"""The catalogue of models."""

from __future__ import annotations

from .count import ModelsCount
from .get import ModelsGet
from .list_ import ModelsList
from .list_for_user import ModelsListForUser

__all__ = ["Models"]


class Models(ModelsList, ModelsCount, ModelsListForUser, ModelsGet):
    """`client.models`. The catalogue of models."""
