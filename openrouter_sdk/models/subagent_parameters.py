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

    class SubagentParametersTypedDict(TypedDict, total=False):
        """Settings of a subagent."""

        name: str
        """Name of this subagent, 1 to 64 characters, different from the others'."""
        model: str
        """Model that does the task."""
        instructions: str
        """System prompt of the subagent."""
        max_completion_tokens: int
        """Tokens the subagent may generate."""
        max_tool_calls: int
        """Tool steps of the subagent, 1 to 25."""
        reasoning: _m.ServerToolReasoning | _m.ServerToolReasoningTypedDict
        """How much the subagent thinks."""
        temperature: float
        """Randomness of the subagent, from 0 to 2."""
        tools: Sequence[_m.ServerToolNestedTool | _m.ServerToolNestedToolTypedDict]
        """Tools the subagent may use."""
        inherit_functions: bool
        """Shares your functions with the subagent. Chat completions answer it with 400."""
        inherited_function_names: Sequence[str]
        """Which of your functions are shared. Chat completions answer it with 400."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SubagentParameters(_Model):
    """Settings of a subagent."""

    name: str | None = None
    """Name of this subagent, 1 to 64 characters, different from the others'."""
    model: str | None = None
    """Model that does the task."""
    instructions: str | None = None
    """System prompt of the subagent."""
    max_completion_tokens: int | None = None
    """Tokens the subagent may generate."""
    max_tool_calls: int | None = None
    """Tool steps of the subagent, 1 to 25."""
    reasoning: _m.ServerToolReasoning | None = None
    """How much the subagent thinks."""
    temperature: float | None = None
    """Randomness of the subagent, from 0 to 2."""
    tools: list[_m.ServerToolNestedTool] | None = None
    """Tools the subagent may use."""
    inherit_functions: bool | None = None
    """Shares your functions with the subagent. Chat completions answer it with 400."""
    inherited_function_names: list[str] | None = None
    """Which of your functions are shared. Chat completions answer it with 400."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "name": "name",
            "model": "model",
            "instructions": "instructions",
            "max_completion_tokens": "max_completion_tokens",
            "max_tool_calls": "max_tool_calls",
            "reasoning": "reasoning",
            "temperature": "temperature",
            "tools": "tools",
            "inherit_functions": "inherit_functions",
            "inherited_function_names": "inherited_function_names",
        },
        scalars=(
            "name",
            "model",
            "instructions",
            "max_completion_tokens",
            "max_tool_calls",
            "temperature",
            "inherit_functions",
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
        self.max_completion_tokens = get("max_completion_tokens")
        self.max_tool_calls = get("max_tool_calls")
        v = get("reasoning")
        self.reasoning = (
            v if v is None else _m.ServerToolReasoning.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.temperature = get("temperature")
        v = get("tools")
        self.tools = (
            v
            if v is None
            else [_m.ServerToolNestedTool.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.inherit_functions = get("inherit_functions")
        v = get("inherited_function_names")
        self.inherited_function_names = v if v is None else copy_json(v)
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


_KEYS: Final = SubagentParameters.wire.keys
