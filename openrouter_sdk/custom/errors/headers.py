"""Response headers, as they are remembered: plain values, read when they are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, cast

from .values import MASK, mask_secrets

_Name: TypeAlias = str | bytes
HeaderSource: TypeAlias = Mapping[str, str] | Iterable[tuple[_Name, _Name]] | None

_MASKED_NAMES = frozenset({"set-cookie", "set-cookie2"})


class Headers(Mapping[str, str]):
    """Response headers, looked up without regard to case.

    Args:
        source: A mapping or pairs of names and values (text, or bytes as they came over the wire). A name that comes
            several times keeps all its values, joined with ", ". Names are kept in lower case.

    Cookie values are masked, since they are credentials of the connection and of no use to a reader.
    """

    __slots__ = ("_built", "_source")

    _built: dict[str, str] | None
    _source: list[tuple[_Name, _Name]]

    def __init__(self, source: HeaderSource = None) -> None:
        self._source = list(cast("Mapping[str, str]", source).items() if isinstance(source, Mapping) else source or ())
        self._built = None

    @property
    def _values(self) -> dict[str, str]:
        # Built when first looked at: few callers look at the headers of a good answer.
        if self._built is None:
            self._built = _read_pairs(self._source)
            self._source = []
        return self._built

    def peek(self, name: str) -> str | None:
        """The first value of a header, given in lower case, or None, without building the rest."""
        if self._built is not None:
            return self._built.get(name)
        for raw_name, raw_value in self._source:
            if len(raw_name) == len(name) and _text(raw_name).lower() == name:
                return _text(raw_value)
        return None

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Headers):
            return self._values == other._values
        if isinstance(other, Mapping):
            return self._values == {name.lower(): value for name, value in cast("Mapping[str, str]", other).items()}
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"Headers({self._values!r})"

    def __reduce__(self) -> tuple[type[Headers], tuple[dict[str, str]]]:
        return type(self), (dict(self._values),)


def _read_pairs(pairs: list[tuple[_Name, _Name]]) -> dict[str, str]:
    values: dict[str, str] = {}
    for raw_name, raw_value in pairs:
        name = _text(raw_name).lower()
        value = MASK if name in _MASKED_NAMES else mask_secrets(_text(raw_value))
        values[name] = f"{values[name]}, {value}" if name in values else value
    return values


def _text(value: _Name) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
