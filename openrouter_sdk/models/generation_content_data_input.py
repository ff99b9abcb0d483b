# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class GenerationContentDataInputTypedDict(TypedDict, total=False):
        """What was asked. A chat has `messages`, a plain completion has `prompt`."""

        messages: Sequence[Any]
        """Messages of the chat."""
        prompt: str
        """Text of the prompt."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationContentDataInput(_Model):
    """What was asked. A chat has `messages`, a plain completion has `prompt`."""

    messages: list[Any] | None = None
    """Messages of the chat."""
    prompt: str | None = None
    """Text of the prompt."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "messages": "messages",
            "prompt": "prompt",
        },
        scalars=("prompt",),
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
        v = get("messages")
        self.messages = v if v is None else copy_json(v)
        self.prompt = get("prompt")
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


_KEYS: Final = GenerationContentDataInput.wire.keys
