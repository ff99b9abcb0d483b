"""Pictures and sound that a model made: `result.images` and `result.audio`."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import Any, Literal, TypeAlias

from ..errors import ArgumentError, ResponseValidationError, as_list, bounded
from .data_url import decode_base64, encode_base64, is_data_url, is_web_url, make_data_url, parse_data_url
from .media_types import BY_SUFFIX, DOCUMENTS, UNLISTED, media_suffix, normalised, sniff, suffix_in, type_of_address

__all__ = ["Media", "audio_of", "images_of"]

_SHOWN_URL_CHARS = 200
_SHOWN_BY_NOTEBOOKS = frozenset(("image/png", "image/jpeg", "image/gif"))
_UNKNOWN = "application/octet-stream"
_ENDINGS = frozenset((*BY_SUFFIX, *DOCUMENTS, *UNLISTED, ".bin", ".pcm", ".raw"))
"""Endings of file names that are kept; in "pic v1.5" or "J. Doe", what follows the dot is none."""
_Bytes: TypeAlias = bytes  # inside of the class, `bytes` is the property


class Media:
    """A picture or a sound of an answer. Having it never fails; asking for its `bytes` may.

    Attributes:
        kind: "image" or "audio".
        transcript: What is said in a sound; None for pictures, and when the server did not tell.
        id: Id of a sound, to refer to it in a later request; None when it has none.
    """

    __slots__ = ("_content", "_data", "id", "kind", "transcript")

    def __init__(
        self,
        content: str,
        *,
        kind: Literal["image", "audio"],
        transcript: str | None = None,
        id: str | None = None,  # noqa: A002 - the wire's name
    ) -> None:
        """`content` is a URL, a `data:` URL or plain base64."""
        self._content = content
        self._data: _Bytes | None = None
        self.kind: Literal["image", "audio"] = kind
        self.transcript: str | None = transcript
        self.id: str | None = id

    @property
    def is_remote(self) -> bool:
        """Whether the server sent a web address instead of the thing itself."""
        return is_web_url(self._content)

    @property
    def url(self) -> str:
        """The web address, or a `data:` URL with everything in it: good for `<img src=...>` and for requests.

        Raises:
            ResponseValidationError: The server sent broken base64.
        """
        if self.is_remote or is_data_url(self._content):
            return self._content
        return make_data_url(self.media_type, self.bytes)

    @property
    def bytes(self) -> _Bytes:
        """The content of the file.

        Raises:
            ArgumentError: The server sent a web address: download it from `url`; the SDK does not.
            ResponseValidationError: The server sent broken base64.
        """
        if self._data is None:
            if self.is_remote:
                shown = bounded(self._content, _SHOWN_URL_CHARS)
                raise ArgumentError(f"the server sent no bytes but an address, download it from {shown!r}")
            try:
                whole = is_data_url(self._content)
                self._data = parse_data_url(self._content).data if whole else decode_base64(self._content)
            except ValueError as error:
                raise ResponseValidationError(f"the media in the answer cannot be read: {error}") from error
        return self._data

    @property
    def media_type(self) -> str:
        """The type, `image/png` for example: what the bytes show, else what the URL says.

        OpenRouter does not say the format of a sound. Of those it offers, only bare samples (`pcm16`) cannot be told
        by their first bytes, so a sound that cannot be told is `audio/pcm`.
        """
        if self.is_remote:
            return type_of_address(self._content) or _UNKNOWN
        try:
            found = sniff(self.bytes)
        except ResponseValidationError:
            found = None
        declared = self._content[5:].partition(",")[0].partition(";")[0] if is_data_url(self._content) else ""
        if found is None and "/" in declared:
            return normalised(declared)
        return found or ("audio/pcm" if self.kind == "audio" else _UNKNOWN)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the bytes into a file and return its path.

        Args:
            path: A file, or a folder that exists. A name without a known ending gets the right one; in a folder the
                name is `image.png`, `image-2.png` and so on, the first that is free.
            overwrite: Whether a file that exists may be replaced. Default False.

        Raises:
            FileExistsError: The file exists, and `overwrite` is False.
            OSError: It cannot be written.
            ArgumentError: There are no bytes to write: only a web address, or nothing.
            ResponseValidationError: The server sent broken base64.
        """
        data, suffix = self.bytes, media_suffix(self.media_type)
        if not data:
            raise ArgumentError("there is nothing to save: the server sent no data")
        target = Path(path)
        if target.is_dir() or os.fspath(path).endswith(("/", os.sep)):
            return _save_in(target, self.kind, suffix, data)
        if suffix_in(target.name) not in (suffix, *_ENDINGS):
            target = target.with_name(target.name + suffix)
        with target.open("wb" if overwrite else "xb") as file:
            file.write(data)
        return target

    def __repr__(self) -> str:
        try:
            what = bounded(self._content, _SHOWN_URL_CHARS) if self.is_remote else f"{len(self.bytes):,} bytes"
        except ResponseValidationError:
            what = "unreadable"
        return f"<Media {self.media_type}, {what}>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002
        """What Jupyter shows; it asks every object for this, so IPython need not be imported."""
        bundle = {"text/plain": repr(self)}
        try:
            data = b"" if self.is_remote else self.bytes
        except ResponseValidationError:
            return bundle
        media_type, url = self.media_type, escape(self.url)
        if media_type in _SHOWN_BY_NOTEBOOKS and not self.is_remote:
            bundle[media_type] = encode_base64(data)
        elif self.kind == "image":
            bundle["text/html"] = f'<img src="{url}">'
        elif media_type != "audio/pcm":
            bundle["text/html"] = f'<audio controls src="{url}"></audio>'
        return bundle


def _save_in(folder: Path, stem: str, suffix: str, data: _Bytes) -> Path:
    number = 1
    while True:
        target = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            # Exclusive, so that two threads that save at the same time get two names
            with target.open("xb") as file:
                file.write(data)
        except FileExistsError:
            number += 1
        else:
            return target


def images_of(message: Any) -> list[Media]:
    """The pictures of a message, in `images` or among the parts of its content, each once."""
    records = [*as_list(message.images), *as_list(message.content)]
    urls = [getattr(getattr(record, "image_url", None), "url", None) for record in records]
    # Each once: a server may repeat in the final message what its deltas brought
    kept = dict.fromkeys(url for url in urls if isinstance(url, str) and url)
    return [Media(url, kind="image") for url in kept]


def audio_of(message: Any) -> Media | None:
    """The sound of a message with its transcript, or None."""
    data, transcript, name = (getattr(message.audio, key, None) for key in ("data", "transcript", "id"))
    if not isinstance(data, str) and not isinstance(transcript, str):
        return None
    return Media(
        data if isinstance(data, str) else "",
        kind="audio",
        transcript=transcript if isinstance(transcript, str) else None,
        id=name if isinstance(name, str) else None,
    )
