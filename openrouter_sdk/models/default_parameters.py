# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class DefaultParametersTypedDict(TypedDict, total=False):
        """Sampling parameters for requests that leave them out."""

        temperature: float | None
        """Randomness, 0 to 2."""
        top_p: float | None
        """Share of the likeliest tokens, 0 to 1."""
        top_k: int | None
        """Number of the likeliest tokens; 0 means no limit."""
        frequency_penalty: float | None
        """Penalty on tokens by how often they occurred, -2 to 2."""
        presence_penalty: float | None
        """Penalty on tokens that occurred, -2 to 2."""
        repetition_penalty: float | None
        """Scale of the penalty on repeated tokens, 0 to 2."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DefaultParameters(_Model):
    """Sampling parameters for requests that leave them out."""

    temperature: float | None = None
    """Randomness, 0 to 2."""
    top_p: float | None = None
    """Share of the likeliest tokens, 0 to 1."""
    top_k: int | None = None
    """Number of the likeliest tokens; 0 means no limit."""
    frequency_penalty: float | None = None
    """Penalty on tokens by how often they occurred, -2 to 2."""
    presence_penalty: float | None = None
    """Penalty on tokens that occurred, -2 to 2."""
    repetition_penalty: float | None = None
    """Scale of the penalty on repeated tokens, 0 to 2."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "temperature": "temperature",
            "top_p": "top_p",
            "top_k": "top_k",
            "frequency_penalty": "frequency_penalty",
            "presence_penalty": "presence_penalty",
            "repetition_penalty": "repetition_penalty",
        },
        scalars=(
            "temperature",
            "top_p",
            "top_k",
            "frequency_penalty",
            "presence_penalty",
            "repetition_penalty",
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
        self.temperature = get("temperature")
        self.top_p = get("top_p")
        self.top_k = get("top_k")
        self.frequency_penalty = get("frequency_penalty")
        self.presence_penalty = get("presence_penalty")
        self.repetition_penalty = get("repetition_penalty")
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


_KEYS: Final = DefaultParameters.wire.keys
