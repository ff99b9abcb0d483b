# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ChatJSONSchemaConfigTypedDict(TypedDict, total=False):
        """A named JSON Schema."""

        name: Required[str]
        """Name of the schema, up to 64 letters, digits, `_` and `-`."""
        description: str
        """Tells the model what the object is for."""
        schema: Mapping[str, Any]
        """The JSON Schema itself."""
        strict: bool | None
        """Holds the model to the schema exactly."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatJSONSchemaConfig(_Model):
    """A named JSON Schema."""

    name: str
    """Name of the schema, up to 64 letters, digits, `_` and `-`."""
    description: str | None = None
    """Tells the model what the object is for."""
    schema: dict[str, Any] | None = None
    """The JSON Schema itself."""
    strict: bool | None = None
    """Holds the model to the schema exactly."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "name": "name",
            "description": "description",
            "schema": "schema",
            "strict": "strict",
        },
        scalars=(
            "name",
            "description",
            "strict",
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
        self.name = get("name")
        self.description = get("description")
        v = get("schema")
        self.schema = v if v is None else copy_json(v)
        self.strict = get("strict")
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


_KEYS: Final = ChatJSONSchemaConfig.wire.keys
