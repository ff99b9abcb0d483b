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

    class AutoBetaRouterPluginTypedDict(TypedDict, total=False):
        """Settings of the coming version of the auto router."""

        id: Required[Literal["auto-beta-router"]]
        """Always `auto-beta-router`."""
        enabled: bool
        """False switches the plugin off for this request. Default true."""
        allowed_models: Sequence[str]
        """Choose among these; `*` is a wildcard. At most 1024 names, 65536 characters in all."""
        excluded_models: Sequence[str]
        """Never choose these; `*` is a wildcard. Wins over the allowed ones."""
        cost_tier: _m.CostTier
        """How much the chosen model may cost."""
        cost_quality_tradeoff: int
        """Deprecated. Weight of cost against quality, 0 to 10; `cost_tier` wins."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AutoBetaRouterPlugin(_Model):
    """Settings of the coming version of the auto router."""

    id: Literal["auto-beta-router"] = "auto-beta-router"
    """Always `auto-beta-router`."""
    enabled: bool | None = None
    """False switches the plugin off for this request. Default true."""
    allowed_models: list[str] | None = None
    """Choose among these; `*` is a wildcard. At most 1024 names, 65536 characters in all."""
    excluded_models: list[str] | None = None
    """Never choose these; `*` is a wildcard. Wins over the allowed ones."""
    cost_tier: _m.CostTier | None = None
    """How much the chosen model may cost."""
    cost_quality_tradeoff: int | None = None
    """Deprecated. Weight of cost against quality, 0 to 10; `cost_tier` wins."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "enabled": "enabled",
            "allowed_models": "allowed_models",
            "excluded_models": "excluded_models",
            "cost_tier": "cost_tier",
            "cost_quality_tradeoff": "cost_quality_tradeoff",
        },
        scalars=(
            "id",
            "enabled",
            "cost_tier",
            "cost_quality_tradeoff",
        ),
        required=(),
        tag=(
            "id",
            "auto-beta-router",
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
        self.enabled = get("enabled")
        v = get("allowed_models")
        self.allowed_models = v if v is None else copy_json(v)
        v = get("excluded_models")
        self.excluded_models = v if v is None else copy_json(v)
        self.cost_tier = get("cost_tier")
        self.cost_quality_tradeoff = get("cost_quality_tradeoff")
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


_KEYS: Final = AutoBetaRouterPlugin.wire.keys
