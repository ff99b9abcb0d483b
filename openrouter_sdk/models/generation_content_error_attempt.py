# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class GenerationContentErrorAttemptTypedDict(TypedDict, total=False):
        """A failure before the last one."""

        code: Required[int]
        """HTTP status of the failure."""
        message: Required[str]
        """What happened, for people."""
        provider_name: Required[str | None]
        """Provider that failed."""
        raw: Required[str | None]
        """What the provider answered."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationContentErrorAttempt(_Model):
    """A failure before the last one."""

    code: int
    """HTTP status of the failure."""
    message: str
    """What happened, for people."""
    provider_name: str | None
    """Provider that failed."""
    raw: str | None
    """What the provider answered."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "code": "code",
            "message": "message",
            "provider_name": "provider_name",
            "raw": "raw",
        },
        scalars=(
            "code",
            "message",
            "provider_name",
            "raw",
        ),
        required=(
            "provider_name",
            "raw",
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
        self.code = get("code")
        self.message = get("message")
        self.provider_name = get("provider_name")
        self.raw = get("raw")
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
        if "provider_name" not in src_dict:
            marks["provider_name"] = False
        if "raw" not in src_dict:
            marks["raw"] = False
        return self


_KEYS: Final = GenerationContentErrorAttempt.wire.keys
