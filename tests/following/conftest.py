"""What the tests of following share: a text is read for being changed once, and copied each time."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import Any

import pytest

from generator import amend, tree


@lru_cache(maxsize=8)
def packed(text: str) -> bytes:
    return pickle.dumps(tree.load(text))


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpickling a tree takes a thirtieth of the time that reading it takes."""

    def load(text: str) -> Any:
        return pickle.loads(packed(text))  # noqa: S301 - our own pickle

    monkeypatch.setattr(amend, "load", load)
