"""`client.models`: the generated methods, and what a client remembers of the catalogue.

Owns which models are kept and for how long; what they cost is decided in answers. Imports engine and answers.
"""

from __future__ import annotations

from .namespace import ModelsNamespace

__all__ = ["ModelsNamespace"]
