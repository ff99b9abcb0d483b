# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import Model, new_extras, read_extras


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UnknownModel(Model):
    """An object of a kind the contract does not know. Its keys read as attributes; it writes back what it was."""

    additional_properties: dict[str, Any] = _field(factory=new_extras)

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object."""
        self = cls.__new__(cls)
        given: Any = src_dict
        if not isinstance(given, Mapping):
            return super().from_dict(src_dict)
        self.additional_properties = read_extras(src_dict)
        return self

    if TYPE_CHECKING:
        # A literal that no member uses lets type checkers narrow a union by its tag.
        @property
        def type(self) -> Literal["<unknown>"]: ...
        @property
        def role(self) -> Literal["<unknown>"]: ...
        @property
        def id(self) -> Literal["<unknown>"]: ...

    def __getattr__(self, name: str) -> Any:
        if name == "additional_properties" or name.startswith("__") or name not in self.additional_properties:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self.additional_properties[name]
