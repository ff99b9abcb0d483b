"""Classes that hold fields, told to pydantic as TypedDicts whose values go to the class's own constructor.

So dataclasses, attrs classes, msgspec structs, named tuples and TypedDicts are treated alike, at any depth, recursive
and generic ones included, and their own checks run.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
import operator
import types
from collections import abc
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Annotated, Any, Literal, NewType, TypeVar, Union, get_args, get_origin

import typing_extensions as te
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticSerializationError, to_jsonable_python

from openrouter_sdk.types import Model

from .docstrings import documentation
from .hints import hints_of

# A checker takes it for a declaration, and wants it written as one.
_typed_dict: Any = te.TypedDict
_item: Any = operator.getitem
_QUALIFIERS: tuple[Any, ...] = (te.Required, te.NotRequired, te.ReadOnly)
_ITERATED: dict[Any, tuple[Any, ...]] = {
    abc.Iterable: (),
    abc.Collection: (),
    abc.Iterator: (AfterValidator(iter),),
    abc.Generator: (AfterValidator(lambda items: (item for item in items)),),
}
"""Kinds of items one after the other that are read from a list, and what makes them of it."""
_CALLED: tuple[type[Any], ...] = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, functools.partial)
"""What pydantic would read the arguments of, and call with them."""
_MSGSPEC_META = ("gt", "ge", "lt", "le", "multiple_of", "pattern", "min_length", "max_length", "description")


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """A field of a class, or a parameter of a function."""

    name: str
    hint: Any
    default: Any = inspect.Parameter.empty
    """Left out of the schema if JSON has no form for it."""
    required: bool = True
    description: str | None = None


class Twins:
    """Makes hints fit for pydantic.

    Args:
        strict: Whether a field with a default is one that may be null: strict schemas know no optional ones.

    Raises:
        TypeError: In a hint stands what is no type: a function, or a value of a class.
    """

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._made: dict[Any, Any] = {}

    def hint(self, hint: Any, variables: Mapping[Any, Any] | None = None) -> Any:
        """The hint with all classes in it that pydantic does not know, or knows otherwise, replaced."""
        given = hint
        if isinstance(hint, dataclasses.InitVar):
            return self.hint(given.type, variables)
        if isinstance(hint, NewType):
            return self.hint(hint.__supertype__, variables)
        if isinstance(hint, TypeVar):
            return hint if variables is None else variables.get(hint, hint)
        origin, inner = get_origin(hint), get_args(hint)
        kind = origin or hint
        if isinstance(kind, type) and kind in _ITERATED:
            # pydantic would look at each item only when somebody takes it
            items = types.GenericAlias(list, (self.hint(inner[0], variables) if inner else Any,))
            return _annotated(items, *_ITERATED[kind])
        if origin is Annotated:
            return _annotated(self.hint(inner[0], variables), *map(_note, inner[1:]))
        if is_record(kind):
            return self._record(kind, tuple(self.hint(one, variables) for one in inner))
        if isinstance(hint, _CALLED) or (dataclasses.is_dataclass(hint) and not isinstance(hint, type)):
            raise TypeError(f"no JSON Schema for {hint!r:.60}: it is no type")
        if origin in (Literal, type) or not inner:
            return hint
        made = tuple(self.hint(one, variables) for one in inner)
        return Union[made] if origin in (Union, types.UnionType) else _item(kind, made)  # noqa: UP007 - of a tuple

    def fields(self, name: str, slots: list[Slot]) -> Any:
        """A TypedDict of these fields and no others."""
        return self._fill(_typed_dict(name, {}), slots)

    def _record(self, cls: Any, inner: tuple[Any, ...]) -> Any:
        key = (cls, inner)
        if key not in self._made:
            twin = _typed_dict(cls.__name__, {})
            twin.__module__, twin.__qualname__ = cls.__module__, cls.__qualname__
            made = twin
            if self._strict:
                nullable = {slot.name for slot in slots_of(cls) if not slot.required}
                made = Annotated[made, BeforeValidator(_without_nulls(nullable))]
            if not te.is_typeddict(cls):
                made = Annotated[made, AfterValidator(_maker(cls))]
            # before the fields are looked at: a class may hold itself
            self._made[key] = made
            variables = dict(zip(getattr(cls, "__parameters__", ()), inner, strict=False))
            own = cls.__dict__.get("__doc__") or ""
            told = "" if own.startswith(f"{cls.__name__}(") else documentation(own).text
            self._fill(twin, slots_of(cls), told, variables, getattr(cls, "__pydantic_config__", None))
        return self._made[key]

    def _fill(
        self,
        twin: Any,
        slots: list[Slot],
        description: str = "",
        variables: Mapping[Any, Any] | None = None,
        config: ConfigDict | None = None,
    ) -> Any:
        twin.__annotations__ = {slot.name: self._field(slot, variables) for slot in slots}
        twin.__required_keys__ = frozenset(slot.name for slot in slots if slot.required)
        twin.__optional_keys__ = frozenset(slot.name for slot in slots if not slot.required)
        twin.__doc__ = description or None
        twin.__pydantic_config__ = config or ConfigDict(extra="forbid")
        return twin

    def _field(self, slot: Slot, variables: Mapping[Any, Any] | None) -> Any:
        made = self.hint(slot.hint, variables)
        if self._strict and not slot.required:
            # The notes of the hint stay at what is not null.
            made = Union[made, None]  # noqa: UP007 - of values
        notes: dict[str, Any] = {}
        if slot.description and not _described(slot.hint):
            notes["description"] = slot.description
        if not slot.required and not hasattr(slot.default, "_fields"):
            with suppress(PydanticSerializationError):
                notes["json_schema_extra"] = {"default": to_jsonable_python(slot.default, inf_nan_mode="strings")}
        return _annotated(made, Field(**notes)) if notes else made


def is_record(cls: Any) -> bool:
    """Whether it is a class that holds fields and is not one of pydantic's own.

    The SDK's models are: as fields of pydantic they take any value, and what a language model says is to be checked.
    """
    if not isinstance(cls, type):
        return False
    names: set[str] = set(dir(cls))
    if names & {"__get_pydantic_core_schema__", "__pydantic_validator__"} and not issubclass(cls, Model):
        return False
    marks = {"__dataclass_fields__", "__attrs_attrs__", "__struct_fields__"}
    return bool(names & marks) or te.is_typeddict(cls) or ("_fields" in names and issubclass(cls, tuple))


def slots_of(cls: Any) -> list[Slot]:
    """What the constructor of a class takes, or the keys of a TypedDict."""
    hints, told = hints_of(cls), documentation(cls.__dict__.get("__doc__")).parameters
    if te.is_typeddict(cls):
        return [_key_slot(cls, name, hint, told.get(name)) for name, hint in hints.items()]
    fields: dict[str, Any] = {}
    for field in (*getattr(cls, "__attrs_attrs__", ()), *getattr(cls, "__dataclass_fields__", {}).values()):
        fields[getattr(field, "alias", None) or field.name] = field
    slots: list[Slot] = []
    for parameter in inspect.signature(cls).parameters.values():
        field = fields.get(parameter.name)
        hint = hints.get(field.name if field is not None else parameter.name, Any)
        required = parameter.default is inspect.Parameter.empty
        default = getattr(field, "default", parameter.default)
        description = getattr(field, "metadata", {}).get("description") or told.get(parameter.name)
        slots.append(Slot(parameter.name, hint, default, required, description))
    return slots


def _key_slot(cls: Any, name: str, hint: Any, description: str | None) -> Slot:
    required = name in cls.__required_keys__
    # Of the hints, not of the class alone: that one cannot look into hints that are texts.
    while get_origin(hint) in _QUALIFIERS:
        required = {te.Required: True, te.NotRequired: False}.get(get_origin(hint), required)
        (hint,) = get_args(hint)
    return Slot(name, hint, object(), required, description)


def _maker(cls: Any) -> Callable[[dict[str, Any]], Any]:
    def make(values: dict[str, Any]) -> Any:
        try:
            return cls(**values)
        except Exception as error:
            # whatever a constructor refuses a value with, it is the value that does not fit
            raise ValueError(f"{cls.__name__}: {error}") from error

    return make


def _without_nulls(names: set[str]) -> Callable[[Any], Any]:
    def drop(value: Any) -> Any:
        given = value
        if not isinstance(value, dict):
            return value
        return {key: one for key, one in given.items() if one is not None or key not in names}

    return drop


def _annotated(hint: Any, *notes: Any) -> Any:
    # Not `Annotated[hint, *notes]`: type checkers take that for a hint.
    return _item(Annotated, (hint, *notes)) if notes else hint


def _note(note: Any) -> Any:
    """A note of an `Annotated` hint, as pydantic has it: a text describes, as `Doc` does; msgspec's are translated."""
    if isinstance(note, str):
        return Field(description=note)
    if isinstance(note, te.Doc):
        return Field(description=note.documentation)
    if type(note).__module__.startswith("msgspec") and type(note).__name__ == "Meta":
        given = {name: getattr(note, name, None) for name in _MSGSPEC_META}
        return Field(**{name: value for name, value in given.items() if value is not None})
    return note


def _described(hint: Any) -> bool:
    return any(getattr(_note(note), "description", None) for note in getattr(hint, "__metadata__", ()))
