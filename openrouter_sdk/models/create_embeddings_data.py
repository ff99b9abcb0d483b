# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateEmbeddingsDataTypedDict(TypedDict, total=False):
        """One vector."""

        object: Required[Literal["embedding"]]
        """Always `embedding`."""
        index: int
        """Place of its input, from 0."""
        embedding: Required[Sequence[float] | str]
        """The vector, as numbers or as base64, as the request wanted it."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateEmbeddingsData(_Model):
    """One vector."""

    object: Literal["embedding"] = "embedding"
    """Always `embedding`."""
    index: int | None = None
    """Place of its input, from 0."""
    embedding: list[float] | str
    """The vector, as numbers or as base64, as the request wanted it."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "object": "object",
            "index": "index",
            "embedding": "embedding",
        },
        scalars=(
            "object",
            "index",
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
        self.object = get("object")
        self.index = get("index")
        v = get("embedding")
        self.embedding = v if v.__class__ in ATOMS else copy_json(v)
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


_KEYS: Final = CreateEmbeddingsData.wire.keys
