# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class WebFetchPluginTypedDict(TypedDict, total=False):
        """Reads web pages that the conversation names."""

        id: Required[Literal["web-fetch"]]
        """Always `web-fetch`."""
        max_uses: int
        """Most pages in one request."""
        max_content_tokens: int
        """Tokens kept of each page."""
        allowed_domains: Sequence[str]
        """Read only pages of these domains."""
        blocked_domains: Sequence[str]
        """Read no page of these domains."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WebFetchPlugin(_Model):
    """Reads web pages that the conversation names."""

    id: Literal["web-fetch"] = "web-fetch"
    """Always `web-fetch`."""
    max_uses: int | None = None
    """Most pages in one request."""
    max_content_tokens: int | None = None
    """Tokens kept of each page."""
    allowed_domains: list[str] | None = None
    """Read only pages of these domains."""
    blocked_domains: list[str] | None = None
    """Read no page of these domains."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "max_uses": "max_uses",
            "max_content_tokens": "max_content_tokens",
            "allowed_domains": "allowed_domains",
            "blocked_domains": "blocked_domains",
        },
        scalars=(
            "id",
            "max_uses",
            "max_content_tokens",
        ),
        required=(),
        tag=(
            "id",
            "web-fetch",
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
        self.max_uses = get("max_uses")
        self.max_content_tokens = get("max_content_tokens")
        v = get("allowed_domains")
        self.allowed_domains = v if v is None else copy_json(v)
        v = get("blocked_domains")
        self.blocked_domains = v if v is None else copy_json(v)
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


_KEYS: Final = WebFetchPlugin.wire.keys
