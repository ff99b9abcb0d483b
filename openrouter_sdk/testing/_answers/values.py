"""The scripted answers as values: what ``reply``, ``error`` and ``raw`` build and ``Server.enqueue`` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from .._sent import Request

ToolCall: TypeAlias = Mapping[str, Any] | tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Pace:
    """When the parts of an answer are sent; seconds, and events a write."""

    first_delay: float = 0.0
    event_delay: float = 0.0
    comments: int = 1
    padding: int = 0
    batch: int = 1

    def __post_init__(self) -> None:
        for name in ("first_delay", "event_delay", "comments", "padding"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative: {getattr(self, name)!r}")
        if self.batch < 1:
            raise ValueError(f"batch must be at least 1: {self.batch!r}")


@dataclass(frozen=True, slots=True)
class Reply:
    """A chat answer; made by ``testing.reply``."""

    text: str | None = ""
    tool_calls: Sequence[ToolCall] = ()
    reasoning: str | None = None
    reasoning_details: Sequence[Mapping[str, Any]] | None = None
    images: Sequence[str | Mapping[str, Any]] = ()
    audio: Mapping[str, Any] | None = None
    annotations: Sequence[Mapping[str, Any]] = ()
    refusal: str | None = None
    finish_reason: str | None = "auto"
    native_finish_reason: str | None = "auto"
    usage: Mapping[str, Any] | Literal[False] | None = None
    model: str | None = None
    provider: str | None = None
    choices: Sequence[Reply] | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    chunk_size: int = 1
    done: bool = True
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])
    pace: Pace = Pace()

    @property
    def all_choices(self) -> Sequence[Reply]:
        """What it is sent as: itself, unless it stands for several choices, or for none."""
        return (self,) if self.choices is None else self.choices


@dataclass(frozen=True, slots=True)
class ErrorReply:
    """An error in OpenRouter's shape; made by ``testing.error``."""

    error: Mapping[str, Any]
    http_status: int
    headers: Mapping[str, str]
    after: str | None
    done: bool
    extra: Mapping[str, Any]
    pace: Pace


@dataclass(frozen=True, slots=True)
class RawReply:
    """Bytes as they are; made by ``testing.raw``."""

    status: int | None
    headers: Mapping[str, str]
    pieces: Sequence[bytes | float]
    cut: bool
    reset: bool
    delay: float


Answer: TypeAlias = Reply | ErrorReply | RawReply
Scripted: TypeAlias = Answer | Callable[[Request], Answer]


NO_ANSWER = "an answer is made by testing.reply, testing.error or testing.raw, or is a function that returns one; not"


def check_answer(answer: object) -> None:
    if not isinstance(answer, Answer) and not callable(answer):
        raise TypeError(f"{NO_ANSWER} {type(answer).__name__}")


def check_status(status: int) -> None:
    if not isinstance(status, int):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a status is a number, not {type(status).__name__}")
    if not 200 <= status <= 599:
        raise ValueError(f"not an HTTP status of an answer: {status!r}")
