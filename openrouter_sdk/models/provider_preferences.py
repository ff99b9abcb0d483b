# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class ProviderPreferencesTypedDict(TypedDict, total=False):
        """Which providers may serve a request, and in what order."""

        order: Sequence[_m.ProviderName] | None
        """Providers to try first, in this order. Names or slugs, such as `deepinfra/turbo`."""
        only: Sequence[_m.ProviderName] | None
        """Providers that may be used at all. Names or slugs."""
        ignore: Sequence[_m.ProviderName] | None
        """Providers never to use. Names or slugs."""
        allow_fallbacks: bool | None
        """Whether others may step in when the first choice fails. Default true."""
        require_parameters: bool | None
        """Use only providers that support every parameter of the request. Default false."""
        data_collection: _m.DataCollection | None
        """Whether providers may keep the data. Default `allow`."""
        zdr: bool | None
        """Use only providers that retain no data; the account's rule counts too. Default false."""
        enforce_distillable_text: bool | None
        """Use only models whose output may train other models."""
        quantizations: Sequence[_m.Quantization] | None
        """Number formats of the weights that are acceptable."""
        sort: _m.ProviderSort | _m.ProviderSortConfig | _m.ProviderSortConfigTypedDict | None
        """What counts when providers are sorted; load is not balanced then."""
        max_price: _m.ProviderMaxPrice | _m.ProviderMaxPriceTypedDict
        """Most a provider may charge."""
        preferred_min_throughput: (
            float | _m.PercentileThroughputCutoffs | _m.PercentileThroughputCutoffsTypedDict | None
        )
        """Wanted tokens a second, for half the requests or by share. Slower ones come last."""
        preferred_max_latency: float | _m.PercentileLatencyCutoffs | _m.PercentileLatencyCutoffsTypedDict | None
        """Wanted seconds to the first token, for half the requests or by share. Slower ones come last."""
        options: Mapping[str, Mapping[str, Any]]
        """Further settings for single providers, by slug."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProviderPreferences(_Model):
    """Which providers may serve a request, and in what order."""

    order: list[_m.ProviderName] | None = None
    """Providers to try first, in this order. Names or slugs, such as `deepinfra/turbo`."""
    only: list[_m.ProviderName] | None = None
    """Providers that may be used at all. Names or slugs."""
    ignore: list[_m.ProviderName] | None = None
    """Providers never to use. Names or slugs."""
    allow_fallbacks: bool | None = None
    """Whether others may step in when the first choice fails. Default true."""
    require_parameters: bool | None = None
    """Use only providers that support every parameter of the request. Default false."""
    data_collection: _m.DataCollection | None = None
    """Whether providers may keep the data. Default `allow`."""
    zdr: bool | None = None
    """Use only providers that retain no data; the account's rule counts too. Default false."""
    enforce_distillable_text: bool | None = None
    """Use only models whose output may train other models."""
    quantizations: list[_m.Quantization] | None = None
    """Number formats of the weights that are acceptable."""
    sort: _m.ProviderSort | _m.ProviderSortConfig | None = None
    """What counts when providers are sorted; load is not balanced then."""
    max_price: _m.ProviderMaxPrice | None = None
    """Most a provider may charge."""
    preferred_min_throughput: float | _m.PercentileThroughputCutoffs | None = None
    """Wanted tokens a second, for half the requests or by share. Slower ones come last."""
    preferred_max_latency: float | _m.PercentileLatencyCutoffs | None = None
    """Wanted seconds to the first token, for half the requests or by share. Slower ones come last."""
    options: dict[str, dict[str, Any]] | None = None
    """Further settings for single providers, by slug."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "order": "order",
            "only": "only",
            "ignore": "ignore",
            "allow_fallbacks": "allow_fallbacks",
            "require_parameters": "require_parameters",
            "data_collection": "data_collection",
            "zdr": "zdr",
            "enforce_distillable_text": "enforce_distillable_text",
            "quantizations": "quantizations",
            "sort": "sort",
            "max_price": "max_price",
            "preferred_min_throughput": "preferred_min_throughput",
            "preferred_max_latency": "preferred_max_latency",
            "options": "options",
        },
        scalars=(
            "allow_fallbacks",
            "require_parameters",
            "data_collection",
            "zdr",
            "enforce_distillable_text",
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
        v = get("order")
        self.order = v if v is None else copy_json(v)
        v = get("only")
        self.only = v if v is None else copy_json(v)
        v = get("ignore")
        self.ignore = v if v is None else copy_json(v)
        self.allow_fallbacks = get("allow_fallbacks")
        self.require_parameters = get("require_parameters")
        self.data_collection = get("data_collection")
        self.zdr = get("zdr")
        self.enforce_distillable_text = get("enforce_distillable_text")
        v = get("quantizations")
        self.quantizations = v if v is None else copy_json(v)
        v = get("sort")
        self.sort = (
            v if v.__class__ in ATOMS else _m.ProviderSortConfig.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("max_price")
        self.max_price = v if v is None else _m.ProviderMaxPrice.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("preferred_min_throughput")
        self.preferred_min_throughput = (
            v if v is None else _m.PercentileThroughputCutoffs.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("preferred_max_latency")
        self.preferred_max_latency = (
            v if v is None else _m.PercentileLatencyCutoffs.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("options")
        self.options = (
            v
            if v is None
            else {k: copy_json(x) if x.__class__ is dict else copy_json(x) for k, x in v.items()}
            if v.__class__ is dict
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
        return self


_KEYS: Final = ProviderPreferences.wire.keys
