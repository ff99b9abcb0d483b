# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ListProvidersDataTypedDict(TypedDict, total=False):
        """A company that serves models."""

        name: Required[str]
        """Name for people, such as `Amazon Bedrock`."""
        slug: Required[str]
        """What goes into `provider.order` and `provider.only`, such as `amazon-bedrock`."""
        headquarters: str | None
        """Country of its seat, as a code of two letters (ISO 3166-1)."""
        datacenters: Sequence[str] | None
        """Countries it computes in, as codes of two letters."""
        privacy_policy_url: Required[str | None]
        """Its privacy policy."""
        terms_of_service_url: str | None
        """Its terms of service."""
        status_page_url: str | None
        """Page that tells of its outages."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListProvidersData(_Model):
    """A company that serves models."""

    name: str
    """Name for people, such as `Amazon Bedrock`."""
    slug: str
    """What goes into `provider.order` and `provider.only`, such as `amazon-bedrock`."""
    headquarters: str | None = None
    """Country of its seat, as a code of two letters (ISO 3166-1)."""
    datacenters: list[str] | None = None
    """Countries it computes in, as codes of two letters."""
    privacy_policy_url: str | None
    """Its privacy policy."""
    terms_of_service_url: str | None = None
    """Its terms of service."""
    status_page_url: str | None = None
    """Page that tells of its outages."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "name": "name",
            "slug": "slug",
            "headquarters": "headquarters",
            "datacenters": "datacenters",
            "privacy_policy_url": "privacy_policy_url",
            "terms_of_service_url": "terms_of_service_url",
            "status_page_url": "status_page_url",
        },
        scalars=(
            "name",
            "slug",
            "headquarters",
            "privacy_policy_url",
            "terms_of_service_url",
            "status_page_url",
        ),
        required=("privacy_policy_url",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.name = get("name")
        self.slug = get("slug")
        self.headquarters = get("headquarters")
        v = get("datacenters")
        self.datacenters = v if v is None else copy_json(v)
        self.privacy_policy_url = get("privacy_policy_url")
        self.terms_of_service_url = get("terms_of_service_url")
        self.status_page_url = get("status_page_url")
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
        if "privacy_policy_url" not in src_dict:
            marks["privacy_policy_url"] = False
        return self


_KEYS: Final = ListProvidersData.wire.keys
