# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class WebSearchPluginTypedDict(TypedDict, total=False):
        """Searches the web before the model answers."""

        id: Required[Literal["web"]]
        """Always `web`."""
        enabled: bool
        """False switches the plugin off for this request. Default true."""
        engine: _m.WebSearchEngine
        """Who searches. Unset, the provider itself if it can, else Exa."""
        mode: _m.WebSearchMode
        """Depth of the search; values depend on the engine."""
        max_results: int
        """Results of one search. Default 5."""
        max_uses: int
        """Most searches in one request."""
        search_prompt: str
        """Text that introduces the results to the model."""
        include_domains: Sequence[str]
        """Search only these domains."""
        exclude_domains: Sequence[str]
        """Leave these domains out."""
        user_location: _m.WebSearchUserLocation | _m.WebSearchUserLocationTypedDict | None
        """Where the user is, for local results."""
        x_search: _m.XSearchOptions | _m.XSearchOptionsTypedDict
        """Limits a search of X posts (xAI models)."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WebSearchPlugin(_Model):
    """Searches the web before the model answers."""

    id: Literal["web"] = "web"
    """Always `web`."""
    enabled: bool | None = None
    """False switches the plugin off for this request. Default true."""
    engine: _m.WebSearchEngine | None = None
    """Who searches. Unset, the provider itself if it can, else Exa."""
    mode: _m.WebSearchMode | None = None
    """Depth of the search; values depend on the engine."""
    max_results: int | None = None
    """Results of one search. Default 5."""
    max_uses: int | None = None
    """Most searches in one request."""
    search_prompt: str | None = None
    """Text that introduces the results to the model."""
    include_domains: list[str] | None = None
    """Search only these domains."""
    exclude_domains: list[str] | None = None
    """Leave these domains out."""
    user_location: _m.WebSearchUserLocation | None = None
    """Where the user is, for local results."""
    x_search: _m.XSearchOptions | None = None
    """Limits a search of X posts (xAI models)."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "enabled": "enabled",
            "engine": "engine",
            "mode": "mode",
            "max_results": "max_results",
            "max_uses": "max_uses",
            "search_prompt": "search_prompt",
            "include_domains": "include_domains",
            "exclude_domains": "exclude_domains",
            "user_location": "user_location",
            "x_search": "x_search",
        },
        scalars=(
            "id",
            "enabled",
            "engine",
            "mode",
            "max_results",
            "max_uses",
            "search_prompt",
        ),
        required=(),
        tag=(
            "id",
            "web",
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
        self.id = get("id")
        self.enabled = get("enabled")
        self.engine = get("engine")
        self.mode = get("mode")
        self.max_results = get("max_results")
        self.max_uses = get("max_uses")
        self.search_prompt = get("search_prompt")
        v = get("include_domains")
        self.include_domains = v if v is None else copy_json(v)
        v = get("exclude_domains")
        self.exclude_domains = v if v is None else copy_json(v)
        v = get("user_location")
        self.user_location = (
            v if v is None else _m.WebSearchUserLocation.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        v = get("x_search")
        self.x_search = v if v is None else _m.XSearchOptions.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = WebSearchPlugin.wire.keys
