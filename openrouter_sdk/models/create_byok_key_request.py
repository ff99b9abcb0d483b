# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import SecretModel as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateBYOKKeyRequestTypedDict(TypedDict, total=False):
        """A provider key to store."""

        provider: Required[_m.ProviderSlug]
        """Provider it belongs to."""
        key: Required[str]
        """The key, in the form that the provider gives it; some (Azure, Amazon Bedrock, Google Vertex) need JSON
        as text."""
        name: str | None
        """A name for it, up to 255 characters."""
        workspace_id: str
        """Workspace it is for, a UUID. Default: that of the API key."""
        disabled: bool
        """Stores it out of use. Default false."""
        is_fallback: bool
        """Uses it only after OpenRouter's own endpoints failed. Default false. Does not go together with
        `is_byok_only`."""
        is_required: bool
        """Switches OpenRouter's own endpoints at the provider off for the models that the key is for; those run
        on your keys or not at all. Default false."""
        is_byok_only: bool
        """Switches OpenRouter's own endpoints at the provider off for all models; the provider is passed over
        rather than paid from credits. Default false. Does not go together with `is_fallback`."""
        allowed_models: Sequence[str] | None
        """Models it may be used for, at most 100; null for all."""
        allowed_api_key_hashes: Sequence[str] | None
        """OpenRouter keys that may use it, 1 to 100 hashes of 64 hexadecimal digits; null for all."""
        allowed_user_ids: Sequence[str] | None
        """Users that may use it, at most 100; null for all."""
        declared_zdr: bool | None
        """Your word that your account there keeps no data (true) or does (false), for requests that ask for zero
        data retention. Null goes by OpenRouter's own records."""
        declared_region: _m.DataRegion | None
        """Your word on the region that your account there computes in, for requests to OpenRouter's regional
        hosts. Null goes by OpenRouter's own records."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateBYOKKeyRequest(_Model):
    """A provider key to store."""

    provider: _m.ProviderSlug
    """Provider it belongs to."""
    key: str
    """The key, in the form that the provider gives it; some (Azure, Amazon Bedrock, Google Vertex) need JSON as
    text."""
    name: str | None = None
    """A name for it, up to 255 characters."""
    workspace_id: str | None = None
    """Workspace it is for, a UUID. Default: that of the API key."""
    disabled: bool | None = None
    """Stores it out of use. Default false."""
    is_fallback: bool | None = None
    """Uses it only after OpenRouter's own endpoints failed. Default false. Does not go together with
    `is_byok_only`."""
    is_required: bool | None = None
    """Switches OpenRouter's own endpoints at the provider off for the models that the key is for; those run on
    your keys or not at all. Default false."""
    is_byok_only: bool | None = None
    """Switches OpenRouter's own endpoints at the provider off for all models; the provider is passed over rather
    than paid from credits. Default false. Does not go together with `is_fallback`."""
    allowed_models: list[str] | None = None
    """Models it may be used for, at most 100; null for all."""
    allowed_api_key_hashes: list[str] | None = None
    """OpenRouter keys that may use it, 1 to 100 hashes of 64 hexadecimal digits; null for all."""
    allowed_user_ids: list[str] | None = None
    """Users that may use it, at most 100; null for all."""
    declared_zdr: bool | None = None
    """Your word that your account there keeps no data (true) or does (false), for requests that ask for zero
    data retention. Null goes by OpenRouter's own records."""
    declared_region: _m.DataRegion | None = None
    """Your word on the region that your account there computes in, for requests to OpenRouter's regional hosts.
    Null goes by OpenRouter's own records."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "provider": "provider",
            "key": "key",
            "name": "name",
            "workspace_id": "workspace_id",
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
            "provider",
            "key",
            "name",
            "workspace_id",
            "disabled",
            "is_fallback",
            "is_required",
            "is_byok_only",
            "declared_zdr",
            "declared_region",
        ),
        required=(),
        secrets=("key",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.provider = get("provider")
        self.key = get("key")
        self.name = get("name")
        self.workspace_id = get("workspace_id")
        self.disabled = get("disabled")
        self.is_fallback = get("is_fallback")
        self.is_required = get("is_required")
        self.is_byok_only = get("is_byok_only")
        v = get("allowed_models")
        self.allowed_models = v if v is None else copy_json(v)
        v = get("allowed_api_key_hashes")
        self.allowed_api_key_hashes = v if v is None else copy_json(v)
        v = get("allowed_user_ids")
        self.allowed_user_ids = v if v is None else copy_json(v)
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
        return self


_KEYS: Final = CreateBYOKKeyRequest.wire.keys
