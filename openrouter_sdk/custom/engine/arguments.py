"""Checks of what the caller passes, before anything is sent.

Each raises a `TypeError` for a value of the wrong type and an `ArgumentError` for one that cannot be used, which name
the argument at fault.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from math import isfinite
from typing import Any

from ..errors import ArgumentError, is_list, remember_key
from ..http import is_loopback, parse_url

_BYOK = (
    "byok_api_key is not an argument: provider keys are not sent with a call. Store the key with your OpenRouter "
    "account, under Settings, Integrations; calls then use it by themselves"
)

_SYSTEM = 'a system prompt is the first of the messages: {"role": "system", "content": "..."}'
_SYSTEM_NAMES = frozenset(("instructions", "system", "system_prompt"))
_KEY = "the key is that of the client: OpenRouter(api_key=...)"
_ELSEWHERE = {
    "base_url": ["server_url"],
    "default_headers": ["http_headers"],
    "concurrent": ["concurrency"],
    "extra_headers": ["http_headers"],
    "http_client": ["client"],
    "max_concurrency": ["concurrency"],
    "max_iterations": ["max_steps"],
    "max_retries": ["retries", "retry_config"],
    "max_rounds": ["max_steps"],
    "max_turns": ["max_steps"],
    "max_workers": ["concurrency"],
    "retries": ["retry_config"],
    "retry": ["retries", "retry_config"],
    "retry_config": ["retries"],
    "schema": ["response_format"],
    "workers": ["concurrency"],
    "x_title": ["x_open_router_title"],
}
"""Names that other SDKs have for arguments, and those that arguments have here."""


def refuse_unknown(
    unknown: Iterable[str], known: Iterable[str], caller: str, otherwise: str = "further body fields go into extra_body"
) -> None:
    """Raise a TypeError for the first unknown keyword argument of `caller`, with the nearest one, or `otherwise`."""
    for name in unknown:
        if name == "byok_api_key":
            raise TypeError(_BYOK)
        from difflib import get_close_matches  # lazy: only a mistake needs it

        meant = list(known)
        near = [here for here in _ELSEWHERE.get(name, ()) if here in meant] or get_close_matches(name, meant, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; {otherwise}"
        if name in _SYSTEM_NAMES and "messages" in meant:
            hint = f"; {_SYSTEM}"
        elif name == "api_key":
            hint = f"; {_KEY}"
        raise TypeError(f"{caller} got an unexpected keyword argument {name!r}{hint}")


def clean_key(value: object, source: str) -> str:
    """An API key without white space around it; one that a header can hold."""
    if not isinstance(value, str):
        raise TypeError(f"{source} must be a string, not {type(value).__name__}")
    key = value.strip()
    if not key:
        raise ArgumentError(f"{source} is empty: pass api_key= or set OPENROUTER_API_KEY")
    if key.lower().startswith(("bearer ", "openrouter_api_key")) or key[0] in "\"'":
        raise ArgumentError(f"{source} must be the key alone, without 'Bearer', quotation marks or a name")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ArgumentError(f"{source} holds a space, control or non-ASCII character")
    remember_key(key)
    return key


def header_value(name: str, value: object) -> bytes:
    """A header value as it is sent, text beyond ASCII as UTF-8. A line break would let text become a header."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
        encoding = "latin-1"
    elif isinstance(value, str):
        encoding = "utf-8"
    else:
        raise TypeError(f"{name} must be a string, not {type(value).__name__}")
    if any((character < " " and character != "\t") or character == "\x7f" for character in value):
        raise ArgumentError(f"{name} holds a line break or another control character")
    return encodable(name, value.strip(" \t")).encode(encoding)


def header_name(name: object) -> str:
    """A header name."""
    if not isinstance(name, str):
        raise TypeError(f"http_headers: a name must be a string, not {type(name).__name__}")
    if not name or not name.isascii() or not all(c.isalnum() or c in "!#$%&'*+-.^_`|~" for c in name):
        raise ArgumentError(f"http_headers: {name!r} is no header name")
    return name


def is_many(value: object) -> bool:
    """Whether a parameter is a list of values."""
    return is_list(value) or isinstance(value, (tuple, set, frozenset))


def plain_text(name: str, value: object) -> str:
    """Text, a number, a bool or a date as it stands in a path, a query or a header."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):  # of which datetime is one
        return value.isoformat()
    if isinstance(value, str):
        return encodable(name, str.__str__(value))  # what an enum of texts stands for, not its name
    if isinstance(value, float):
        if not isfinite(value):
            raise ArgumentError(f"{name} must be a finite number, not {value!r}")
        return float.__repr__(value)
    if isinstance(value, int):
        try:
            return int.__repr__(value)
        except ValueError:
            raise ArgumentError(f"{name} is a whole number with more digits than Python writes") from None
    raise TypeError(f"{name} cannot be a {type(value).__name__}")


def encodable(name: str, text: str) -> str:
    """A text that UTF-8 can carry."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ArgumentError(f"{name} holds a lone surrogate, which cannot be sent") from None
    return text


def base_url(value: object, source: str, *, allow_http: bool) -> str:
    """A base URL without its trailing slash. Over plain http to another machine the key would travel unencrypted."""
    if not isinstance(value, str):
        raise TypeError(f"{source} must be a string, not {type(value).__name__}")
    text = value.strip()
    # before an @ a password may stand
    shown = source if "@" in text else f"{source} {text!r}"
    try:
        url = parse_url(text)
    except ValueError:
        raise ArgumentError(f"{shown} is no URL") from None
    name = url.host.removesuffix(".")
    named = len(name) < 254 and all(0 < len(label) < 64 and "%" not in label for label in name.split("."))
    if url.scheme not in ("http", "https") or not named:
        raise ArgumentError(f"{shown} must start with https:// and name a host")
    if url.user or "?" in text or "#" in text:
        raise ArgumentError(f"{source} must not hold a user name, a query or a fragment")
    if url.scheme == "http" and not allow_http and not is_loopback(url.host):
        raise ArgumentError(f"{source} {text!r} would send the key unencrypted; use https, or pass allow_http=True")
    return text.rstrip("/")


def positive(name: str, value: object) -> float | None:
    """A number above 0, or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    if not value > 0:
        raise ArgumentError(f"{name} must be above 0, not {value!r}")
    return float(min(value, sys.float_info.max))


def whole_number(name: str, value: object, least: int) -> int:
    """A whole number of at least `least`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ArgumentError(f"{name} must be at least {least}, not {value!r}")
    return value


def callable_or_none(name: str, value: Any) -> Callable[..., Any] | None:
    """A plain function, or None."""
    if value is None:
        return None
    if not callable(value):
        raise TypeError(f"{name} must be callable, not {type(value).__name__}")
    from inspect import iscoroutinefunction  # lazy: few programs pass functions

    if iscoroutinefunction(value):
        raise TypeError(f"{name} must be a plain function: nobody awaits an async one")
    checked: Callable[..., Any] | None = value
    return checked
