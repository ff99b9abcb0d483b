"""Media types: told by the first bytes of a file, never by its name where the bytes can say it."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

Kind: TypeAlias = Literal["image", "audio", "video", "file"]
"""What the API calls the parts of a message that are not text."""

_KINDS: dict[str, Kind] = {"image": "image", "audio": "audio", "video": "video"}

FORMATS = {
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "aac": "audio/aac",
    "aiff": "audio/aiff",
}
"""The type of each `format` of a sound that can be told by its bytes. Bare samples (pcm16, pcm24) cannot."""

ACCEPTED: dict[Kind, tuple[str, ...]] = {
    "image": ("image/png", "image/jpeg", "image/webp", "image/gif"),
    "video": ("video/mp4", "video/mpeg", "video/mov", "video/webm"),
    "audio": tuple(FORMATS.values()),
}
"""The types that OpenRouter documents for its parts. A document may have any type."""

BY_SUFFIX = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif",
    ".wav": "audio/wav", ".mp3": "audio/mpeg", ".flac": "audio/flac", ".m4a": "audio/mp4", ".ogg": "audio/ogg",
    ".oga": "audio/ogg", ".opus": "audio/ogg", ".aac": "audio/aac", ".aiff": "audio/aiff", ".aif": "audio/aiff",
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".mpeg": "video/mpeg", ".mpg": "video/mpeg", ".mov": "video/mov",
    ".webm": "video/webm", ".pdf": "application/pdf",
}  # fmt: skip
"""File names that mean a picture, a sound, a video or a PDF, in lists of mixed content too."""

DOCUMENTS = {
    ".txt": "text/plain", ".md": "text/markdown", ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".html": "text/html", ".htm": "text/html", ".xml": "application/xml", ".json": "application/json",
    ".yaml": "application/yaml", ".yml": "application/yaml", ".rtf": "application/rtf",
    ".epub": "application/epub+zip", ".doc": "application/msword", ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}  # fmt: skip
"""Documents whose first bytes say nothing; a table of ours, because the system's differs from machine to machine."""

UNLISTED = {
    ".heic": "image/heic", ".heif": "image/heif", ".avif": "image/avif", ".bmp": "image/bmp", ".tif": "image/tiff",
    ".tiff": "image/tiff", ".svg": "image/svg+xml", ".ico": "image/x-icon", ".psd": "image/vnd.adobe.photoshop",
    ".jxl": "image/jxl", ".jp2": "image/jp2", ".dng": "image/x-adobe-dng",
    ".wma": "audio/x-ms-wma", ".amr": "audio/amr", ".caf": "audio/x-caf", ".mid": "audio/midi", ".midi": "audio/midi",
    ".avi": "video/x-msvideo", ".mkv": "video/x-matroska", ".wmv": "video/x-ms-wmv", ".flv": "video/x-flv",
    ".3gp": "video/3gpp", ".ogv": "video/ogg", ".mts": "video/mp2t", ".m2ts": "video/mp2t",
}  # fmt: skip
"""File names that mean a picture, a sound or a video of a type that OpenRouter does not list."""

PATH_SUFFIXES = frozenset((
    *BY_SUFFIX, *UNLISTED, ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub",
    ".pages", ".numbers",
))  # fmt: skip
"""Endings that make a path of a string in a list. Not those of plain text: such a name may be meant as text."""

_ALIASES = {
    "image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png",
    "audio/mp3": "audio/mpeg", "audio/x-mp3": "audio/mpeg", "audio/x-wav": "audio/wav", "audio/wave": "audio/wav",
    "audio/vnd.wave": "audio/wav", "audio/x-flac": "audio/flac", "audio/m4a": "audio/mp4", "audio/x-m4a": "audio/mp4",
    "audio/x-aac": "audio/aac", "audio/aacp": "audio/aac", "audio/x-aiff": "audio/aiff", "audio/opus": "audio/ogg",
    "video/quicktime": "video/mov", "application/x-pdf": "application/pdf",
}  # fmt: skip

_CONTAINERS = {
    "audio/mp4": "mp4", "video/mp4": "mp4", "video/mov": "mp4",
    "audio/webm": "webm", "video/webm": "webm", "video/x-matroska": "webm",
    "audio/ogg": "ogg", "video/ogg": "ogg", "application/ogg": "ogg",
    "image/heic": "heif", "image/heif": "heif",
}  # fmt: skip

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
    (b"ID3\x02", "audio/mpeg"),
    (b"ID3\x03", "audio/mpeg"),
    (b"ID3\x04", "audio/mpeg"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x00\x00\x01\xb3", "video/mpeg"),
)
_FORMS = {
    b"RIFFWEBP": "image/webp",
    b"RIFFWAVE": "audio/wav",
    b"RF64WAVE": "audio/wav",
    b"FORMAIFF": "audio/aiff",
    b"FORMAIFC": "audio/aiff",
}
_BRANDS = {
    b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"M4P ": "audio/mp4", b"qt  ": "video/mov",
    b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif", b"avis": "image/avif",
}  # fmt: skip
_EBML = b"\x1a\x45\xdf\xa3"
_EBML_DOCTYPE = b"\x42\x82"
# Patterns as text: compiled when first used, for most programs never do
_PDF = rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-"
_MP3_FRAME = rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"
_AAC_FRAME = rb"\xff[\xf0\xf1\xf8\xf9]"


def sniff(data: bytes) -> str | None:
    """The media type that the first bytes of `data` tell, or None."""
    for start, media_type in _STARTS:
        if data.startswith(start):
            return media_type
    if form := _FORMS.get(data[:4] + data[8:12]):
        return form
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "video/mp4")
    if data.startswith(_EBML):
        kind = data[:64].partition(_EBML_DOCTYPE)[2][1:5]
        return "video/webm" if kind == b"webm" else "video/x-matroska"
    if re.match(_PDF, data):
        return "application/pdf"
    return _sniff_frames(data)


def _sniff_frames(data: bytes) -> str | None:
    """MPEG audio without a header: a frame begins with 11 set bits, then numbers of which some are reserved."""
    if len(data) < 4:
        return None
    rate = data[2] >> 2 & 3
    if re.match(_MP3_FRAME, data):
        return "audio/mpeg" if rate != 3 and data[2] >> 4 not in (0, 15) else None
    if re.match(_AAC_FRAME, data):
        return "audio/aac" if data[2] >> 2 & 15 < 13 else None
    return None


def contradicts(declared: str, data: bytes) -> str | None:
    """The type that `data` shows if it cannot be what it is declared to be, else None."""
    found = sniff(data)
    # Two bytes that look like the start of a frame prove nothing against a caller who knows.
    if found is None or (found in ("audio/mpeg", "audio/aac") and not data.startswith(b"ID3")):
        return None
    plain = declared.partition(";")[0]
    return None if _CONTAINERS.get(plain, plain) == _CONTAINERS.get(found, found) else found


def normalised(media_type: str) -> str:
    """The type in lower case and by its usual name: `image/jpg` is `image/jpeg`. Parameters stay."""
    plain, semicolon, parameters = media_type.partition(";")
    plain = plain.strip().lower()
    return _ALIASES.get(plain, plain) + semicolon + "".join(parameters.split())


def kind_of(media_type: str) -> Kind:
    """The part that carries a type."""
    return _KINDS.get(media_type.partition("/")[0], "file")


def suffix_of(media_type: str) -> str:
    """The file name's ending of a type, with its dot; ".bin" of one without."""
    if media_type == "audio/pcm":
        return ".pcm"
    for suffix, known in (*BY_SUFFIX.items(), *DOCUMENTS.items()):
        if known == media_type:
            return suffix
    major, _, minor = media_type.partition("/")
    name = minor.partition("+")[0]
    return f".{name}" if major in ("image", "audio", "video") and name.isalnum() and name.isascii() else ".bin"


def media_suffix(media_type: str) -> str:
    """The same for what a server sent: ".bin" where it is no known picture, sound or video, as something may run it."""
    suffix = suffix_of(media_type)
    known = suffix == ".pcm" or (suffix in (*BY_SUFFIX, *UNLISTED) and suffix != ".pdf")
    return suffix if known else ".bin"


def type_of_address(url: str) -> str | None:
    """The type that the ending of a web address means, or None."""
    try:
        return BY_SUFFIX.get(suffix_in(urlsplit(url).path))
    except ValueError:
        return None


def suffix_in(name: str) -> str:
    """The ending of a file name or of a URL's path, in lower case with its dot; "" when there is none."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, ending = last.rpartition(".")
    return dot + ending.lower() if stem else ""
