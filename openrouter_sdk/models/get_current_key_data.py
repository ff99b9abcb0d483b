# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class GetCurrentKeyDataTypedDict(TypedDict, total=False):
        """What a key may spend and has spent. All amounts are US dollars, which is what a credit is."""

        label: Required[str]
        """The key, shortened so that it cannot be used (`sk-or-v1-abc...123`)."""
        limit: Required[float | None]
        """Most that it may spend; null for no limit."""
        limit_remaining: Required[float | None]
        """What is left of the limit."""
        limit_reset: Required[str | None]
        """How often the limit starts anew (`daily`, `weekly`, `monthly`); null for never."""
        usage: Required[float]
        """Spent in all."""
        usage_daily: Required[float]
        """Spent on this day (UTC)."""
        usage_weekly: Required[float]
        """Spent in this week (UTC, from Monday)."""
        usage_monthly: Required[float]
        """Spent in this month (UTC)."""
        byok_usage: Required[float]
        """Spent at providers with keys of your own, in all."""
        byok_usage_daily: Required[float]
        """The same, on this day (UTC)."""
        byok_usage_weekly: Required[float]
        """The same, in this week (UTC, from Monday)."""
        byok_usage_monthly: Required[float]
        """The same, in this month (UTC)."""
        include_byok_in_limit: Required[bool]
        """Whether what own keys cost counts toward the limit."""
        budgets: Required[Sequence[_m.KeyBudget | _m.KeyBudgetTypedDict]]
        """All budgets that bound requests with this key."""
        effective_budget: Required[_m.KeyBudget | _m.KeyBudgetTypedDict | None]
        """The one that will stop it first; null when there is none."""
        free_model_daily_requests: Required[_m.FreeModelDailyRequests | _m.FreeModelDailyRequestsTypedDict]
        """What is left today for free models."""
        is_free_tier: Required[bool]
        """Whether the account never bought credits."""
        is_management_key: Required[bool]
        """Whether the key manages the account instead of asking models."""
        is_provisioning_key: Required[bool]
        """Deprecated. The same as `is_management_key`, which replaces it."""
        allowed_data_regions: Required[Sequence[_m.DataRegion]]
        """Regions that requests with this key may be computed in."""
        expires_at: str | None
        """When the key stops working (ISO 8601, UTC); null for never."""
        creator_user_id: Required[str | None]
        """User who made the key."""
        organization_id: Required[str | None]
        """Organization it belongs to."""
        workspace_id: Required[str | None]
        """Workspace it belongs to."""
        rate_limit: Required[_m.RateLimit | _m.RateLimitTypedDict]
        """Deprecated. It says nothing any more."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GetCurrentKeyData(_Model):
    """What a key may spend and has spent. All amounts are US dollars, which is what a credit is."""

    label: str
    """The key, shortened so that it cannot be used (`sk-or-v1-abc...123`)."""
    limit: float | None
    """Most that it may spend; null for no limit."""
    limit_remaining: float | None
    """What is left of the limit."""
    limit_reset: str | None
    """How often the limit starts anew (`daily`, `weekly`, `monthly`); null for never."""
    usage: float
    """Spent in all."""
    usage_daily: float
    """Spent on this day (UTC)."""
    usage_weekly: float
    """Spent in this week (UTC, from Monday)."""
    usage_monthly: float
    """Spent in this month (UTC)."""
    byok_usage: float
    """Spent at providers with keys of your own, in all."""
    byok_usage_daily: float
    """The same, on this day (UTC)."""
    byok_usage_weekly: float
    """The same, in this week (UTC, from Monday)."""
    byok_usage_monthly: float
    """The same, in this month (UTC)."""
    include_byok_in_limit: bool
    """Whether what own keys cost counts toward the limit."""
    budgets: list[_m.KeyBudget]
    """All budgets that bound requests with this key."""
    effective_budget: _m.KeyBudget | None
    """The one that will stop it first; null when there is none."""
    free_model_daily_requests: _m.FreeModelDailyRequests
    """What is left today for free models."""
    is_free_tier: bool
    """Whether the account never bought credits."""
    is_management_key: bool
    """Whether the key manages the account instead of asking models."""
    is_provisioning_key: bool
    """Deprecated. The same as `is_management_key`, which replaces it."""
    allowed_data_regions: list[_m.DataRegion]
    """Regions that requests with this key may be computed in."""
    expires_at: str | None = None
    """When the key stops working (ISO 8601, UTC); null for never."""
    creator_user_id: str | None
    """User who made the key."""
    organization_id: str | None
    """Organization it belongs to."""
    workspace_id: str | None
    """Workspace it belongs to."""
    rate_limit: _m.RateLimit
    """Deprecated. It says nothing any more."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "label": "label",
            "limit": "limit",
            "limit_remaining": "limit_remaining",
            "limit_reset": "limit_reset",
            "usage": "usage",
            "usage_daily": "usage_daily",
            "usage_weekly": "usage_weekly",
            "usage_monthly": "usage_monthly",
            "byok_usage": "byok_usage",
            "byok_usage_daily": "byok_usage_daily",
            "byok_usage_weekly": "byok_usage_weekly",
            "byok_usage_monthly": "byok_usage_monthly",
            "include_byok_in_limit": "include_byok_in_limit",
            "budgets": "budgets",
            "effective_budget": "effective_budget",
            "free_model_daily_requests": "free_model_daily_requests",
            "is_free_tier": "is_free_tier",
            "is_management_key": "is_management_key",
            "is_provisioning_key": "is_provisioning_key",
            "allowed_data_regions": "allowed_data_regions",
            "expires_at": "expires_at",
            "creator_user_id": "creator_user_id",
            "organization_id": "organization_id",
            "workspace_id": "workspace_id",
            "rate_limit": "rate_limit",
        },
        scalars=(
            "label",
            "limit",
            "limit_remaining",
            "limit_reset",
            "usage",
            "usage_daily",
            "usage_weekly",
            "usage_monthly",
            "byok_usage",
            "byok_usage_daily",
            "byok_usage_weekly",
            "byok_usage_monthly",
            "include_byok_in_limit",
            "is_free_tier",
            "is_management_key",
            "is_provisioning_key",
            "expires_at",
            "creator_user_id",
            "organization_id",
            "workspace_id",
        ),
        required=(
            "limit",
            "limit_remaining",
            "limit_reset",
            "budgets",
            "effective_budget",
            "free_model_daily_requests",
            "allowed_data_regions",
            "creator_user_id",
            "organization_id",
            "workspace_id",
            "rate_limit",
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
        self.label = get("label")
        self.limit = get("limit")
        self.limit_remaining = get("limit_remaining")
        self.limit_reset = get("limit_reset")
        self.usage = get("usage")
        self.usage_daily = get("usage_daily")
        self.usage_weekly = get("usage_weekly")
        self.usage_monthly = get("usage_monthly")
        self.byok_usage = get("byok_usage")
        self.byok_usage_daily = get("byok_usage_daily")
        self.byok_usage_weekly = get("byok_usage_weekly")
        self.byok_usage_monthly = get("byok_usage_monthly")
        self.include_byok_in_limit = get("include_byok_in_limit")
        v = get("budgets")
        if v.__class__ is list:
            read_budgets: list[Any] = []
            for i in v:
                read_budgets.append(_m.KeyBudget.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.budgets = read_budgets
        else:
            self.budgets = [] if v is None else copy_json(v)
        v = get("effective_budget")
        self.effective_budget = v if v is None else _m.KeyBudget.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("free_model_daily_requests")
        self.free_model_daily_requests = (
            _m.FreeModelDailyRequests.from_dict(v)
            if v.__class__ is dict
            else _m.FreeModelDailyRequests.from_dict({})
            if v is None
            else copy_json(v)
        )
        self.is_free_tier = get("is_free_tier")
        self.is_management_key = get("is_management_key")
        self.is_provisioning_key = get("is_provisioning_key")
        v = get("allowed_data_regions")
        self.allowed_data_regions = [] if v is None else copy_json(v)
        self.expires_at = get("expires_at")
        self.creator_user_id = get("creator_user_id")
        self.organization_id = get("organization_id")
        self.workspace_id = get("workspace_id")
        v = get("rate_limit")
        self.rate_limit = (
            _m.RateLimit.from_dict(v)
            if v.__class__ is dict
            else _m.RateLimit.from_dict({})
            if v is None
            else copy_json(v)
        )
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
        if "limit" not in src_dict:
            marks["limit"] = False
        if "limit_remaining" not in src_dict:
            marks["limit_remaining"] = False
        if "limit_reset" not in src_dict:
            marks["limit_reset"] = False
        if get("budgets") is None:
            marks["budgets"] = ("budgets" in src_dict, self.budgets)
        if "effective_budget" not in src_dict:
            marks["effective_budget"] = False
        if get("free_model_daily_requests") is None:
            marks["free_model_daily_requests"] = (
                "free_model_daily_requests" in src_dict,
                self.free_model_daily_requests,
            )
        if get("allowed_data_regions") is None:
            marks["allowed_data_regions"] = ("allowed_data_regions" in src_dict, self.allowed_data_regions)
        if "creator_user_id" not in src_dict:
            marks["creator_user_id"] = False
        if "organization_id" not in src_dict:
            marks["organization_id"] = False
        if "workspace_id" not in src_dict:
            marks["workspace_id"] = False
        if get("rate_limit") is None:
            marks["rate_limit"] = ("rate_limit" in src_dict, self.rate_limit)
        return self

    @property
    def expires_time(self) -> _datetime | None:
        """`expires_at` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.expires_at)


_KEYS: Final = GetCurrentKeyData.wire.keys
