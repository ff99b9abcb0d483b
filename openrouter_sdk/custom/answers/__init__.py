"""What answers, chunks and tool calls can do besides holding their fields; what they cost; how they are sent back.

The contract attaches the mixins of this package to generated models (`x-mixin`), so this is the one package of the
hand-written layer that generated models import: it must not import them in turn while it is loaded. Imports errors and,
when media are asked for, content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .mixins import (
    THINKING_PARTS,
    AnswerMixin,
    ChatResultMixin,
    ChatStreamChunkMixin,
    ChatToolCallMixin,
    first_choice,
    own_key_cost,
)

if TYPE_CHECKING:
    from .distinct_ids import DistinctIds
    from .prices import price_of
    from .sending_back import REASONING_KEYS, answer_message, object_text, says_nothing, sendable, sendable_call
    from .usage import Usage, reported, usage_by_model, usage_of, usage_sum

__all__ = [
    "REASONING_KEYS",
    "THINKING_PARTS",
    "AnswerMixin",
    "ChatResultMixin",
    "ChatStreamChunkMixin",
    "ChatToolCallMixin",
    "DistinctIds",
    "Usage",
    "answer_message",
    "first_choice",
    "object_text",
    "own_key_cost",
    "price_of",
    "reported",
    "says_nothing",
    "sendable",
    "sendable_call",
    "usage_by_model",
    "usage_of",
    "usage_sum",
]

__getattr__: Loader = lazy_names(
    __name__,
    {
        "prices": "price_of",
        "distinct_ids": "DistinctIds",
        "sending_back": "REASONING_KEYS answer_message object_text says_nothing sendable sendable_call",
        "usage": "Usage reported usage_by_model usage_of usage_sum",
    },
)
