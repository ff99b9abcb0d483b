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

    class ErrorResponseTypedDict(TypedDict, total=False):
        """Body of a failed request. The validator's form has `success` and no `error.code`."""

        error: Required[_m.ErrorDetails | _m.ErrorDetailsTypedDict]
        """The failure."""
        user_id: str | None
        """Your account's id. Keep it out of logs."""
        openrouter_metadata: Mapping[str, Any] | None
        """What is known of the routing; not on 500, key and rate limit errors."""
        success: bool
        """Always false; comes in the form of the validator only."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorResponse(_Model):
    """Body of a failed request. The validator's form has `success` and no `error.code`."""

    error: _m.ErrorDetails
    """The failure."""
    user_id: str | None = None
    """Your account's id. Keep it out of logs."""
    openrouter_metadata: dict[str, Any] | None = None
    """What is known of the routing; not on 500, key and rate limit errors."""
    success: bool | None = None
    """Always false; comes in the form of the validator only."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "error": "error",
            "user_id": "user_id",
            "openrouter_metadata": "openrouter_metadata",
            "success": "success",
        },
        scalars=(
            "user_id",
            "success",
        ),
        required=("error",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        v = get("error")
        self.error = (
            _m.ErrorDetails.from_dict(v)
            if v.__class__ is dict
            else _m.ErrorDetails.from_dict({})
            if v is None
            else copy_json(v)
        )
        self.user_id = get("user_id")
        v = get("openrouter_metadata")
        self.openrouter_metadata = v if v is None else copy_json(v)
        self.success = get("success")
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
        if get("error") is None:
            marks["error"] = ("error" in src_dict, self.error)
        return self


_KEYS: Final = ErrorResponse.wire.keys
