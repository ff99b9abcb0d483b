"""Builders of the parts of a message: text, pictures, sound, video and documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from openrouter_sdk import models as _m
from openrouter_sdk.types import Model, copy_json

from ..errors import ArgumentError
from .data_url import encode_base64
from .media_types import suffix_of
from .sources import Source, format_for, load, url_for

MAX_IMAGE_BYTES: Final = 20 * 1024 * 1024
"""Largest picture that is read, in bytes. The limits guard against the wrong file; models have limits of their own."""
MAX_AUDIO_BYTES: Final = 50 * 1024 * 1024
"""Largest sound that is read, in bytes."""
MAX_VIDEO_BYTES: Final = 100 * 1024 * 1024
"""Largest video that is read, in bytes."""
MAX_FILE_BYTES: Final = 50 * 1024 * 1024
"""Largest document that is read, in bytes."""

CacheControl: TypeAlias = "bool | str | Mapping[str, Any] | Model | None"
"""True: cached for the usual five minutes. A text such as "5m" or "1h": for that long. Or the object itself."""

_TIME = re.compile(r"[1-9][0-9]*[smhd]")


def text(text: str, *, cache_control: CacheControl = None) -> _m.ChatContentText:
    """A piece of text; it is sent as it is, whatever it looks like.

    Args:
        text: The text.
        cache_control: Caches the prompt up to this part: True, a time such as "5m" or "1h", or the object itself.

    Raises:
        ArgumentError: `cache_control` is no time.
        TypeError: `text` is no text.
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    return _m.ChatContentText(text=text, cache_control=_cache_control(cache_control))


def image(
    source: Source,
    *,
    detail: _m.ImageDetail | None = None,
    media_type: str | None = None,
    cache_control: CacheControl = None,
    max_bytes: int | None = MAX_IMAGE_BYTES,
) -> _m.ChatContentImage:
    """A picture to look at.

    Args:
        source: An http(s) or `data:` URL, a path, bytes, a binary file, a PIL image, a numpy array or a picture of
            an answer. Web addresses are sent as they are and read by the API; everything else is sent as base64.
        detail: How closely to look: "auto", "low", "high" or "original".
        media_type: Type of bytes that do not tell theirs, or that OpenRouter does not list. Not used for URLs.
        cache_control: Caches the prompt up to this part: True, a time such as "5m" or "1h", or the object itself.
        max_bytes: Most bytes that are sent, default `MAX_IMAGE_BYTES`; None for any number.

    Raises:
        ArgumentError: The source is missing, unreadable, empty, too large or no picture.
        TypeError: The source is none of these things.
    """
    url = url_for(load(source, max_bytes=max_bytes), "image", media_type)
    place = _m.ChatContentImageURL(url=url, detail=detail)
    return _m.ChatContentImage(image_url=place, cache_control=_cache_control(cache_control))


def audio(
    source: Source,
    *,
    format: _m.AudioInputFormat | None = None,  # noqa: A002 - the wire's name
    cache_control: CacheControl = None,
    max_bytes: int | None = MAX_AUDIO_BYTES,
) -> _m.ChatContentAudio:
    """A sound to listen to.

    Args:
        source: A path, bytes, a binary file, a `data:` URL or a sound of an answer. The API takes no web addresses.
        format: Its encoding, told by its first bytes if it is not given. Bare samples need it: "pcm16" or "pcm24".
        cache_control: Caches the prompt up to this part: True, a time such as "5m" or "1h", or the object itself.
        max_bytes: Most bytes that are sent, default `MAX_AUDIO_BYTES`; None for any number.

    Raises:
        ArgumentError: The source is a web address, missing, unreadable, empty, too large or no sound.
        TypeError: The source is none of these things.
    """
    loaded = load(source, max_bytes=max_bytes)
    if loaded.url is not None:
        raise ArgumentError(f"audio from a URL is not taken by the API: download {loaded.label}, then pass its bytes")
    sound = _m.ChatInputAudio(data=encode_base64(loaded.data), format=format_for(loaded, format))
    return _m.ChatContentAudio(input_audio=sound, cache_control=_cache_control(cache_control))


def video(
    source: Source,
    *,
    media_type: str | None = None,
    processing: _m.VideoProcessing | None = None,
    cache_control: CacheControl = None,
    max_bytes: int | None = MAX_VIDEO_BYTES,
) -> _m.ChatContentVideo:
    """A video to watch. Whether a URL or the bytes are taken depends on the provider.

    Args:
        source: An http(s) or `data:` URL, a path, bytes or a binary file.
        media_type: Type of bytes that do not tell theirs, or that OpenRouter does not list. Not used for URLs.
        processing: How the video is read: "agentic" or "static".
        cache_control: Caches the prompt up to this part: True, a time such as "5m" or "1h", or the object itself.
        max_bytes: Most bytes that are sent, default `MAX_VIDEO_BYTES`; None for any number.

    Raises:
        ArgumentError: The source is missing, unreadable, empty, too large or no video.
        TypeError: The source is none of these things.
    """
    url = url_for(load(source, max_bytes=max_bytes), "video", media_type)
    place = _m.ChatContentVideoInput(url=url, processing=processing)
    return _m.ChatContentVideo(video_url=place, cache_control=_cache_control(cache_control))


def file(
    source: Source,
    *,
    filename: str | None = None,
    media_type: str | None = None,
    cache_control: CacheControl = None,
    max_bytes: int | None = MAX_FILE_BYTES,
) -> _m.ChatContentFile:
    """A document to read, such as a PDF.

    Args:
        source: An http(s) or `data:` URL, a path, bytes or a binary file.
        filename: Its name, default that of the source; of bytes "file" with the ending of their type.
        media_type: Type of bytes that do not tell theirs. Default by the ending of the name. Not used for URLs.
        cache_control: Caches the prompt up to this part: True, a time such as "5m" or "1h", or the object itself.
        max_bytes: Most bytes that are sent, default `MAX_FILE_BYTES`; None for any number.

    Raises:
        ArgumentError: The source is missing, unreadable, empty, too large, or of no type that could be told.
        TypeError: The source is none of these things.
    """
    loaded = load(source, max_bytes=max_bytes)
    name = filename or loaded.filename
    url = url_for(loaded._replace(filename=name), "file", media_type)
    if name is None and loaded.url is None:
        name = "file" + suffix_of(url[5:].partition(";")[0])
    return _m.ChatContentFile(
        file=_m.ChatFile(filename=name, file_data=url), cache_control=_cache_control(cache_control)
    )


def _cache_control(value: CacheControl) -> _m.ChatContentCacheControl | None:
    given: Any = value
    if given is None or given is False:
        return None
    if isinstance(given, _m.ChatContentCacheControl):
        return given
    if given is True or given == "ephemeral":
        return _m.ChatContentCacheControl()
    if isinstance(given, str):
        if not _TIME.fullmatch(given):
            raise ArgumentError(f"cache_control={given!r} is no time such as '5m' or '1h'")
        return _m.ChatContentCacheControl(ttl=given)
    if isinstance(given, (Mapping, Model)):
        return _m.ChatContentCacheControl.from_dict(copy_json(given))
    raise TypeError(f"cache_control must be True, a time or an object, not {type(given).__name__}")
