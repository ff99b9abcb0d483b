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

    class ChatStreamDeltaTypedDict(TypedDict, total=False):
        """What a chunk adds to a message. Text pieces are appended, whole records added."""

        role: _m.ChatStreamRole
        """Normally `assistant`, on every chunk; empty text occurs."""
        content: str | None
        """Piece of text; null and empty add nothing."""
        refusal: str | None
        """Piece of the refusal."""
        reasoning: str | None
        """Piece of the thoughts as text to read."""
        reasoning_details: Sequence[_m.ReasoningDetailUnion | _m.ReasoningDetailUnionTypedDict]
        """Pieces of reasoning records; those with the same type and index belong together."""
        tool_calls: Sequence[_m.ChatStreamToolCall | _m.ChatStreamToolCallTypedDict]
        """Pieces of tool calls; those with the same index belong together."""
        images: Sequence[_m.ChatAssistantImage | _m.ChatAssistantImageTypedDict]
        """New images, each of them whole."""
        audio: _m.ChatAudioOutput | _m.ChatAudioOutputTypedDict
        """Piece of speech."""
        annotations: Sequence[_m.ChatAnnotation | _m.ChatAnnotationTypedDict]
        """New sources and files, each of them whole."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatStreamDelta(_Model):
    """What a chunk adds to a message. Text pieces are appended, whole records added."""

    role: _m.ChatStreamRole | None = None
    """Normally `assistant`, on every chunk; empty text occurs."""
    content: str | None = None
    """Piece of text; null and empty add nothing."""
    refusal: str | None = None
    """Piece of the refusal."""
    reasoning: str | None = None
    """Piece of the thoughts as text to read."""
    reasoning_details: list[_m.ReasoningDetailUnion] | None = None
    """Pieces of reasoning records; those with the same type and index belong together."""
    tool_calls: list[_m.ChatStreamToolCall] | None = None
    """Pieces of tool calls; those with the same index belong together."""
    images: list[_m.ChatAssistantImage] | None = None
    """New images, each of them whole."""
    audio: _m.ChatAudioOutput | None = None
    """Piece of speech."""
    annotations: list[_m.ChatAnnotation] | None = None
    """New sources and files, each of them whole."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "role": "role",
            "content": "content",
            "refusal": "refusal",
            "reasoning": "reasoning",
            "reasoning_details": "reasoning_details",
            "tool_calls": "tool_calls",
            "images": "images",
            "audio": "audio",
            "annotations": "annotations",
        },
        scalars=(
            "role",
            "content",
            "refusal",
            "reasoning",
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
        self.role = get("role")
        self.content = get("content")
        self.refusal = get("refusal")
        self.reasoning = get("reasoning")
        v = get("reasoning_details")
        self.reasoning_details = (
            v
            if v is None
            else [_m.parse_reasoning_detail_union(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        v = get("tool_calls")
        self.tool_calls = (
            v
            if v is None
            else [_m.ChatStreamToolCall.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
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


_KEYS: Final = ChatStreamDelta.wire.keys
