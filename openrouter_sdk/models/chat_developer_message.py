# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatDeveloperMessageTypedDict(TypedDict, total=False):
        """Instructions of the developer, for models that tell them from the system's."""

        role: Required[Literal["developer"]]
        """Always `developer`."""
        content: Required[str | Sequence[_m.ChatContentItems | _m.ChatContentItemsTypedDict]]
        """The instructions, as text or in parts."""
        name: str
        """Name of the speaker."""
        configuration_update: _m.ChatConfigurationUpdate | _m.ChatConfigurationUpdateTypedDict | None
        """Changes settings from this point of the conversation on."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatDeveloperMessage(_Model):
    """Instructions of the developer, for models that tell them from the system's."""

    role: Literal["developer"] = "developer"
    """Always `developer`."""
    content: str | list[_m.ChatContentItems]
    """The instructions, as text or in parts."""
    name: str | None = None
    """Name of the speaker."""
    configuration_update: _m.ChatConfigurationUpdate | None = None
    """Changes settings from this point of the conversation on."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "role": "role",
            "content": "content",
            "name": "name",
            "configuration_update": "configuration_update",
        },
        scalars=(
            "role",
            "name",
        ),
        required=(),
        tag=(
            "role",
            "developer",
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
        self.role = get("role")
        v = get("content")
        self.content = (
            v
            if v.__class__ in ATOMS
            else [_m.parse_chat_content_items(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.name = get("name")
        v = get("configuration_update")
        self.configuration_update = (
            v if v is None else _m.ChatConfigurationUpdate.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = ChatDeveloperMessage.wire.keys
