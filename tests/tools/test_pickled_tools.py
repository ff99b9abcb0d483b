"""Tools go to other processes as the functions do that they are made of."""

from __future__ import annotations

import copy
import dataclasses
import functools
import pickle
import sys
from collections.abc import Callable
from typing import Any

import cloudpickle  # type: ignore[import-untyped]
import pytest

from openrouter_sdk import tool
from openrouter_sdk.custom.tools import Tool
from tests.tools.test_tool import Desk, weather


@tool(approve=lambda _: True, context=object())
def forecast(city: str) -> str:
    """What the weather will be."""
    return f"rain in {city}"


@tool
@functools.cache
def kept(city: str) -> str:
    """The weather again."""
    return city


@tool
def countdown(steps: int) -> int:
    """Counts with tools."""
    return counted(steps - 1) if steps else 0


@tool
def counted(steps: int) -> int:
    """Counts with tools, too."""
    return countdown(steps) + 1


def local() -> Tool[..., Any]:
    rest = "snow"

    @tool(timeout_s=2.0)
    def here(city: str) -> str:
        """The weather here."""
        return f"{rest} in {city}"

    return here


def pickled(made: Tool[..., Any]) -> Tool[..., Any]:
    loaded: Tool[..., Any] = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own
    return loaded


def taken_along(made: Tool[..., Any]) -> Tool[..., Any]:
    loaded: Tool[..., Any] = pickle.loads(cloudpickle.dumps(made))  # noqa: S301 - our own
    return loaded


DECORATED: list[Any] = [forecast, kept, Desk.book, Desk.static]


class Told:
    """Called like the function that it is named after, as decorators make them."""

    def __init__(self, function: Callable[..., Any]) -> None:
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)


OTHERS: dict[str, Callable[[], Any]] = {
    "renamed": lambda: tool(weather, name="named", description="Told", strict=True, timeout_s=1.0),
    "part of a function": lambda: tool(functools.partial(weather, days=3)),
    "part of a function under its name": lambda: tool(
        functools.update_wrapper(functools.partial(weather, days=3), weather)  # type: ignore[arg-type]
    ),
    "object under the name of a function": lambda: tool(Told(weather)),
    "method of C": lambda: Tool("joined", "Joins", " ".join, given={}),
    "function of C": lambda: Tool("upper", "Shouts", str.upper, given={}),
    "method": lambda: Desk("desk").book,
    "method of a class": lambda: Desk.of_class,
    "plain method": lambda: tool(Desk("desk").plain),
    "definition": lambda: tool({"type": "function", "function": {"name": "elsewhere", "parameters": {}}}),
}


@pytest.mark.parametrize("made", DECORATED, ids=lambda made: made.name)
@pytest.mark.parametrize("carried", [pickled, taken_along, copy.copy, copy.deepcopy])
def test_a_decorated_function_of_a_module_is_itself_wherever_it_comes(made: Any, carried: Any) -> None:
    assert carried(made) is made


@pytest.mark.parametrize("protocol", range(4, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("made", DECORATED, ids=lambda made: made.name)
def test_every_newer_protocol_leads_to_the_tool(made: Any, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(made, protocol)) is made  # noqa: S301 - our own


def test_protocols_of_long_ago_are_refused_by_name() -> None:
    with pytest.raises(TypeError, match="protocol 4 or later"):
        pickle.dumps(forecast, 3)


@pytest.mark.parametrize("held", [(countdown,), (counted.function,), (counted, countdown)], ids=len)
def test_tools_that_call_each_other_are_taken_along_as_they_are(held: tuple[Any, ...]) -> None:
    module = sys.modules[__name__]
    cloudpickle.register_pickle_by_value(module)
    try:
        loaded = pickle.loads(cloudpickle.dumps(held))  # noqa: S301 - our own
    finally:
        cloudpickle.unregister_pickle_by_value(module)

    assert loaded[0] is not held[0]
    assert [each(3) for each in loaded] == [each(3) for each in held]
    assert held[1:] == () or loaded[0].function.__globals__["countdown"] is loaded[1]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("used", [False, True], ids=["new", "used"])
@pytest.mark.parametrize("carried", [pickled, taken_along, copy.deepcopy])
def test_another_tool_comes_as_it_was(name: str, used: bool, carried: Any) -> None:
    made = OTHERS[name]()
    expected = OTHERS[name]().definition
    if used:
        _ = made.definition
    loaded = carried(made)

    assert loaded.definition == expected
    assert (loaded.name, loaded.description, loaded.strict, loaded.timeout_s) == (
        made.name, made.description, made.strict, made.timeout_s,
    )  # fmt: skip
    if made.function is not None and made.given != {}:
        argument = {"city": "Oslo"} if "city" in made.shape.json_schema["properties"] else {"flight": "X1"}
        assert loaded(**argument) == made(**argument)


def test_a_tool_within_a_function_goes_only_where_its_code_is_taken_along() -> None:
    made = local()
    with pytest.raises((AttributeError, pickle.PicklingError), match=r"local\.<locals>\.here"):
        pickle.dumps(made)
    loaded = taken_along(made)

    assert loaded is not made
    assert (loaded("Oslo"), loaded.timeout_s, loaded.definition) == ("snow in Oslo", 2.0, made.definition)
    assert copy.deepcopy(made) is made


class Loud(Tool[..., Any]):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return str(super().__call__(*args, **kwargs)).upper()


def test_a_tool_of_another_class_keeps_it() -> None:
    of_module, of_function = Loud("loud", None, weather), Loud("loud", None, local().function)

    for loaded in (pickled(of_module), taken_along(of_module), taken_along(of_function)):
        assert type(loaded) is Loud
    assert (pickled(of_module)("Oslo"), taken_along(of_function)("Oslo")) == ("OSLO 1", "SNOW IN OSLO")


def test_a_class_that_is_taken_along_takes_its_tools() -> None:
    class There(Desk):
        @tool
        def rebook(self, flight: str) -> str:
            """Book again."""
            return f"{self.name} again {flight}"

    loaded: Any = pickle.loads(cloudpickle.dumps(There("desk")))  # noqa: S301 - our own

    assert (loaded.rebook("X1"), loaded.book("X1")) == ("desk again X1", "desk X1")


def test_a_deep_copy_of_a_method_is_that_of_a_copied_object() -> None:
    desk = Desk("desk")
    held = {"desk": desk, "tool": desk.book}
    copied: Any = copy.deepcopy(held)
    copied["desk"].name = "other"

    assert (held["tool"]("X1"), copied["tool"]("X1")) == ("desk X1", "other X1")


@pytest.mark.parametrize("protocol", [4, pickle.HIGHEST_PROTOCOL])
def test_a_tool_never_becomes_another_one_of_its_name(protocol: int) -> None:
    with pytest.raises(pickle.PicklingError, match="forecast"):
        pickle.dumps(dataclasses.replace(forecast, approve=True), protocol)


def test_a_function_whose_name_leads_elsewhere_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.forecast", None)

    with pytest.raises((AttributeError, pickle.PicklingError), match="forecast"):
        pickle.dumps(DECORATED[0])
