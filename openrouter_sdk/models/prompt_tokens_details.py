# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class PromptTokensDetailsTypedDict(TypedDict, total=False):
        """Parts of the prompt tokens."""

        cached_tokens: int
        """Tokens read from the cache."""
        cache_write_tokens: int
        """Tokens written to the cache."""
        audio_tokens: int
        """Tokens of sounds."""
        video_tokens: int
        """Tokens of videos."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PromptTokensDetails(_Model):
    """Parts of the prompt tokens."""

    cached_tokens: int | None = None
    """Tokens read from the cache."""
    cache_write_tokens: int | None = None
    """Tokens written to the cache."""
    audio_tokens: int | None = None
    """Tokens of sounds."""
    video_tokens: int | None = None
    """Tokens of videos."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "cached_tokens": "cached_tokens",
            "cache_write_tokens": "cache_write_tokens",
            "audio_tokens": "audio_tokens",
            "video_tokens": "video_tokens",
        },
        scalars=(
            "cached_tokens",
            "cache_write_tokens",
            "audio_tokens",
            "video_tokens",
        ),
        required=(),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.cached_tokens = get("cached_tokens")
        self.cache_write_tokens = get("cache_write_tokens")
        self.audio_tokens = get("audio_tokens")
        self.video_tokens = get("video_tokens")
        extras = self.additional_properties = Extras()
        marks: dict[str, Any] = {}
        extras.marks = marks
        keys = _KEYS
        for key, value in src_dict.items():
            if key not in keys:
                extras[key] = copy_json(value)
            elif value.__class__ in NOT_PLAIN:
                if value is None:
                    marks[key] = True
                elif key in cls.wire.scalars:
                    setattr(self, keys[key], copy_json(value))
        return self


_KEYS: Final = PromptTokensDetails.wire.keys
