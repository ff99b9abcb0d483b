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

    class ChatSystemMessageTypedDict(TypedDict, total=False):
        """Instructions that stand above the conversation."""

        role: Required[Literal["system"]]
        """Always `system`."""
        content: Required[str | Sequence[_m.ChatContentItems | _m.ChatContentItemsTypedDict]]
        """The instructions, as text or in parts."""
        name: str
        """Name of the speaker."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict
        """Caches the prompt up to this message. On a content part it is understood more widely."""
        configuration_update: _m.ChatConfigurationUpdate | _m.ChatConfigurationUpdateTypedDict | None
        """Changes settings from this point of the conversation on."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatSystemMessage(_Model):
    """Instructions that stand above the conversation."""

    role: Literal["system"] = "system"
    """Always `system`."""
    content: str | list[_m.ChatContentItems]
    """The instructions, as text or in parts."""
    name: str | None = None
    """Name of the speaker."""
    cache_control: _m.AnthropicCacheControlDirective | None = None
    """Caches the prompt up to this message. On a content part it is understood more widely."""
    configuration_update: _m.ChatConfigurationUpdate | None = None
    """Changes settings from this point of the conversation on."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "role": "role",
            "content": "content",
            "name": "name",
            "cache_control": "cache_control",
            "configuration_update": "configuration_update",
        },
        scalars=(
            "role",
            "name",
        ),
        required=(),
        tag=(
            "role",
            "system",
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
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.AnthropicCacheControlDirective.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
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


_KEYS: Final = ChatSystemMessage.wire.keys
