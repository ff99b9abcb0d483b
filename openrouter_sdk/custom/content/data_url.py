"""`data:` URLs and base64, read and written, and how they are told from web addresses."""

from __future__ import annotations

import binascii
import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

# Patterns as text: compiled when first used, for most programs never do
_HEAD = r"(?i:data):(?P<type>[^,;]*)(?P<parameters>(?:;[^,;]*)*),"
_RUN = r"[A-Za-z0-9+/]+"
_OTHER_ALPHABET = str.maketrans("-_", "+/")


class DataUrl(NamedTuple):
    """What a `data:` URL says: the media type as it is written, parameters included ("" if missing), and the bytes."""

    media_type: str
    data: bytes


def is_data_url(text: str) -> bool:
    """Whether a text begins like a `data:` URL."""
    return text[:5].lower() == "data:"


def is_web_url(text: str) -> bool:
    """Whether a text begins like an http or https URL."""
    return text[:8].lower().startswith(("http://", "https://"))


def parse_data_url(url: str) -> DataUrl:
    """Read a `data:` URL, in base64 or percent-encoded.

    Raises:
        ValueError: It has no comma, or its base64 is broken.
    """
    head = re.match(_HEAD, url)
    if head is None:
        raise ValueError("it has no comma between its type and its data")
    parameters = [text for text in head["parameters"].split(";") if text.strip()]
    kept = [text for text in parameters if text.strip().lower() != "base64"]
    media_type = ";".join([head["type"].strip(), *kept])
    payload = url[head.end() :]
    if len(kept) == len(parameters):
        return DataUrl(media_type, unquote_to_bytes(payload.encode("utf-8", "surrogatepass")))
    if "%" in payload:
        payload = unquote_to_bytes(payload.encode("utf-8", "surrogatepass")).decode("latin-1")
    return DataUrl(media_type, decode_base64(payload))


def make_data_url(media_type: str, data: bytes) -> str:
    """The bytes as a base64 `data:` URL."""
    return f"data:{media_type};base64,{encode_base64(data)}"


def encode_base64(data: bytes) -> str:
    """The bytes as base64 on one line."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def decode_base64(text: str) -> bytes:
    """The bytes of base64; line breaks, the URL-safe alphabet and missing padding do no harm.

    Padding inside ends one piece and begins the next: servers that encode a stream piece by piece send that.

    Raises:
        ValueError: It is no base64.
    """
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        pieces = "".join(text.split()).translate(_OTHER_ALPHABET).split("=")
    if any((piece and not re.fullmatch(_RUN, piece)) or len(piece) % 4 == 1 for piece in pieces):
        raise ValueError("its base64 is broken")
    return b"".join(binascii.a2b_base64(piece + "=" * (-len(piece) % 4)) for piece in pieces)
