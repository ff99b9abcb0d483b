"""Takes secrets out of what is recorded: keys, cookies, and what the user names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlencode

from .._json import is_list, is_object
from .._sent import HIDDEN, Pattern, Request, is_secret_name

Headers: TypeAlias = Mapping[str, str]

_KEY_SHAPE = re.compile(r"\b(?:sk|pk|rk)-(?=[\w-]*\d)[\w-]{16,}")
_SECRET_PARAMETERS = frozenset({"access_token", "auth", "key", "token"})
_KEY_OF_A_PROVIDER = "key"
_LEAST_LITERAL = 8
"""Characters of a key from which on it is searched for: a short one, such as ``test``, is a word of any text."""


class Scrubber:
    """Replaces secrets by ``***``.

    Args:
        patterns: what else is secret: texts, or compiled patterns.
        literals: secrets that are known from a request, such as its key.
    """

    def __init__(self, patterns: Sequence[Pattern] = (), literals: Iterable[str] = ()) -> None:
        self._patterns = [one if isinstance(one, re.Pattern) else re.compile(re.escape(one)) for one in patterns]
        known = (re.escape(one) for one in literals if len(one) >= _LEAST_LITERAL)
        self._all = [*(re.compile(one) for one in known), _KEY_SHAPE, *self._patterns]

    def knowing(self, request: Request) -> Scrubber:
        """The same, which also knows the secrets in the headers of ``request``."""
        values = [value for name, value in request.headers.items() if is_secret_name(name)]
        return Scrubber(self._patterns, [part for value in values for part in re.split(r"[\s;,]+", value)])

    def text(self, text: str) -> str:
        """A text without secrets."""
        for pattern in self._all:
            text = pattern.sub(HIDDEN, text)
        return text

    def value(self, value: Any) -> Any:
        """A JSON value without secrets, be they in a text or under a telling name."""
        if isinstance(value, str):
            return self.text(value)
        if is_list(value):
            return [self.value(item) for item in value]
        if not is_object(value):
            return value
        return {
            self.text(name): HIDDEN if is_secret_name(name) and isinstance(item, str) else self.value(item)
            for name, item in value.items()
        }

    def body(self, value: Any) -> Any:
        """The JSON body of a request: its own ``key`` is that of a provider."""
        clean = self.value(value)
        if is_object(clean) and isinstance(clean.get(_KEY_OF_A_PROVIDER), str):
            clean[_KEY_OF_A_PROVIDER] = HIDDEN
        return clean

    def data(self, data: bytes) -> bytes:
        """Bytes that may be text without secrets."""
        return self.text(data.decode("latin-1")).encode("latin-1")

    def headers(self, headers: Headers) -> dict[str, str]:
        """Headers without secrets."""
        return {name: HIDDEN if is_secret_name(name) else self.text(value) for name, value in headers.items()}

    def query(self, query: str) -> str:
        """The query of a URL without secrets."""
        pairs = parse_qsl(query, keep_blank_values=True)
        secret = {name for name, _ in pairs if is_secret_name(name) or name.lower() in _SECRET_PARAMETERS}
        if not secret:
            return self.text(query)
        return urlencode([(name, HIDDEN if name in secret else self.text(value)) for name, value in pairs], safe="*")
