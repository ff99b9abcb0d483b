"""The shape of a type, and of what a function takes: a JSON Schema, and the way from JSON to the value."""

from __future__ import annotations

import functools
import inspect
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Generic, TypeVar, cast

from pydantic import PydanticUserError, TypeAdapter, ValidationError
from pydantic.errors import PydanticInvalidForJsonSchema

from .docstrings import Documentation, documentation
from .hints import hints_of
from .misfit import Fault, Misfit
from .tidy import strict_schema, tidy_schema
from .twins import Slot, Twins

T = TypeVar("T")

_LONG_NUMBER = re.compile(r"\d{309}")
_VARIADIC = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


class TypeShape(Generic[T]):
    """A type as JSON Schema, and JSON as its values.

    Args:
        hint: Any hint that pydantic knows, attrs classes, msgspec structs, and what is made of all these.
        strict: Whether the schema is a strict one: every field is required, and one with a default may be null.

    Raises:
        TypeError: The hint has no JSON Schema.
    """

    def __init__(self, hint: type[T] | Any, *, strict: bool = False) -> None:
        made = Twins(strict=strict).hint(hint)
        self._strict = strict
        self._adapter, schema = _adapter(made)
        self.json_schema: dict[str, Any] = strict_schema(schema) if strict else schema
        """The schema; texts that only repeat names are left out."""

    def convert(self, value: Any) -> T:
        """The Python value of a JSON value.

        Numbers in texts are read as numbers, where numbers are wanted, and so on: models write them so.

        Raises:
            Misfit: It does not fit; names the paths.
        """
        return cast("T", _validated(self._adapter, value, self.json_schema if self._strict else None))


class CallShape:
    """What a function takes, by name, as a JSON Schema of an object; and the call with such an object.

    `*args` and `**kwargs` stay empty. What a `functools.partial` has fixed is not shown.

    Args:
        function: Anything that can be called; its hints are those of the function below.
        hidden: Says of a hint whether its parameter is not to be filled from JSON.
        strict: Whether the schema is a strict one: every parameter is required, and one with a default may be null.

    Raises:
        TypeError: A hint cannot be resolved, or has no JSON Schema; names the parameter.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        *,
        hidden: Callable[[Any], bool] = lambda _hint: False,
        strict: bool = False,
    ) -> None:
        below, fixed = _below(function)
        self.documentation: Documentation = documentation(inspect.getdoc(below) or inspect.getdoc(function))
        try:
            self._signature = inspect.signature(function)
        except ValueError as error:
            raise TypeError(str(error)) from None  # a class or function of C that tells none
        try:
            hints = hints_of(below)
        except NameError as error:
            raise TypeError(f"a hint names something that is not in sight: {error}") from None
        self.hidden: list[str] = []
        """Names of the parameters that are not filled from JSON."""
        slots: list[Slot] = []
        for name, parameter in self._signature.parameters.items():
            hint = hints.get(name, Any)
            if parameter.kind in _VARIADIC or name in fixed:
                continue
            if hidden(hint):
                self.hidden.append(name)
                continue
            required = parameter.default is inspect.Parameter.empty
            told = self.documentation.parameters.get(name)
            slots.append(Slot(name, hint, parameter.default, required, told))
        self._strict = strict
        self._nullable = {slot.name for slot in slots if strict and not slot.required}
        self._adapter, schema = _adapter_of(slots, strict=strict)
        self.json_schema: dict[str, Any] = strict_schema(schema) if strict else schema
        """The schema of the object; texts that only repeat names are left out."""

    def convert(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The Python values of JSON values, by name; those with a default may be missing.

        Raises:
            Misfit: They do not fit; names the paths.
        """
        given = {key: value for key, value in values.items() if value is not None or key not in self._nullable}
        return cast("dict[str, Any]", _validated(self._adapter, given, self.json_schema if self._strict else None))

    def bind(self, values: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """The arguments of a call with these values, the hidden ones among them."""
        positional: list[Any] = []
        named = dict(values)
        for name, parameter in self._signature.parameters.items():
            if parameter.kind is inspect.Parameter.POSITIONAL_ONLY:
                positional.append(named.pop(name, parameter.default))
        return positional, named


def _below(function: Any) -> tuple[Any, set[str]]:
    """The function below partials, wrappers and callable objects, and the names that partials have fixed."""
    fixed: set[str] = set()
    while isinstance(given := function, functools.partial):
        fixed.update(given.keywords)
        function = given.func
    if not (inspect.isroutine(function) or isinstance(function, type)):
        function = type(function).__call__
    return function, fixed


def _adapter_of(slots: list[Slot], *, strict: bool) -> tuple[TypeAdapter[Any], dict[str, Any]]:
    """The adapter of an object with these fields; where it cannot be made, the field at fault is named."""
    try:
        return _adapter(Twins(strict=strict).fields("arguments", slots))
    except TypeError:
        for slot in slots:
            try:
                _adapter(Twins(strict=strict).hint(slot.hint))
            except TypeError as error:
                raise TypeError(f"parameter {slot.name!r}: {error}") from None
        raise


def _adapter(hint: Any) -> tuple[TypeAdapter[Any], dict[str, Any]]:
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(hint)
        return adapter, tidy_schema(adapter.json_schema())
    except (PydanticUserError, PydanticInvalidForJsonSchema, NameError) as error:
        why = str(error).partition("\n")[0].partition(". Set `arbitrary")[0]
        if "schema for <class" in why:
            why += "; dataclasses, attrs classes, TypedDicts and pydantic models have one"
        raise TypeError(f"no JSON Schema for {_shown(hint)}: {why}") from None


def _shown(hint: Any) -> str:
    return hint.__qualname__ if isinstance(hint, type) else str(hint)


def _validated(adapter: TypeAdapter[Any], value: Any, strict: dict[str, Any] | None) -> Any:
    try:
        text = json.dumps(value)
        faults = _beyond_floats(adapter, value) if _LONG_NUMBER.search(text) else []
        # Read as JSON, not as Python: a list is a tuple's or a set's form there, a text a date's.
        if not faults:
            return adapter.validate_json(text)
    except ValidationError as error:
        faults = [_fault(value, fault) for fault in error.errors(include_url=False)]
    except Exception as error:
        # of a validator or a constructor; pydantic knows what to make of a ValueError alone
        raise Misfit([Fault((), f"{type(error).__name__}: {error}")]) from error
    lesser = value if strict is None else _without_nulls(value, faults, strict)
    if lesser != value:
        # In pydantic's own models a null that stands for a default is found by being refused
        with suppress(Misfit):
            return _validated(adapter, lesser, strict)
    raise Misfit(faults)


def _beyond_floats(adapter: TypeAdapter[Any], value: Any) -> list[Fault]:
    """Whole numbers larger than a float can be, where one is wanted: in JSON, pydantic takes them for infinite."""
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        found = [each for each in error.errors(include_url=False) if each["type"] == "float_type"]
        told = "Input is larger than a float can be"
        return [_fault(value, {**each, "msg": told}) for each in found if type(each["input"]) is int]
    return []


def _without_nulls(value: Any, faults: list[Fault], schema: dict[str, Any]) -> Any:
    """The value without the properties that are null and at fault for it. The entries of a map are data, and stay."""
    kept = json.loads(json.dumps(value))
    for path in {fault.path for fault in faults if fault.path}:
        holder: Any = kept
        for step in path[:-1]:
            holder = holder[step]
        held: Any = holder
        if isinstance(holder, dict) and held.get(path[-1], ...) is None and _is_property(path, schema):
            del held[path[-1]]
    return kept


def _is_property(path: tuple[str | int, ...], schema: dict[str, Any]) -> bool:
    """Whether a path leads to a property that a schema names."""
    places: list[dict[str, Any]] = [schema]
    found = False
    for step in path:
        # references and unions lead on without a step
        for place in places:
            reference = place.get("$ref", "").removeprefix("#/$defs/")
            inner = [*place.get("anyOf", ()), *place.get("oneOf", ()), schema.get("$defs", {}).get(reference)]
            places += [one for one in inner if one and one not in places]
        found = any(step in place.get("properties", ()) for place in places)
        further = [place.get("properties", {}).get(step) for place in places]
        further += [place.get(key) for place in places for key in ("additionalProperties", "items")]
        further += [one for place in places for one in place.get("prefixItems", ())]
        places = [one for one in further if isinstance(one, dict)]
    return found


def _fault(value: Any, fault: Any) -> Fault:
    """What pydantic found, with the steps of the path that are in the value; others name members of unions."""
    path: list[str | int] = []
    steps: tuple[str | int, ...] = fault["loc"]
    for step in steps:
        try:
            value = value[step]
        except (LookupError, TypeError):
            if fault["type"] != "missing" or step is not steps[-1]:
                continue
        path.append(step)
    return Fault(tuple(path), fault["msg"])
