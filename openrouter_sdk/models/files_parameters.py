# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..types import Model as _Model
from ..types import Wire, new_extras, read_extras

if TYPE_CHECKING:
    from typing import TypedDict

    class FilesParametersTypedDict(TypedDict, total=False):
        """Settings of reading files; none are known."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FilesParameters(_Model):
    """Settings of reading files; none are known."""

    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {},
        scalars=(),
        required=(),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        given: Any = src_dict
        if not isinstance(given, Mapping):
            return super().from_dict(src_dict)
        self.additional_properties = read_extras(src_dict)
        return self
