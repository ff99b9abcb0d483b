"""A question from what was typed, piped and attached: text stays text, all else becomes a part of the message."""

from __future__ import annotations

import codecs
import html
import io
import locale
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openrouter_sdk as sdk

from .exits import UsageError

STANDARD_INPUT = "-"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PIPED = "standard input"


def as_typed(text: str) -> str:
    """What was typed, where the locale could not read it: UTF-8, which terminals send whatever the locale says."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text).decode("utf-8", "replace")
    return text


def question_of(prompt: str, files: Sequence[str], piped: bytes | None) -> dict[str, Any] | None:
    """The message of the user; None when there is nothing to ask.

    Args:
        prompt: What was typed.
        files: Paths and web addresses; "-" is what was piped.
        piped: What was piped, if anything was.

    Raises:
        UsageError: A file that is nothing a model could read.
        errors.ArgumentError: A file that is empty or too large.
        OSError: A file that cannot be read.
    """
    pieces: list[Any] = [as_typed(prompt)] if prompt.strip() else []
    if piped and STANDARD_INPUT not in files:
        pieces.append(_held(piped, None))
    pieces += [_attached(file, piped) for file in files]
    texts = [piece for piece in pieces if isinstance(piece, str)]
    if len(texts) < len(pieces):
        parts = [sdk.content.text(piece) if isinstance(piece, str) else piece for piece in pieces]
        return {"role": "user", "content": [part.to_dict() for part in parts]}
    joined = "\n\n".join(text.rstrip("\n") for text in texts)
    return {"role": "user", "content": joined} if joined.strip() else None


def _attached(file: str, piped: bytes | None) -> Any:
    if file == STANDARD_INPUT:
        if not piped:
            raise UsageError("-f -: nothing was piped into the command")
        return _held(piped, None)
    if file[:8].lower().startswith(("http://", "https://")):
        part: Any = sdk.content.parts([file])[0]
        if part.to_dict()["type"] == "text":
            raise UsageError(f"-f {file}: its ending does not say what it is; download it and attach the file")
        return part
    path = Path(file).expanduser()
    held = _held(path.read_bytes(), path.name)
    return f'<file name="{html.escape(path.name)}">\n{held.rstrip()}\n</file>' if isinstance(held, str) else held


def _held(data: bytes, name: str | None) -> Any:
    """Text as a string, a picture, sound, video or document as a part."""
    text = _text_of(data)
    if text is not None:
        return text
    source: Any = io.BytesIO(data)
    source.name = name
    try:
        return sdk.content.parts([source])[0]
    except sdk.errors.ArgumentError as error:
        if "media_type=" not in error.message:
            raise
    if b"\0" in data:
        raise UsageError(f"{name or _PIPED}: no text, picture, sound, video or document that could be told")
    return data.decode(locale.getencoding(), "replace")


def _text_of(data: bytes) -> str | None:
    """The text in a file; None if it is something else, or in an encoding that is not Unicode's."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    if b"\0" in data or data.startswith(b"%PDF-"):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
