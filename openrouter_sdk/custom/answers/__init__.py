"""What answers, chunks and tool calls can do besides holding their fields.

The contract attaches the mixins of this package to generated models (`x-mixin`), so this is the one package of the
hand-written layer that generated models import: it must not import them in turn while it is loaded. Imports errors and,
when media are asked for, content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from .mixins import ChatResultMixin, ChatStreamChunkMixin, ChatToolCallMixin, own_key_cost

if TYPE_CHECKING:
    from .citations import citations_of as citations_of

__all__ = [
    "ChatResultMixin",
    "ChatStreamChunkMixin",
    "ChatToolCallMixin",
    "citations_of",
    "own_key_cost",
]

__getattr__ = lazy_names(
    __name__,
    {
        "citations": "citations_of",
    },
)
