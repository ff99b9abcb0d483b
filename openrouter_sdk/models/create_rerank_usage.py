# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class CreateRerankUsageTypedDict(TypedDict, total=False):
        """What the ratings used and cost."""

        search_units: int
        """Units that the provider counts, mostly one query with up to 100 documents."""
        total_tokens: int
        """Tokens of query and documents."""
        cost: float
        """Credits charged, in US dollars."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateRerankUsage(_Model):
    """What the ratings used and cost."""

    search_units: int | None = None
    """Units that the provider counts, mostly one query with up to 100 documents."""
    total_tokens: int | None = None
    """Tokens of query and documents."""
    cost: float | None = None
    """Credits charged, in US dollars."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "search_units": "search_units",
            "total_tokens": "total_tokens",
            "cost": "cost",
        },
        scalars=(
            "search_units",
            "total_tokens",
            "cost",
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
        self.search_units = get("search_units")
        self.total_tokens = get("total_tokens")
        self.cost = get("cost")
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


_KEYS: Final = CreateRerankUsage.wire.keys
