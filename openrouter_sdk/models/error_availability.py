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

    class ErrorAvailabilityTypedDict(TypedDict, total=False):
        """Why a model could not be served."""

        code: Required[_m.AvailabilityCode]
        """The reason."""
        retryable: Required[bool]
        """Whether trying again can help."""
        retry_after: float | None
        """Seconds to wait; null if unknown."""
        requested_models: Required[Sequence[str]]
        """Models that were asked for."""
        fallback_models: Sequence[str] | None
        """Models that could be asked instead."""
        affected_providers: Sequence[str] | None
        """Providers that are concerned."""
        excluded_by: _m.AvailabilityExclusion | None
        """Setting or rule that ruled the providers out."""
        constraint: _m.AvailabilityConstraint | _m.AvailabilityConstraintTypedDict | None
        """The condition that nothing met."""
        docs_url: Required[str]
        """Page that explains the reason."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorAvailability(_Model):
    """Why a model could not be served."""

    code: _m.AvailabilityCode
    """The reason."""
    retryable: bool
    """Whether trying again can help."""
    retry_after: float | None = None
    """Seconds to wait; null if unknown."""
    requested_models: list[str]
    """Models that were asked for."""
    fallback_models: list[str] | None = None
    """Models that could be asked instead."""
    affected_providers: list[str] | None = None
    """Providers that are concerned."""
    excluded_by: _m.AvailabilityExclusion | None = None
    """Setting or rule that ruled the providers out."""
    constraint: _m.AvailabilityConstraint | None = None
    """The condition that nothing met."""
    docs_url: str
    """Page that explains the reason."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "code": "code",
            "retryable": "retryable",
            "retry_after": "retry_after",
            "requested_models": "requested_models",
            "fallback_models": "fallback_models",
            "affected_providers": "affected_providers",
            "excluded_by": "excluded_by",
            "constraint": "constraint",
            "docs_url": "docs_url",
        },
        scalars=(
            "code",
            "retryable",
            "retry_after",
            "excluded_by",
            "docs_url",
        ),
        required=("requested_models",),
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
        self.retryable = get("retryable")
        self.retry_after = get("retry_after")
        v = get("requested_models")
        self.requested_models = [] if v is None else copy_json(v)
        v = get("fallback_models")
        self.fallback_models = v if v is None else copy_json(v)
        v = get("affected_providers")
        self.affected_providers = v if v is None else copy_json(v)
        self.excluded_by = get("excluded_by")
        v = get("constraint")
        self.constraint = (
            v if v is None else _m.AvailabilityConstraint.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.docs_url = get("docs_url")
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
        if get("requested_models") is None:
            marks["requested_models"] = ("requested_models" in src_dict, self.requested_models)
        return self


_KEYS: Final = ErrorAvailability.wire.keys
