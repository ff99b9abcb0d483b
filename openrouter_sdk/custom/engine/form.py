"""Bodies of uploads: `multipart/form-data` (RFC 7578)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from secrets import token_hex
from typing import Any

from openrouter_sdk.types import Model

from ..errors import ArgumentError, is_list

_BYTES = "application/octet-stream"


def encode_form(body: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Content type and bytes of a form.

    Args:
        body: Fields by name. Bytes, paths, files opened for reading bytes, and tuples of a name, bytes and perhaps a
            media type go out as files; text as it is; a list as one field for each entry; everything else as JSON.

    Raises:
        ArgumentError: A value that cannot be sent.
        OSError: A file cannot be read.
    """
    boundary = token_hex(16)
    lines: list[bytes] = []
    for name, value in body.items():
        for filename, media_type, content in _parts(name, value):
            head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
            head += f'; filename="{_quoted(filename)}"' if filename else ""
            head += f"\r\nContent-Type: {media_type}" if media_type else ""
            lines += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), content, b"\r\n"]
    lines.append(f"--{boundary}--\r\n".encode())
    return f"multipart/form-data; boundary={boundary}".encode(), b"".join(lines)


def _parts(name: str, value: Any) -> Iterator[tuple[str, str, bytes]]:
    """File name, media type and bytes of each part that a field becomes."""
    if isinstance(value, (bytes, bytearray)):
        yield name, _BYTES, bytes(value)
    elif isinstance(value, os.PathLike):
        path = Path(value)  # pyright: ignore[reportUnknownArgumentType]
        yield path.name, _BYTES, path.read_bytes()
    elif hasattr(value, "read"):
        yield Path(str(getattr(value, "name", name))).name, _BYTES, _read(name, value)
    elif isinstance(value, tuple):
        filename, content, *rest = value  # pyright: ignore[reportUnknownVariableType]
        yield str(filename), str(rest[0]) if rest else _BYTES, bytes(content)  # pyright: ignore[reportUnknownArgumentType]
    elif is_list(value):
        for each in value:
            yield from _parts(name, each)
    elif isinstance(value, str):
        yield "", "", value.encode()
    elif isinstance(value, (Model, Mapping)):
        data: Any = value.to_dict() if isinstance(value, Model) else dict(value)  # pyright: ignore[reportUnknownArgumentType]
        yield "", "application/json", json.dumps(data, allow_nan=False).encode()
    else:
        yield "", "", json.dumps(value, allow_nan=False).encode()


def _read(name: str, file: Any) -> bytes:
    content = file.read()
    if not isinstance(content, bytes):
        raise ArgumentError(f"{name} must be opened for reading bytes")
    return content


def _quoted(text: str) -> str:
    """A name within quotes, as browsers write it (WHATWG, "multipart/form-data encoding algorithm")."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
