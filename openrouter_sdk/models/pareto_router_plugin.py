# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ParetoRouterPluginTypedDict(TypedDict, total=False):
        """Settings of the router that weighs coding skill against price."""

        id: Required[Literal["pareto-router"]]
        """Always `pareto-router`."""
        enabled: bool
        """False switches the plugin off for this request. Default true."""
        min_coding_score: float
        """Least coding score of the model, from 0 to 1."""
        max_price: float
        """Most the model may cost, in USD per million input tokens."""
        price_source: _m.PriceSource
        """Which price counts. Default `prompt`."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ParetoRouterPlugin(_Model):
    """Settings of the router that weighs coding skill against price."""

    id: Literal["pareto-router"] = "pareto-router"
    """Always `pareto-router`."""
    enabled: bool | None = None
    """False switches the plugin off for this request. Default true."""
    min_coding_score: float | None = None
    """Least coding score of the model, from 0 to 1."""
    max_price: float | None = None
    """Most the model may cost, in USD per million input tokens."""
    price_source: _m.PriceSource | None = None
    """Which price counts. Default `prompt`."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "enabled": "enabled",
            "min_coding_score": "min_coding_score",
            "max_price": "max_price",
            "price_source": "price_source",
        },
        scalars=(
            "id",
            "enabled",
            "min_coding_score",
            "max_price",
            "price_source",
        ),
        required=(),
        tag=(
            "id",
            "pareto-router",
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
        self.min_coding_score = get("min_coding_score")
        self.max_price = get("max_price")
        self.price_source = get("price_source")
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


_KEYS: Final = ParetoRouterPlugin.wire.keys
