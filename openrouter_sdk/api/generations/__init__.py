# Code generated from openapi.yaml by `make generate`: do not edit.
"""What became of single requests."""

from __future__ import annotations

from .get import GenerationsGet
from .get_content import GenerationsGetContent
from .submit_feedback import GenerationsSubmitFeedback

__all__ = ["Generations"]


class Generations(GenerationsGet, GenerationsGetContent, GenerationsSubmitFeedback):
    """`client.generations`. What became of single requests."""
