"""What turns of a conversation cost: tokens and money, of one turn or of many."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openrouter_sdk import models

from ..errors import ArgumentError, as_object, is_object
from .mixins import known_number

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and cost of one turn, or the sum over several.

    Costs are in USD credits; None where the server did not say, 0 where it was free.
    """

    model: str = ""
    """Model that was asked; "" in a sum."""
    turns: int = 1
    prompt_tokens: int = 0
    completion_tokens: int = 0
    """Generated tokens, thoughts included."""
    total_tokens: int = 0
    cached_tokens: int = 0
    """Tokens of the prompt that were read from the cache."""
    cache_write_tokens: int = 0
    reasoning_tokens: int = 0
    """Tokens of thoughts."""
    cost: float | None = None
    """What was charged."""
    upstream_cost: float | None = None
    """What the provider charged, on your own key where `is_byok`."""
    is_byok: bool | None = None
    """Whether your own provider key was used, in a sum for any turn; None when unknown."""
    complete: bool = True
    """Whether the turn ended well; False for failed and abandoned ones, and for a sum that holds one."""
    generation_id: str | None = None
    """OpenRouter's id of the generation; None in a sum."""
    parts: tuple[Usage, ...] = field(default=(), compare=False, repr=False)
    """The turns that a sum is of; empty in a turn."""

    @property
    def tokens(self) -> dict[str, int]:
        """The three counters as the API names them."""
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "total_tokens": self.total_tokens,
        }

    @property
    def by_model(self) -> list[Usage]:
        """The usage of each model, in the order they were first asked."""
        return usage_by_model(self.parts or ((self,) if self.turns else ()))

    def plot(self) -> Figure:
        """Draw tokens and cost of each model. Needs the extra `plot`.

        The figure has the colours that matplotlib is set to, and needs no display: `usage.plot().savefig("usage.png")`.

        Raises:
            ImportError: matplotlib is not installed.
        """
        try:
            from .plots import plot_usage  # lazy: needs an extra
        except ImportError as missing:
            hint = f"a plot needs {missing.name!r}: pip install 'openrouter-sdk[plot]'"
            raise ImportError(hint, name=missing.name) from missing
        return plot_usage(self.by_model)

    def to_dict(self) -> dict[str, Any]:
        """All fields but `parts`, fit for JSON."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "parts"}

    @classmethod
    def from_dict(cls, data: Any) -> Usage:
        """The reverse of `to_dict`; keys it does not know are left out.

        Raises:
            ArgumentError: A value of the wrong type.
        """
        if not is_object(data):
            raise ArgumentError(f"{data!r} is no usage")
        known = {key: value for key, value in data.items() if key in cls.__slots__ and key != "parts"}
        for key, value in known.items():
            if not _fits(value, cls.__annotations__[key]):
                raise ArgumentError(f"{key} of a usage must be {cls.__annotations__[key]}, not {value!r}")
        return cls(**known)


_COUNTERS = [name for name, kind in Usage.__annotations__.items() if kind == "int"]


def usage_of(answer: models.ChatResult, model: str | None = None, *, complete: bool = True) -> Usage:
    """The usage of one answer, whatever the server put into it. It counts for `model`, else the one that answered."""
    usage = reported(answer)
    data = as_object(None if usage is None else usage.to_dict())
    prompt, completion = _count(data.get("prompt_tokens")), _count(data.get("completion_tokens"))
    of_prompt = as_object(data.get("prompt_tokens_details"))
    byok = data.get("is_byok")
    return Usage(
        model=_text(answer.model) or "" if model is None else model,
        prompt_tokens=prompt,
        completion_tokens=completion,
        total_tokens=_count(data.get("total_tokens")) or prompt + completion,
        cached_tokens=_count(of_prompt.get("cached_tokens")),
        cache_write_tokens=_count(of_prompt.get("cache_write_tokens")),
        reasoning_tokens=_count(as_object(data.get("completion_tokens_details")).get("reasoning_tokens")),
        cost=known_number(data.get("cost")),
        upstream_cost=known_number(as_object(data.get("cost_details")).get("upstream_inference_cost")),
        is_byok=byok if isinstance(byok, bool) else None,
        complete=complete,
        generation_id=_text(answer.http.generation_id or answer.id),
    )


def reported(result: object) -> models.ChatUsage | None:
    """The usage in what was received of an answer, or None."""
    usage = getattr(result, "usage", None)
    return usage if isinstance(usage, models.ChatUsage) else None


def usage_sum(turns: Sequence[Usage], model: str = "") -> Usage:
    """The sum, 0 of no turns; costs that nobody told are left out of it."""
    counted: dict[str, Any] = {name: sum(getattr(turn, name) for turn in turns) for name in _COUNTERS}
    byok = [turn.is_byok for turn in turns if turn.is_byok is not None]
    return Usage(
        model=model,
        **counted,
        cost=_sum([turn.cost for turn in turns]),
        upstream_cost=_sum([turn.upstream_cost for turn in turns]),
        is_byok=any(byok) if byok else None,
        complete=all(turn.complete for turn in turns),
        parts=tuple(part for turn in turns for part in turn.parts or (turn,)),
    )


def usage_by_model(turns: Iterable[Usage]) -> list[Usage]:
    """The sum of each model, in the order they were first asked."""
    found: dict[str, list[Usage]] = {}
    for turn in turns:
        found.setdefault(turn.model, []).append(turn)
    return [usage_sum(of_model, model) for model, of_model in found.items()]


def _sum(costs: Sequence[float | None]) -> float | None:
    known = [cost for cost in costs if cost is not None]
    return math.fsum(known) if known or not costs else None


def _fits(value: Any, annotation: str) -> bool:
    kind, _, optional = annotation.partition(" | ")
    if value is None:
        return bool(optional)
    if kind == "float":
        return known_number(value) is not None
    # a sum of whole numbers without a bound may be one that Python does not write
    return type(value).__name__ == kind and (kind != "int" or known_number(value) is not None)


def _text(value: Any) -> str | None:
    return value if value and isinstance(value, str) else None


def _count(value: Any) -> int:
    return int(known_number(value) or 0)
