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

    class ProviderMaxPriceTypedDict(TypedDict, total=False):
        """Highest prices in USD, as numbers or text."""

        prompt: float | str
        """For a million prompt tokens, in USD, from 0."""
        completion: float | str
        """For a million generated tokens, in USD, from 0."""
        request: float | str
        """For a request, in USD, from 0."""
        image: float | str
        """For an image, in USD, from 0."""
        audio: float | str
        """For a unit of audio, in USD, from 0."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProviderMaxPrice(_Model):
    """Highest prices in USD, as numbers or text."""

    prompt: float | str | None = None
    """For a million prompt tokens, in USD, from 0."""
    completion: float | str | None = None
    """For a million generated tokens, in USD, from 0."""
    request: float | str | None = None
    """For a request, in USD, from 0."""
    image: float | str | None = None
    """For an image, in USD, from 0."""
    audio: float | str | None = None
    """For a unit of audio, in USD, from 0."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "prompt": "prompt",
            "completion": "completion",
            "request": "request",
            "image": "image",
            "audio": "audio",
        },
        scalars=(
            "prompt",
            "completion",
            "request",
            "image",
            "audio",
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
        self.prompt = get("prompt")
        self.completion = get("completion")
        self.request = get("request")
        self.image = get("image")
        self.audio = get("audio")
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


_KEYS: Final = ProviderMaxPrice.wire.keys
