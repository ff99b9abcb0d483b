"""What a tool is told beside its arguments, and what it may say other than by returning."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_args, get_origin

T = TypeVar("T")


@dataclass(frozen=True)
class ToolContext(Generic[T]):
    """Given to a parameter with this hint; the model does not see the parameter.

    Args:
        value: What `context=` of the tool, else of the run, was: a user's id, a database handle.
        call_id: The id of the call, "" outside of a run.
        tool: The name of the tool.
        arguments: What the model wrote, as JSON values.
        step: The number of the answer that asked for the call, from 1.
    """

    value: T
    call_id: str = ""
    tool: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    step: int = 0
    tell: Callable[[object], None] = field(default=lambda _value: None, repr=False, compare=False)
    stopped: threading.Event = field(default_factory=threading.Event, repr=False, compare=False)

    def progress(self, value: object) -> None:
        """Tell whoever watches the run how far the call is; it becomes a `ToolProgress` event. From any thread."""
        self.tell(value)

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more. A plain function that takes long asks now and then."""
        return self.stopped.is_set()


class ToolError(Exception):
    """Raised by a tool to tell the model what is wrong: the text is its result, marked as an error.

    Of other exceptions the model sees the type and a bounded, masked message.
    """


class StopRun(Exception):  # noqa: N818 - it is no error
    """Raised by a tool to end the run, with a value that becomes `result.value`.

    Args:
        value: Anything; it also is the result of the call.
    """

    def __init__(self, value: Any = None) -> None:
        super().__init__(value)
        self.value = value


def is_context(hint: Any) -> bool:
    """Whether a parameter with this hint is filled with a `ToolContext`, `Annotated` and `| None` included."""
    origin = get_origin(hint) or hint
    if isinstance(origin, type) and issubclass(origin, ToolContext):
        return True
    return any(is_context(one) for one in get_args(hint) if not isinstance(one, (str, int)))
