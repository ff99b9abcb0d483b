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

    class ErrorDetailsTypedDict(TypedDict, total=False):
        """A failure."""

        code: int | str | None
        """Normally the HTTP status as a number: 400, 401, 402, 403, 404, 408, 409, 412, 413, 422, 429, 500, 502,
        503, 504, 524 or 529. Sometimes a word."""
        message: Required[str]
        """What went wrong, often in general terms; the cause may be in `metadata.raw`."""
        metadata: _m.ErrorMetadata | _m.ErrorMetadataTypedDict | None
        """More about the failure."""
        availability: _m.ErrorAvailability | _m.ErrorAvailabilityTypedDict
        """Why a model could not be served."""
        error_type: _m.ErrorType
        """Kind of failure, when it stands here and not in `metadata`."""
        http_status: int
        """HTTP status, beside `availability`."""
        name: str
        """Name of the failure in the validator's form, for instance `ZodError`."""
        type: str | None
        """Kind of failure, in OpenAI's style."""
        param: Any
        """Parameter at fault, in OpenAI's style; any value or null."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorDetails(_Model):
    """A failure."""

    code: int | str | None = None
    """Normally the HTTP status as a number: 400, 401, 402, 403, 404, 408, 409, 412, 413, 422, 429, 500, 502,
    503, 504, 524 or 529. Sometimes a word."""
    message: str
    """What went wrong, often in general terms; the cause may be in `metadata.raw`."""
    metadata: _m.ErrorMetadata | None = None
    """More about the failure."""
    availability: _m.ErrorAvailability | None = None
    """Why a model could not be served."""
    error_type: _m.ErrorType | None = None
    """Kind of failure, when it stands here and not in `metadata`."""
    http_status: int | None = None
    """HTTP status, beside `availability`."""
    name: str | None = None
    """Name of the failure in the validator's form, for instance `ZodError`."""
    type: str | None = None
    """Kind of failure, in OpenAI's style."""
    param: Any = None
    """Parameter at fault, in OpenAI's style; any value or null."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "code": "code",
            "message": "message",
            "metadata": "metadata",
            "availability": "availability",
            "error_type": "error_type",
            "http_status": "http_status",
            "name": "name",
            "type": "type",
            "param": "param",
        },
        scalars=(
            "code",
            "message",
            "error_type",
            "http_status",
            "name",
            "type",
            "param",
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
        self.code = get("code")
        self.message = get("message")
        v = get("metadata")
        self.metadata = v if v is None else _m.ErrorMetadata.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("availability")
        self.availability = (
            v if v is None else _m.ErrorAvailability.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.error_type = get("error_type")
        self.http_status = get("http_status")
        self.name = get("name")
        self.type = get("type")
        self.param = get("param")
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


_KEYS: Final = ErrorDetails.wire.keys
