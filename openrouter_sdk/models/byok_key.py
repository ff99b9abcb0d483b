# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, as_datetime, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from datetime import datetime as _datetime
    from typing import Required, TypedDict

    class BYOKKeyTypedDict(TypedDict, total=False):
        """A provider key that the account brought along, without its text."""

        id: Required[str]
        """Its id, a UUID."""
        provider: Required[_m.ProviderSlug]
        """Provider it belongs to."""
        label: Required[str]
        """The key, shortened so that it cannot be used (`sk-...cdef`)."""
        name: str | None
        """Name you gave it."""
        workspace_id: Required[str | None]
        """Workspace it belongs to, a UUID."""
        created_at: Required[str]
        """When it was stored (ISO 8601)."""
        sort_order: Required[int]
        """Its place among the keys for the provider; the lowest is tried first."""
        disabled: Required[bool]
        """Whether it is out of use."""
        is_fallback: Required[bool]
        """Whether it is used only after OpenRouter's own endpoints failed."""
        is_required: Required[bool]
        """Whether OpenRouter's own endpoints at the provider are off for the models that the key is for; those
        run on your keys or not at all."""
        is_byok_only: Required[bool]
        """Whether OpenRouter's own endpoints at the provider are off for all models; the provider is passed over
        rather than paid from credits."""
        allowed_models: Required[Sequence[str] | None]
        """Models it may be used for; null for all."""
        allowed_api_key_hashes: Required[Sequence[str] | None]
        """OpenRouter keys that may use it, by hash; null for all."""
        allowed_user_ids: Required[Sequence[str] | None]
        """Users that may use it; null for all."""
        declared_zdr: Required[bool | None]
        """Whether you say that your account there keeps no data; null when you said nothing."""
        declared_region: Required[_m.DataRegion | None]
        """Region that you say your account there computes in; null when you said nothing."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BYOKKey(_Model):
    """A provider key that the account brought along, without its text."""

    id: str
    """Its id, a UUID."""
    provider: _m.ProviderSlug
    """Provider it belongs to."""
    label: str
    """The key, shortened so that it cannot be used (`sk-...cdef`)."""
    name: str | None = None
    """Name you gave it."""
    workspace_id: str | None
    """Workspace it belongs to, a UUID."""
    created_at: str
    """When it was stored (ISO 8601)."""
    sort_order: int
    """Its place among the keys for the provider; the lowest is tried first."""
    disabled: bool
    """Whether it is out of use."""
    is_fallback: bool
    """Whether it is used only after OpenRouter's own endpoints failed."""
    is_required: bool
    """Whether OpenRouter's own endpoints at the provider are off for the models that the key is for; those run
    on your keys or not at all."""
    is_byok_only: bool
    """Whether OpenRouter's own endpoints at the provider are off for all models; the provider is passed over
    rather than paid from credits."""
    allowed_models: list[str]
    """Models it may be used for; null for all."""
    allowed_api_key_hashes: list[str]
    """OpenRouter keys that may use it, by hash; null for all."""
    allowed_user_ids: list[str]
    """Users that may use it; null for all."""
    declared_zdr: bool | None
    """Whether you say that your account there keeps no data; null when you said nothing."""
    declared_region: _m.DataRegion | None
    """Region that you say your account there computes in; null when you said nothing."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "provider": "provider",
            "label": "label",
            "name": "name",
            "workspace_id": "workspace_id",
            "created_at": "created_at",
            "sort_order": "sort_order",
            "disabled": "disabled",
            "is_fallback": "is_fallback",
            "is_required": "is_required",
            "is_byok_only": "is_byok_only",
            "allowed_models": "allowed_models",
            "allowed_api_key_hashes": "allowed_api_key_hashes",
            "allowed_user_ids": "allowed_user_ids",
            "declared_zdr": "declared_zdr",
            "declared_region": "declared_region",
        },
        scalars=(
            "id",
            "provider",
            "label",
            "name",
            "workspace_id",
            "created_at",
            "sort_order",
            "disabled",
            "is_fallback",
            "is_required",
            "is_byok_only",
            "declared_zdr",
            "declared_region",
        ),
        required=(
            "workspace_id",
            "allowed_models",
            "allowed_api_key_hashes",
            "allowed_user_ids",
            "declared_zdr",
            "declared_region",
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
        self.provider = get("provider")
        self.label = get("label")
        self.name = get("name")
        self.workspace_id = get("workspace_id")
        self.created_at = get("created_at")
        self.sort_order = get("sort_order")
        self.disabled = get("disabled")
        self.is_fallback = get("is_fallback")
        self.is_required = get("is_required")
        self.is_byok_only = get("is_byok_only")
        v = get("allowed_models")
        self.allowed_models = [] if v is None else copy_json(v)
        v = get("allowed_api_key_hashes")
        self.allowed_api_key_hashes = [] if v is None else copy_json(v)
        v = get("allowed_user_ids")
        self.allowed_user_ids = [] if v is None else copy_json(v)
        self.declared_zdr = get("declared_zdr")
        self.declared_region = get("declared_region")
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
        if "workspace_id" not in src_dict:
            marks["workspace_id"] = False
        if get("allowed_models") is None:
            marks["allowed_models"] = ("allowed_models" in src_dict, self.allowed_models)
        if get("allowed_api_key_hashes") is None:
            marks["allowed_api_key_hashes"] = ("allowed_api_key_hashes" in src_dict, self.allowed_api_key_hashes)
        if get("allowed_user_ids") is None:
            marks["allowed_user_ids"] = ("allowed_user_ids" in src_dict, self.allowed_user_ids)
        if "declared_zdr" not in src_dict:
            marks["declared_zdr"] = False
        if "declared_region" not in src_dict:
            marks["declared_region"] = False
        return self

    @property
    def created_time(self) -> _datetime | None:
        """`created_at` as a datetime with its time zone; None where there is none."""
        return as_datetime(self.created_at)


_KEYS: Final = BYOKKey.wire.keys
