# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Model, Wire, copy_json, new_extras

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatTokenLogprobsTypedDict(TypedDict, total=False):
        """Log probabilities of the generated tokens."""

        content: Required[Sequence[_m.ChatTokenLogprob | _m.ChatTokenLogprobTypedDict] | None]
        """One record for each token of the text."""
        refusal: Sequence[_m.ChatTokenLogprob | _m.ChatTokenLogprobTypedDict] | None
        """One record for each token of the refusal."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatTokenLogprobs(Model):
    """Log probabilities of the generated tokens."""

    content: list[_m.ChatTokenLogprob]
    """One record for each token of the text."""
    refusal: list[_m.ChatTokenLogprob] | None = None
    """One record for each token of the refusal."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "content": "content",
            "refusal": "refusal",
        },
        scalars=(),
        required=("content",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        get: Any = src_dict.get
        v = get("content")
        self.content = (
            [_m.ChatTokenLogprob.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else []
            if v is None
            else copy_json(v)
        )
        v = get("refusal")
        self.refusal = (
            v
            if v is None
            else [_m.ChatTokenLogprob.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
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
        if get("content") is None:
            marks["content"] = ("content" in src_dict, self.content)
        return self


_KEYS: Final = ChatTokenLogprobs.wire.keys
