# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatAssistantMessageTypedDict(TypedDict, total=False):
        """What the model said, in an answer or as part of the conversation you send."""

        role: Required[Literal["assistant"]]
        """Always `assistant`."""
        content: str | Sequence[_m.ChatContentItems | _m.ChatContentItemsTypedDict] | None
        """The text. Null or absent when the model only calls tools, sometimes otherwise too."""
        name: str
        """Name of the speaker."""
        refusal: str | None
        """Why the model declined, if it did. Null or empty otherwise."""
        tool_calls: Sequence[_m.ChatToolCall | _m.ChatToolCallTypedDict]
        """Calls the model wants you to make."""
        reasoning: str | None
        """The thoughts as text to read. `reasoning_details` holds the same with its signatures."""
        reasoning_content: str | None
        """Another name of `reasoning`, understood in requests."""
        reasoning_details: Sequence[_m.ReasoningDetailUnion | _m.ReasoningDetailUnionTypedDict]
        """The thoughts as records. Send them back complete, in order and unchanged, even when empty."""
        images: Sequence[_m.ChatAssistantImage | _m.ChatAssistantImageTypedDict]
        """Images the model made."""
        audio: _m.ChatAudioOutput | _m.ChatAudioOutputTypedDict
        """Speech the model made."""
        annotations: Sequence[_m.ChatAnnotation | _m.ChatAnnotationTypedDict]
        """Sources and parsed files. Send file annotations back to skip parsing the file again."""
        model: str
        """Model that wrote the message; the auto router can stay with it."""
        cache_control: _m.AnthropicCacheControlDirective | _m.AnthropicCacheControlDirectiveTypedDict
        """Caches the prompt up to this message. On a content part it is understood more widely."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatAssistantMessage(_Model):
    """What the model said, in an answer or as part of the conversation you send."""

    role: Literal["assistant"] = "assistant"
    """Always `assistant`."""
    content: str | list[_m.ChatContentItems] | None = None
    """The text. Null or absent when the model only calls tools, sometimes otherwise too."""
    name: str | None = None
    """Name of the speaker."""
    refusal: str | None = None
    """Why the model declined, if it did. Null or empty otherwise."""
    tool_calls: list[_m.ChatToolCall] | None = None
    """Calls the model wants you to make."""
    reasoning: str | None = None
    """The thoughts as text to read. `reasoning_details` holds the same with its signatures."""
    reasoning_content: str | None = None
    """Another name of `reasoning`, understood in requests."""
    reasoning_details: list[_m.ReasoningDetailUnion] | None = None
    """The thoughts as records. Send them back complete, in order and unchanged, even when empty."""
    images: list[_m.ChatAssistantImage] | None = None
    """Images the model made."""
    audio: _m.ChatAudioOutput | None = None
    """Speech the model made."""
    annotations: list[_m.ChatAnnotation] | None = None
    """Sources and parsed files. Send file annotations back to skip parsing the file again."""
    model: str | None = None
    """Model that wrote the message; the auto router can stay with it."""
    cache_control: _m.AnthropicCacheControlDirective | None = None
    """Caches the prompt up to this message. On a content part it is understood more widely."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "role": "role",
            "content": "content",
            "name": "name",
            "refusal": "refusal",
            "tool_calls": "tool_calls",
            "reasoning": "reasoning",
            "reasoning_content": "reasoning_content",
            "reasoning_details": "reasoning_details",
            "images": "images",
            "audio": "audio",
            "annotations": "annotations",
            "model": "model",
            "cache_control": "cache_control",
        },
        scalars=(
            "role",
            "name",
            "refusal",
            "reasoning",
            "reasoning_content",
            "model",
        ),
        required=(),
        tag=(
            "role",
            "assistant",
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
        self.role = get("role")
        v = get("content")
        self.content = (
            v
            if v.__class__ in ATOMS
            else [_m.parse_chat_content_items(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.name = get("name")
        self.refusal = get("refusal")
        v = get("tool_calls")
        self.tool_calls = (
            v
            if v is None
            else [_m.ChatToolCall.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.reasoning = get("reasoning")
        self.reasoning_content = get("reasoning_content")
        v = get("reasoning_details")
        self.reasoning_details = (
            v
            if v is None
            else [_m.parse_reasoning_detail_union(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("images")
        self.images = (
            v
            if v is None
            else [_m.ChatAssistantImage.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("audio")
        self.audio = v if v is None else _m.ChatAudioOutput.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("annotations")
        self.annotations = (
            v
            if v is None
            else [_m.parse_chat_annotation(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.model = get("model")
        v = get("cache_control")
        self.cache_control = (
            v if v is None else _m.AnthropicCacheControlDirective.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = ChatAssistantMessage.wire.keys
