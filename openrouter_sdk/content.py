# Code generated from openapi.yaml by `make generate`: do not edit.
"""What goes into a message besides plain text: pictures, sound, video and documents, from wherever they are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .custom.content import (
        MAX_AUDIO_BYTES,
        MAX_FILE_BYTES,
        MAX_IMAGE_BYTES,
        MAX_VIDEO_BYTES,
        CacheControl,
        Media,
        Source,
        audio,
        file,
        image,
        parts,
        text,
        video,
    )

__all__ = [
    "MAX_AUDIO_BYTES",
    "MAX_FILE_BYTES",
    "MAX_IMAGE_BYTES",
    "MAX_VIDEO_BYTES",
    "CacheControl",
    "Media",
    "Source",
    "audio",
    "file",
    "image",
    "parts",
    "text",
    "video",
]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(".custom.content", __package__), name)
        return value


def __dir__() -> list[str]:
    return __all__
