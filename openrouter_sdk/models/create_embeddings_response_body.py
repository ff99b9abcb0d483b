# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..custom.answers import AnswerMixin
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateEmbeddingsResponseBodyTypedDict(TypedDict, total=False):
        """Vectors, one for each input."""

        id: str
        """Id of the generation."""
        object: Required[Literal["list"]]
        """Always `list`."""
        model: Required[str]
        """Model that made them."""
        data: Required[Sequence[_m.CreateEmbeddingsData | _m.CreateEmbeddingsDataTypedDict]]
        """The vectors, in the order of the input."""
        usage: _m.CreateEmbeddingsUsage | _m.CreateEmbeddingsUsageTypedDict
        """What it used and cost."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateEmbeddingsResponseBody(AnswerMixin, _Model):
    """Vectors, one for each input."""

    id: str | None = None
    """Id of the generation."""
    object: Literal["list"] = "list"
    """Always `list`."""
    model: str
    """Model that made them."""
    data: list[_m.CreateEmbeddingsData]
    """The vectors, in the order of the input."""
    usage: _m.CreateEmbeddingsUsage | None = None
    """What it used and cost."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "object": "object",
            "model": "model",
            "data": "data",
            "usage": "usage",
        },
        scalars=(
            "id",
            "object",
            "model",
        ),
        required=("data",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.id = get("id")
        self.object = get("object")
        self.model = get("model")
        v = get("data")
        if v.__class__ is list:
            read_data: list[Any] = []
            for i in v:
                read_data.append(_m.CreateEmbeddingsData.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.data = read_data
        else:
            self.data = [] if v is None else copy_json(v)
        v = get("usage")
        self.usage = v if v is None else _m.CreateEmbeddingsUsage.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        if get("data") is None:
            marks["data"] = ("data" in src_dict, self.data)
        return self


_KEYS: Final = CreateEmbeddingsResponseBody.wire.keys
