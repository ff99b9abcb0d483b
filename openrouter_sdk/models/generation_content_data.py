# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class GenerationContentDataTypedDict(TypedDict, total=False):
        """What was asked and answered."""

        input: Required[_m.GenerationContentDataInput | _m.GenerationContentDataInputTypedDict]
        """What was asked."""
        output: Required[_m.GenerationContentDataOutput | _m.GenerationContentDataOutputTypedDict]
        """What was answered."""
        error: Required[_m.GenerationContentError | _m.GenerationContentErrorTypedDict | None]
        """What went wrong; null when nothing did."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationContentData(_Model):
    """What was asked and answered."""

    input: _m.GenerationContentDataInput
    """What was asked."""
    output: _m.GenerationContentDataOutput
    """What was answered."""
    error: _m.GenerationContentError | None
    """What went wrong; null when nothing did."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "input": "input",
            "output": "output",
            "error": "error",
        },
        scalars=(),
        required=(
            "input",
            "output",
            "error",
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
        v = get("input")
        self.input = (
            _m.GenerationContentDataInput.from_dict(v)
            if v.__class__ is dict
            else _m.GenerationContentDataInput.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("output")
        self.output = (
            _m.GenerationContentDataOutput.from_dict(v)
            if v.__class__ is dict
            else _m.GenerationContentDataOutput.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("error")
        self.error = v if v is None else _m.GenerationContentError.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        if get("input") is None:
            marks["input"] = ("input" in src_dict, self.input)
        if get("output") is None:
            marks["output"] = ("output" in src_dict, self.output)
        if "error" not in src_dict:
            marks["error"] = False
        return self


_KEYS: Final = GenerationContentData.wire.keys
