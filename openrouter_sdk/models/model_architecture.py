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

    class ModelArchitectureTypedDict(TypedDict, total=False):
        """What a model reads and writes."""

        input_modalities: Required[Sequence[_m.InputModality]]
        """Kinds of input it reads."""
        output_modalities: Required[Sequence[_m.OutputModality]]
        """Kinds of output it gives."""
        modality: Required[str | None]
        """Both in short, such as `text+image->text`."""
        tokenizer: _m.ModelGroup | None
        """Family of its tokenizer."""
        instruct_type: _m.InstructType | None
        """Form of its prompts, where OpenRouter writes them out."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelArchitecture(_Model):
    """What a model reads and writes."""

    input_modalities: list[_m.InputModality]
    """Kinds of input it reads."""
    output_modalities: list[_m.OutputModality]
    """Kinds of output it gives."""
    modality: str | None
    """Both in short, such as `text+image->text`."""
    tokenizer: _m.ModelGroup | None = None
    """Family of its tokenizer."""
    instruct_type: _m.InstructType | None = None
    """Form of its prompts, where OpenRouter writes them out."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "input_modalities": "input_modalities",
            "output_modalities": "output_modalities",
            "modality": "modality",
            "tokenizer": "tokenizer",
            "instruct_type": "instruct_type",
        },
        scalars=(
            "modality",
            "tokenizer",
            "instruct_type",
        ),
        required=(
            "input_modalities",
            "output_modalities",
            "modality",
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
        v = get("input_modalities")
        self.input_modalities = [] if v is None else copy_json(v)
        v = get("output_modalities")
        self.output_modalities = [] if v is None else copy_json(v)
        self.modality = get("modality")
        self.tokenizer = get("tokenizer")
        self.instruct_type = get("instruct_type")
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
        if get("input_modalities") is None:
            marks["input_modalities"] = ("input_modalities" in src_dict, self.input_modalities)
        if get("output_modalities") is None:
            marks["output_modalities"] = ("output_modalities" in src_dict, self.output_modalities)
        if "modality" not in src_dict:
            marks["modality"] = False
        return self


_KEYS: Final = ModelArchitecture.wire.keys
