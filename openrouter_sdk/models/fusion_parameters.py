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

    class FusionParametersTypedDict(TypedDict, total=False):
        """Settings of a panel of models."""

        analysis_models: Sequence[str]
        """Models of the panel, 1 to 8."""
        model: str
        """Model that compares the answers. Default the model of the request."""
        max_tool_calls: int
        """Tool steps of each panel model, 1 to 16. Default 4."""
        max_completion_tokens: int
        """Tokens each panel model may generate. Default 16000."""
        temperature: float
        """Randomness of the panel; the comparing model stays at 0."""
        reasoning: _m.ServerToolReasoning | _m.ServerToolReasoningTypedDict
        """How much the panel thinks."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict
        """Caches the panel's prompt."""
        tools: Sequence[_m.ServerToolNestedTool | _m.ServerToolNestedToolTypedDict]
        """Tools of the panel, at most 8. Default web search and web fetch; an empty list is none."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FusionParameters(_Model):
    """Settings of a panel of models."""

    analysis_models: list[str] | None = None
    """Models of the panel, 1 to 8."""
    model: str | None = None
    """Model that compares the answers. Default the model of the request."""
    max_tool_calls: int | None = None
    """Tool steps of each panel model, 1 to 16. Default 4."""
    max_completion_tokens: int | None = None
    """Tokens each panel model may generate. Default 16000."""
    temperature: float | None = None
    """Randomness of the panel; the comparing model stays at 0."""
    reasoning: _m.ServerToolReasoning | None = None
    """How much the panel thinks."""
    cache_control: _m.AnthropicCacheControlDirective | None = None
    """Caches the panel's prompt."""
    tools: list[_m.ServerToolNestedTool] | None = None
    """Tools of the panel, at most 8. Default web search and web fetch; an empty list is none."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "analysis_models": "analysis_models",
            "model": "model",
            "max_tool_calls": "max_tool_calls",
            "max_completion_tokens": "max_completion_tokens",
            "temperature": "temperature",
            "reasoning": "reasoning",
            "cache_control": "cache_control",
            "tools": "tools",
        },
        scalars=(
            "model",
            "max_tool_calls",
            "max_completion_tokens",
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
        v = get("analysis_models")
        self.analysis_models = v if v is None else copy_json(v)
        self.model = get("model")
        self.max_tool_calls = get("max_tool_calls")
        self.max_completion_tokens = get("max_completion_tokens")
        self.temperature = get("temperature")
        v = get("reasoning")
        self.reasoning = (
            v if v is None else _m.ServerToolReasoning.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.AnthropicCacheControlDirective.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("tools")
        self.tools = (
            v
            if v is None
            else [_m.ServerToolNestedTool.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
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


_KEYS: Final = FusionParameters.wire.keys
