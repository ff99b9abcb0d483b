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

    class ChatChoiceTypedDict(TypedDict, total=False):
        """One answer."""

        index: Required[int]
        """Position among the choices, from 0."""
        message: Required[_m.ChatAssistantMessage | _m.ChatAssistantMessageTypedDict]
        """What the model said."""
        finish_reason: _m.ChatFinishReason | None
        """Why it stopped. Null or absent on some finished answers."""
        native_finish_reason: _m.NativeFinishReason | None
        """Why it stopped, in the provider's own words."""
        logprobs: _m.ChatTokenLogprobs | _m.ChatTokenLogprobsTypedDict | float | None
        """Log probabilities, if asked for. Some providers send a bare number."""
        error: _m.ChatChoiceError | _m.ChatChoiceErrorTypedDict
        """Failure of this choice; the message is what came before it."""
        text: str
        """The answer to a `prompt` request."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatChoice(_Model):
    """One answer."""

    index: int
    """Position among the choices, from 0."""
    message: _m.ChatAssistantMessage
    """What the model said."""
    finish_reason: _m.ChatFinishReason | None = None
    """Why it stopped. Null or absent on some finished answers."""
    native_finish_reason: _m.NativeFinishReason | None = None
    """Why it stopped, in the provider's own words."""
    logprobs: _m.ChatTokenLogprobs | float | None = None
    """Log probabilities, if asked for. Some providers send a bare number."""
    error: _m.ChatChoiceError | None = None
    """Failure of this choice; the message is what came before it."""
    text: str | None = None
    """The answer to a `prompt` request."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "index": "index",
            "message": "message",
            "finish_reason": "finish_reason",
            "native_finish_reason": "native_finish_reason",
            "logprobs": "logprobs",
            "error": "error",
            "text": "text",
        },
        scalars=(
            "index",
            "finish_reason",
            "native_finish_reason",
            "text",
        ),
        required=("message",),
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
        v = get("message")
        self.message = (
            _m.ChatAssistantMessage.from_dict(v)
            if v.__class__ is dict
            else _m.ChatAssistantMessage.from_dict({})
            if v is None
            else copy_json(v)
        )
        self.finish_reason = get("finish_reason")
        self.native_finish_reason = get("native_finish_reason")
        v = get("logprobs")
        self.logprobs = v if v is None else _m.ChatTokenLogprobs.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("error")
        self.error = v if v is None else _m.ChatChoiceError.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.text = get("text")
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
        if get("message") is None:
            marks["message"] = ("message" in src_dict, self.message)
        return self


_KEYS: Final = ChatChoice.wire.keys
