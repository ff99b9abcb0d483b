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

    class CompletionTokensDetailsTypedDict(TypedDict, total=False):
        """Parts of the generated tokens."""

        reasoning_tokens: int | None
        """Tokens of thoughts."""
        audio_tokens: int | None
        """Tokens of speech."""
        image_tokens: int | None
        """Tokens of images."""
        accepted_prediction_tokens: int | None
        """Tokens of `prediction` that came true."""
        rejected_prediction_tokens: int | None
        """Tokens of `prediction` that did not; they are charged."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CompletionTokensDetails(_Model):
    """Parts of the generated tokens."""

    reasoning_tokens: int | None = None
    """Tokens of thoughts."""
    audio_tokens: int | None = None
    """Tokens of speech."""
    image_tokens: int | None = None
    """Tokens of images."""
    accepted_prediction_tokens: int | None = None
    """Tokens of `prediction` that came true."""
    rejected_prediction_tokens: int | None = None
    """Tokens of `prediction` that did not; they are charged."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "reasoning_tokens": "reasoning_tokens",
            "audio_tokens": "audio_tokens",
            "image_tokens": "image_tokens",
            "accepted_prediction_tokens": "accepted_prediction_tokens",
            "rejected_prediction_tokens": "rejected_prediction_tokens",
        },
        scalars=(
            "reasoning_tokens",
            "audio_tokens",
            "image_tokens",
            "accepted_prediction_tokens",
            "rejected_prediction_tokens",
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
        self.reasoning_tokens = get("reasoning_tokens")
        self.audio_tokens = get("audio_tokens")
        self.image_tokens = get("image_tokens")
        self.accepted_prediction_tokens = get("accepted_prediction_tokens")
        self.rejected_prediction_tokens = get("rejected_prediction_tokens")
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


_KEYS: Final = CompletionTokensDetails.wire.keys
