"""The headers of a request, which show no key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

HIDDEN: Final = "***"
_NAMES = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"})
_WORDS = ("api-key", "api_key", "apikey", "auth-token", "password", "secret")


def is_secret_name(name: str) -> bool:
    """Whether a header, a parameter or a member of this name holds a secret."""
    lower = name.lower()
    return lower in _NAMES or any(word in lower for word in _WORDS)


class _Secret(str):
    """A text like any other, but for what a report shows of it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(HIDDEN)


class Headers(dict[str, str]):
    """Headers by their names in lower case. Keys and cookies are in it, but not in its ``repr``."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        for name, value in pairs:
            key = name.lower()
            joined = f"{self[key]}, {value}" if key in self else value
            self[key] = _Secret(joined) if is_secret_name(key) else joined

    def __repr__(self) -> str:
        return repr({**self})
