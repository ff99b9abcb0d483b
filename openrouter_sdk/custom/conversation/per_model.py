"""What a `Chat` tells of its conversations: one value, or a dict of values by model where several models are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from ..answers import Usage, citations_of, usage_by_model, usage_sum
from ..content import conversation_markdown
from .answers import Answers
from .asker import Asker
from .call import StreamingAsker
from .turns import Dialogue
from .usage_table import UsageTable

A = TypeVar("A")
One = TypeVar("One")


class PerModel(Generic[One]):
    """A read-only attribute, computed anew from the conversation of each model.

    Args:
        read: Computes the value.
        doc: What it is.
    """

    def __init__(self, read: Callable[[Dialogue], One], doc: str) -> None:
        self._read = read
        self.__doc__ = doc

    def __set_name__(self, owner: type[Any], name: str) -> None:
        """Remember the name for messages."""
        self._name = name

    @overload
    def __get__(self, asker: None, owner: type[Any]) -> PerModel[One]: ...
    @overload
    def __get__(self, asker: Asker[str], owner: type[Any]) -> One: ...
    @overload
    def __get__(self, asker: Asker[Answers[str]], owner: type[Any]) -> dict[str, One]: ...
    def __get__(self, asker: Any, owner: type[Any]) -> Any:
        return self if asker is None else asker._for_each(self._read)  # noqa: SLF001 - of a class of this file

    def __set__(self, asker: Any, value: Any) -> None:
        hint = "; use set_history()" if self._name == "history" else ""
        raise AttributeError(f"{self._name} cannot be set{hint}")


class Kept(StreamingAsker[A]):
    """Asks, and shows what was kept of it."""

    _by_model: dict[str, Dialogue]

    history = PerModel(Dialogue.history, "The messages, as a copy: plain dicts, as they are sent.")
    usage = PerModel(lambda dialogue: usage_sum(dialogue.turns).tokens, "Tokens of all turns, also of failed ones.")
    turns = PerModel(lambda dialogue: list(dialogue.turns), "Tokens and cost of each turn, as `Usage`.")
    total_usage = PerModel(lambda dialogue: usage_sum(dialogue.turns), "Tokens and cost of all turns, as one `Usage`.")
    last = PerModel(lambda dialogue: dialogue.last, "The whole last answer; None before the first.")
    citations = PerModel(lambda dialogue: citations_of(dialogue.last), "The pages the last answer cites, each once.")

    @property
    def cost(self) -> float | None:
        """What all turns of all models cost, in USD credits: 0 before the first, None when no turn told its cost."""
        return usage_sum(self._all_turns()).cost

    def usage_table(self) -> UsageTable:
        """Tokens and cost of each model as a table to print; rich draws it where it is installed."""
        return UsageTable(usage_by_model(self._all_turns()))

    def _all_turns(self) -> list[Usage]:
        return [turn for dialogue in self._by_model.values() for turn in dialogue.turns]

    def _for_each(self, read: Callable[[Dialogue], Any]) -> Any:
        """One value, or a dict of values by model where several models are asked."""
        found = {model: read(dialogue) for model, dialogue in self._by_model.items()}
        return found if self._several else next(iter(found.values()))

    def _repr_markdown_(self) -> str:
        return conversation_markdown({model: dialogue.history() for model, dialogue in self._by_model.items()})
