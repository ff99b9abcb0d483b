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
    from typing import TypedDict

    class ErrorMetadataTypedDict(TypedDict, total=False):
        """More about a failure. Which keys come depends on the failure; others than these occur."""

        error_type: _m.ErrorType
        """Kind of failure, a stable key. Absent on many answers."""
        provider_name: str | None
        """Provider that failed."""
        provider_code: str
        """The provider's own code."""
        provider_error_code: str
        """The provider's own code, under the newer name."""
        raw: Any
        """What the provider answered. Text, JSON text, an object or null."""
        previous_errors: Sequence[_m.PreviousError | _m.PreviousErrorTypedDict]
        """Attempts that failed before, one entry each."""
        headers: Mapping[str, str]
        """Copy of headers about waiting: `Retry-After` in seconds, `X-RateLimit-Limit`, `X-RateLimit-Remaining`,
        `X-RateLimit-Reset` in epoch milliseconds."""
        retry_after_seconds: float
        """Seconds to wait before trying again."""
        retry_after_seconds_raw: float
        """Seconds to wait as the provider said, not rounded."""
        limit_source: _m.LimitSource
        """Which limit was hit, on 402 and 429."""
        reason: _m.InFlightBudgetReason
        """Why the in-flight budget refused, on 402."""
        remedy_hint: str
        """Advice for a human."""
        is_byok: bool
        """Whether your own provider key was used."""
        reasons: Sequence[str]
        """What moderation found, on 403."""
        flagged_input: str
        """The text moderation objects to, at most 100 characters with the middle left out."""
        model_slug: str
        """Model that was asked, on a moderation 403."""
        patterns: Sequence[str]
        """Patterns of the guardrail that blocked the request."""
        failed_routing_step: str
        """Routing filter that left no provider."""
        input_endpoint_count: int
        """How many providers there were before the routing filters, on 404."""
        ineligibility_reasons: Any
        """Why providers were left out. Its form is not fixed."""
        routing_funnel: Sequence[_m.RoutingFunnelStep | _m.RoutingFunnelStepTypedDict]
        """How many providers each routing filter left, on 404."""
        file_annotations: Sequence[_m.FileAnnotation | _m.FileAnnotationTypedDict]
        """Files that were parsed before the model failed; send them back to save the work."""
        alignment: _m.ErrorAlignment | _m.ErrorAlignmentTypedDict
        """Why the alignment plugin withheld the answer."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorMetadata(_Model):
    """More about a failure. Which keys come depends on the failure; others than these occur."""

    error_type: _m.ErrorType | None = None
    """Kind of failure, a stable key. Absent on many answers."""
    provider_name: str | None = None
    """Provider that failed."""
    provider_code: str | None = None
    """The provider's own code."""
    provider_error_code: str | None = None
    """The provider's own code, under the newer name."""
    raw: Any = None
    """What the provider answered. Text, JSON text, an object or null."""
    previous_errors: list[_m.PreviousError] | None = None
    """Attempts that failed before, one entry each."""
    headers: dict[str, str] | None = None
    """Copy of headers about waiting: `Retry-After` in seconds, `X-RateLimit-Limit`, `X-RateLimit-Remaining`,
    `X-RateLimit-Reset` in epoch milliseconds."""
    retry_after_seconds: float | None = None
    """Seconds to wait before trying again."""
    retry_after_seconds_raw: float | None = None
    """Seconds to wait as the provider said, not rounded."""
    limit_source: _m.LimitSource | None = None
    """Which limit was hit, on 402 and 429."""
    reason: _m.InFlightBudgetReason | None = None
    """Why the in-flight budget refused, on 402."""
    remedy_hint: str | None = None
    """Advice for a human."""
    is_byok: bool | None = None
    """Whether your own provider key was used."""
    reasons: list[str] | None = None
    """What moderation found, on 403."""
    flagged_input: str | None = None
    """The text moderation objects to, at most 100 characters with the middle left out."""
    model_slug: str | None = None
    """Model that was asked, on a moderation 403."""
    patterns: list[str] | None = None
    """Patterns of the guardrail that blocked the request."""
    failed_routing_step: str | None = None
    """Routing filter that left no provider."""
    input_endpoint_count: int | None = None
    """How many providers there were before the routing filters, on 404."""
    ineligibility_reasons: Any = None
    """Why providers were left out. Its form is not fixed."""
    routing_funnel: list[_m.RoutingFunnelStep] | None = None
    """How many providers each routing filter left, on 404."""
    file_annotations: list[_m.FileAnnotation] | None = None
    """Files that were parsed before the model failed; send them back to save the work."""
    alignment: _m.ErrorAlignment | None = None
    """Why the alignment plugin withheld the answer."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "error_type": "error_type",
            "provider_name": "provider_name",
            "provider_code": "provider_code",
            "provider_error_code": "provider_error_code",
            "raw": "raw",
            "previous_errors": "previous_errors",
            "headers": "headers",
            "retry_after_seconds": "retry_after_seconds",
            "retry_after_seconds_raw": "retry_after_seconds_raw",
            "limit_source": "limit_source",
            "reason": "reason",
            "remedy_hint": "remedy_hint",
            "is_byok": "is_byok",
            "reasons": "reasons",
            "flagged_input": "flagged_input",
            "model_slug": "model_slug",
            "patterns": "patterns",
            "failed_routing_step": "failed_routing_step",
            "input_endpoint_count": "input_endpoint_count",
            "ineligibility_reasons": "ineligibility_reasons",
            "routing_funnel": "routing_funnel",
            "file_annotations": "file_annotations",
            "alignment": "alignment",
        },
        scalars=(
            "error_type",
            "provider_name",
            "provider_code",
            "provider_error_code",
            "raw",
            "retry_after_seconds",
            "retry_after_seconds_raw",
            "limit_source",
            "reason",
            "remedy_hint",
            "is_byok",
            "flagged_input",
            "model_slug",
            "failed_routing_step",
            "input_endpoint_count",
            "ineligibility_reasons",
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
        self.error_type = get("error_type")
        self.provider_name = get("provider_name")
        self.provider_code = get("provider_code")
        self.provider_error_code = get("provider_error_code")
        self.raw = get("raw")
        v = get("previous_errors")
        self.previous_errors = (
            v
            if v is None
            else [_m.PreviousError.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("headers")
        self.headers = v if v is None else copy_json(v)
        self.retry_after_seconds = get("retry_after_seconds")
        self.retry_after_seconds_raw = get("retry_after_seconds_raw")
        self.limit_source = get("limit_source")
        self.reason = get("reason")
        self.remedy_hint = get("remedy_hint")
        self.is_byok = get("is_byok")
        v = get("reasons")
        self.reasons = v if v is None else copy_json(v)
        self.flagged_input = get("flagged_input")
        self.model_slug = get("model_slug")
        v = get("patterns")
        self.patterns = v if v is None else copy_json(v)
        self.failed_routing_step = get("failed_routing_step")
        self.input_endpoint_count = get("input_endpoint_count")
        self.ineligibility_reasons = get("ineligibility_reasons")
        v = get("routing_funnel")
        self.routing_funnel = (
            v
            if v is None
            else [_m.RoutingFunnelStep.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("file_annotations")
        self.file_annotations = (
            v
            if v is None
            else [_m.FileAnnotation.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("alignment")
        self.alignment = v if v is None else _m.ErrorAlignment.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = ErrorMetadata.wire.keys
