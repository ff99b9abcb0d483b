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

    class ChatFunctionToolFunctionTypedDict(TypedDict, total=False):
        """A function of yours that the model may ask you to call."""

        type: Required[Literal["function"]]
        """Always `function`."""
        function: Required[_m.ChatFunctionDefinition | _m.ChatFunctionDefinitionTypedDict]
        """Name, purpose and parameters."""
        cache_control: _m.ChatContentCacheControl | _m.ChatContentCacheControlTypedDict
        """Caches the prompt up to this tool."""
        defer_loading: bool
        """Keeps the tool out of the prompt until a search finds it; see `deferred_tools`. Default false."""
        eager_input_streaming: bool
        """Streams arguments as they are written, before they are valid JSON (Anthropic)."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatFunctionToolFunction(_Model):
    """A function of yours that the model may ask you to call."""

    type: Literal["function"] = "function"
    """Always `function`."""
    function: _m.ChatFunctionDefinition
    """Name, purpose and parameters."""
    cache_control: _m.ChatContentCacheControl | None = None
    """Caches the prompt up to this tool."""
    defer_loading: bool | None = None
    """Keeps the tool out of the prompt until a search finds it; see `deferred_tools`. Default false."""
    eager_input_streaming: bool | None = None
    """Streams arguments as they are written, before they are valid JSON (Anthropic)."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "function": "function",
            "cache_control": "cache_control",
            "defer_loading": "defer_loading",
            "eager_input_streaming": "eager_input_streaming",
        },
        scalars=(
            "type",
            "defer_loading",
            "eager_input_streaming",
        ),
        required=("function",),
        tag=(
            "type",
            "function",
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
        v = get("function")
        self.function = (
            _m.ChatFunctionDefinition.from_dict(v)
            if v.__class__ is dict
            else _m.ChatFunctionDefinition.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.ChatContentCacheControl.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.defer_loading = get("defer_loading")
        self.eager_input_streaming = get("eager_input_streaming")
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
        if get("function") is None:
            marks["function"] = ("function" in src_dict, self.function)
        return self


_KEYS: Final = ChatFunctionToolFunction.wire.keys
