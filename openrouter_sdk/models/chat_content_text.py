# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatContentTextTypedDict(TypedDict, total=False):
        """A piece of text."""

        type: Required[Literal["text"]]
        """Always `text`."""
        text: Required[str]
        """The text."""
        cache_control: _m.ChatContentCacheControl | _m.ChatContentCacheControlTypedDict
        """Caches the prompt up to this part (Anthropic, Alibaba)."""
        prompt_cache_breakpoint: _m.PromptCacheBreakpoint | _m.PromptCacheBreakpointTypedDict | None
        """Caches the prompt up to this part (OpenAI)."""
        reasoning: str
        """Thoughts that belong to the text; understood in input by some adapters."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatContentText(_Model):
    """A piece of text."""

    type: Literal["text"] = "text"
    """Always `text`."""
    text: str
    """The text."""
    cache_control: _m.ChatContentCacheControl | None = None
    """Caches the prompt up to this part (Anthropic, Alibaba)."""
    prompt_cache_breakpoint: _m.PromptCacheBreakpoint | None = None
    """Caches the prompt up to this part (OpenAI)."""
    reasoning: str | None = None
    """Thoughts that belong to the text; understood in input by some adapters."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "text": "text",
            "cache_control": "cache_control",
            "prompt_cache_breakpoint": "prompt_cache_breakpoint",
            "reasoning": "reasoning",
        },
        scalars=(
            "type",
            "text",
            "reasoning",
        ),
        required=(),
        tag=(
            "type",
            "text",
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
        self.type = get("type")
        self.text = get("text")
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.ChatContentCacheControl.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("prompt_cache_breakpoint")
        self.prompt_cache_breakpoint = (
            v if v is None else _m.PromptCacheBreakpoint.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.reasoning = get("reasoning")
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


_KEYS: Final = ChatContentText.wire.keys
