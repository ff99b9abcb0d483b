"""`openrouter key`, `credits` and `generation`: what a key may, what is left, what an answer took."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, cast

import typer

import openrouter_sdk as sdk

from .exits import Code
from .parameters import AsJson, Debug, ServerUrl, new_client
from .screen import Screen
from .talk import dollars


def key(as_json: AsJson = False, server_url: ServerUrl = None, debug: Debug = False) -> Code:
    """Show what the API key may and has spent."""
    screen = Screen()
    with new_client(server_url, screen) as client:
        data = client.api_keys.get_current().data
    if as_json:
        screen.json(data.to_dict())
    else:
        screen.pairs([*_about_key(data)])
    return Code.DONE


def _about_key(data: sdk.models.GetCurrentKeyData) -> Iterator[tuple[str, str]]:
    kinds = (("a management key, which asks no models", data.is_management_key), ("free tier", data.is_free_tier))
    yield "key", ", ".join([_shown(data.label), *(name for name, holds in kinds if holds)])
    yield "limit", "none" if data.limit is None else " ".join(filter(None, (_money(data.limit), data.limit_reset)))
    if data.limit is not None:
        yield "left of it", _money(data.limit_remaining)
    spent = (("today", data.usage_daily), ("this week", data.usage_weekly), ("this month", data.usage_monthly))
    yield "spent", ", ".join(f"{_money(amount)} {name}" for name, amount in (("in all", data.usage), *spent))
    if data.byok_usage:
        counts = "counts toward the limit" if data.include_byok_in_limit else "does not count toward the limit"
        yield "with own keys", f"{_money(data.byok_usage)} in all, which {counts}"
    for name in ("free_model_daily_requests", "effective_budget", "expires_at"):
        value = getattr(data, name)
        held = value.to_dict() if hasattr(value, "to_dict") else value
        if held:
            yield name.replace("_", " "), _shown(held)


def credits(as_json: AsJson = False, server_url: ServerUrl = None, debug: Debug = False) -> Code:  # noqa: A001
    """Show the credits of the account.

    Needs a management key.
    """
    screen = Screen()
    with new_client(server_url, screen) as client:
        data = client.credits.get().data
    if as_json:
        screen.json(data.to_dict())
    else:
        left = (data.total_credits or 0) - (data.total_usage or 0)
        screen.pairs(
            [("bought", _money(data.total_credits)), ("used", _money(data.total_usage)), ("left", _money(left))]
        )
    return Code.DONE


def generation(
    generation_id: Annotated[str, typer.Argument(metavar="ID", help="Id of an answer, gen-...")],
    wait: Annotated[
        float, typer.Option("--wait", min=0, metavar="SECONDS", help="How long to wait for a new one.")
    ] = 0,
    as_json: AsJson = False,
    server_url: ServerUrl = None,
    debug: Debug = False,
) -> Code:
    """Show what an answer used and cost.

    And who served it, and how long it took.
    """
    screen = Screen()
    with new_client(server_url, screen) as client:
        screen.wait()
        try:
            data = client.generations.get(generation_id, wait_s=wait or None).data.to_dict()
        except sdk.errors.NotFoundResponseError as error:
            screen.error(str(error))
            screen.note("  an answer is there some seconds after it was given: --wait 30")
            return Code.FAILED
    if as_json:
        screen.json(data)
    else:
        screen.pairs([(name, _shown(value)) for name, value in data.items() if value is not None])
    return Code.DONE


def _money(amount: Any) -> str:
    return dollars(amount) if isinstance(amount, (int, float)) else "unknown"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return ", ".join(f"{name} {_shown(held)}" for name, held in fields.items() if held is not None)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
