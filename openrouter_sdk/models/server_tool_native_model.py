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

    class ServerToolNativeModelTypedDict(TypedDict, total=False):
        """A model whose providers run a tool themselves."""

        slug: Required[str]
        """Id of the model."""
        providers: Required[Sequence[str]]
        """The providers, by name."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ServerToolNativeModel(_Model):
    """A model whose providers run a tool themselves."""

    slug: str
    """Id of the model."""
    providers: list[str]
    """The providers, by name."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "slug": "slug",
            "providers": "providers",
        },
        scalars=("slug",),
        required=("providers",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.slug = get("slug")
        v = get("providers")
        self.providers = [] if v is None else copy_json(v)
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
        if get("providers") is None:
            marks["providers"] = ("providers" in src_dict, self.providers)
        return self


_KEYS: Final = ServerToolNativeModel.wire.keys
