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

    class ServerToolEngineTypedDict(TypedDict, total=False):
        """One way to run a server tool."""

        id: Required[str | None]
        """What goes into `parameters.engine`; null when there is nothing to choose."""
        name: Required[str]
        """Name for people."""
        executed_by: Required[_m.ServerToolExecutedBy]
        """Who runs it."""
        byok: Required[_m.ServerToolByok]
        """Whether it takes a key of yours."""
        data_regions: Required[Sequence[_m.DataRegion]]
        """Regions that a call does not leave."""
        default_mode: Required[str | None]
        """Value of `parameters.mode` that holds without one; null for an engine without modes."""
        pricing_source: Required[_m.ServerToolPricingSource]
        """Who charges for it."""
        pricing: Required[Sequence[_m.ServerToolPrice | _m.ServerToolPriceTypedDict]]
        """What OpenRouter charges; empty when somebody else does."""
        pricing_doc_url: Required[str | None]
        """Page with the prices of whoever else charges."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ServerToolEngine(_Model):
    """One way to run a server tool."""

    id: str | None
    """What goes into `parameters.engine`; null when there is nothing to choose."""
    name: str
    """Name for people."""
    executed_by: _m.ServerToolExecutedBy
    """Who runs it."""
    byok: _m.ServerToolByok
    """Whether it takes a key of yours."""
    data_regions: list[_m.DataRegion]
    """Regions that a call does not leave."""
    default_mode: str | None
    """Value of `parameters.mode` that holds without one; null for an engine without modes."""
    pricing_source: _m.ServerToolPricingSource
    """Who charges for it."""
    pricing: list[_m.ServerToolPrice]
    """What OpenRouter charges; empty when somebody else does."""
    pricing_doc_url: str | None
    """Page with the prices of whoever else charges."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "name": "name",
            "executed_by": "executed_by",
            "byok": "byok",
            "data_regions": "data_regions",
            "default_mode": "default_mode",
            "pricing_source": "pricing_source",
            "pricing": "pricing",
            "pricing_doc_url": "pricing_doc_url",
        },
        scalars=(
            "id",
            "name",
            "executed_by",
            "byok",
            "default_mode",
            "pricing_source",
            "pricing_doc_url",
        ),
        required=(
            "id",
            "data_regions",
            "default_mode",
            "pricing",
            "pricing_doc_url",
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
        self.name = get("name")
        self.executed_by = get("executed_by")
        self.byok = get("byok")
        v = get("data_regions")
        self.data_regions = [] if v is None else copy_json(v)
        self.default_mode = get("default_mode")
        self.pricing_source = get("pricing_source")
        v = get("pricing")
        if v.__class__ is list:
            read_pricing: list[Any] = []
            for i in v:
                read_pricing.append(_m.ServerToolPrice.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.pricing = read_pricing
        else:
            self.pricing = [] if v is None else copy_json(v)
        self.pricing_doc_url = get("pricing_doc_url")
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
        if "id" not in src_dict:
            marks["id"] = False
        if get("data_regions") is None:
            marks["data_regions"] = ("data_regions" in src_dict, self.data_regions)
        if "default_mode" not in src_dict:
            marks["default_mode"] = False
        if get("pricing") is None:
            marks["pricing"] = ("pricing" in src_dict, self.pricing)
        if "pricing_doc_url" not in src_dict:
            marks["pricing_doc_url"] = False
        return self


_KEYS: Final = ServerToolEngine.wire.keys
