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

    class FusionServerToolTypedDict(TypedDict, total=False):
        """Asks a panel of models and compares their answers."""

        type: Required[Literal["openrouter:fusion"]]
        """Always `openrouter:fusion`."""
        parameters: _m.FusionParameters | _m.FusionParametersTypedDict
        """Settings of the panel."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FusionServerTool(_Model):
    """Asks a panel of models and compares their answers."""

    type: Literal["openrouter:fusion"] = "openrouter:fusion"
    """Always `openrouter:fusion`."""
    parameters: _m.FusionParameters | None = None
    """Settings of the panel."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "parameters": "parameters",
        },
        scalars=("type",),
        required=(),
        tag=(
            "type",
            "openrouter:fusion",
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
        self.type = get("type")
        v = get("parameters")
        self.parameters = v if v is None else _m.FusionParameters.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = FusionServerTool.wire.keys
