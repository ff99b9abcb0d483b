"""Bodies of uploads: `multipart/form-data` (RFC 7578)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from secrets import token_hex
from typing import Any

from .._files import read_file
from ..errors import ArgumentError, is_list
from .arguments import header_value, plain_text
from .encode import encode_value

_BYTES = "application/octet-stream"


def encode_form(body: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Content type and bytes of a form.

    Args:
        body: Fields by name. Bytes, paths, files opened for reading bytes, and tuples of a name, one of these and
            perhaps a media type go out as files; text, numbers and bools as they are;
            a list as one field for each entry; everything else as JSON.

    Raises:
        ArgumentError: A value that cannot be sent.
        OSError: A file cannot be read.
    """
    boundary = token_hex(16)
    lines: list[bytes] = []
    for name, value in body.items():
        for filename, media_type, content in _parts(name, value):
            head = f'Content-Disposition: form-data; name="{_quoted(name, name)}"'
            head += "" if filename is None else f'; filename="{_quoted(name, filename)}"'
            head += f"\r\nContent-Type: {_media_type(name, media_type)}" if media_type else ""
            lines += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), content, b"\r\n"]
    lines.append(f"--{boundary}--\r\n".encode())
    return f"multipart/form-data; boundary={boundary}".encode(), b"".join(lines)


def _parts(name: str, value: Any) -> Iterator[tuple[str | None, str, bytes]]:
    """File name, media type and bytes of each part that a field becomes."""
    if isinstance(value, tuple):
        filename, content, media_type = _named(name, value)  # pyright: ignore[reportUnknownArgumentType]
        yield filename, media_type, _bytes(name, content)
    elif isinstance(value, os.PathLike):
        yield Path(value).name, _BYTES, _bytes(name, value)  # pyright: ignore[reportUnknownArgumentType]
    elif hasattr(value, "read"):
        yield Path(str(getattr(value, "name", name))).name, _BYTES, _bytes(name, value)
    elif isinstance(value, (bytes, bytearray)):
        yield name, _BYTES, bytes(value)
    elif is_list(value):
        for each in value:
            yield from _parts(name, each)
    elif isinstance(value, (str, bool, int, float)):
        yield None, "", plain_text(name, value).encode()
    else:
        yield None, "application/json", encode_value(name, value)


def _named(name: str, value: tuple[Any, ...]) -> tuple[str, Any, str]:
    """File name, content and media type of a file that is given with them."""
    filename, content, media_type = value if len(value) == 3 else (*value, _BYTES) if len(value) == 2 else (None,) * 3
    if not isinstance(filename, str) or not isinstance(media_type, str):
        raise TypeError(f"{name} must be (name, content) or (name, content, media type), both names texts")
    return filename, content, media_type


def _bytes(name: str, value: Any) -> bytes:
    """The content of a file."""
    if isinstance(value, os.PathLike):
        return read_file(value)  # pyright: ignore[reportUnknownArgumentType]
    content = value.read() if hasattr(value, "read") else value
    if isinstance(content, str) and content is not value:
        raise ArgumentError(f"{name} must be opened for reading bytes")
    if not isinstance(content, (bytes, bytearray)):
        raise TypeError(f"the content of {name} must be bytes, a path or an open file, not {type(content).__name__}")
    return bytes(content)


def _quoted(name: str, text: str) -> str:
    """A name within quotes, as browsers write it (WHATWG, "multipart/form-data encoding algorithm")."""
    return plain_text(f"a name in {name}", text).replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _media_type(name: str, text: str) -> str:
    return header_value(f"the media type of {name}", text).decode()
