"""What a source that was read may be sent as: its media type, checked against its bytes."""

from __future__ import annotations

import re

from ..errors import ArgumentError
from .data_url import make_data_url
from .media_types import ACCEPTED, BY_SUFFIX, DOCUMENTS, FORMATS, Kind, contradicts, kind_of, normalised, sniff
from .media_types import suffix_in as _suffix_in
from .sources import Loaded

_ANY_BYTES = "application/octet-stream"
_MP4, _SOUND_ALONE = "video/mp4", "audio/mp4"
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(;[^,\s]*)?", re.ASCII)
_ALWAYS_TOLD = frozenset((*ACCEPTED["image"], "application/pdf", "audio/wav", "audio/flac", "audio/ogg", "video/webm"))
"""Types whose files cannot begin in any other way than their own."""


def url_for(loaded: Loaded, kind: Kind, media_type: str | None) -> str:
    """The URL to send: the web address itself, or a `data:` URL of the bytes.

    Raises:
        ArgumentError: The bytes are not what they should be, or it cannot be told what they are.
    """
    return loaded.url or make_data_url(type_of(loaded, kind, media_type), loaded.data)


def format_for(loaded: Loaded, wanted: str | None) -> str:
    """The `format` of a sound: the one wanted unless the bytes contradict it, else the one that the bytes tell.

    Raises:
        ArgumentError: The bytes are no such sound, or it cannot be told what they are.
    """
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
    said = loaded.declared or BY_SUFFIX.get(_suffix_in(loaded.filename or ""), "")
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
    suffix = _suffix_in(loaded.filename or "")
    named = BY_SUFFIX.get(suffix) or DOCUMENTS.get(suffix) or declared
    if named is None:
        raise ArgumentError(f"the type of {loaded.label} cannot be told from its bytes: pass media_type=")
    if named in _ALWAYS_TOLD:
        raise ArgumentError(f"{loaded.label} is named like {named!r}, but its bytes are something else")
    return named
