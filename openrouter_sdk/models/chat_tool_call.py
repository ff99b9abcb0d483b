# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..custom.answers import ChatToolCallMixin
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatToolCallTypedDict(TypedDict, total=False):
        """One call of a function that the model asks for."""

        id: Required[str]
        """Id to answer with, in `tool_call_id` of a tool message."""
        type: Required[Literal["function"]]
        """Always `function`."""
        function: Required[_m.ChatToolCallFunction | _m.ChatToolCallFunctionTypedDict]
        """What to call."""
        index: int
        """Position among the calls, from 0."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict
        """Caches the prompt up to this call."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatToolCall(ChatToolCallMixin, _Model):
    """One call of a function that the model asks for."""

    id: str
    """Id to answer with, in `tool_call_id` of a tool message."""
    type: Literal["function"] = "function"
    """Always `function`."""
    function: _m.ChatToolCallFunction
    """What to call."""
    index: int | None = None
    """Position among the calls, from 0."""
    cache_control: _m.AnthropicCacheControlDirective | None = None
    """Caches the prompt up to this call."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "type": "type",
            "function": "function",
            "index": "index",
            "cache_control": "cache_control",
        },
        scalars=(
            "id",
            "type",
            "index",
        ),
        required=("function",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.id = get("id")
        self.type = get("type")
        v = get("function")
        self.function = (
            _m.ChatToolCallFunction.from_dict(v)
            if v.__class__ is dict
            else _m.ChatToolCallFunction.from_dict({})
            if v is None
            else copy_json(v)
        )
        self.index = get("index")
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.AnthropicCacheControlDirective.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
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
        if get("function") is None:
            marks["function"] = ("function" in src_dict, self.function)
        return self


_KEYS: Final = ChatToolCall.wire.keys
