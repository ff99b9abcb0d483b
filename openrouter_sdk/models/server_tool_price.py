# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, as_decimal, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal
    from typing import Required, TypedDict

    class ServerToolPriceTypedDict(TypedDict, total=False):
        """What a call of a server tool costs."""

        price: Required[str]
        """US dollars a unit, as decimal text."""
        unit: Required[str]
        """What is counted, such as `request`."""
        max_units_per_call: Required[int]
        """Most units of one call."""
        mode: Required[str | None]
        """Value of `parameters.mode` it is for; null for any."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ServerToolPrice(_Model):
    """What a call of a server tool costs."""

    price: str
    """US dollars a unit, as decimal text."""
    unit: str
    """What is counted, such as `request`."""
    max_units_per_call: int
    """Most units of one call."""
    mode: str | None
    """Value of `parameters.mode` it is for; null for any."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "price": "price",
            "unit": "unit",
            "max_units_per_call": "max_units_per_call",
            "mode": "mode",
        },
        scalars=(
            "price",
            "unit",
            "max_units_per_call",
            "mode",
        ),
        required=("mode",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.price = get("price")
        self.unit = get("unit")
        self.max_units_per_call = get("max_units_per_call")
        self.mode = get("mode")
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
        if "mode" not in src_dict:
            marks["mode"] = False
        return self

    @property
    def price_usd(self) -> _Decimal | None:
        """`price` as a Decimal; None where there is none."""
        return as_decimal(self.price)


_KEYS: Final = ServerToolPrice.wire.keys
