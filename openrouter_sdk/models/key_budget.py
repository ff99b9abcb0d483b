# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class KeyBudgetTypedDict(TypedDict, total=False):
        """One of the budgets that bound a key."""

        scope: Required[_m.KeyBudgetScope]
        """What the budget is set on."""
        limit_usd: Required[float]
        """Most that may be spent in the period, in US dollars."""
        spend_usd: Required[float]
        """Spent in the period, in US dollars."""
        remaining_usd: Required[float]
        """What is left, in US dollars. At 0 or below requests get 403 until the next period."""
        reset_interval: Required[_m.KeyBudgetResetInterval | None]
        """Length of the period (UTC, weeks from Monday); null when it never ends."""
        resets_at: Required[str | None]
        """When the next period begins (ISO 8601, UTC); null when it never does."""
        include_byok: Required[bool]
        """Whether what own keys cost counts."""
        budget_id: Required[str | None]
        """Id of the budget, if it is a workspace's."""
        guardrail_id: Required[str | None]
        """Id of the guardrail that sets it, if one does."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KeyBudget(_Model):
    """One of the budgets that bound a key."""

    scope: _m.KeyBudgetScope
    """What the budget is set on."""
    limit_usd: float
    """Most that may be spent in the period, in US dollars."""
    spend_usd: float
    """Spent in the period, in US dollars."""
    remaining_usd: float
    """What is left, in US dollars. At 0 or below requests get 403 until the next period."""
    reset_interval: _m.KeyBudgetResetInterval | None
    """Length of the period (UTC, weeks from Monday); null when it never ends."""
    resets_at: str | None
    """When the next period begins (ISO 8601, UTC); null when it never does."""
    include_byok: bool
    """Whether what own keys cost counts."""
    budget_id: str | None
    """Id of the budget, if it is a workspace's."""
    guardrail_id: str | None
    """Id of the guardrail that sets it, if one does."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "scope": "scope",
            "limit_usd": "limit_usd",
            "spend_usd": "spend_usd",
            "remaining_usd": "remaining_usd",
            "reset_interval": "reset_interval",
            "resets_at": "resets_at",
            "include_byok": "include_byok",
            "budget_id": "budget_id",
            "guardrail_id": "guardrail_id",
        },
        scalars=(
            "scope",
            "limit_usd",
            "spend_usd",
            "remaining_usd",
            "reset_interval",
            "resets_at",
            "include_byok",
            "budget_id",
            "guardrail_id",
        ),
        required=(
            "reset_interval",
            "resets_at",
            "budget_id",
            "guardrail_id",
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
        self.scope = get("scope")
        self.limit_usd = get("limit_usd")
        self.spend_usd = get("spend_usd")
        self.remaining_usd = get("remaining_usd")
        self.reset_interval = get("reset_interval")
        self.resets_at = get("resets_at")
        self.include_byok = get("include_byok")
        self.budget_id = get("budget_id")
        self.guardrail_id = get("guardrail_id")
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
        if "reset_interval" not in src_dict:
            marks["reset_interval"] = False
        if "resets_at" not in src_dict:
            marks["resets_at"] = False
        if "budget_id" not in src_dict:
            marks["budget_id"] = False
        if "guardrail_id" not in src_dict:
            marks["guardrail_id"] = False
        return self

    @property
    def resets_time(self) -> _datetime | None:
        """`resets_at` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.resets_at)


_KEYS: Final = KeyBudget.wire.keys
