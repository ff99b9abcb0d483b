# Code generated from openapi.yaml by `make generate`: do not edit.
"""Who serves a model, at what price and how well."""

from __future__ import annotations

from .list_ import EndpointsList
from .list_zdr import EndpointsListZdr

__all__ = ["Endpoints"]


class Endpoints(EndpointsList, EndpointsListZdr):
    """`client.endpoints`. Who serves a model, at what price and how well."""
