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

    class ChatWebSearchOptionsTypedDict(TypedDict, total=False):
        """Older settings of web search."""

        engine: _m.WebSearchEngine
        """Who searches."""
        max_results: int
        """Results of one search."""
        search_context_size: _m.SearchContextSize
        """How much of each page is read."""
        search_prompt: str
        """Text that introduces the results to the model."""
        user_location: _m.ChatWebSearchOptionsUserLocation | _m.ChatWebSearchOptionsUserLocationTypedDict
        """Where the user is, for local results."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatWebSearchOptions(_Model):
    """Older settings of web search."""

    engine: _m.WebSearchEngine | None = None
    """Who searches."""
    max_results: int | None = None
    """Results of one search."""
    search_context_size: _m.SearchContextSize | None = None
    """How much of each page is read."""
    search_prompt: str | None = None
    """Text that introduces the results to the model."""
    user_location: _m.ChatWebSearchOptionsUserLocation | None = None
    """Where the user is, for local results."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "engine": "engine",
            "max_results": "max_results",
            "search_context_size": "search_context_size",
            "search_prompt": "search_prompt",
            "user_location": "user_location",
        },
        scalars=(
            "engine",
            "max_results",
            "search_context_size",
            "search_prompt",
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
        self.engine = get("engine")
        self.max_results = get("max_results")
        self.search_context_size = get("search_context_size")
        self.search_prompt = get("search_prompt")
        v = get("user_location")
        self.user_location = (
            v
            if v is None
            else _m.ChatWebSearchOptionsUserLocation.from_dict(v)
            if v.__class__ is dict
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


_KEYS: Final = ChatWebSearchOptions.wire.keys
