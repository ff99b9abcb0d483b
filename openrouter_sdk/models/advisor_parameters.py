# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class AdvisorParametersTypedDict(TypedDict, total=False):
        """Settings of an advisor."""

        name: str
        """Name of this advisor, 1 to 64 characters, different from the others'."""
        model: str
        """Model that advises. Default the model of the request."""
        instructions: str
        """System prompt of the advisor."""
        forward_transcript: bool
        """Shows the advisor the whole conversation. Default false."""
        max_completion_tokens: int
        """Tokens the advisor may generate."""
        max_tool_calls: int
        """Tool steps of the advisor, at most 25."""
        reasoning: _m.ServerToolReasoning | _m.ServerToolReasoningTypedDict
        """How much the advisor thinks."""
        stream: bool
        """Streams the advice. Without effect in chat completions. Default false."""
        temperature: float
        """Randomness of the advice, from 0 to 2."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AdvisorParameters(_Model):
    """Settings of an advisor."""

    name: str | None = None
    """Name of this advisor, 1 to 64 characters, different from the others'."""
    model: str | None = None
    """Model that advises. Default the model of the request."""
    instructions: str | None = None
    """System prompt of the advisor."""
    forward_transcript: bool | None = None
    """Shows the advisor the whole conversation. Default false."""
    max_completion_tokens: int | None = None
    """Tokens the advisor may generate."""
    max_tool_calls: int | None = None
    """Tool steps of the advisor, at most 25."""
    reasoning: _m.ServerToolReasoning | None = None
    """How much the advisor thinks."""
    stream: bool | None = None
    """Streams the advice. Without effect in chat completions. Default false."""
    temperature: float | None = None
    """Randomness of the advice, from 0 to 2."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "name": "name",
            "model": "model",
            "instructions": "instructions",
            "forward_transcript": "forward_transcript",
            "max_completion_tokens": "max_completion_tokens",
            "max_tool_calls": "max_tool_calls",
            "reasoning": "reasoning",
            "stream": "stream",
            "temperature": "temperature",
        },
        scalars=(
            "name",
            "model",
            "instructions",
            "forward_transcript",
            "max_completion_tokens",
            "max_tool_calls",
            "stream",
            "temperature",
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
        self.name = get("name")
        self.model = get("model")
        self.instructions = get("instructions")
        self.forward_transcript = get("forward_transcript")
        self.max_completion_tokens = get("max_completion_tokens")
        self.max_tool_calls = get("max_tool_calls")
        v = get("reasoning")
        self.reasoning = (
            v if v is None else _m.ServerToolReasoning.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.stream = get("stream")
        self.temperature = get("temperature")
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


_KEYS: Final = AdvisorParameters.wire.keys
