# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class ChatRequestReasoningTypedDict(TypedDict, total=False):
        """Settings of thinking. Give `effort` or `max_tokens`, not both."""

        effort: _m.ReasoningEffort | None
        """Share of the token limit that goes into thinking: about 95 % for `max` and `xhigh`, 80 % `high`, 50 %
        `medium`, 20 % `low`, 10 % `minimal`; `none` turns it off."""
        max_tokens: int
        """Tokens for thinking, at least 1. Anthropic models clamp it to 1024..128000."""
        enabled: bool
        """True turns thinking on with medium effort."""
        exclude: bool
        """Thinks, but keeps the thoughts out of the answer. Default false."""
        summary: _m.ReasoningSummaryVerbosity | None
        """How detailed the summary of the thoughts is."""
        context: _m.ReasoningContext
        """Which earlier thoughts stay in the conversation."""
        mode: _m.ReasoningMode
        """Class of thinking, on the newest GPT models."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatRequestReasoning(_Model):
    """Settings of thinking. Give `effort` or `max_tokens`, not both."""

    effort: _m.ReasoningEffort | None = None
    """Share of the token limit that goes into thinking: about 95 % for `max` and `xhigh`, 80 % `high`, 50 %
    `medium`, 20 % `low`, 10 % `minimal`; `none` turns it off."""
    max_tokens: int | None = None
    """Tokens for thinking, at least 1. Anthropic models clamp it to 1024..128000."""
    enabled: bool | None = None
    """True turns thinking on with medium effort."""
    exclude: bool | None = None
    """Thinks, but keeps the thoughts out of the answer. Default false."""
    summary: _m.ReasoningSummaryVerbosity | None = None
    """How detailed the summary of the thoughts is."""
    context: _m.ReasoningContext | None = None
    """Which earlier thoughts stay in the conversation."""
    mode: _m.ReasoningMode | None = None
    """Class of thinking, on the newest GPT models."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "effort": "effort",
            "max_tokens": "max_tokens",
            "enabled": "enabled",
            "exclude": "exclude",
            "summary": "summary",
            "context": "context",
            "mode": "mode",
        },
        scalars=(
            "effort",
            "max_tokens",
            "enabled",
            "exclude",
            "summary",
            "context",
            "mode",
        ),
        required=(),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.effort = get("effort")
        self.max_tokens = get("max_tokens")
        self.enabled = get("enabled")
        self.exclude = get("exclude")
        self.summary = get("summary")
        self.context = get("context")
        self.mode = get("mode")
        extras = self.additional_properties = Extras()
        marks: dict[str, Any] = {}
        extras.marks = marks
        keys = _KEYS
        for key, value in src_dict.items():
            if key not in keys:
                extras[key] = copy_json(value)
            elif value.__class__ in NOT_PLAIN:
                if value is None:
                    marks[key] = True
                elif key in cls.wire.scalars:
                    setattr(self, keys[key], copy_json(value))
        return self


_KEYS: Final = ChatRequestReasoning.wire.keys
