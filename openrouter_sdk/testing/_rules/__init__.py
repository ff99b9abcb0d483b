"""Answers by rule: which request gets which answer, and what to say where none fits or one is left over.

Knows requests and answers, no server.
"""

from __future__ import annotations

from .explain import leftovers, refusal
from .rules import Answers, Rule, rule, scripted_answer

__all__ = ["Answers", "Rule", "leftovers", "refusal", "rule", "scripted_answer"]
