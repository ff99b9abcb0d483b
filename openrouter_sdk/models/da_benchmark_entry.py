# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class DABenchmarkEntryTypedDict(TypedDict, total=False):
        """A model's place in one category of the Design Arena."""

        arena: Required[str]
        """The arena, such as `models`."""
        category: Required[str]
        """The category, such as `website`."""
        elo: Required[float]
        """Rating by the Elo system."""
        rank: Required[int]
        """Place, 1 for the best."""
        win_rate: Required[float]
        """Comparisons won, in percent."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DABenchmarkEntry(_Model):
    """A model's place in one category of the Design Arena."""

    arena: str
    """The arena, such as `models`."""
    category: str
    """The category, such as `website`."""
    elo: float
    """Rating by the Elo system."""
    rank: int
    """Place, 1 for the best."""
    win_rate: float
    """Comparisons won, in percent."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "arena": "arena",
            "category": "category",
            "elo": "elo",
            "rank": "rank",
            "win_rate": "win_rate",
        },
        scalars=(
            "arena",
            "category",
            "elo",
            "rank",
            "win_rate",
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
        self.arena = get("arena")
        self.category = get("category")
        self.elo = get("elo")
        self.rank = get("rank")
        self.win_rate = get("win_rate")
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


_KEYS: Final = DABenchmarkEntry.wire.keys
