"""The filters and orders of the emulated catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from .catalogue import ENTRIES, PROVIDERS, Entry

Test: TypeAlias = Callable[[Entry, Any], bool]
_PER_MILLION = 1_000_000
_EVERY = "all"


def _price(entry: Entry) -> float:
    return float(entry.prompt) * _PER_MILLION


def _output_price(entry: Entry) -> float:
    return float(entry.completion) * _PER_MILLION


def _age(entry: Entry) -> float:
    return entry.age_days


def _index(place: int) -> Callable[[Entry], float | None]:
    return lambda entry: entry.indices[place] if entry.indices else None


_RANGES: Mapping[str, Callable[[Entry], float | None]] = {
    "price": _price,
    "output_price": _output_price,
    "age_days": _age,
    "intelligence_index": _index(0),
    "coding_index": _index(1),
    "agentic_index": _index(2),
    "tool_success_rate": lambda entry: entry.tool_success,
}

_TESTS: Mapping[str, Test] = {
    "q": lambda entry, text: text.lower() in f"{entry.id} {entry.name}".lower(),
    "category": lambda entry, category: category in entry.categories,
    "supported_parameters": lambda entry, names: {*names} <= {*entry.parameters},
    "input_modalities": lambda entry, kinds: {*kinds} <= {*entry.reads},
    "context": lambda entry, least: entry.context >= least,
    "arch": lambda entry, family: entry.family.lower().startswith(family.lower()),
    "model_authors": lambda entry, authors: entry.author.removeprefix("~") in authors,
    "providers": lambda entry, names: any({slug, PROVIDERS[slug].name} & {*names} for slug in entry.providers),
    "distillable": lambda entry, wanted: entry.distillable is wanted,
    "zdr": lambda entry, wanted: not wanted or any(PROVIDERS[slug].zdr for slug in entry.providers),
    "region": lambda entry, region: any(region in PROVIDERS[slug].regions for slug in entry.providers),
}

_ORDERS: Mapping[str, Callable[[Entry], Any]] = {
    "newest": _age,
    "pricing-low-to-high": _price,
    "pricing-high-to-low": lambda entry: -_price(entry),
    "context-high-to-low": lambda entry: -entry.context,
    "intelligence-high-to-low": lambda entry: -(_index(0)(entry) or -1),
    "coding-high-to-low": lambda entry: -(_index(1)(entry) or -1),
    "agentic-high-to-low": lambda entry: -(_index(2)(entry) or -1),
}


def select(query: Mapping[str, Any]) -> list[Entry]:
    """The models that all filters of a query leave, in the order it asks for; only text models unless it says so."""
    wanted = query.get("output_modalities", ["text"])
    kept = ENTRIES if _EVERY in wanted else tuple(entry for entry in ENTRIES if {*wanted} <= {*entry.writes})
    for name, value in query.items():
        kept = tuple(_filtered(kept, name, value))
    return sorted(kept, key=_ORDERS.get(query.get("sort", ""), lambda _entry: 0))


def _filtered(entries: Iterable[Entry], name: str, value: Any) -> Iterable[Entry]:
    bound, _, measure = name.partition("_")
    if name in _TESTS:
        return [entry for entry in entries if _TESTS[name](entry, value)]
    if measure not in _RANGES:
        return entries
    sign = 1 if bound == "min" else -1
    measured = ((entry, _RANGES[measure](entry)) for entry in entries)
    return [entry for entry, found in measured if found is not None and sign * found >= sign * value]
