# Code generated from openapi.yaml by `make generate`: do not edit.
"""Keys of providers that the account brings along."""

from __future__ import annotations

from .create import ByokCreate
from .delete import ByokDelete
from .get import ByokGet
from .list_ import ByokList
from .update import ByokUpdate

__all__ = ["Byok"]


class Byok(ByokList, ByokCreate, ByokGet, ByokDelete, ByokUpdate):
    """`client.byok`. Keys of providers that the account brings along."""
