"""Signatures as schemas, and calls with what fits them."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Annotated, Any, Literal, Optional

import pytest

from openrouter_sdk.custom.schema import CallShape, Misfit
from tests.schema.kinds import KINDS, Colour, Node, Point
from tests.schema.test_types import fits


def nothing() -> tuple[Any, ...]:
    return ()


def one(city: str) -> tuple[Any, ...]:
    return (city,)


def with_default(city: str, days: int = 3) -> tuple[Any, ...]:
    return (city, days)


def named_only(*, city: str, unit: Literal["c", "f"] = "c") -> tuple[Any, ...]:
    return (city, unit)


def positional_only(first: int, second: int = 2, /, third: int = 3) -> tuple[Any, ...]:
    return (first, second, third)


def with_rest(city: str, *rest: int, **more: int) -> tuple[Any, ...]:
    return (city, rest, more)


def unhinted(value, other=None):  # type: ignore[no-untyped-def]
    return (value, other)


def odd_names(schema: str, model_config: int, self: int = 0, _hidden: int = 1, json: bool = False) -> tuple[Any, ...]:
    return (schema, model_config, self, _hidden, json)


def of_classes(node: Node, points: list[Point] | None = None, *, colour: Colour = Colour.RED) -> tuple[Any, ...]:
    return (node, points, colour)


def annotated(
    count: Annotated[int, "How many."],
    text: Annotated[Optional[str], "Perhaps."] = None,  # noqa: UP045
) -> tuple[Any, ...]:
    return (count, text)


async def asynchronous(city: str) -> tuple[Any, ...]:
    return (city,)


class Holder:
    prefix = "p"

    def method(self, value: int) -> tuple[Any, ...]:
        return (self.prefix, value)

    @classmethod
    def of_class(cls, value: int) -> tuple[Any, ...]:
        return (cls.prefix, value)

    @staticmethod
    def static(value: int) -> tuple[Any, ...]:
        return (value,)

    def __call__(self, value: int = 1) -> tuple[Any, ...]:
        return (self.prefix, value)


def wrapper(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def inner(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return inner


TWICE = functools.partial(functools.partial(with_default, "a"), days=1)
SIGNATURES: dict[str, tuple[Callable[..., Any], list[tuple[dict[str, Any], tuple[Any, ...]]], list[dict[str, Any]]]] = {
    "nothing": (nothing, [({}, ())], [{"a": 1}]),
    "one": (one, [({"city": "Rome"}, ("Rome",))], [{}, {"city": 1}, {"city": "Rome", "more": 1}]),
    "default": (with_default, [({"city": "a"}, ("a", 3)), ({"city": "a", "days": 4}, ("a", 4))], [{"days": 4}]),
    "named only": (named_only, [({"city": "a", "unit": "f"}, ("a", "f"))], [{"city": "a", "unit": "k"}]),
    "positional only": (
        positional_only,
        [({"first": 1}, (1, 2, 3)), ({"first": 1, "third": 9}, (1, 2, 9))],
        [{}, {"first": "x"}],
    ),
    "rest": (with_rest, [({"city": "a"}, ("a", (), {}))], [{"city": "a", "rest": [1]}, {"city": "a", "more": 1}]),
    "no hints": (unhinted, [({"value": [1, None]}, ([1, None], None))], [{}]),
    "odd names": (
        odd_names,
        [({"schema": "s", "model_config": 1, "_hidden": 5, "json": True}, ("s", 1, 0, 5, True))],
        [{"schema": 1, "model_config": 1}],
    ),
    "classes": (
        of_classes,
        [({"node": {"name": "n"}, "points": [{"x": 1}], "colour": "blue"}, (Node("n"), [Point(1)], Colour.BLUE))],
        [{"node": {}}, {"node": {"name": "n"}, "points": [{}]}, {"node": {"name": "n"}, "colour": "no"}],
    ),
    "annotated": (annotated, [({"count": 1}, (1, None)), ({"count": 1, "text": "t"}, (1, "t"))], [{"count": "x"}]),
    "async": (asynchronous, [], [{}, {"city": 1}]),
    "method": (Holder().method, [({"value": 1}, ("p", 1))], [{}, {"self": 1, "value": 1}]),
    "class method": (Holder.of_class, [({"value": 1}, ("p", 1))], [{}]),
    "static method": (Holder.static, [({"value": 1}, (1,))], [{"value": "x"}]),
    "callable": (Holder(), [({}, ("p", 1)), ({"value": 2}, ("p", 2))], [{"value": "x"}]),
    "partial by name": (
        functools.partial(with_default, days=9),
        [({"city": "a"}, ("a", 9))],
        [{"city": "a", "days": 1}],
    ),
    "partial by place": (functools.partial(with_default, "a"), [({"days": 2}, ("a", 2))], [{"city": "a"}]),
    "partial of partial": (
        functools.partial(functools.partial(with_default, "a"), days=1),
        [({}, ("a", 1))],
        [{"x": 1}],
    ),
    "partial of a method": (functools.partial(Holder().method), [({"value": 1}, ("p", 1))], [{}]),
    "wrapped": (wrapper(with_default), [({"city": "a", "days": 1}, ("a", 1))], [{}, {"city": "a", "days": "x"}]),
    "lambda": (lambda value=1: (value,), [({}, (1,)), ({"value": "a"}, ("a",))], [{"b": 1}]),
}
FITS = [(name, given, meant) for name, (_, pairs, _) in SIGNATURES.items() for given, meant in pairs]
UNFIT = [(name, given) for name, (_, _, bad) in SIGNATURES.items() for given in bad]


def call(function: Callable[..., Any], arguments: dict[str, Any], *, strict: bool = False) -> Any:
    shape = CallShape(function, strict=strict)
    args, kwargs = shape.bind(shape.convert(arguments))
    return function(*args, **kwargs)


def test_there_are_enough_kinds_and_signatures() -> None:
    assert len(SIGNATURES) + len(KINDS) >= 60


@pytest.mark.parametrize(("name", "arguments", "meant"), FITS, ids=str)
def test_what_fits_is_taken_by_the_schema_and_called_with(name: str, arguments: Any, meant: Any) -> None:
    function = SIGNATURES[name][0]

    assert fits(CallShape(function).json_schema, arguments)
    assert call(function, arguments) == meant


@pytest.mark.parametrize(("name", "arguments"), UNFIT, ids=str)
def test_what_does_not_fit_is_refused_by_both(name: str, arguments: Any) -> None:
    function = SIGNATURES[name][0]

    assert not fits(CallShape(function).json_schema, arguments)
    with pytest.raises(Misfit):
        call(function, arguments)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_type_is_a_parameter(kind: str) -> None:
    hint, pairs, bad = KINDS[kind]

    def function(value):  # type: ignore[no-untyped-def]
        return value

    function.__annotations__ = {"value": hint}
    schema = CallShape(function).json_schema

    for value, meant in pairs:
        assert fits(schema, {"value": value})
        assert call(function, {"value": value}) == meant
    for value in bad:
        assert not fits(schema, {"value": value})


def test_null_in_a_strict_call_stands_for_the_default() -> None:
    schema = CallShape(with_default, strict=True).json_schema

    assert schema["required"] == ["city", "days"]
    assert schema["properties"]["days"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    assert call(with_default, {"city": "a", "days": None}, strict=True) == ("a", 3)


def test_defaults_are_shown_where_json_has_a_form_for_them() -> None:
    def function(a: int = 1, b: Colour = Colour.BLUE, c: Any = object(), d: Point = Point(1)) -> None:  # noqa: B008
        """Do nothing."""

    properties = CallShape(function).json_schema["properties"]

    assert properties["a"] == {"default": 1, "type": "integer"}
    assert properties["b"]["default"] == "blue"
    assert properties["c"] == {}
    assert properties["d"]["default"] == {"x": 1, "y": 0}


STYLES = {
    "google": """Do it.

        At length.

        Args:
            city: The city,
                any city.
            days (int): How many.

        Returns:
            Nothing.
        """,
    "numpy": """Do it.

        At length.

        Parameters
        ----------
        city : str
            The city,
            any city.
        days : int
            How many.
        """,
    "rest": """Do it.

        At length.

        :param city: The city,
            any city.
        :param int days: How many.
        :returns: Nothing.
        """,
}


@pytest.mark.parametrize("style", STYLES)
def test_docstrings_describe_function_and_parameters(style: str) -> None:
    def function(city: str, days: int = 1) -> None: ...

    function.__doc__ = STYLES[style]
    shape = CallShape(function)
    properties = shape.json_schema["properties"]

    assert shape.documentation.text == "Do it.\n\nAt length."
    assert properties["city"]["description"] == "The city, any city."
    assert properties["days"]["description"] == "How many."


def test_a_note_beats_the_docstring() -> None:
    def function(city: Annotated[str, "From the note."]) -> None:
        """Do it.

        Args:
            city: From the docstring.
        """

    assert CallShape(function).json_schema["properties"]["city"]["description"] == "From the note."


def test_hints_may_name_what_is_local() -> None:
    @dataclasses.dataclass
    class Local:
        value: int
        more: list[Local] = dataclasses.field(default_factory=list)

    def function(local: Local) -> Any:
        return local

    assert call(function, {"local": {"value": 1, "more": [{"value": 2}]}}) == Local(1, [Local(2)])


def test_a_hint_without_a_schema_names_the_parameter() -> None:
    def function(good: int, bad: Callable[[int], int]) -> None: ...

    with pytest.raises(TypeError, match=r"parameter 'bad': no JSON Schema for .*Callable"):
        CallShape(function)


def test_a_hint_that_names_nothing_is_told() -> None:
    def function(value: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821

    with pytest.raises(TypeError, match="name 'Missing' is not defined"):
        CallShape(function)


def test_hidden_parameters_are_not_in_the_schema() -> None:
    def function(city: str, secret: Node, /, other: int = 0) -> Any:
        return (city, secret, other)

    shape = CallShape(function, hidden=lambda hint: hint is Node)
    args, kwargs = shape.bind({**shape.convert({"city": "a"}), "secret": "s"})

    assert list(shape.json_schema["properties"]) == ["city", "other"]
    assert shape.hidden == ["secret"]
    assert function(*args, **kwargs) == ("a", "s", 0)
