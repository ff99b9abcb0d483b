"""Each kind of type: the schema takes what can be converted, and refuses what cannot."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

import attrs
import jsonschema
import pydantic
import pytest
import typing_extensions as te

from openrouter_sdk.custom.schema import Misfit, TypeShape, to_json
from openrouter_sdk.custom.schema.tidy import subschemas
from tests.schema.kinds import KINDS, Colour, Even, Node, Point, Positive, Struct

GOOD = [(name, value, meant) for name, (_, pairs, _) in KINDS.items() for value, meant in pairs]
BAD = [(name, value) for name, (_, _, values) in KINDS.items() for value in values]
CHECKER = jsonschema.Draft202012Validator.FORMAT_CHECKER


@attrs.define
class Attrs:
    x: int
    ys: list[float]


class Named:
    def __str__(self) -> str:
        return "a name"


def fits(schema: dict[str, Any], value: Any) -> bool:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=CHECKER).is_valid(value)


@pytest.mark.parametrize(("name", "value", "meant"), GOOD, ids=str)
def test_what_fits_is_taken_by_the_schema_and_becomes_its_value(name: str, value: Any, meant: Any) -> None:
    shape: TypeShape[Any] = TypeShape(KINDS[name][0])

    converted = shape.convert(value)

    assert fits(shape.json_schema, value)
    assert (converted, type(converted)) == (meant, type(meant))


@pytest.mark.parametrize(("name", "value"), BAD, ids=str)
def test_what_does_not_fit_is_refused_by_both(name: str, value: Any) -> None:
    shape: TypeShape[Any] = TypeShape(KINDS[name][0])

    assert not fits(shape.json_schema, value)
    with pytest.raises(Misfit):
        shape.convert(value)


def test_a_strict_schema_requires_everything_and_allows_nothing_else() -> None:
    shapes = {name: TypeShape[Any](hint, strict=True) for name, (hint, *_) in KINDS.items()}

    for name, schema in ((name, schema) for name, shape in shapes.items() for schema in subschemas(shape.json_schema)):
        assert not {"default", "title"} & schema.keys(), name
        if "properties" in schema:
            assert (name, schema["required"]) == (name, list(schema["properties"]))
            assert schema["additionalProperties"] is False, name


@pytest.mark.parametrize(
    ("hint", "value", "meant"),
    [
        (Point, {"x": 1, "y": None}, Point(1)),
        (Node, {"name": "a", "weight": None, "children": None}, Node("a")),
        (list[Node], [{"name": "a", "weight": 2, "children": [{"name": "b"}]}], [Node("a", 2, [Node("b")])]),
    ],
)
def test_null_in_a_strict_schema_stands_for_the_default(hint: Any, value: Any, meant: Any) -> None:
    shape: TypeShape[Any] = TypeShape(hint, strict=True)

    assert shape.convert(value) == meant
    with pytest.raises(Misfit):
        TypeShape(hint).convert({"x": 1, "y": None} if hint is Point else [None])


class Cat(pydantic.BaseModel):
    kind: Literal["cat"] = "cat"
    meow: bool = True


class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    bark: bool


class Home(pydantic.BaseModel):
    rooms: int = pydantic.Field(default=3, alias="roomCount", description="How many.")
    note: str | None = "none"
    colour: Colour = Colour.RED
    pets: list[Annotated[Cat | Dog, pydantic.Field(discriminator="kind")]] = []
    others: list[Cat | Dog] = []
    annexes: dict[str, Home] = {}
    owner: Any = None


MEOW = {"kind": "cat", "meow": None}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (dict.fromkeys(("roomCount", "note", "colour", "pets", "others", "annexes", "owner")), Home(note=None)),
        ({"pets": [MEOW], "others": [MEOW]}, Home(pets=[Cat(kind="cat")], others=[Cat(kind="cat")])),
        ({"annexes": {"a": {"colour": None, "roomCount": 1}}}, Home(annexes={"a": Home(roomCount=1)})),
    ],
)
def test_null_stands_for_the_default_in_pydantic_models_too(value: Any, meant: Home) -> None:
    shape: TypeShape[Any] = TypeShape(Home, strict=True)
    filled = {**Home().model_dump(mode="json", by_alias=True), **value}

    assert shape.convert(filled) == meant
    assert TypeShape[Any](list[Home] | int, strict=True).convert([filled]) == [meant]
    assert fits(shape.json_schema, filled) or "annexes" in value  # what is inside those need not be whole
    with pytest.raises(Misfit):
        TypeShape[Any](Home).convert(filled)


def test_null_stands_for_nothing_where_there_is_no_default() -> None:
    shape: TypeShape[Any] = TypeShape(Dog, strict=True)

    assert not fits(shape.json_schema, {"kind": "dog", "bark": None})
    with pytest.raises(Misfit, match="bark: Input should be a valid boolean"):
        shape.convert({"kind": "dog", "bark": None})


def test_a_misfit_names_every_path_in_the_value() -> None:
    shape: TypeShape[Any] = TypeShape(dict[str, list[Point | Node]])

    with pytest.raises(Misfit) as caught:
        shape.convert({"a": [{"x": "no"}], "b": 1})

    assert ("a", 0, "x") in [fault.path for fault in caught.value.faults]
    assert "b: Input should be a valid array" in str(caught.value).replace("list", "array")
    assert "a[0].x: Input should be a valid integer" in str(caught.value)


@pytest.mark.parametrize(
    ("hint", "value", "says"),
    [(Positive, {"value": 0}, "not positive"), (Even, {"number": 1}, "odd"), (Decimal, "x", "valid decimal")],
)
def test_what_a_constructor_refuses_does_not_fit(hint: Any, value: Any, says: str) -> None:
    with pytest.raises(Misfit, match=says):
        TypeShape(hint).convert(value)


HUGE = 10**400


@pytest.mark.parametrize(
    ("hint", "value", "path"),
    [(float, -HUGE, ()), (list[float], [1, HUGE], (1,)), (dict[str, float | None], {"a": HUGE}, ("a",))],
)
def test_a_whole_number_beyond_floats_is_none(hint: Any, value: Any, path: tuple[Any, ...]) -> None:
    with pytest.raises(Misfit, match="larger than a float can be") as caught:
        TypeShape(hint).convert(value)

    assert [fault.path for fault in caught.value.faults] == [path]


@pytest.mark.parametrize("hint", [int, int | float, Any, float | int | None])
def test_a_whole_number_of_any_size_is_one_where_it_may_be(hint: Any) -> None:
    assert TypeShape[Any](hint).convert(HUGE) == HUGE
    assert TypeShape[Any](tuple[hint, float]).convert([HUGE, 10**308]) == (HUGE, 1e308)


@pytest.mark.parametrize("kind", [Iterator, Generator])
def test_items_that_are_taken_one_by_one_are_looked_at_before(kind: Any) -> None:
    shape: TypeShape[Any] = TypeShape(kind[int, None, None] if kind is Generator else kind[int])

    with pytest.raises(Misfit, match=r"^\[1\]: "):
        shape.convert([1, "x"])
    found = shape.convert([1, 2])
    assert isinstance(found, kind)
    assert [next(found), *found] == [1, 2]


class Strange:
    """Its checks raise whatever a lookup or a division does."""

    @staticmethod
    def look_up(value: str) -> str:
        return {"a": "b"}[value]

    @staticmethod
    def divide(value: int) -> float:
        return 1 / value


class Validated(pydantic.BaseModel):
    name: Annotated[str, pydantic.AfterValidator(Strange.look_up)] = "a"
    share: Annotated[int, pydantic.BeforeValidator(Strange.divide)] = 1


@dataclass
class Built:
    name: str

    def __post_init__(self) -> None:
        Strange.look_up(self.name)


@pytest.mark.parametrize(
    ("hint", "value", "says"),
    [
        (Validated, {"name": "z"}, "^KeyError: 'z'$"),
        (list[Validated], [{"share": 0}], "^ZeroDivisionError: division by zero$"),
        (Annotated[str, pydantic.AfterValidator(Strange.look_up)], "z", "^KeyError: 'z'$"),
        (Built, {"name": "z"}, "Built: 'z'"),
    ],
    ids=["a model", "a list of models", "a validator", "a dataclass"],
)
def test_whatever_a_check_raises_the_value_does_not_fit(hint: Any, value: Any, says: str) -> None:
    with pytest.raises(Misfit, match=says):
        TypeShape(hint).convert(value)


def test_numbers_and_truths_in_texts_are_read_as_such() -> None:
    assert TypeShape(tuple[int, float, bool]).convert(["5", "1.5", "true"]) == (5, 1.5, True)


def test_a_broken_character_does_not_fit() -> None:
    with pytest.raises(Misfit):
        TypeShape(str).convert("\ud83c")


class Opaque:
    """A class that says nothing of its fields."""


@pytest.mark.parametrize("hint", [Opaque, list[Opaque], range, int | Opaque], ids=str)
def test_a_type_without_a_schema_is_refused_when_the_shape_is_made(hint: Any) -> None:
    with pytest.raises(TypeError, match="no JSON Schema for "):
        TypeShape(hint)


def test_descriptions_come_from_docstrings_notes_and_metadata() -> None:
    schema = TypeShape(KINDS["msgspec"][0]).json_schema
    node = TypeShape(Node).json_schema["$defs"]["Node"]

    assert schema["properties"]["city"]["description"] == "Where."
    assert schema["$defs"]["Point"]["properties"]["x"]["description"] == "To the right."
    assert schema["$defs"]["Point"]["description"] == "A point."
    assert node["description"] == "A node of a tree."
    assert TypeShape(KINDS["Annotated with a text"][0]).json_schema["description"] == "What it is."


def test_a_note_of_typing_describes() -> None:
    assert TypeShape(Annotated[int, te.Doc("In years.")]).json_schema["description"] == "In years."


def test_of_many_faults_the_first_are_told() -> None:
    with pytest.raises(Misfit) as caught:
        TypeShape(list[int]).convert(["x"] * 100)

    *_, last = str(caught.value).split("; ")
    assert len(caught.value.faults) == 100
    assert last == f"and {100 - str(caught.value).count('; ')} more"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Attrs(1, [float("nan")]), '{"x":1,"ys":["NaN"]}'),
        (Struct("Rome"), '{"city":"Rome","where":null}'),
        ({"at": Named()}, '{"at":"a name"}'),
    ],
    ids=["attrs", "msgspec", "other"],
)
def test_what_a_tool_returns_is_json(value: Any, written: str) -> None:
    assert to_json(value) == written


class Entries(pydantic.BaseModel):
    counts: dict[str, int] = pydantic.Field(default_factory=dict)
    inner: dict[str, Entries] | list[Entries] = pydantic.Field(default_factory=dict)
    number: int = 5


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"counts": {"number": None}}, "counts.number"),
        ({"inner": {"counts": {"counts": {"a": 1, "b": None}}}}, "inner.counts.counts.b"),
        ({"inner": [{"counts": {"a": None}, "number": None}]}, r"inner\[0\].counts.a"),
    ],
)
def test_a_null_in_a_map_is_data_and_no_default(value: Any, path: str) -> None:
    with pytest.raises(Misfit, match=path):
        TypeShape(Entries, strict=True).convert(value)


def test_a_null_in_the_place_of_a_default_is_the_default_however_deep_it_stands() -> None:
    value = {"inner": {"number": {"number": None, "counts": None}}, "number": None}

    assert TypeShape(Entries, strict=True).convert(value) == Entries(inner={"number": Entries()})
