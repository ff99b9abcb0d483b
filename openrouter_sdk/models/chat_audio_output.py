# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import TypedDict

    class ChatAudioOutputTypedDict(TypedDict, total=False):
        """Speech the model made. In a stream the pieces have to be put together."""

        id: str
        """Id of the audio, to refer to it later. Comes once in a stream."""
        data: str
        """The audio in base64. In a stream join the pieces, then decode."""
        transcript: str
        """What is said. In a stream append the pieces."""
        expires_at: int
        """When the id expires, in Unix seconds. Comes once in a stream."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatAudioOutput(_Model):
    """Speech the model made. In a stream the pieces have to be put together."""

    id: str | None = None
    """Id of the audio, to refer to it later. Comes once in a stream."""
    data: str | None = None
    """The audio in base64. In a stream join the pieces, then decode."""
    transcript: str | None = None
    """What is said. In a stream append the pieces."""
    expires_at: int | None = None
    """When the id expires, in Unix seconds. Comes once in a stream."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "data": "data",
            "transcript": "transcript",
            "expires_at": "expires_at",
        },
        scalars=(
            "id",
            "data",
            "transcript",
            "expires_at",
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
        self.id = get("id")
        self.data = get("data")
        self.transcript = get("transcript")
        self.expires_at = get("expires_at")
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

    @property
    def expires_time(self) -> _datetime | None:
        """`expires_at` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.expires_at)


_KEYS: Final = ChatAudioOutput.wire.keys
