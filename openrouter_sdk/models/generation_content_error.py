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

    class GenerationContentErrorTypedDict(TypedDict, total=False):
        """What went wrong with a generation."""

        message: Required[str | None]
        """What happened, for people."""
        status: Required[int | None]
        """HTTP status of the failure."""
        provider_name: Required[str | None]
        """Provider that failed."""
        raw: Required[str | None]
        """What the provider answered."""
        previous_errors: Required[
            Sequence[_m.GenerationContentErrorAttempt | _m.GenerationContentErrorAttemptTypedDict]
        ]
        """Failures before it, oldest first."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationContentError(_Model):
    """What went wrong with a generation."""

    message: str | None
    """What happened, for people."""
    status: int | None
    """HTTP status of the failure."""
    provider_name: str | None
    """Provider that failed."""
    raw: str | None
    """What the provider answered."""
    previous_errors: list[_m.GenerationContentErrorAttempt]
    """Failures before it, oldest first."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "message": "message",
            "status": "status",
            "provider_name": "provider_name",
            "raw": "raw",
            "previous_errors": "previous_errors",
        },
        scalars=(
            "message",
            "status",
            "provider_name",
            "raw",
        ),
        required=(
            "message",
            "status",
            "provider_name",
            "raw",
            "previous_errors",
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
        self.message = get("message")
        self.status = get("status")
        self.provider_name = get("provider_name")
        self.raw = get("raw")
        v = get("previous_errors")
        if v.__class__ is list:
            read_previous_errors: list[Any] = []
            for i in v:
                read_previous_errors.append(
                    _m.GenerationContentErrorAttempt.from_dict(i) if i.__class__ is dict else copy_json(i)
                )
            self.previous_errors = read_previous_errors
        else:
            self.previous_errors = [] if v is None else copy_json(v)
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
        if "message" not in src_dict:
            marks["message"] = False
        if "status" not in src_dict:
            marks["status"] = False
        if "provider_name" not in src_dict:
            marks["provider_name"] = False
        if "raw" not in src_dict:
            marks["raw"] = False
        if get("previous_errors") is None:
            marks["previous_errors"] = ("previous_errors" in src_dict, self.previous_errors)
        return self


_KEYS: Final = GenerationContentError.wire.keys
