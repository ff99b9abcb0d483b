"""`openrouter models`: the catalogue, searched and narrowed down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

import typer

import openrouter_sdk as sdk

from .exits import Code, UsageError
from .known_models import remember
from .parameters import AsJson, Debug, ServerUrl, new_client
from .screen import Screen

_SORTS = {
    "price": "pricing-low-to-high",
    "context": "context-high-to-low",
    "intelligence": "intelligence-high-to-low",
    "newest": "newest",
    "popular": "most-popular",
    "latency": "latency-low-to-high",
    "throughput": "throughput-high-to-low",
}
_HEADINGS = ("model", "context", "in $/M", "out $/M", "modality")
_UNITS = {"": 1, "k": 1000, "m": 1_000_000}
_MILLION = 1_000_000

Supports: TypeAlias = Annotated[
    list[str] | None, typer.Option("--supports", metavar="PARAMETER", help="Takes this: tools, reasoning, seed ...")
]
Reads: TypeAlias = Annotated[
    list[str] | None, typer.Option("--input", metavar="KIND", help="Reads this: image, audio, file ...")
]
Writes: TypeAlias = Annotated[
    list[str] | None, typer.Option("--output", metavar="KIND", help="Writes this: image, audio, embeddings ...")
]
MaxPrice: TypeAlias = Annotated[
    float | None, typer.Option("--max-price", metavar="USD", help="Highest price of a million tokens of prompt.")
]
MaxOutputPrice: TypeAlias = Annotated[
    float | None, typer.Option("--max-output-price", metavar="USD", help="The same of the answer.")
]
Context: TypeAlias = Annotated[
    str | None, typer.Option("--context", metavar="TOKENS", help="At least so many: 128k, 1m.")
]


def models(
    *,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="Words that id or name have to hold, all of them.")
    ] = None,
    supports: Supports = None,
    reads: Reads = None,
    writes: Writes = None,
    max_price: MaxPrice = None,
    max_output_price: MaxOutputPrice = None,
    context: Context = None,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="ORDER", help=f"{', '.join(_SORTS)}, or one of the API's.")
    ] = None,
    as_json: AsJson = False,
    server_url: ServerUrl = None,
    debug: Debug = False,
) -> Code:
    """Search models, and see what they cost."""
    screen = Screen()
    filters: dict[str, Any] = {
        "supported_parameters": supports,
        "input_modalities": reads,
        "output_modalities": writes or ["all"],
        "max_price": max_price,
        "max_output_price": max_output_price,
        "context": None if context is None else _tokens(context),
        "sort": None if sort is None else _SORTS.get(sort, sort),
    }
    with new_client(server_url, screen) as client:
        found = list(client.models.list(**filters))
    if not any((supports, reads, writes, max_price, max_output_price, context)):
        remember(model.id for model in found)
    _show(screen, [model for model in found if _holds(model, words or ())], as_json=as_json)
    return Code.DONE


def _show(screen: Screen, found: list[sdk.models.Model], *, as_json: bool) -> None:
    if as_json:
        screen.json([model.to_dict() for model in found])
    elif found:
        screen.table(_HEADINGS, [_row(model) for model in found], numbers=(1, 2, 3))
    else:
        screen.note("no model is like that")


def _holds(model: sdk.models.Model, words: Iterable[str]) -> bool:
    text = f"{model.id} {model.name}".casefold()
    return all(word.casefold() in text for word in words)


def _row(model: sdk.models.Model) -> tuple[str, ...]:
    pricing = model.pricing
    prices = (short_price(pricing.prompt_usd), short_price(pricing.completion_usd))
    return (model.id, short_count(model.context_length), *prices, str(model.architecture.modality or "?"))


def short_price(of_token: Decimal | None) -> str:
    """The price of a million tokens, in US dollars."""
    if of_token is None or of_token < 0:
        return "?" if of_token is None else "varies"
    amount = of_token * _MILLION
    return f"{amount:.2f}" if amount == round(amount, 2) else f"{amount.normalize():f}"


def short_count(tokens: object) -> str:
    """A number of tokens with its unit."""
    if not isinstance(tokens, int):
        return "?"
    return (
        f"{tokens / _MILLION:.4g}m" if tokens >= _MILLION else f"{tokens // 1000}k" if tokens >= 1000 else str(tokens)
    )


def _tokens(text: str) -> int:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)([km]?)", text.strip().lower())
    if found is None:
        raise UsageError(f"--context {text}: write a number of tokens, such as 128000, 128k or 1m")
    return int(float(found[1]) * _UNITS[found[2]])
