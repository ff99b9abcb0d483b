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

    class WebSearchParametersTypedDict(TypedDict, total=False):
        """Settings of a web search."""

        engine: _m.WebSearchEngine
        """Who searches. Default `auto`."""
        mode: _m.WebSearchMode
        """Depth of the search; values depend on the engine. Default `auto` (Exa), `basic` (Parallel)."""
        max_results: int
        """Results of one search, 1 to 25, default 5. Perplexity stops at 20, native engines ignore it."""
        max_total_results: int
        """Results of all searches of the request together. Default 50."""
        max_uses: int
        """Most searches in one request."""
        max_characters: int
        """Characters of each result, 1 to 100000. Default 1500 with Parallel."""
        search_context_size: _m.SearchContextSize
        """How much of each page is read."""
        allowed_domains: Sequence[str]
        """Search only these domains. Not together with `excluded_domains`, except with Exa."""
        excluded_domains: Sequence[str]
        """Leave these domains out. Not together with `allowed_domains`, except with Exa."""
        user_location: _m.WebSearchServerToolUserLocation | _m.WebSearchServerToolUserLocationTypedDict
        """Where the user is, for local results."""
        x_search: _m.XSearchOptions | _m.XSearchOptionsTypedDict
        """Limits a search of X posts (xAI models)."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WebSearchParameters(_Model):
    """Settings of a web search."""

    engine: _m.WebSearchEngine | None = None
    """Who searches. Default `auto`."""
    mode: _m.WebSearchMode | None = None
    """Depth of the search; values depend on the engine. Default `auto` (Exa), `basic` (Parallel)."""
    max_results: int | None = None
    """Results of one search, 1 to 25, default 5. Perplexity stops at 20, native engines ignore it."""
    max_total_results: int | None = None
    """Results of all searches of the request together. Default 50."""
    max_uses: int | None = None
    """Most searches in one request."""
    max_characters: int | None = None
    """Characters of each result, 1 to 100000. Default 1500 with Parallel."""
    search_context_size: _m.SearchContextSize | None = None
    """How much of each page is read."""
    allowed_domains: list[str] | None = None
    """Search only these domains. Not together with `excluded_domains`, except with Exa."""
    excluded_domains: list[str] | None = None
    """Leave these domains out. Not together with `allowed_domains`, except with Exa."""
    user_location: _m.WebSearchServerToolUserLocation | None = None
    """Where the user is, for local results."""
    x_search: _m.XSearchOptions | None = None
    """Limits a search of X posts (xAI models)."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "engine": "engine",
            "mode": "mode",
            "max_results": "max_results",
            "max_total_results": "max_total_results",
            "max_uses": "max_uses",
            "max_characters": "max_characters",
            "search_context_size": "search_context_size",
            "allowed_domains": "allowed_domains",
            "excluded_domains": "excluded_domains",
            "user_location": "user_location",
            "x_search": "x_search",
        },
        scalars=(
            "engine",
            "mode",
            "max_results",
            "max_total_results",
            "max_uses",
            "max_characters",
            "search_context_size",
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
        self.mode = get("mode")
        self.max_results = get("max_results")
        self.max_total_results = get("max_total_results")
        self.max_uses = get("max_uses")
        self.max_characters = get("max_characters")
        self.search_context_size = get("search_context_size")
        v = get("allowed_domains")
        self.allowed_domains = v if v is None else copy_json(v)
        v = get("excluded_domains")
        self.excluded_domains = v if v is None else copy_json(v)
        v = get("user_location")
        self.user_location = (
            v if v is None else _m.WebSearchServerToolUserLocation.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = WebSearchParameters.wire.keys
