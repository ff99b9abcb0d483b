# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class ChatStreamOptionsTypedDict(TypedDict, total=False):
        """Options of a stream."""

        include_usage: bool
        """Deprecated. Without effect, since usage always comes in the last chunk."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatStreamOptions(_Model):
    """Options of a stream."""

    include_usage: bool | None = None
    """Deprecated. Without effect, since usage always comes in the last chunk."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "include_usage": "include_usage",
        },
        scalars=("include_usage",),
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
        self.include_usage = get("include_usage")
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


_KEYS: Final = ChatStreamOptions.wire.keys
