"""Parts of a message from a mix of texts, URLs, paths and parts."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from openrouter_sdk import models as _m
from openrouter_sdk.types import Model

from ..errors import ArgumentError, bounded
from .builders import (
    MAX_AUDIO_BYTES,
    MAX_FILE_BYTES,
    MAX_IMAGE_BYTES,
    MAX_VIDEO_BYTES,
    audio,
    file,
    image,
    text,
    video,
)
from .data_url import is_web_url
from .media import Media
from .media_types import BY_SUFFIX, PATH_SUFFIXES, UNLISTED, Kind, kind_of, suffix_in, type_of_address
from .sources import Source, load, shown_type

Part: TypeAlias = "_m.ChatContentItems | _m.ChatContentItemsTypedDict"
Item: TypeAlias = "Source | Part"
"""What a list for `parts` may hold."""

_MAX_PATH_CHARS = 4096
_DATA_URL = re.compile(r"data:[\w.+-]+/[\w.+-]+(?:;[^,;\s]*)*;base64,\S*", re.IGNORECASE)
_PATH_START = re.compile(r"~?/|\.{1,2}[/\\]|[A-Za-z]:[/\\]|\\\\")
_BUILDERS: dict[Kind, Callable[[Any], Any]] = {"image": image, "audio": audio, "video": video, "file": file}


def parts(items: str | Item | Sequence[Item], *, local_files: bool = True) -> list[Part]:
    r"""The parts of a message, from a mix of texts, URLs, paths and parts.

    * A string that is not in a list is always text, so what a user typed never reads a file.
    * In a list, a web address with a known ending (`.jpg`, `.png`, `.pdf`, `.mp4` and so on, a query after it does no
      harm) becomes the part of that kind, and so does a base64 `data:` URL.
    * In a list, a string on one line with a known ending is a path if there is such a file, if it holds no space, or if
      it begins like a path (`/`, `./`, `../`, `~/`, `C:\`). Endings of media and documents that the API does not
      list (`.heic`, `.avi`, `.odt`) count as well: the error is better than a model that sees a name alone.
      `content.text(...)` keeps any string text.
    * Other strings are text. Parts and dicts stay as they are.
    * Paths as objects, bytes, binary files, PIL images and numpy arrays are what their first bytes say.

    Args:
        items: The list, or one thing alone.
        local_files: Whether files of this machine may be read. False: strings that look like paths are text, path
            objects an error. Default True. Set it to False, or use `text`, where a list holds what others wrote.

    Raises:
        ArgumentError: A file that is missing, unreadable, empty, too large or unknown; a path without `local_files`.
        TypeError: Something that is no content.
    """
    if isinstance(items, str):
        return [text(items)]
    listed = cast("Sequence[Item]", items if isinstance(items, (list, tuple)) else [items])
    return [_part(item, local_files=local_files) for item in listed]


def _part(item: Any, *, local_files: bool) -> Any:
    if isinstance(item, (Model, Mapping)):
        if "type" not in item:
            raise ArgumentError("a mapping here must be a part, with a 'type', or a message, with a 'role'")
        return item  # pyright: ignore[reportUnknownVariableType]
    if isinstance(item, str):
        return _part_of_text(item, local_files=local_files)
    if isinstance(item, os.PathLike) and not local_files:
        shown = bounded(str(item), _MAX_PATH_CHARS)  # pyright: ignore[reportUnknownArgumentType]
        raise ArgumentError(f"{shown!r} is a file of this machine, and local_files is False")
    if isinstance(item, Media) and item.is_remote:
        return _BUILDERS[item.kind](item)
    return _part_of_bytes(item)


def _part_of_text(item: str, *, local_files: bool) -> Any:
    stripped = item.strip()
    if is_web_url(stripped):
        kind = _kind_of_address(stripped)
        return _BUILDERS[kind](stripped) if kind else text(item)
    if _DATA_URL.fullmatch(stripped) or (local_files and _is_path(stripped)):
        return _part_of_bytes(stripped)
    return text(item)


def _part_of_bytes(source: Any) -> Any:
    """The part for something to be read: as what its bytes show, else as its type or name says."""
    loaded = load(source, max_bytes=max(MAX_IMAGE_BYTES, MAX_AUDIO_BYTES, MAX_VIDEO_BYTES, MAX_FILE_BYTES))
    suffix = suffix_in(loaded.filename or "")
    named = BY_SUFFIX.get(suffix) or UNLISTED.get(suffix)
    media_type = shown_type(loaded) or loaded.declared or named or ""
    kind = kind_of(media_type)
    return _BUILDERS[kind](loaded)


def _kind_of_address(url: str) -> Kind | None:
    media_type = type_of_address(url)
    # White space: it is a sentence that begins with a URL
    return kind_of(media_type) if media_type and not re.search(r"\s", url) else None


def _is_path(string: str) -> bool:
    # Control characters only: the names that macOS gives to screenshots hold a space that is not printable
    if len(string) > _MAX_PATH_CHARS or re.search(r"[\x00-\x1f\x7f]", string) or suffix_in(string) not in PATH_SUFFIXES:
        return False
    if not re.search(r"\s", string) or _PATH_START.match(string):
        return True
    return os.path.isfile(string)  # noqa: PTH113 - unlike Path.is_file it never raises
