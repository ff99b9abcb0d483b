# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..custom.answers import AnswerMixin
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateRerankResponseBodyTypedDict(TypedDict, total=False):
        """Documents, best first."""

        id: str
        """Id of the generation."""
        model: Required[str]
        """Model that rated them."""
        provider: str
        """Provider that served it."""
        results: Required[Sequence[_m.RerankResult | _m.RerankResultTypedDict]]
        """The documents, best first."""
        usage: _m.CreateRerankUsage | _m.CreateRerankUsageTypedDict
        """What it used and cost."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateRerankResponseBody(AnswerMixin, _Model):
    """Documents, best first."""

    id: str | None = None
    """Id of the generation."""
    model: str
    """Model that rated them."""
    provider: str | None = None
    """Provider that served it."""
    results: list[_m.RerankResult]
    """The documents, best first."""
    usage: _m.CreateRerankUsage | None = None
    """What it used and cost."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "model": "model",
            "provider": "provider",
            "results": "results",
            "usage": "usage",
        },
        scalars=(
            "id",
            "model",
            "provider",
        ),
        required=("results",),
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
        self.model = get("model")
        self.provider = get("provider")
        v = get("results")
        if v.__class__ is list:
            read_results: list[Any] = []
            for i in v:
                read_results.append(_m.RerankResult.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.results = read_results
        else:
            self.results = [] if v is None else copy_json(v)
        v = get("usage")
        self.usage = v if v is None else _m.CreateRerankUsage.from_dict(v) if v.__class__ is dict else copy_json(v)
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
        if get("results") is None:
            marks["results"] = ("results" in src_dict, self.results)
        return self


_KEYS: Final = CreateRerankResponseBody.wire.keys
