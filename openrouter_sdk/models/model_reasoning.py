# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ModelReasoningTypedDict(TypedDict, total=False):
        """How the reasoning of a model can be set."""

        mandatory: Required[bool]
        """Whether it cannot be switched off."""
        default_enabled: bool
        """Whether the model reasons unless told otherwise."""
        default_effort: _m.ReasoningEffort | None
        """Effort when a request names none."""
        supported_efforts: Sequence[_m.ReasoningEffort | None] | None
        """Efforts it knows."""
        supports_max_tokens: bool
        """Whether reasoning can be bounded in tokens."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelReasoning(_Model):
    """How the reasoning of a model can be set."""

    mandatory: bool
    """Whether it cannot be switched off."""
    default_enabled: bool | None = None
    """Whether the model reasons unless told otherwise."""
    default_effort: _m.ReasoningEffort | None = None
    """Effort when a request names none."""
    supported_efforts: list[_m.ReasoningEffort | None] | None = None
    """Efforts it knows."""
    supports_max_tokens: bool | None = None
    """Whether reasoning can be bounded in tokens."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "mandatory": "mandatory",
            "default_enabled": "default_enabled",
            "default_effort": "default_effort",
            "supported_efforts": "supported_efforts",
            "supports_max_tokens": "supports_max_tokens",
        },
        scalars=(
            "mandatory",
            "default_enabled",
            "default_effort",
            "supports_max_tokens",
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
        self.mandatory = get("mandatory")
        self.default_enabled = get("default_enabled")
        self.default_effort = get("default_effort")
        v = get("supported_efforts")
        self.supported_efforts = v if v is None else copy_json(v)
        self.supports_max_tokens = get("supports_max_tokens")
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


_KEYS: Final = ModelReasoning.wire.keys
