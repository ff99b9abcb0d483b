"""Types that tools take, each with JSON values that fit, what they become, and JSON values that do not fit."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Optional,
    TypedDict,
    TypeVar,
    Union,
)

import annotated_types
import attrs
import msgspec
import pydantic
import typing_extensions

T = TypeVar("T")
UserId = NewType("UserId", int)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


@dataclasses.dataclass
class Point:
    """A point.

    Attributes:
        x: To the right.
    """

    x: int
    y: int = 0


@dataclasses.dataclass
class Line:
    start: Point
    points: list[Point] = dataclasses.field(default_factory=list)
    parent: Line | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Positive:
    value: float
    doubled: float = dataclasses.field(init=False, default=0)

    def __post_init__(self) -> None:
        if self.value <= 0:
            raise ValueError("not positive")
        object.__setattr__(self, "doubled", self.value * 2)


@dataclasses.dataclass
class Scaled:
    value: int
    by: dataclasses.InitVar[int] = 2

    def __post_init__(self, by: int) -> None:
        self.value *= by


@dataclasses.dataclass
class Page(Generic[T]):
    items: list[T]
    more: bool = False


@attrs.define
class Node:
    """A node of a tree."""

    name: str
    _weight: int = 1
    children: list[Node] = attrs.Factory(list)


@attrs.frozen
class Even:
    number: int = attrs.field()

    @number.validator
    def _check(self, _attribute: object, value: int) -> None:
        if value % 2:
            raise TypeError("odd")


class Address(TypedDict):
    street: str
    number: NotRequired[int]


class Partial(typing_extensions.TypedDict, total=False):
    a: int
    node: Node


class Pair(NamedTuple):
    left: int
    right: str = "none"


class Model(pydantic.BaseModel):
    size: int = pydantic.Field(ge=1, description="How large.")
    name: str | None = None


class Struct(msgspec.Struct):
    city: Annotated[str, msgspec.Meta(min_length=2, description="Where.")]
    where: Point | None = None


A_DAY = dt.date(2026, 2, 3)
A_TIME = dt.datetime(2026, 2, 3, 4, 5, tzinfo=dt.UTC)
AN_ID = uuid.UUID("12345678-1234-5678-1234-567812345678")

KINDS: dict[str, tuple[Any, list[tuple[Any, Any]], list[Any]]] = {
    "str": (str, [("a", "a"), ("", "")], [1, None, ["a"]]),
    "int": (int, [(1, 1), (10**20, 10**20)], ["x", 1.5, None]),
    "float": (float, [(1, 1.0), (1.5, 1.5)], ["x", [], {}]),
    "bool": (bool, [(True, True)], ["perhaps", 5, None]),
    "None": (None, [(None, None)], [0, ""]),
    "Any": (Any, [(1, 1), (None, None), ({"a": [1]}, {"a": [1]})], []),
    "object": (object, [(1, 1), ("a", "a")], []),
    "Literal": (Literal["a", "b"], [("a", "a")], ["c", 1]),
    "Literal of kinds": (Literal[1, "b"] | None, [(1, 1), (None, None)], [2, "c"]),
    "Enum": (Colour, [("red", Colour.RED)], ["green", 1]),
    "IntEnum": (Level, [(2, Level.HIGH)], [3, "x"]),
    "Optional": (Optional[int], [(None, None), (3, 3)], ["x"]),  # noqa: UP045 - the older spelling
    "X | None": (int | None, [(None, None), (3, 3)], ["x"]),
    "Union": (Union[int, str], [(1, 1), ("a", "a")], [[], None]),  # noqa: UP007 - the older spelling
    "str | datetime": (dt.datetime | Literal["now"], [("now", "now")], ["then", []]),
    "Union of classes": (Point | Node, [({"x": 1}, Point(1)), ({"name": "n"}, Node("n"))], [{}, 3]),
    "list": (list[int], [([], []), ([1, 2], [1, 2])], [["x"], 3, None]),
    "bare list": (list, [([1, "a"], [1, "a"])], [3]),
    "tuple": (tuple[int, str], [([1, "a"], (1, "a"))], [[1], [1, "a", 2], ["a", 1]]),
    "tuple of any length": (tuple[int, ...], [([], ()), ([1, 2], (1, 2))], [["x"]]),
    "set": (set[str], [(["a"], {"a"})], [[1], "a"]),
    "frozenset": (frozenset[int], [([1], frozenset({1}))], [["x"]]),
    "dict": (dict[str, int], [({}, {}), ({"a": 1}, {"a": 1})], [{"a": "x"}, [1]]),
    "dict of classes": (dict[str, Node], [({"a": {"name": "n"}}, {"a": Node("n")})], [{"a": {}}]),
    "Sequence": (Sequence[Point], [([{"x": 1}], [Point(1)])], [[{"z": 1}], 3]),
    "Mapping": (Mapping[str, list[bool]], [({"a": [True]}, {"a": [True]})], [{"a": True}]),
    "dataclass": (Point, [({"x": 1}, Point(1)), ({"x": 1, "y": 2}, Point(1, 2))], [{}, {"x": "a"}, {"x": 1, "z": 2}]),
    "recursive dataclass": (
        Line,
        [({"start": {"x": 1}, "parent": {"start": {"x": 2}}}, Line(Point(1), [], Line(Point(2))))],
        [{"start": {}}, {"start": {"x": 1}, "parent": {"start": 3}}],
    ),
    "dataclass with InitVar": (Scaled, [({"value": 2}, Scaled(2)), ({"value": 2, "by": 5}, Scaled(2, 5))], [{"by": 1}]),
    "dataclass with a field it makes": (
        Positive,
        [({"value": 2}, Positive(value=2))],
        [{"value": 2, "doubled": 4}, {"value": "x"}],
    ),
    "generic dataclass": (Page[Node], [({"items": [{"name": "n"}]}, Page([Node("n")]))], [{"items": [{"x": 1}]}]),
    "attrs": (
        Node,
        [({"name": "a", "weight": 2, "children": [{"name": "b"}]}, Node("a", 2, [Node("b")]))],
        [{"weight": 1}, {"name": "a", "children": [{}]}, {"name": "a", "_weight": 1}],
    ),
    "TypedDict": (Address, [({"street": "s"}, {"street": "s"})], [{}, {"street": "s", "number": "x"}, {"street": 1}]),
    "TypedDict with attrs": (
        Partial,
        [({}, {}), ({"node": {"name": "n"}}, {"node": Node("n")})],
        [{"node": {}}, {"b": 1}],
    ),
    "NamedTuple": (Pair, [({"left": 1}, Pair(1)), ({"left": 1, "right": "r"}, Pair(1, "r"))], [{}, {"left": "x"}, 3]),
    "pydantic": (Model, [({"size": 1}, Model(size=1))], [{"size": 0}, {}, {"size": 1, "name": 2}]),
    "msgspec": (Struct, [({"city": "Bern"}, Struct("Bern"))], [{"city": "B"}, {}, {"city": "Bern", "where": {}}]),
    "date": (dt.date, [("2026-02-03", A_DAY)], ["tomorrow", []]),
    "datetime": (dt.datetime, [("2026-02-03T04:05:00Z", A_TIME)], [[], {}]),
    "time": (dt.time, [("04:05:00Z", dt.time(4, 5, tzinfo=dt.UTC))], [[], {}]),
    "timedelta": (dt.timedelta, [("PT90S", dt.timedelta(seconds=90))], [[], {}]),
    "UUID": (uuid.UUID, [(str(AN_ID), AN_ID)], ["12", []]),
    "Decimal": (Decimal, [("1.10", Decimal("1.10")), (2, Decimal(2))], [[], None]),
    "Path": (Path, [("a/b", Path("a/b"))], [1, []]),
    "bytes": (bytes, [("ab", b"ab")], [[], {}]),
    "NewType": (UserId, [(7, 7)], ["x"]),
    "Annotated with a bound": (Annotated[int, annotated_types.Interval(ge=1, lt=5)], [(1, 1), (4, 4)], [0, 5, "x"]),
    "Annotated with a length": (Annotated[list[int], annotated_types.Len(1, 2)], [([1], [1])], [[], [1, 2, 3]]),
    "Annotated with a pattern": (Annotated[str, pydantic.Field(pattern="^[a-z]+$")], [("ab", "ab")], ["A", ""]),
    "Annotated with a text": (Annotated[str, "What it is."], [("ab", "ab")], [1]),
    "Annotated inside": (list[Annotated[int, pydantic.Field(multiple_of=3)]], [([3, 6], [3, 6])], [[1], [3, 4]]),
    "Iterable": (Iterable[int], [([1, 2], [1, 2])], [3, [1, "x"], {"a": 1}]),
    "Iterable of anything": (Iterable, [([1, "x"], [1, "x"])], [3]),
    "Iterables of iterables": (list[Iterable[Point]], [([[{"x": 1}]], [[Point(1)]])], [[1], [[{"x": "a"}]]]),
    "Collection": (Collection[int], [([1, 2], [1, 2])], [3, [1, "x"]]),
}
