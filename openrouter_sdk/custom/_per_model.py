"""Attributes that hold one value, or a dict of values by model where several models are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from ._answers import Answers
from ._asker import Asker
from ._turns import Dialogue

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
        return self if asker is None else asker.for_each(self._read)

    def __set__(self, asker: Any, value: Any) -> None:
        hint = "; use set_history()" if self._name == "history" else ""
        raise AttributeError(f"{self._name} cannot be set{hint}")
