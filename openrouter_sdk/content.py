# Code generated from openapi.yaml by `make generate`: do not edit.
"""What goes into a message besides plain text: pictures, sound, video and documents, from wherever they are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .custom.content import MAX_AUDIO_BYTES as MAX_AUDIO_BYTES
    from .custom.content import MAX_FILE_BYTES as MAX_FILE_BYTES
    from .custom.content import MAX_IMAGE_BYTES as MAX_IMAGE_BYTES
    from .custom.content import MAX_VIDEO_BYTES as MAX_VIDEO_BYTES
    from .custom.content import CacheControl as CacheControl
    from .custom.content import Media as Media
    from .custom.content import Source as Source
    from .custom.content import audio as audio
    from .custom.content import file as file
    from .custom.content import image as image
    from .custom.content import parts as parts
    from .custom.content import text as text
    from .custom.content import video as video

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
