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

    class EndpointPerformanceTypedDict(TypedDict, total=False):
        """How an endpoint did in the last 30 minutes. Only kinds of work that it had are there."""

        text_generation: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Chats and completions."""
        embeddings: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Vectors."""
        rerank: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Orders of documents."""
        decisions: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Decisions."""
        image_generation: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Pictures."""
        video_generation: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Films."""
        tts: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Speech from text."""
        stt: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Text from speech."""
        unknown: _m.WorkloadPerformance | _m.WorkloadPerformanceTypedDict
        """Everything else."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class EndpointPerformance(_Model):
    """How an endpoint did in the last 30 minutes. Only kinds of work that it had are there."""

    text_generation: _m.WorkloadPerformance | None = None
    """Chats and completions."""
    embeddings: _m.WorkloadPerformance | None = None
    """Vectors."""
    rerank: _m.WorkloadPerformance | None = None
    """Orders of documents."""
    decisions: _m.WorkloadPerformance | None = None
    """Decisions."""
    image_generation: _m.WorkloadPerformance | None = None
    """Pictures."""
    video_generation: _m.WorkloadPerformance | None = None
    """Films."""
    tts: _m.WorkloadPerformance | None = None
    """Speech from text."""
    stt: _m.WorkloadPerformance | None = None
    """Text from speech."""
    unknown: _m.WorkloadPerformance | None = None
    """Everything else."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "text_generation": "text_generation",
            "embeddings": "embeddings",
            "rerank": "rerank",
            "decisions": "decisions",
            "image_generation": "image_generation",
            "video_generation": "video_generation",
            "tts": "tts",
            "stt": "stt",
            "unknown": "unknown",
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
        v = get("text_generation")
        self.text_generation = (
            v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("embeddings")
        self.embeddings = (
            v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("rerank")
        self.rerank = v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("decisions")
        self.decisions = (
            v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("image_generation")
        self.image_generation = (
            v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("video_generation")
        self.video_generation = (
            v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("tts")
        self.tts = v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("stt")
        self.stt = v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
        v = get("unknown")
        self.unknown = v if v is None else _m.WorkloadPerformance.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = EndpointPerformance.wire.keys
