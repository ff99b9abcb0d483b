# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatTopLogprobTypedDict(TypedDict, total=False):
        """A likely token."""

        token: Required[str]
        """The token."""
        logprob: Required[float]
        """Natural logarithm of its probability."""
        bytes: Required[Sequence[int] | None]
        """UTF-8 bytes of the token."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatTopLogprob(_Model):
    """A likely token."""

    token: str
    """The token."""
    logprob: float
    """Natural logarithm of its probability."""
    bytes: list[int]
    """UTF-8 bytes of the token."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "token": "token",
            "logprob": "logprob",
            "bytes": "bytes",
        },
        scalars=(
            "token",
            "logprob",
        ),
        required=("bytes",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.token = get("token")
        self.logprob = get("logprob")
        v = get("bytes")
        self.bytes = [] if v is None else copy_json(v)
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
        if get("bytes") is None:
            marks["bytes"] = ("bytes" in src_dict, self.bytes)
        return self


_KEYS: Final = ChatTopLogprob.wire.keys
