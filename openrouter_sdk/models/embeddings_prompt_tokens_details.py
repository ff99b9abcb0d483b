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

    class EmbeddingsPromptTokensDetailsTypedDict(TypedDict, total=False):
        """Tokens of the input by kind."""

        text_tokens: int
        """Tokens of text."""
        image_tokens: int
        """Tokens of pictures."""
        audio_tokens: int
        """Tokens of recordings."""
        video_tokens: int
        """Tokens of films."""
        file_tokens: int
        """Tokens of files."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class EmbeddingsPromptTokensDetails(_Model):
    """Tokens of the input by kind."""

    text_tokens: int | None = None
    """Tokens of text."""
    image_tokens: int | None = None
    """Tokens of pictures."""
    audio_tokens: int | None = None
    """Tokens of recordings."""
    video_tokens: int | None = None
    """Tokens of films."""
    file_tokens: int | None = None
    """Tokens of files."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "text_tokens": "text_tokens",
            "image_tokens": "image_tokens",
            "audio_tokens": "audio_tokens",
            "video_tokens": "video_tokens",
            "file_tokens": "file_tokens",
        },
        scalars=(
            "text_tokens",
            "image_tokens",
            "audio_tokens",
            "video_tokens",
            "file_tokens",
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
        self.text_tokens = get("text_tokens")
        self.image_tokens = get("image_tokens")
        self.audio_tokens = get("audio_tokens")
        self.video_tokens = get("video_tokens")
        self.file_tokens = get("file_tokens")
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


_KEYS: Final = EmbeddingsPromptTokensDetails.wire.keys
