# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatTokenLogprobTypedDict(TypedDict, total=False):
        """Log probability of one token."""

        token: Required[str]
        """The token."""
        logprob: Required[float]
        """Natural logarithm of its probability."""
        bytes: Required[Sequence[int] | None]
        """UTF-8 bytes of the token."""
        top_logprobs: Required[Sequence[_m.ChatTopLogprob | _m.ChatTopLogprobTypedDict]]
        """The likeliest tokens at this place."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatTokenLogprob(_Model):
    """Log probability of one token."""

    token: str
    """The token."""
    logprob: float
    """Natural logarithm of its probability."""
    bytes: list[int]
    """UTF-8 bytes of the token."""
    top_logprobs: list[_m.ChatTopLogprob]
    """The likeliest tokens at this place."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "token": "token",
            "logprob": "logprob",
            "bytes": "bytes",
            "top_logprobs": "top_logprobs",
        },
        scalars=(
            "token",
            "logprob",
        ),
        required=(
            "bytes",
            "top_logprobs",
        ),
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
        v = get("top_logprobs")
        if v.__class__ is list:
            read_top_logprobs: list[Any] = []
            for i in v:
                read_top_logprobs.append(_m.ChatTopLogprob.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.top_logprobs = read_top_logprobs
        else:
            self.top_logprobs = [] if v is None else copy_json(v)
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
        if get("top_logprobs") is None:
            marks["top_logprobs"] = ("top_logprobs" in src_dict, self.top_logprobs)
        return self


_KEYS: Final = ChatTokenLogprob.wire.keys
