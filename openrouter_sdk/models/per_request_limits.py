# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class PerRequestLimitsTypedDict(TypedDict, total=False):
        """Limits for one request."""

        prompt_tokens: Required[float]
        """Most tokens of the prompt."""
        completion_tokens: Required[float]
        """Most tokens of the answer."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PerRequestLimits(_Model):
    """Limits for one request."""

    prompt_tokens: float
    """Most tokens of the prompt."""
    completion_tokens: float
    """Most tokens of the answer."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "prompt_tokens": "prompt_tokens",
            "completion_tokens": "completion_tokens",
        },
        scalars=(
            "prompt_tokens",
            "completion_tokens",
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
        self.prompt_tokens = get("prompt_tokens")
        self.completion_tokens = get("completion_tokens")
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


_KEYS: Final = PerRequestLimits.wire.keys
