"""What usage costs at given prices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from openrouter_sdk import models
from openrouter_sdk.types import as_decimal

from ..errors import as_list, as_object
from .mixins import LARGEST

Priced: TypeAlias = models.PublicPricing | models.Model | models.PublicEndpoint

_THOUGHTS = "internal_reasoning"
_PROMPT_PARTS = (
    ("cached_tokens", "input_cache_read"),
    ("cache_write_tokens", "input_cache_write"),
    ("audio_tokens", "audio"),
)
_COMPLETION_PARTS = (
    ("reasoning_tokens", _THOUGHTS),
    ("image_tokens", "image_output"),
    ("audio_tokens", "audio_output"),
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZERO = Decimal(0)
_MIDNIGHT = Decimal(2400)
_SEARCHES = ("server_tool_use_details", "server_tool_use")
Rates: TypeAlias = Mapping[str, Decimal]


def price_of(
    priced: Priced, usage: models.ChatUsage | Mapping[str, Any] | None, at: datetime | None = None
) -> Decimal | None:
    """What usage costs at the prices of a model or of an endpoint, in US dollars; see `ChatResult.estimated_cost`."""
    given: Any = priced
    if not isinstance(given, Priced):
        told = "a model, as client.models.list() gives them, an endpoint, or the pricing of one"
        raise TypeError(f"prices are those of {told}, not of {type(given).__name__}")
    pricing: Any = given if isinstance(given, models.PublicPricing) else given.pricing
    counted = as_object(usage.to_dict() if isinstance(usage, models.ChatUsage) else usage)
    prompt, completion = _count(counted.get("prompt_tokens")), _count(counted.get("completion_tokens"))
    if prompt is None or completion is None or not isinstance(pricing, models.PublicPricing):
        return None
    rates = _rates(pricing, prompt, _in_utc(at))
    if "prompt" not in rates or "completion" not in rates:
        return None
    of_prompt, of_completion = (as_object(counted.get(f"{side}_tokens_details")) for side in ("prompt", "completion"))
    return (
        _side(prompt, of_prompt, _PROMPT_PARTS, rates, "prompt")
        + _side(completion, of_completion, _COMPLETION_PARTS, rates, "completion")
        + rates.get("request", _ZERO)
        + rates.get("web_search", _ZERO) * _searches(counted)
    )


def _side(
    total: int, details: Mapping[str, Any], parts: tuple[tuple[str, str], ...], rates: Rates, usual: str
) -> Decimal:
    """What the tokens of one side cost: those of a kind with a price of its own, then all others."""
    cost = _ZERO
    for counted, price in parts:
        tokens = min(_count(details.get(counted)) or 0, total)
        cost += tokens * rates.get(price, rates[usual])
        total -= tokens
    return cost + total * rates[usual]


def _rates(pricing: models.PublicPricing, prompt_tokens: int, at: datetime) -> Rates:
    """The prices that hold. A negative one means that it is not known before a router has chosen."""
    found = pricing.to_dict()
    for override in as_list(pricing.overrides):
        if isinstance(override, models.PricingOverride) and _applies(override, prompt_tokens, at):
            found |= override.to_dict()
    prices = {name: _number(value) for name, value in found.items()}
    if not prices.get(_THOUGHTS):
        prices.pop(_THOUGHTS, None)  # 0 says that thoughts are not charged apart from the answer
    return {name: price for name, price in prices.items() if price is not None and price >= 0}


def _applies(override: models.PricingOverride, prompt_tokens: int, at: datetime) -> bool:
    least = _number(override.min_prompt_tokens)
    start, end = _number(override.utc_start) or _ZERO, _number(override.utc_end) or _MIDNIGHT
    clock = at.hour * 100 + at.minute
    is_time = start <= clock < end if start <= end else clock >= start or clock < end
    is_day = override.utc_days is None or _DAYS[at.weekday()] in as_list(override.utc_days)
    return is_time and is_day and (least is None or prompt_tokens > least)


def _in_utc(at: datetime | None) -> datetime:
    given: Any = at
    if at is None:
        return datetime.now(UTC)
    if not isinstance(given, datetime):
        raise TypeError(f"at must be a datetime, not {type(given).__name__}")
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _searches(usage: Mapping[str, Any]) -> int:
    told = (_count(as_object(usage.get(name)).get("web_search_requests")) for name in _SEARCHES)
    return next((count for count in told if count), 0)


def _number(value: Any) -> Decimal | None:
    """A number of a size to reckon with: "1e999999" is one as well, and takes a minute to be written in digits."""
    number = as_decimal(value)
    return number if number is not None and number.copy_abs() <= LARGEST else None


def _count(value: Any) -> int | None:
    """A number of tokens; the wire has floats too."""
    number = _number(value)
    return int(number) if number is not None and number >= 0 else None
