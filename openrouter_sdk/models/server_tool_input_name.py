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

    class ServerToolInputNameTypedDict(TypedDict, total=False):
        """A name of a server tool in requests."""

        type: Required[str]
        """The name, for `tools[].type`."""
        api_formats: Required[Sequence[_m.ServerToolApiFormat]]
        """Kinds of requests that know this name."""
        output_names: Required[Sequence[_m.ServerToolOutputName | _m.ServerToolOutputNameTypedDict]]
        """How a call shows up in the answer. A kind that does not show it is missing."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ServerToolInputName(_Model):
    """A name of a server tool in requests."""

    type: str
    """The name, for `tools[].type`."""
    api_formats: list[_m.ServerToolApiFormat]
    """Kinds of requests that know this name."""
    output_names: list[_m.ServerToolOutputName]
    """How a call shows up in the answer. A kind that does not show it is missing."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "api_formats": "api_formats",
            "output_names": "output_names",
        },
        scalars=("type",),
        required=(
            "api_formats",
            "output_names",
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
        v = get("api_formats")
        self.api_formats = [] if v is None else copy_json(v)
        v = get("output_names")
        if v.__class__ is list:
            read_output_names: list[Any] = []
            for i in v:
                read_output_names.append(_m.ServerToolOutputName.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.output_names = read_output_names
        else:
            self.output_names = [] if v is None else copy_json(v)
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
        if get("api_formats") is None:
            marks["api_formats"] = ("api_formats" in src_dict, self.api_formats)
        if get("output_names") is None:
            marks["output_names"] = ("output_names" in src_dict, self.output_names)
        return self


_KEYS: Final = ServerToolInputName.wire.keys
