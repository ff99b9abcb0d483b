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
    from typing import TypedDict

    class ChatTokenLogprobsTypedDict(TypedDict, total=False):
        """Log probabilities of the generated tokens. Old models give them as lists side by side, one entry a
        token, in `tokens`, `token_logprobs`, `top_logprobs` and `text_offset`."""

        content: Sequence[_m.ChatTokenLogprob | _m.ChatTokenLogprobTypedDict] | None
        """One record for each token of the text. Null where there is none, as in a refusal."""
        refusal: Sequence[_m.ChatTokenLogprob | _m.ChatTokenLogprobTypedDict] | None
        """One record for each token of the refusal. Null where there is none."""
        tokens: Sequence[str] | None
        """The tokens."""
        token_logprobs: Sequence[float | None] | None
        """Natural logarithm of the probability of each token. Null where it is not known."""
        top_logprobs: Sequence[Mapping[str, float] | None] | None
        """The likeliest tokens at each place, with the natural logarithm of their probabilities."""
        text_offset: Sequence[int] | None
        """Where each token begins in the text, in characters."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatTokenLogprobs(_Model):
    """Log probabilities of the generated tokens. Old models give them as lists side by side, one entry a token,
    in `tokens`, `token_logprobs`, `top_logprobs` and `text_offset`."""

    content: list[_m.ChatTokenLogprob] | None = None
    """One record for each token of the text. Null where there is none, as in a refusal."""
    refusal: list[_m.ChatTokenLogprob] | None = None
    """One record for each token of the refusal. Null where there is none."""
    tokens: list[str] | None = None
    """The tokens."""
    token_logprobs: list[float | None] | None = None
    """Natural logarithm of the probability of each token. Null where it is not known."""
    top_logprobs: list[dict[str, float] | None] | None = None
    """The likeliest tokens at each place, with the natural logarithm of their probabilities."""
    text_offset: list[int] | None = None
    """Where each token begins in the text, in characters."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "content": "content",
            "refusal": "refusal",
            "tokens": "tokens",
            "token_logprobs": "token_logprobs",
            "top_logprobs": "top_logprobs",
            "text_offset": "text_offset",
        },
        scalars=(),
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
        v = get("content")
        self.content = (
            v
            if v is None
            else [_m.ChatTokenLogprob.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("refusal")
        self.refusal = (
            v
            if v is None
            else [_m.ChatTokenLogprob.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("tokens")
        self.tokens = v if v is None else copy_json(v)
        v = get("token_logprobs")
        self.token_logprobs = v if v is None else copy_json(v)
        v = get("top_logprobs")
        self.top_logprobs = (
            v
            if v is None
            else [copy_json(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("text_offset")
        self.text_offset = v if v is None else copy_json(v)
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


_KEYS: Final = ChatTokenLogprobs.wire.keys
