"""What goes into a message besides plain text: pictures, sound, video and documents, from wherever they are.

    messages = [{"role": "user", "content": [content.text("What is this?"), content.image("puppy.jpg")]}]

The builders `text`, `image`, `audio`, `video` and `file` return the models of the parts; `parts` makes a whole list of
them from a mix of texts, URLs, paths and parts. The package also reads the media that answers bring (`Media`), and
shows messages as Markdown. Imports errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .builders import (
    MAX_AUDIO_BYTES,
    MAX_FILE_BYTES,
    MAX_IMAGE_BYTES,
    MAX_VIDEO_BYTES,
    CacheControl,
    audio,
    file,
    image,
    text,
    video,
)
from .media import Media
from .part_list import parts
from .sources import Source

if TYPE_CHECKING:
    from .markdown import conversation_markdown as conversation_markdown
    from .markdown import message_markdown as message_markdown
    from .media import audio_of as audio_of
    from .media import images_of as images_of

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

__getattr__: Loader = lazy_names(
    __name__,
    {
        "markdown": "conversation_markdown message_markdown",
        "media": "audio_of images_of",
    },
)


def __dir__() -> list[str]:
    return __all__
