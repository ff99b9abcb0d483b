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
    from typing import Required, TypedDict

    class ChatStreamChoiceTypedDict(TypedDict, total=False):
        """New pieces of one choice."""

        index: Required[int]
        """Which choice this belongs to, from 0."""
        delta: Required[_m.ChatStreamDelta | _m.ChatStreamDeltaTypedDict]
        """What is new."""
        finish_reason: Required[_m.ChatFinishReason | None]
        """Why it stopped; null before that. The usage chunk repeats it, and data may follow it."""
        native_finish_reason: _m.NativeFinishReason | None
        """Why it stopped, in the provider's own words."""
        logprobs: _m.ChatTokenLogprobs | _m.ChatTokenLogprobsTypedDict | float | None
        """Log probabilities of the new tokens, if asked for. Some providers send a bare number."""
        error: _m.ChatChoiceError | _m.ChatChoiceErrorTypedDict
        """Failure of this choice."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatStreamChoice(_Model):
    """New pieces of one choice."""

    index: int
    """Which choice this belongs to, from 0."""
    delta: _m.ChatStreamDelta
    """What is new."""
    finish_reason: _m.ChatFinishReason | None
    """Why it stopped; null before that. The usage chunk repeats it, and data may follow it."""
    native_finish_reason: _m.NativeFinishReason | None = None
    """Why it stopped, in the provider's own words."""
    logprobs: _m.ChatTokenLogprobs | float | None = None
    """Log probabilities of the new tokens, if asked for. Some providers send a bare number."""
    error: _m.ChatChoiceError | None = None
    """Failure of this choice."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "index": "index",
            "delta": "delta",
            "finish_reason": "finish_reason",
            "native_finish_reason": "native_finish_reason",
            "logprobs": "logprobs",
            "error": "error",
        },
        scalars=(
            "index",
            "finish_reason",
            "native_finish_reason",
        ),
        required=(
            "delta",
            "finish_reason",
        ),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.index = get("index")
        v = get("delta")
        self.delta = (
            _m.ChatStreamDelta.from_dict(v)
            if v.__class__ is dict
            else _m.ChatStreamDelta.from_dict({})
            if v is None
            else copy_json(v)
        )
        self.finish_reason = get("finish_reason")
        self.native_finish_reason = get("native_finish_reason")
        v = get("logprobs")
        self.logprobs = v if v is None else _m.ChatTokenLogprobs.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("error")
        self.error = v if v is None else _m.ChatChoiceError.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        if get("delta") is None:
            marks["delta"] = ("delta" in src_dict, self.delta)
        if "finish_reason" not in src_dict:
            marks["finish_reason"] = False
        return self


_KEYS: Final = ChatStreamChoice.wire.keys
