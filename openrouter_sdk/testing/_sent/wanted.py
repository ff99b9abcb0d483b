"""What a request is to look like: for rules that answer, and for assertions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, TypeAlias

from ...custom.engine import refuse_unknown
from .differences import differences, shortened
from .headers import HIDDEN, is_secret_name
from .request import Request

CHAT_PATH = "/chat/completions"
Pattern: TypeAlias = str | re.Pattern[str]
Where: TypeAlias = Callable[[Request], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions on a request, all of which have to hold; None is no condition."""

    model: Pattern | None = None
    contains: Pattern | Sequence[Pattern] | None = None
    tool: str | None = None
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] | None = None
    where: Where | None = None
    path: str | None = CHAT_PATH

    def is_for(self, request: Request) -> bool:
        """Whether the path is the one."""
        return self.path is None or request.is_for(self.path)

    def faults(self, request: Request) -> Iterator[str]:
        """What of ``request`` is not as wanted; nothing when it is all right."""
        if not self.is_for(request):
            yield f"path: {request.path!r} is not {self.path!r}"
        if self.model is not None and not any(_is_model(self.model, name) for name in request.models):
            yield f"model: {_told(request.models)} is not {shown(self.model)}"
        yield from (fault for part in _several(self.contains) for fault in _text_faults(part, request))
        if self.tool is not None and self.tool not in request.tool_names:
            yield f"tool: {self.tool!r} is not among {_told(request.tool_names)}"
        if self.body is not None:
            yield from differences(self.body, request.json, subset=True)
        yield from self._header_faults(request)
        if self.where is not None and not self.where(request):
            yield f"where: {_name_of(self.where)} is false"

    def _header_faults(self, request: Request) -> Iterator[str]:
        for name, value in (self.headers or {}).items():
            found = request.headers.get(name.lower())
            if found is None:
                yield f"headers: {name} is missing"
            elif found != value:
                pair = (HIDDEN, "the wanted one") if is_secret_name(name) else (repr(found), repr(value))
                yield f"headers: {name}: {pair[0]} is not {pair[1]}"

    def __str__(self) -> str:
        parts = [
            f"{name}={shown(value)}"
            for name, value in (("model", self.model), ("contains", self.contains), ("tool", self.tool))
            if value is not None
        ]
        parts += [f"body={shortened(self.body)}"] if self.body is not None else []
        parts += [f"headers={[*self.headers]}"] if self.headers else []
        parts += [f"where={_name_of(self.where)}"] if self.where is not None else []
        parts += [f"path={self.path!r}"] if self.path not in (None, CHAT_PATH) else []
        return ", ".join(parts) or "anything"


def refuse_conditions(unknown: Mapping[str, object], caller: str, *further: str) -> None:
    """Raise a TypeError for the first keyword argument of `caller` that is no condition, with the nearest one."""
    refuse_unknown(
        unknown, [*Wanted.__dataclass_fields__, "times", *further], caller, "further conditions go into where"
    )


def shown(pattern: Pattern | Sequence[Pattern]) -> str:
    """A pattern as it is written in code."""
    if isinstance(pattern, re.Pattern):
        return f"re.compile({pattern.pattern!r})"
    return repr(pattern) if isinstance(pattern, str) else f"[{', '.join(map(shown, pattern))}]"


def _several(pattern: Pattern | Sequence[Pattern] | None) -> Sequence[Pattern]:
    if pattern is None:
        return ()
    return (pattern,) if isinstance(pattern, str | re.Pattern) else pattern


def _is_model(wanted: Pattern, name: str) -> bool:
    return bool(wanted.fullmatch(name)) if isinstance(wanted, re.Pattern) else fnmatchcase(name, wanted)


def _text_faults(wanted: Pattern, request: Request) -> Iterator[str]:
    texts = request.texts
    if isinstance(wanted, re.Pattern):
        if not any(wanted.search(text) for text in texts):
            yield f"contains: {shown(wanted)} matches none of {_told(texts)}"
    elif not any(wanted in text for text in texts):
        near = any(wanted.casefold() in text.casefold() for text in texts)
        yield f"contains: {wanted!r} is in none of {_told(texts)}{' (only its case differs)' if near else ''}"


def _told(values: Sequence[str]) -> str:
    """What was found: the last few, shortened."""
    if not values:
        return "nothing"
    few = [shortened(value) for value in values[-3:]]
    return f"{'..., ' if len(values) > len(few) else ''}{', '.join(few)}"


def _name_of(function: Where) -> str:
    return f"{getattr(function, '__name__', type(function).__name__)}(request)"
