"""Conversations with the emulated server."""

from __future__ import annotations

import pytest

from tests.conversation.talking import Talk
from tests.helpers.api import Api


@pytest.fixture
def talk(api: Api) -> Talk:
    """Asks in both colours, one after the other."""
    return Talk(api)
