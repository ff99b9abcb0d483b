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

    class ChatUserMessageTypedDict(TypedDict, total=False):
        """What the user says or shows."""

        role: Required[Literal["user"]]
        """Always `user`."""
        content: Required[str | Sequence[_m.ChatContentItems | _m.ChatContentItemsTypedDict]]
        """Text, or a list of text, image, audio, video and file parts."""
        name: str
        """Name of the speaker."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict
        """Caches the prompt up to this message. On a content part it is understood more widely."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatUserMessage(_Model):
    """What the user says or shows."""

    role: Literal["user"] = "user"
    """Always `user`."""
    content: str | list[_m.ChatContentItems]
    """Text, or a list of text, image, audio, video and file parts."""
    name: str | None = None
    """Name of the speaker."""
    cache_control: _m.AnthropicCacheControlDirective | None = None
    """Caches the prompt up to this message. On a content part it is understood more widely."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "role": "role",
            "content": "content",
            "name": "name",
            "cache_control": "cache_control",
        },
        scalars=(
            "role",
            "name",
        ),
        required=(),
        tag=(
            "role",
            "user",
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


_KEYS: Final = ChatUserMessage.wire.keys
