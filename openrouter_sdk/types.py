# Code generated from openapi.yaml by `make generate`: do not edit. It is a copy of generator/runtime.py.
"""What all generated models share: reading that loses nothing, and writing it back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from os import PathLike
from types import ModuleType
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    Literal,
    Self,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    dataclass_transform,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    # part of what every type checker brings along
    from typing_extensions import TypeForm as TypeForm  # noqa: PLC0414 - for others too
    from typing_extensions import deprecated as deprecated  # noqa: PLC0414
else:
    # Python has it from 3.15 on (PEP 747)
    TypeForm = type

    def deprecated(reason):  # noqa: ARG001
        """Mark a method that the API calls deprecated, for type checkers and editors (PEP 702). It warns of nothing."""
        return lambda method: method


T = TypeVar("T")


class Unset:
    """The type of UNSET: an option that was not given, where None means something of its own."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"


UNSET = Unset()

FileContent: TypeAlias = "bytes | PathLike[str] | IO[bytes]"
FileLike: TypeAlias = "FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]"
"""What can be uploaded: bytes, a path, a file opened for reading bytes; or a name, one of these and a media type."""


class Extras(dict[str, Any]):
    """The keys of a JSON object that its model does not name.

    `marks` remembers which named keys were null (True) or absent (False) where the attribute cannot tell. Where an
    empty list or object stands in for the missing value, the mark is a pair of that and the stand-in.
    """

    __slots__ = ("marks",)
    marks: dict[str, Any]


_NO_MARKS: dict[str, Any] = {}
NOT_PLAIN: frozenset[Any] = frozenset((dict, list, type(None)))
ATOMS: frozenset[Any] = frozenset((str, int, float, bool, type(None)))
"""The classes of JSON values that are neither objects nor arrays."""


def new_extras() -> Extras:
    """Empty extras, for a model built in Python."""
    extras = Extras()
    extras.marks = {}
    return extras


def read_extras(source: Mapping[str, Any]) -> Extras:
    """The extras of a model that names no key."""
    extras = Extras(copy_json(source))
    extras.marks = {}
    return extras


@dataclass_transform(frozen_default=True)
class Record:
    """Values under names, which stay as they are.

    To type checkers it is a frozen dataclass. Python makes one in a twentieth of the time that a dataclass or a named
    tuple takes, and importing is to be quick.
    """

    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._names = tuple(cls.__annotations__)

    def __init__(self, *values: Any, **named: Any) -> None:
        vars(self).update(zip(self._names, values, strict=False), **named)

    def replace(self, **changes: Any) -> Self:
        """A copy with other values under some names."""
        return type(self)(**{**vars(self), **changes})

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._names}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a {type(self).__name__} stays as it is")

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self._values().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._values().items())})"


class Wire:
    """How a model's attributes stand in JSON. `tag` is the key by which unions know it, and the values it has there."""

    __slots__ = ("fields", "keys", "required", "scalars", "secrets", "tag")

    def __init__(
        self,
        keys: dict[str, str],
        scalars: tuple[str, ...] = (),
        required: tuple[str, ...] = (),
        secrets: tuple[str, ...] = (),
        tag: tuple[str, ...] = (),
    ) -> None:
        self.keys: dict[str, str] = keys
        self.tag: tuple[str, ...] = tag
        self.secrets: frozenset[str] = frozenset(secrets)
        self.scalars: frozenset[str] = frozenset(scalars)
        self.required: tuple[str, ...] = required
        self.fields: tuple[tuple[str, str, bool], ...] = tuple(
            (name, key, key in required) for key, name in keys.items()
        )


def copy_json(value: Any) -> Any:
    """A copy that shares no list or dict with `value`; models become dicts. Depth is not limited by the stack."""
    if value.__class__ in ATOMS:
        return value
    root: Any = [value]
    stack: list[Any] = [root]
    while stack:
        holder = stack.pop()
        for key, item in list(holder.items()) if holder.__class__ is dict else enumerate(holder):
            if item.__class__ in ATOMS:
                continue
            if isinstance(item, Model):
                holder[key] = item.to_dict()
            elif isinstance(item, Mapping):
                stack.append(fresh := dict(item))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
                holder[key] = fresh
            elif isinstance(item, (list, tuple)):
                stack.append(items := list(item))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
                holder[key] = items
    return root[0]


_ELSEWHERE = {
    **dict.fromkeys(("dict", "model_dump"), "to_dict() gives the JSON object"),
    **dict.fromkeys(("json", "model_dump_json"), "json.dumps(x.to_dict()) gives the text"),
    **dict.fromkeys(("copy", "model_copy"), "attrs.evolve and the module copy make copies"),
}
"""Names that models of other libraries have, and what is meant here."""


class Model:
    """The base of all models.

    Attributes are the JSON names; an absent key reads as None (a required list as an empty one). `model["key"]`
    reads by JSON name, unknown keys included. `from_dict(x).to_dict() == x` for every JSON object.
    """

    __slots__ = ()
    wire: ClassVar[Wire] = Wire({})
    additional_properties: dict[str, Any]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object."""
        raise TypeError(f"{cls.__name__}.from_dict takes a JSON object, not {type(src_dict).__name__}") from None

    def __attrs_post_init__(self) -> None:
        # attrs.evolve hands over the extras of the source: two models must not share them
        given = self.additional_properties
        extras = Extras(copy_json(given))
        extras.marks = dict(getattr(given, "marks", _NO_MARKS))
        setattr(self, "additional_properties", extras)  # noqa: B010 - the slot belongs to the subclass

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with nulls, absent keys and unknown keys as they were read."""
        extras = self.additional_properties
        marks: dict[str, Any] = getattr(extras, "marks", {})
        out: dict[str, Any] = {}
        for name, key, required in self.wire.fields:
            value = getattr(self, name)
            null = marks.get(key, required)
            if null.__class__ is tuple:
                null, stand_in = null
                if value is stand_in and not copy_json(value):
                    value = None
            if value is not None:
                out[key] = copy_json(value)
            elif null:
                out[key] = None
        for key, value in extras.items():
            out[key] = copy_json(value)
        return out

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """What lets pydantic take a model for the type of a field: it is read from itself or from a JSON object."""
        from pydantic_core import core_schema  # lazy: nobody calls this but pydantic

        def read(value: Any, _: Any) -> Any:
            if isinstance(value, cls):
                return value
            tag: Any = cls.wire.tag
            if not isinstance(value, Mapping) or (tag and value.get(tag[0]) not in tag[1:]):  # pyright: ignore[reportUnknownMemberType]
                raise ValueError(f"neither a {cls.__name__} nor its JSON{f', with {tag[0]} {tag[1]!r}' if tag else ''}")
            return cls.from_dict(value)  # pyright: ignore[reportUnknownArgumentType]

        fields = handler.generate_schema(_typed_dict(source))  # for the JSON Schema alone: no value is refused
        written = core_schema.plain_serializer_function_ser_schema(copy_json)  # defaults may be anything
        return core_schema.no_info_wrap_validator_function(read, fields, serialization=written)

    @property
    def additional_keys(self) -> list[str]:
        """Names of the keys that the contract does not name."""
        return list(self.additional_properties)

    def keys(self) -> list[str]:
        """Names of the keys that are there: `dict(model)` and `{**model}` work, and FastAPI writes a model as JSON."""
        return list(self.to_dict())

    def __getitem__(self, key: str) -> Any:
        name = self.wire.keys.get(key)
        return self.additional_properties[key] if name is None else getattr(self, name)

    def __setitem__(self, key: str, value: Any) -> None:
        if key in self.wire.keys:
            setattr(self, self.wire.keys[key], value)
        else:
            self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: object) -> bool:
        name = self.wire.keys.get(key) if isinstance(key, str) else None
        return key in self.additional_properties if name is None else getattr(self, name) is not None

    if not TYPE_CHECKING:
        __iter__ = None  # or reading by key would make models iterable

        # a checker that saw it would take any name for granted
        def __getattr__(self, name: str) -> Any:
            hint = f"; {_ELSEWHERE[name]}" if name in _ELSEWHERE else ""
            if not name.startswith("_") and name != "additional_properties" and name in self.additional_properties:
                hint = f"; the contract does not name what came under it, which [{name!r}] gives"
            told = f"{type(self).__name__!r} object has no attribute {name!r}{hint}"
            raise AttributeError(told, name=name, obj=self)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        assert isinstance(other, Model)
        same = all(getattr(self, name) == getattr(other, name) for name, _, _ in self.wire.fields)
        return same and self.additional_properties == other.additional_properties

    __hash__: Any = None

    def __repr__(self) -> str:
        shown = [(name, getattr(self, name)) for name, key, _ in self.wire.fields if key not in self.wire.secrets]
        parts = [f"{name}={value!r}" for name, value in shown if value is not None]
        if self.additional_properties:
            parts.append(f"additional_properties={dict(self.additional_properties)!r}")
        return f"{type(self).__name__}({', '.join(parts)})"


@cache
def _typed_dict(model: Any) -> Any:
    """A model as a TypedDict, for pydantic."""
    import typing_extensions as te  # lazy: the same; it comes with pydantic
    from attrs import fields  # lazy: only pydantic wants it

    hints, typed_dict = te.get_type_hints(model), cast("Any", te.TypedDict)
    needed = {each.name for each in fields(model) if each.default is not None}
    made: Any = typed_dict(model.__name__, {key: hints[name] for name, key, _ in model.wire.fields})
    made.__required_keys__ = frozenset(key for name, key, _ in model.wire.fields if name in needed)
    made.__doc__, made.__pydantic_config__ = model.__doc__, {"extra": "allow"}
    return made


class SecretModel(Model):
    """A model that holds a credential: it is not shown, and it is not pickled."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"{type(self).__name__} holds a secret and is not pickled")

    def __copy__(self) -> Self:
        return self.from_dict(self.to_dict())

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self.from_dict(self.to_dict())


def as_decimal(value: Any) -> Decimal | None:
    """A number, or the text of one, as a Decimal; None for everything else."""
    from decimal import Decimal, InvalidOperation  # lazy: for who asks

    if value.__class__ not in (str, int, float):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def as_datetime(value: Any) -> datetime | None:
    """Seconds since 1970, or ISO 8601, as a datetime with a time zone (else UTC); None for everything else."""
    from datetime import UTC, datetime  # lazy: for who asks

    try:
        if value.__class__ in (int, float):
            return datetime.fromtimestamp(value, UTC)
        read = datetime.fromisoformat(value)
    except (OSError, OverflowError, TypeError, ValueError):
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read


def as_date(value: Any) -> date | None:
    """The day at the start of an ISO 8601 text; None for everything else."""
    from datetime import date  # lazy: for who asks

    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


class Dispatch(Generic[T]):
    """Reads a union of models by the value of its discriminator: a look-up, never a trial."""

    __slots__ = ("_classes", "_default", "_models", "_readers", "_tag")

    def __init__(self, models: ModuleType, tag: str, classes: dict[str, str], default: str | None) -> None:
        self._models = models
        self._tag = tag
        self._classes = classes
        self._default = default
        self._readers: dict[str, Any] = {}

    def __call__(self, value: Any) -> T:
        """Read `value`; what is no JSON object comes back as it is."""
        reader: Any = copy_json
        if value.__class__ is dict:
            tag: Any = value.get(self._tag)
            reader = self._readers.get(tag) if tag.__class__ is str else self._models.UnknownModel.from_dict
            if reader is None:
                reader = self._find(tag)
        read: T = reader(value)
        return read

    def _find(self, tag: str) -> Any:
        name = self._classes.get(tag, self._default)
        if name is None:
            return self._models.UnknownModel.from_dict
        reader = getattr(self._models, name).from_dict
        if tag in self._classes:
            self._readers[tag] = reader
        return reader

    def union(self) -> Any:
        """The members as a typing.Union."""
        names = dict.fromkeys([*self._classes.values(), self._default])
        members = (*(getattr(self._models, name) for name in names if name), self._models.UnknownModel)
        return Union[members]  # noqa: UP007 - the members are known at run time only
