# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class XSearchOptionsTypedDict(TypedDict, total=False):
        """Limits of a search of X posts, for xAI models."""

        allowed_x_handles: Sequence[str]
        """Only posts of these accounts, at most 20. Not together with `excluded_x_handles`."""
        excluded_x_handles: Sequence[str]
        """No posts of these accounts, at most 20. Not together with `allowed_x_handles`."""
        from_date: str
        """First day, as an ISO date (YYYY-MM-DD)."""
        to_date: str
        """Last day, as an ISO date (YYYY-MM-DD)."""
        enable_image_understanding: bool
        """Looks at the images of posts."""
        enable_video_understanding: bool
        """Watches the videos of posts."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class XSearchOptions(_Model):
    """Limits of a search of X posts, for xAI models."""

    allowed_x_handles: list[str] | None = None
    """Only posts of these accounts, at most 20. Not together with `excluded_x_handles`."""
    excluded_x_handles: list[str] | None = None
    """No posts of these accounts, at most 20. Not together with `allowed_x_handles`."""
    from_date: str | None = None
    """First day, as an ISO date (YYYY-MM-DD)."""
    to_date: str | None = None
    """Last day, as an ISO date (YYYY-MM-DD)."""
    enable_image_understanding: bool | None = None
    """Looks at the images of posts."""
    enable_video_understanding: bool | None = None
    """Watches the videos of posts."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "allowed_x_handles": "allowed_x_handles",
            "excluded_x_handles": "excluded_x_handles",
            "from_date": "from_date",
            "to_date": "to_date",
            "enable_image_understanding": "enable_image_understanding",
            "enable_video_understanding": "enable_video_understanding",
        },
        scalars=(
            "from_date",
            "to_date",
            "enable_image_understanding",
            "enable_video_understanding",
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
        v = get("allowed_x_handles")
        self.allowed_x_handles = v if v is None else copy_json(v)
        v = get("excluded_x_handles")
        self.excluded_x_handles = v if v is None else copy_json(v)
        self.from_date = get("from_date")
        self.to_date = get("to_date")
        self.enable_image_understanding = get("enable_image_understanding")
        self.enable_video_understanding = get("enable_video_understanding")
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


_KEYS: Final = XSearchOptions.wire.keys
