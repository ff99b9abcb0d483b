"""The text of an answer as JSON: whole and strict, or as far as it has come."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

import pydantic_core

_FENCE = re.compile(r"\s*(```|~~~)")
_OPENING = re.compile(r"[{\[]")
_TRAILING_COMMA = re.compile(r",\s*[}\]]")
_NUMBER_AT_END = re.compile(r"-?[0-9][0-9.eE+-]*$")
_MARKS = re.compile(r'\\.|"', re.DOTALL)
_OTHER_MARKS = ("'", "\u2018", "\u2019", "\u201c", "\u201d")
_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null"}


class NoJsonError(ValueError):
    """A text that is no JSON; says what it is instead."""


def read_json(text: str) -> Any:
    """The JSON value that the text is, and nothing else. Nothing is repaired.

    Raises:
        NoJsonError: It is none.
    """
    text = text.lstrip("\ufeff")
    try:
        return json.loads(text, parse_float=_finite, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise NoJsonError(_instead(text, error)) from None
    except RecursionError:
        raise NoJsonError("it is nested too deeply") from None
    except ValueError as error:
        # a number that Python does not read, or one that is none
        raise NoJsonError(str(error).partition(":")[0]) from None


def read_so_far(text: str) -> Any:
    """The JSON value at the beginning of a longer text, without what is not sure yet.

    A text grows; a number, `true`, `false`, `null` and a key are there once they have ended.

    Raises:
        ValueError: There is none yet, or the text is no JSON.
    """
    if text[-1:].isdigit() and not _within_text(text):
        before = text.rstrip("0123456789.eE+-")
        text = before + _NUMBER_AT_END.sub("", text[len(before) :])
    # not `encode`: half a character at the end is none
    return pydantic_core.from_json(text.encode(errors="ignore"), allow_partial="trailing-strings")


def _within_text(text: str) -> bool:
    return _MARKS.findall(text).count('"') % 2 == 1


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise ValueError(f"{number:.30} is larger than a float can be")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _instead(text: str, error: json.JSONDecodeError) -> str:
    """What a text is that is no JSON."""
    if _FENCE.match(text):
        return "a code fence stands around the JSON"
    start = _OPENING.search(text)
    if start is None:
        return "it is prose, without any JSON"
    if text[: start.start()].strip():
        return "prose stands before the JSON"
    if error.msg.startswith("Extra data"):
        return f"more text stands behind the JSON, line {error.lineno} column {error.colno}"
    if _is_cut_off(text):
        return "it ends in the middle"
    return f"{_fault_at(text, error)}, line {error.lineno} column {error.colno}"


def _is_cut_off(text: str) -> bool:
    try:
        pydantic_core.from_json(text.encode(errors="replace"))
    except ValueError as error:
        return str(error).startswith("EOF while")
    return False


def _fault_at(text: str, error: json.JSONDecodeError) -> str:
    before, behind = text[: error.pos].rstrip(), text[error.pos :].lstrip()
    # from Python 3.13 on, the place is that of the comma
    if (before.endswith(",") and behind[:1] in ("}", "]")) or _TRAILING_COMMA.match(behind):
        return "a comma stands behind the last entry"
    if behind.startswith(",") and before.endswith(("{", "[", ",")):
        return "a comma stands where an entry belongs"
    if behind.startswith(("//", "/*", "#")):
        return "a comment stands in the JSON"
    if behind.startswith(_OTHER_MARKS):
        return 'a text stands in other marks than "'
    for word, meant in _WORDS.items():
        if behind.startswith(word):
            return f"{word} stands for {meant}"
    return error.msg.removesuffix(" at")
