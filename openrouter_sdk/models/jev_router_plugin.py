# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class JevRouterPluginTypedDict(TypedDict, total=False):
        """Settings of the jev router."""

        id: Required[Literal["jev-router"]]
        """Always `jev-router`."""
        allowed_models: Sequence[str]
        """Choose among these; `*` is a wildcard. At most 1024 names, 65536 characters in all."""
        excluded_models: Sequence[str]
        """Never choose these; `*` is a wildcard. Wins over the allowed ones."""
        models: Sequence[str]
        """Another name of `allowed_models`."""
        cost_tier: _m.CostTier
        """How much the chosen model may cost."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JevRouterPlugin(_Model):
    """Settings of the jev router."""

    id: Literal["jev-router"] = "jev-router"
    """Always `jev-router`."""
    allowed_models: list[str] | None = None
    """Choose among these; `*` is a wildcard. At most 1024 names, 65536 characters in all."""
    excluded_models: list[str] | None = None
    """Never choose these; `*` is a wildcard. Wins over the allowed ones."""
    models: list[str] | None = None
    """Another name of `allowed_models`."""
    cost_tier: _m.CostTier | None = None
    """How much the chosen model may cost."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "allowed_models": "allowed_models",
            "excluded_models": "excluded_models",
            "models": "models",
            "cost_tier": "cost_tier",
        },
        scalars=(
            "id",
            "cost_tier",
        ),
        required=(),
        tag=(
            "id",
            "jev-router",
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
        self.id = get("id")
        v = get("allowed_models")
        self.allowed_models = v if v is None else copy_json(v)
        v = get("excluded_models")
        self.excluded_models = v if v is None else copy_json(v)
        v = get("models")
        self.models = v if v is None else copy_json(v)
        self.cost_tier = get("cost_tier")
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


_KEYS: Final = JevRouterPlugin.wire.keys
