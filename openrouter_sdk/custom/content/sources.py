"""What a caller may hand over as a picture, sound, video or document: read into bytes, and checked against its type.

What is not what it should be, or cannot be told, raises an `ArgumentError`; it names a file or a URL, never what is in
it.
"""

from __future__ import annotations

import inspect
import io
import os
import re
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeGuard, Union
from urllib.parse import urlsplit

from .._files import open_file
from ..errors import ArgumentError, bounded
from .data_url import is_data_url, is_web_url, make_data_url, parse_data_url
from .media import Media
from .media_types import (
    ACCEPTED,
    BY_SUFFIX,
    DOCUMENTS,
    FORMATS,
    Kind,
    contradicts,
    kind_of,
    normalised,
    sniff,
    suffix_in,
)
from .pictures import Array, PillowImage, is_array, is_pillow_image, png_of_array, png_of_image

_SHOWN_CHARS = 120
_BASE64 = re.compile(r"(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\w+/\s]{60,}={0,2}\s*", re.ASCII | re.DOTALL)
_MIB = 1024 * 1024
_ANY_BYTES = "application/octet-stream"
_MP4, _SOUND_ALONE = "video/mp4", "audio/mp4"
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(;[^,\s]*)?", re.ASCII)
_ALWAYS_TOLD = frozenset((*ACCEPTED["image"], "application/pdf", "audio/wav", "audio/flac", "audio/ogg", "video/webm"))
"""Types whose files cannot begin in any other way than their own."""


class BinaryFile(Protocol):
    """A file object opened for reading bytes."""

    def read(self, size: int = ..., /) -> bytes: ...  # noqa: D102 - as files have it


Source: TypeAlias = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, BinaryFile, Array, PillowImage, Media]
"""Where a part's content comes from. A string is an http(s) URL, a `data:` URL, or else a path."""


class Loaded(NamedTuple):
    """A source that was read: its `url` if it stays where it is, else its `data`."""

    label: str
    url: str | None = None
    data: bytes = b""
    declared: str | None = None
    filename: str | None = None


def load(source: Source, *, max_bytes: int | None) -> Loaded:
    """Read a source, of `max_bytes` at most; None for any number.

    Raises:
        ArgumentError: It is missing, unreadable, empty or too large, or no usable URL.
        TypeError: It is none of the things that can be read.
    """
    given: Any = source
    loaded = given if isinstance(given, Loaded) else _load(given, max_bytes)
    if loaded.url is None:
        if not loaded.data:
            raise ArgumentError(f"{loaded.label} is empty")
        if max_bytes is not None and len(loaded.data) > max_bytes:
            raise ArgumentError(f"{loaded.label} is larger than max_bytes={max_bytes} ({max_bytes / _MIB:.1f} MiB)")
    return loaded


def _load(source: Any, max_bytes: int | None) -> Loaded:
    if isinstance(source, Media):
        source = source.url if source.is_remote else source.bytes
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Loaded("the data", data=bytes(source))  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(source, str):
        text = source.strip()
        if is_data_url(text):
            return _load_data_url(text)
        return _load_url(text) if "://" in text[:32] else load_path(source, max_bytes)
    if isinstance(source, os.PathLike):
        return load_path(os.fspath(source), max_bytes)  # pyright: ignore[reportUnknownArgumentType]
    if is_binary_file(source):
        return _load_file(source, max_bytes)
    if is_array(source):
        return Loaded("the array", data=png_of_array(source), filename="image.png")
    if is_pillow_image(source):
        return Loaded("the PIL image", data=png_of_image(source), filename="image.png")
    raise TypeError(f"{type(source).__name__} is no content: pass a URL, a path, bytes, a binary file or an image")


def is_binary_file(value: object) -> TypeGuard[BinaryFile]:
    """Whether a value can be read like a file."""
    return callable(getattr(value, "read", None))


def _load_url(url: str) -> Loaded:
    shown = _shown_url(url)
    if not is_web_url(url):
        raise ArgumentError(f"{shown} is no URL the API can read: it takes http, https and data URLs")
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and not any(char.isspace() or not char.isprintable() for char in url)
    except ValueError as error:
        raise ArgumentError(f"{shown} is no valid URL: {error}") from error
    if not usable:
        raise ArgumentError(f"{shown} is no valid URL")
    if "@" in parts.netloc:
        raise ArgumentError(f"{shown} holds a user name or a password, which OpenRouter and the provider would be told")
    name = parts.path.rpartition("/")[2]
    return Loaded(shown, url=url, filename=name if "." in name.strip(".") else None)


def _shown_url(url: str) -> str:
    """A URL in a message: without what may be a credential, a user's in front of the host or a signature behind it."""
    plain, _, query = re.sub(r"//[^/?#]*@", "//***@", url).partition("?")
    return repr(bounded(plain, _SHOWN_CHARS) + ("?…" if query else ""))


def _load_data_url(url: str) -> Loaded:
    label = f"the data URL {bounded(url.partition(',')[0], 60)!r}"
    try:
        declared, data = parse_data_url(url)
    except ValueError as error:
        raise ArgumentError(f"{label} cannot be read: {error}") from error
    return Loaded(label, data=data, declared=normalised(declared) or None)


def load_path(path: Any, max_bytes: int | None) -> Loaded:
    """Read a file of this machine; `~` is the home folder."""
    if not isinstance(path, str):
        raise TypeError(f"a path is text, not {type(path).__name__}")
    label = repr(bounded(path, _SHOWN_CHARS))
    if not path.strip():
        raise ArgumentError(f"{label} is no path: it is empty")
    try:
        file_path = Path(path).expanduser()
        with open_file(file_path) as file:
            data = _read(file, max_bytes)
    except (OSError, RuntimeError, ValueError) as error:
        if _BASE64.fullmatch(path):
            told = f"a text of {len(path)} characters names no file; base64 goes in as base64.b64decode(text)"
            raise ArgumentError(f"{told} or as a data: URL") from None
        if isinstance(error, FileNotFoundError):
            raise ArgumentError(f"no such file: {label}; for text use content.text()") from error
        raise ArgumentError(f"cannot read {label}: {getattr(error, 'strerror', None) or error}") from error
    return Loaded(label, data=data, filename=file_path.name)


def _load_file(file: Any, max_bytes: int | None) -> Loaded:
    name = getattr(file, "name", None)
    filename = re.split(r"[/\\]", name)[-1] or None if isinstance(name, str) else None
    label = f"the file {bounded(filename, _SHOWN_CHARS)!r}" if filename else "the file object"
    if isinstance(file, io.TextIOBase):
        raise ArgumentError(f"{label} is open as text: open it in binary mode, 'rb'")
    try:
        data = _read(file, max_bytes)
    except TypeError as error:
        raise ArgumentError(f"{label} {error}") from error
    except (OSError, ValueError) as error:  # a closed file raises ValueError
        raise ArgumentError(f"cannot read {label}: {error}") from error
    return Loaded(label, data=data, filename=filename)


def _read(file: BinaryFile, max_bytes: int | None) -> bytes:
    """All that is left in a file; with a limit, no more than one byte above it."""
    data = bytearray()
    while max_bytes is None or len(data) <= max_bytes:
        # A raw file or a pipe may give less than it was asked for, though more is to come
        piece: Any = file.read() if max_bytes is None else file.read(max_bytes + 1 - len(data))
        if inspect.iscoroutine(piece):
            piece.close()
            raise TypeError("is asynchronous: await its read() and pass the bytes")
        if not isinstance(piece, (bytes, bytearray, memoryview)):
            raise TypeError(f"gives {type(piece).__name__}, not bytes")
        if not piece:
            break
        data += piece
    return bytes(data)


def url_for(loaded: Loaded, kind: Kind, media_type: str | None) -> str:
    """The URL to send: the web address itself, or a `data:` URL of the bytes."""
    return loaded.url or make_data_url(type_of(loaded, kind, media_type), loaded.data)


def format_for(loaded: Loaded, wanted: str | None) -> str:
    """The `format` of a sound: the one wanted unless the bytes contradict it, else the one that the bytes tell."""
    if wanted is not None:
        checked = FORMATS.get(wanted, "audio/pcm" if wanted.startswith("pcm") else None)
        if checked and (found := contradicts(checked, loaded.data)):
            raise ArgumentError(f"{loaded.label} is given as format={wanted!r}, but its bytes are {found!r}")
        return wanted
    media_type = type_of(loaded, "audio", None).partition(";")[0]
    for name, known in FORMATS.items():
        if known == media_type:
            return name
    raise ArgumentError(f"{loaded.label} is {media_type!r}, which has no format of its own: pass format=")


def shown_type(loaded: Loaded) -> str | None:
    """The type that the bytes tell, or None. Of an MP4, which may hold sound alone, its type or its name tells that."""
    found = sniff(loaded.data)
    said = loaded.declared or BY_SUFFIX.get(suffix_in(loaded.filename or ""), "")
    return _SOUND_ALONE if found == _MP4 and said.partition(";")[0] == _SOUND_ALONE else found


def type_of(loaded: Loaded, kind: Kind, media_type: str | None) -> str:
    """The media type of the bytes: as declared unless they contradict it, else as they tell."""
    declared = normalised(media_type) if media_type else loaded.declared
    if declared is None or declared.startswith(_ANY_BYTES):
        return _type_by_bytes(loaded, kind, declared)
    if not _TYPE.fullmatch(declared):
        raise ArgumentError(f"{loaded.label} is declared {declared!r}, which is no media type")
    if kind not in ("file", kind_of(declared)):
        raise ArgumentError(f"{loaded.label} is declared {declared!r}, which is no {kind}")
    if found := contradicts(declared, loaded.data):
        raise ArgumentError(f"{loaded.label} is declared {declared!r}, but its bytes are {found!r}")
    return declared


def _type_by_bytes(loaded: Loaded, kind: Kind, declared: str | None) -> str:
    found = sniff(loaded.data) if kind == "video" else shown_type(loaded)
    if kind == "file":
        return found or _type_by_name(loaded, declared)
    if found is None:
        option = "format=" if kind == "audio" else "media_type="
        raise ArgumentError(f"the bytes of {loaded.label} are no {kind} the SDK knows: if they are one, pass {option}")
    if found not in ACCEPTED[kind]:
        other = kind_of(found)
        hint = f"use content.{other}()" if other != kind else f"pass media_type={found!r} to send it all the same"
        if kind == "audio" and found == _MP4:
            hint += ", or pass format='m4a' if it is sound alone"
        raise ArgumentError(f"{loaded.label} is {found!r}, which the API does not list for {kind}: {hint}")
    return found


def _type_by_name(loaded: Loaded, declared: str | None) -> str:
    suffix = suffix_in(loaded.filename or "")
    named = BY_SUFFIX.get(suffix) or DOCUMENTS.get(suffix) or declared
    if named is None:
        raise ArgumentError(f"the type of {loaded.label} cannot be told from its bytes: pass media_type=")
    if named in _ALWAYS_TOLD:
        raise ArgumentError(f"{loaded.label} is named like {named!r}, but its bytes are something else")
    return named
