"""The Python of the contract's properties: names, types, and the expressions that read them from JSON.

Templates lay it out; they get at it with `{% set python = openapi | python %}`.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import AnyProperty, LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema import UntrustedString
from openapi_python_client.strings import (
    ClassName,
    in_double_quote_literal,
    safe_for_docstring,
    snake_case,
)

_COPY = "copy_json(v)"


def attribute(prop: PropertyProtocol) -> str:
    """The attribute for a JSON key: the key itself where Python allows it."""
    key = prop.name.get_untrusted_value()
    usable = key.isidentifier() and not keyword.iskeyword(key) and not key.startswith("_")
    return key if usable else str(prop.python_name)


def literal(prop: PropertyProtocol) -> str:
    """The JSON key as a Python literal."""
    return f'"{in_double_quote_literal(prop.name)}"'


def description(model: ModelProperty, prop: PropertyProtocol) -> str:
    """What the contract says of a property; a description beside a $ref lives on the reference."""
    raw: Any = (model.data.properties or {}).get(prop.name)
    own = getattr(raw, "description", None) or (getattr(raw, "model_extra", None) or {}).get("description")
    return safe_for_docstring(own or prop.description or "").strip()


def extension(data: Any, key: str) -> Any:
    """The value of an `x-` key of the contract; "" without it."""
    return (data.model_extra or {}).get(key, "")


def parser(class_name: str) -> str:
    """The name of the function that reads a union."""
    return f"parse_{snake_case(class_name)}"


def is_nullable(prop: PropertyProtocol) -> bool:
    """Whether null is one of its values."""
    if isinstance(prop, UnionProperty):
        return any(isinstance(inner, NoneProperty) for inner in prop.inner_properties)
    return isinstance(prop, NoneProperty | AnyProperty)


def _not_null(prop: UnionProperty) -> Iterator[PropertyProtocol]:
    return (inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty))


def _is_map(prop: PropertyProtocol) -> bool:
    return isinstance(prop, ModelProperty) and bool(extension(prop.data, "x-map"))


def _stand_in(prop: PropertyProtocol) -> str:
    """What an absent or null property reads as where it is required: "[]", "{}", or "" for None."""
    if not prop.required:
        return ""
    if isinstance(prop, UnionProperty) and is_nullable(prop) and len(prop.inner_properties) == 2:
        return "[]" if any(isinstance(inner, ListProperty) for inner in prop.inner_properties) else ""
    return "[]" if isinstance(prop, ListProperty) else "{}" if isinstance(prop, ModelProperty) else ""


def _text(value: Any) -> str:
    return value.get_untrusted_value() if isinstance(value, UntrustedString) else str(value)


def _class_of(reference: str) -> str:
    return str(ClassName(reference.rsplit("/", 1)[-1], ""))


@dataclass(frozen=True)
class Field:
    """A property of a model, as the templates lay it out.

    Attributes:
        attribute: Its Python name.
        key: Its JSON name, as a literal.
        description: What the contract says of it.
        required: Whether the contract requires it.
        annotation: The type of the attribute.
        accepts: What a caller may give in its place: models or dict literals, any sequence or mapping.
        default: The value of a constant, "" for all others.
        reader: The expression that reads the JSON value `v`; "" where it may be taken as it is.
        item: The expression that reads the object `i` in a required list; "" for all others.
        stands_in: Whether something empty stands in for a missing value.
        marked: Whether the model has to remember that the key was absent or null.
        is_secret: Whether it holds a credential.
        parsed: Further properties that read it: their names, and "decimal", "datetime" or "date".
    """

    attribute: str
    key: str
    description: str
    required: bool
    annotation: str
    accepts: str
    default: str
    reader: str
    item: str
    stands_in: bool
    marked: bool
    is_secret: bool
    parsed: dict[str, str]

    @property
    def is_renamed(self) -> bool:
        """Whether its Python name is not the JSON name."""
        return self.key != f'"{self.attribute}"'


class Python:
    """The Python of one contract.

    Args:
        openapi: The contract, as the generator read it.
    """

    def __init__(self, openapi: GeneratorData) -> None:
        # a reference to a map does not know the values of the map
        self._values = {str(model.class_info.name): model.additional_properties for model in openapi.models}
        self._unions = [
            (model, _text(model.data.discriminator.propertyName))
            for model in openapi.models
            if model.data.discriminator
        ]

    def fields(self, model: ModelProperty) -> list[Field]:
        """The properties of a model, in the order of the contract."""
        known = [*(model.required_properties or ()), *(model.optional_properties or ())]
        by_key = {prop.name.get_untrusted_value(): prop for prop in known}
        return [self._field(model, by_key[key]) for key in model.data.properties or () if key in by_key]

    def _field(self, model: ModelProperty, prop: PropertyProtocol) -> Field:
        stand_in = _stand_in(prop)
        raw = (model.data.properties or {})[prop.name]
        return Field(
            attribute=attribute(prop),
            key=literal(prop),
            description=description(model, prop),
            required=prop.required,
            annotation=self._attribute_annotation(prop),
            accepts=self._or_none(prop, self.accepts(prop)),
            default=prop.default.python_code.as_unembedded_code() if prop.required and prop.default else "",
            reader=self._reader(prop),
            item=self._object(prop.inner_property, "i") if stand_in == "[]" and isinstance(prop, ListProperty) else "",
            stands_in=bool(stand_in),
            marked=prop.required and (bool(stand_in) or is_nullable(prop)),
            is_secret=bool(extension(raw, "x-secret")),
            parsed=extension(raw, "x-parsed") or {},
        )

    def annotation(self, prop: PropertyProtocol) -> str:
        """The type that a value has after reading, without its null."""
        match prop:
            case UnionProperty():
                return " | ".join(self.annotation(inner) for inner in _not_null(prop))
            case ListProperty():
                return f"list[{self._or_none(prop.inner_property, self.annotation(prop.inner_property))}]"
            case ModelProperty() if _is_map(prop):
                values = self._map_values(prop)
                return f"dict[str, {self._or_none(values, self.annotation(values))}]"
            case ModelProperty() | LiteralEnumProperty():
                return f"_m.{prop.class_info.name}"
            case NoneProperty():
                return "None"
            case AnyProperty():
                return "Any"
            case ConstProperty():
                return f"Literal[{prop.value.python_code.as_unembedded_code()}]"
            case FileProperty():
                return "FileLike"
            case _:
                return prop.get_base_type_string().as_unembedded_code()

    def accepts(self, prop: PropertyProtocol) -> str:
        """The type of what a caller may give, without its null."""
        match prop:
            case UnionProperty():
                return " | ".join(self.accepts(inner) for inner in _not_null(prop))
            case ListProperty():
                return f"Sequence[{self._or_none(prop.inner_property, self.accepts(prop.inner_property))}]"
            case ModelProperty() if _is_map(prop):
                values = self._map_values(prop)
                return f"Mapping[str, {self._or_none(values, self.accepts(values))}]"
            case ModelProperty():
                return f"_m.{prop.class_info.name} | _m.{prop.class_info.name}TypedDict"
            case _:
                return self.annotation(prop)

    @staticmethod
    def _or_none(prop: PropertyProtocol, text: str) -> str:
        return f"{text} | None" if is_nullable(prop) and text not in {"Any", "None"} else text

    def _attribute_annotation(self, prop: PropertyProtocol) -> str:
        text = self.annotation(prop)
        missing = not _stand_in(prop) and (not prop.required or is_nullable(prop))
        return f"{text} | None" if missing and text not in {"Any", "None"} else text

    def _object(self, prop: PropertyProtocol, value: str) -> str:
        """The expression that reads a JSON object; "" where the property holds none, or takes it as it is."""
        match prop:
            case UnionProperty():
                return next(filter(None, (self._object(inner, value) for inner in prop.inner_properties)), "")
            case ModelProperty() if _is_map(prop):
                inner = self._object(self._map_values(prop), "x")
                if not inner:
                    return f"copy_json({value})"
                return f"{{k: {inner} if x.__class__ is dict else copy_json(x) for k, x in {value}.items()}}"
            case ModelProperty() if prop.data.discriminator:
                return f"_m.{parser(prop.class_info.name)}({value})"
            case ModelProperty():
                return f"_m.{prop.class_info.name}.from_dict({value})"
            case _:
                return ""

    def _array(self, prop: PropertyProtocol, value: str) -> str:
        """The same for a JSON array."""
        match prop:
            case UnionProperty():
                return next(filter(None, (self._array(inner, value) for inner in prop.inner_properties)), "")
            case ListProperty():
                inner = self._object(prop.inner_property, "i")
                return (
                    f"[{inner} if i.__class__ is dict else copy_json(i) for i in {value}]"
                    if inner
                    else f"copy_json({value})"
                )
            case _:
                return ""

    def _reader(self, prop: PropertyProtocol) -> str:
        read_object, read_array = self._object(prop, "v"), self._array(prop, "v")
        if not (read_object or read_array):
            return ""
        # what else it may be is copied, so a plain list or object needs no branch of its own
        arrays = f"{read_array} if v.__class__ is list else " if read_array not in {"", _COPY} else ""
        objects = f"{read_object} if v.__class__ is dict else " if read_object not in {"", _COPY} else ""
        if _stand_in(prop) == "[]":
            return f"{arrays}[] if v is None else {_COPY}"
        if _stand_in(prop):
            empty = "{}" if _is_map(prop) else self._object(prop, "{}")
            return f"{objects}{empty} if v is None else {_COPY}"
        text = isinstance(prop, UnionProperty) and any(
            isinstance(inner, StringProperty | LiteralEnumProperty) for inner in prop.inner_properties
        )
        return f"v if {'v.__class__ in ATOMS' if text else 'v is None'} else {objects}{arrays}{_COPY}"

    def _map_values(self, prop: ModelProperty) -> PropertyProtocol:
        values = self._values[prop.class_info.name]
        assert values is not None, f"{prop.class_info.name} is a map without a type of its values"
        return values

    def members(self, union: ModelProperty) -> dict[str, str]:
        """The classes of a union by the value of their tag."""
        assert union.data.discriminator is not None
        mapping = union.data.discriminator.mapping or {}
        return {_text(value): _class_of(_text(reference)) for value, reference in mapping.items()}

    def default_member(self, union: ModelProperty) -> str:
        """The class that stands for every other tag of a union; "" where there is none."""
        reference = extension(union.data, "x-default-mapping")
        return _class_of(reference) if reference else ""

    def tag(self, model: ModelProperty) -> list[str]:
        """The tag of a member of a union, and its values; empty where other values may be its own, too."""
        name = str(model.class_info.name)
        for union, key in self._unions:
            values = [value for value, member in self.members(union).items() if member == name]
            if values and self.default_member(union) != name:
                return [key, *values]
        return []

    def all_members(self, union: ModelProperty) -> list[str]:
        """The classes of a union, each once."""
        return list(filter(None, dict.fromkeys([*self.members(union).values(), self.default_member(union)])))

    # what the templates ask for by itself
    attribute = staticmethod(attribute)
    literal = staticmethod(literal)
    description = staticmethod(description)
    extension = staticmethod(extension)
    parser = staticmethod(parser)
