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

    class ChatFunctionDefinitionTypedDict(TypedDict, total=False):
        """What a function is called, does and takes."""

        name: Required[str]
        """Name of the function, up to 64 characters."""
        description: str
        """What it does and when to call it; the model reads this."""
        parameters: Mapping[str, Any]
        """JSON Schema of the arguments."""
        strict: bool | None
        """Holds the arguments to the schema exactly."""
        defer_loading: bool
        """Keeps the tool out of the prompt until a search finds it. Default false."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatFunctionDefinition(_Model):
    """What a function is called, does and takes."""

    name: str
    """Name of the function, up to 64 characters."""
    description: str | None = None
    """What it does and when to call it; the model reads this."""
    parameters: dict[str, Any] | None = None
    """JSON Schema of the arguments."""
    strict: bool | None = None
    """Holds the arguments to the schema exactly."""
    defer_loading: bool | None = None
    """Keeps the tool out of the prompt until a search finds it. Default false."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "name": "name",
            "description": "description",
            "parameters": "parameters",
            "strict": "strict",
            "defer_loading": "defer_loading",
        },
        scalars=(
            "name",
            "description",
            "strict",
            "defer_loading",
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
        v = get("parameters")
        self.parameters = v if v is None else copy_json(v)
        self.strict = get("strict")
        self.defer_loading = get("defer_loading")
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


_KEYS: Final = ChatFunctionDefinition.wire.keys
