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
    from typing import Required, TypedDict

    class ChatUsageTypedDict(TypedDict, total=False):
        """Tokens and cost of one request."""

        prompt_tokens: Required[int]
        """Tokens of the prompt."""
        completion_tokens: Required[int]
        """Generated tokens, thoughts included."""
        total_tokens: Required[int]
        """Sum of prompt and completion."""
        cost: float | None
        """What was charged, in credits (USD)."""
        is_byok: bool
        """Whether your own provider key was used."""
        cost_details: _m.CostDetails | _m.CostDetailsTypedDict | None
        """Parts of the cost."""
        prompt_tokens_details: _m.PromptTokensDetails | _m.PromptTokensDetailsTypedDict | None
        """Parts of the prompt tokens."""
        completion_tokens_details: _m.CompletionTokensDetails | _m.CompletionTokensDetailsTypedDict | None
        """Parts of the generated tokens."""
        server_tool_use_details: _m.ServerToolUseDetails | _m.ServerToolUseDetailsTypedDict | None
        """How often server tools were used."""
        server_tool_use: _m.ServerToolUse | _m.ServerToolUseTypedDict | None
        """How often server tools were used, under another name."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatUsage(_Model):
    """Tokens and cost of one request."""

    prompt_tokens: int
    """Tokens of the prompt."""
    completion_tokens: int
    """Generated tokens, thoughts included."""
    total_tokens: int
    """Sum of prompt and completion."""
    cost: float | None = None
    """What was charged, in credits (USD)."""
    is_byok: bool | None = None
    """Whether your own provider key was used."""
    cost_details: _m.CostDetails | None = None
    """Parts of the cost."""
    prompt_tokens_details: _m.PromptTokensDetails | None = None
    """Parts of the prompt tokens."""
    completion_tokens_details: _m.CompletionTokensDetails | None = None
    """Parts of the generated tokens."""
    server_tool_use_details: _m.ServerToolUseDetails | None = None
    """How often server tools were used."""
    server_tool_use: _m.ServerToolUse | None = None
    """How often server tools were used, under another name."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "prompt_tokens": "prompt_tokens",
            "completion_tokens": "completion_tokens",
            "total_tokens": "total_tokens",
            "cost": "cost",
            "is_byok": "is_byok",
            "cost_details": "cost_details",
            "prompt_tokens_details": "prompt_tokens_details",
            "completion_tokens_details": "completion_tokens_details",
            "server_tool_use_details": "server_tool_use_details",
            "server_tool_use": "server_tool_use",
        },
        scalars=(
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "cost",
            "is_byok",
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
        self.prompt_tokens = get("prompt_tokens")
        self.completion_tokens = get("completion_tokens")
        self.total_tokens = get("total_tokens")
        self.cost = get("cost")
        self.is_byok = get("is_byok")
        v = get("cost_details")
        self.cost_details = v if v is None else _m.CostDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("prompt_tokens_details")
        self.prompt_tokens_details = (
            v if v is None else _m.PromptTokensDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("completion_tokens_details")
        self.completion_tokens_details = (
            v if v is None else _m.CompletionTokensDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("server_tool_use_details")
        self.server_tool_use_details = (
            v if v is None else _m.ServerToolUseDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("server_tool_use")
        self.server_tool_use = (
            v if v is None else _m.ServerToolUse.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = ChatUsage.wire.keys
