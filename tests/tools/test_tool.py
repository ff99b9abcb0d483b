"""What a tool is made of, and what the model is told of it."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from openrouter_sdk import ToolContext, errors, models, tool
from openrouter_sdk.custom.tools import Tool
from tests.helpers.scripts import run_python
from tests.schema.kinds import Point


def weather(city: str, days: int = 1) -> str:
    """The weather in a city.

    Args:
        city: Its name.
        days: How many days ahead.
    """
    return f"{city} {days}"


async def later(city: str) -> str:
    """The weather, later."""
    return city


class Desk:
    def __init__(self, name: str = "desk") -> None:
        self.name = name

    @tool(approve=True)
    def book(self, flight: str) -> str:
        """Book a flight."""
        return f"{self.name} {flight}"

    @tool
    @classmethod
    def of_class(cls, flight: str) -> str:
        """Book by class."""
        return f"{cls.__name__} {flight}"

    @tool
    @staticmethod
    def static(flight: str) -> str:
        """Book by nobody."""
        return flight

    def plain(self, flight: str) -> str:
        """Book plainly."""
        return f"{self.name} {flight}"

    def __call__(self, flight: str) -> str:
        """Book by calling."""
        return f"{self.name} {flight}"


def told(made: Tool[..., Any]) -> dict[str, Any]:
    function: dict[str, Any] = made.definition["function"]
    return function


def run(made: Tool[..., Any], **arguments: Any) -> Any:
    return made.invoke(made.convert(arguments), ToolContext(None))


def test_a_function_is_told_with_its_name_docstring_and_parameters() -> None:
    assert tool(weather).definition == {
        "type": "function",
        "function": {
            "name": "weather",
            "description": "The weather in a city.",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {"type": "string", "description": "Its name."},
                    "days": {"type": "integer", "default": 1, "description": "How many days ahead."},
                },
                "required": ["city"],
                "additionalProperties": False,
            },
        },
    }


def test_a_tool_is_called_as_the_function() -> None:
    assert tool(weather)("Rome", days=2) == "Rome 2"
    assert tool(name="other")(weather)("Rome") == "Rome 1"


def test_a_strict_tool_is_told_as_strict() -> None:
    function = told(tool(weather, strict=True))

    assert function["strict"] is True
    assert function["parameters"]["required"] == ["city", "days"]


def test_name_and_description_may_be_given() -> None:
    function = told(tool(name="wetter", description="Das Wetter.")(weather))

    assert (function["name"], function["description"]) == ("wetter", "Das Wetter.")


@pytest.mark.parametrize(
    ("made", "name", "description", "result"),
    [
        (Desk().book, "book", "Book a flight.", "desk F1"),
        (Desk.of_class, "of_class", "Book by class.", "Desk F1"),
        (Desk().of_class, "of_class", "Book by class.", "Desk F1"),
        (Desk.static, "static", "Book by nobody.", "F1"),
        (Desk().static, "static", "Book by nobody.", "F1"),
        (tool(Desk().plain), "plain", "Book plainly.", "desk F1"),
        (tool(Desk()), "Desk", "Book by calling.", "desk F1"),
        (tool(functools.partial(Desk("other").plain)), "plain", "Book plainly.", "other F1"),
    ],
)
def test_methods_partials_and_objects_are_tools(made: Tool[..., Any], name: str, description: str, result: str) -> None:
    assert (told(made)["name"], told(made)["description"]) == (name, description)
    assert list(told(made)["parameters"]["properties"]) == ["flight"]
    assert run(made, flight="F1") == result


def test_a_decorated_method_belongs_to_its_object_and_keeps_its_options() -> None:
    first, second = Desk("first"), Desk("second")

    assert (first.book("F1"), second.book("F2")) == ("first F1", "second F2")
    assert first.book.approve is True


def test_what_a_partial_has_fixed_is_not_shown() -> None:
    made = tool(functools.partial(weather, days=7))

    assert list(told(made)["parameters"]["properties"]) == ["city"]
    assert run(made, city="Rome") == "Rome 7"


def test_the_context_is_filled_and_not_shown() -> None:
    seen: list[object] = []

    @tool
    def look(city: str, context: ToolContext[dict[str, int]], more: int = 0) -> int:
        """Look."""
        context.progress("half")
        return context.value["user"] + more

    context = ToolContext({"user": 7}, tell=seen.append)

    assert list(told(look)["parameters"]["properties"]) == ["city", "more"]
    assert look.invoke(look.convert({"city": "Rome", "more": 1}), context) == 8
    assert seen == ["half"]
    assert look("Rome", ToolContext({"user": 1})) == 1


@pytest.mark.parametrize("hint", ["ToolContext", "ToolContext[int] | None", "Any"])
def test_a_context_is_known_by_its_hint_alone(hint: str) -> None:
    def look(context, city: str = "") -> None:  # type: ignore[no-untyped-def]
        """Look."""

    look.__annotations__["context"] = hint
    shown = list(told(tool(look))["parameters"]["properties"])

    assert shown == (["context", "city"] if hint == "Any" else ["city"])


def test_async_functions_are_told_from_plain_ones() -> None:
    class Called:
        async def __call__(self, city: str) -> str:
            return city

    assert [tool(one).is_async for one in (weather, later, functools.partial(later), Called())] == [
        False,
        True,
        True,
        True,
    ]


def test_a_definition_is_a_tool_that_somebody_else_runs() -> None:
    given: dict[str, Any] = {"type": "function", "function": {"name": "ask_a_person", "parameters": {"type": "object"}}}

    from_dict, from_model = tool(given), tool(models.ChatFunctionToolFunction.from_dict(given))

    assert from_dict.definition == from_model.definition == given
    assert (from_dict.name, from_dict.function) == ("ask_a_person", None)
    with pytest.raises(TypeError, match="'ask_a_person' has no function"):
        from_dict()


def generator() -> Iterator[int]:
    yield 1


async def async_generator() -> AsyncIterator[int]:
    yield 1


@pytest.mark.parametrize(
    ("wrong", "raises", "says"),
    [
        (3, TypeError, "a tool is made of a function or a definition, not of int"),
        (lambda: 1, errors.ArgumentError, "'<lambda>' is no name for a tool; name="),
        (tool(weather), TypeError, "'weather' already is a tool"),
        ({"type": "function"}, errors.ArgumentError, "function.name"),
        (generator, TypeError, "tool 'generator' is a generator"),
        (async_generator, TypeError, "tool 'async_generator' is a generator"),
    ],
)
def test_what_is_no_tool_is_refused(wrong: Any, raises: type[Exception], says: str) -> None:
    with pytest.raises(raises, match=says):
        tool(wrong)


@pytest.mark.parametrize("name", ["", "two words", "näme", "a" * 65, "a.b"])
def test_a_name_that_no_provider_takes_is_refused(name: str) -> None:
    with pytest.raises(errors.ArgumentError, match="is no name for a tool"):
        tool(weather, name=name or " ")


@pytest.mark.parametrize("limit", [0, -1, float("nan")])
def test_a_time_limit_is_above_0(limit: float) -> None:
    with pytest.raises(errors.ArgumentError, match="timeout_s must be above 0"):
        tool(weather, timeout_s=limit)


def test_nobody_awaits_an_async_function_that_approves() -> None:
    async def approve(_arguments: dict[str, Any]) -> bool:
        return True

    with pytest.raises(TypeError, match="approve of tool 'weather' must be a plain function"):
        tool(weather, approve=approve)  # type: ignore[arg-type]


def test_a_hint_without_a_schema_names_tool_and_parameter_when_the_tool_is_made() -> None:
    class Opaque: ...

    def look(thing: Opaque) -> None: ...

    with pytest.raises(TypeError, match=r"tool 'look': parameter 'thing': no JSON Schema for .*Opaque"):
        tool(look)


def test_arguments_become_python_values() -> None:
    @tool
    def distance(start: Point, end: Point) -> int:
        """The distance."""
        return end.x - start.x

    assert run(distance, start={"x": 1}, end={"x": 5}) == 4


def test_without_the_extra_the_error_names_it_and_definitions_still_work() -> None:
    printed, _ = run_python("""
        import sys
        sys.modules["pydantic"] = None
        from openrouter_sdk import tool
        print(tool({"type": "function", "function": {"name": "ask"}}).name)
        try:
            tool(lambda city: city, name="look")
        except ImportError as error:
            print(error)
    """)

    assert printed.splitlines() == [
        "ask",
        "tools and structured outputs need 'pydantic': pip install 'openrouter-sdk[tools]'",
    ]


def test_the_sdk_loads_without_what_tools_need() -> None:
    printed, _ = run_python("""
        import sys
        from openrouter_sdk import OpenRouter
        OpenRouter(api_key="k")
        print([name for name in ("pydantic", "docstring_parser", "typing_extensions") if name in sys.modules])
    """)

    assert printed == "[]\n"


def test_a_class_of_c_that_tells_no_signature_is_no_tool() -> None:
    with pytest.raises(TypeError, match="tool 'int': no signature found for builtin type"):
        tool(int)
