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

    class NativeSupportTypedDict(TypedDict, total=False):
        """Which models' providers run a tool themselves."""

        endpoint_count: Required[int]
        """Endpoints that do."""
        model_count: Required[int]
        """Models that have such an endpoint."""
        models: Required[Sequence[_m.ServerToolNativeModel | _m.ServerToolNativeModelTypedDict]]
        """The models."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NativeSupport(_Model):
    """Which models' providers run a tool themselves."""

    endpoint_count: int
    """Endpoints that do."""
    model_count: int
    """Models that have such an endpoint."""
    models: list[_m.ServerToolNativeModel]
    """The models."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "endpoint_count": "endpoint_count",
            "model_count": "model_count",
            "models": "models",
        },
        scalars=(
            "endpoint_count",
            "model_count",
        ),
        required=("models",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.endpoint_count = get("endpoint_count")
        self.model_count = get("model_count")
        v = get("models")
        if v.__class__ is list:
            read_models: list[Any] = []
            for i in v:
                read_models.append(_m.ServerToolNativeModel.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.models = read_models
        else:
            self.models = [] if v is None else copy_json(v)
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
        if get("models") is None:
            marks["models"] = ("models" in src_dict, self.models)
        return self


_KEYS: Final = NativeSupport.wire.keys
