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

    class ChatStreamToolCallTypedDict(TypedDict, total=False):
        """Piece of a tool call."""

        index: Required[int]
        """Which call this belongs to, from 0. Seen reused for distinct calls with distinct ids."""
        id: str | None
        """Id of the call, on its first piece; later null, empty or absent."""
        type: _m.ChatStreamToolCallType | None
        """Normally `function`; null, empty or absent on later pieces."""
        function: _m.ChatStreamToolCallFunction | _m.ChatStreamToolCallFunctionTypedDict
        """Piece of the call itself."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatStreamToolCall(_Model):
    """Piece of a tool call."""

    index: int
    """Which call this belongs to, from 0. Seen reused for distinct calls with distinct ids."""
    id: str | None = None
    """Id of the call, on its first piece; later null, empty or absent."""
    type: _m.ChatStreamToolCallType | None = None
    """Normally `function`; null, empty or absent on later pieces."""
    function: _m.ChatStreamToolCallFunction | None = None
    """Piece of the call itself."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "index": "index",
            "id": "id",
            "type": "type",
            "function": "function",
        },
        scalars=(
            "index",
            "id",
            "type",
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
        self.index = get("index")
        self.id = get("id")
        self.type = get("type")
        v = get("function")
        self.function = (
            v if v is None else _m.ChatStreamToolCallFunction.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        return self


_KEYS: Final = ChatStreamToolCall.wire.keys
