"""Tools: functions that a model may call, with the name, description and schema it is told."""

from __future__ import annotations

import copy
import functools
import inspect
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from types import MethodType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, overload

from openrouter_sdk import models
from openrouter_sdk.types import Model, copy_json

from ..errors import ArgumentError, as_object
from .context import ToolContext, is_context

if TYPE_CHECKING:
    from ..schema import CallShape

P = ParamSpec("P")
Q = ParamSpec("Q")
R = TypeVar("R")
S = TypeVar("S")

Approve: TypeAlias = bool | Callable[[dict[str, Any]], bool]
"""Whether calls wait for approval: all or none of them, or those for whose arguments a function says so."""

_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@dataclass(frozen=True, eq=False)
class Tool(Generic[P, R]):
    """A function that a model may call; made by `tool`. It is called as the function itself."""

    name: str
    description: str | None
    function: Callable[P, R] | None
    """None where somebody else runs it: a run pauses at its calls."""
    strict: bool = False
    approve: Approve = False
    timeout_s: float | None = None
    context: Any = None
    given: Mapping[str, Any] | None = None
    """The definition it was made from, if it was made from one."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function.

        Raises:
            TypeError: There is none.
        """
        if self.function is None:
            raise TypeError(f"tool {self.name!r} has no function")
        return self.function(*args, **kwargs)

    @overload
    def __get__(self, instance: None, owner: type) -> Tool[P, R]: ...
    @overload
    def __get__(self: Tool[Concatenate[S, Q], R], instance: S, owner: type | None = None) -> Tool[Q, R]: ...
    def __get__(self, instance: object, owner: type | None = None) -> Tool[Any, R]:
        """The tool of an object: its method."""
        function: Any = self.function
        if isinstance(function, staticmethod):
            # one and the same whenever it is asked for, as the function is
            unbound: Tool[Any, R] = vars(self).setdefault("_unbound", replace(self, function=function.__func__))
            return unbound
        bound = function.__get__(instance, owner) if hasattr(function, "__get__") else function
        return self if bound is function else replace(self, function=bound)

    @property
    def _reference(self) -> Callable[[], None]:
        """A function that is found under the name of the tool's own, as an attribute of the tool that this leads to.

        So pickle writes down nothing but a name; and what takes functions along that are not to be found elsewhere, as
        cloudpickle does, takes this with all that it holds.
        """

        def reference() -> None:
            """Called by nobody."""

        function: Any = self.function
        reference.__module__, reference.__qualname__ = function.__module__, f"{function.__qualname__}._reference"
        vars(reference)["given"] = {each.name: getattr(self, each.name) for each in fields(self)}
        # two threads that ask for it at once are given the same one
        kept: Callable[[], None] = vars(self).setdefault("_kept_reference", reference)
        return kept

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        function: Any = self.function
        module, name = getattr(function, "__module__", None), getattr(function, "__qualname__", "")
        if isinstance(function, MethodType):
            found = getattr(function.__self__, function.__name__, None)
            if isinstance(found, Tool) and found.function == function:
                return getattr, (function.__self__, function.__name__)
        elif isinstance(found := _under(module, name), Tool):
            if protocol < 4:
                raise TypeError("a tool is pickled with protocol 4 or later, as Python does by itself")
            return _referred, (type(self), self._reference)
        return type(self), tuple(getattr(self, each.name) for each in fields(self))

    def __copy__(self) -> Tool[P, R]:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Tool[P, R]:
        function = copy.deepcopy(self.function, memo)
        return self if function is self.function else replace(self, function=function)

    @functools.cached_property
    def shape(self) -> CallShape:
        """What the function takes.

        Raises:
            ImportError: The extra `tools` is missing.
            TypeError: A parameter has a hint without a schema, or two are `ToolContext`s.
        """
        from ..schema import CallShape  # lazy: needs the extra `tools`

        assert self.function is not None  # noqa: S101 - asked of tools with a function alone
        try:
            return CallShape(self.function, hidden=is_context, strict=self.strict)
        except TypeError as error:
            raise TypeError(f"tool {self.name!r}: {error}") from None

    @functools.cached_property
    def definition(self) -> dict[str, Any]:
        """The entry of `tools` in a request."""
        if self.given is not None:
            return dict(self.given)
        shape = self.shape
        told: dict[str, Any] = {"name": self.name}
        if description := self.description or shape.documentation.text:
            told["description"] = description
        told["parameters"] = shape.json_schema
        if self.strict:
            told["strict"] = True
        return {"type": "function", "function": told}

    def convert(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of a call as Python values, by name.

        Raises:
            Misfit: They do not fit.
        """
        return dict(arguments) if self.function is None else self.shape.convert(arguments)

    def invoke(self, values: Mapping[str, Any], context: ToolContext[Any]) -> Any:
        """Call the function with converted arguments; of an async one, its coroutine."""
        shape = self.shape
        args, kwargs = shape.bind({**values, **dict.fromkeys(shape.hidden, context)})
        function: Any = self.function
        return function(*args, **kwargs)

    @property
    def is_async(self) -> bool:
        """Whether the function is a coroutine function."""
        function = _below_partials(self.function)
        return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004 - its kind is asked for


def _under(module: str | None, name: str) -> Any:
    """What is found under a name in a module that is loaded; None for nothing."""
    holder = sys.modules.get(module or "")
    return functools.reduce(lambda found, part: getattr(found, part, None), name.split("."), holder)


def _referred(cls: type[Tool[..., Any]], reference: Callable[[], None]) -> Tool[..., Any]:
    """The tool that a reference leads to here, or else one like it.

    A function that was taken along, and calls the tool made of it, holds that tool: then this runs first when nothing
    is known of it yet, and once more when all is.
    """
    found: Any = _under(reference.__module__, reference.__qualname__.rpartition(".")[0])
    made: Tool[..., Any] = found
    if getattr(found, "_reference", None) is not reference:
        made = vars(reference).setdefault("made", cls.__new__(cls))
        vars(made).update(vars(reference).get("given", {}))
    return made


Definition: TypeAlias = Mapping[str, Any] | models.ChatFunctionTool | models.ChatFunctionToolFunction


@overload
def tool(
    function: Callable[P, R],
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    strict: bool = False,
    approve: Approve = False,
    timeout_s: float | None = None,
    context: Any = None,
) -> Tool[P, R]: ...
@overload
def tool(
    function: None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    strict: bool = False,
    approve: Approve = False,
    timeout_s: float | None = None,
    context: Any = None,
) -> Callable[[Callable[P, R]], Tool[P, R]]: ...
@overload
def tool(function: Definition, /) -> Tool[..., Any]: ...
def tool(
    function: Any = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    strict: bool = False,
    approve: Approve = False,
    timeout_s: float | None = None,
    context: Any = None,
) -> Any:
    """Make a tool of a function, plainly or as a decorator, with arguments or without.

    Name, description and schema come from the signature, the hints and the docstring (Google's, NumPy's or Sphinx's
    style). A parameter with the hint `ToolContext` is not shown to the model; `*args` and `**kwargs` stay empty.

    Args:
        function: A function or method, plain or async, a `functools.partial`, an object that can be called; or the
            definition of a tool that somebody else runs, as a dict or model: a run pauses at its calls.
        name: Its name for the model, up to 64 letters, digits, `_` and `-`. Default: the function's.
        description: What it does, for the model. Default: the docstring before its sections.
        strict: Whether the model is held to the schema, where the provider can; then every parameter is required, and
            null stands for a default.
        approve: Whether its calls wait for approval, or a function of the arguments (a dict of Python values) that
            says so.
        timeout_s: Seconds a call may take; the model is told of one that took longer. Default: no limit.
        context: The `value` of its `ToolContext`s. Default: the run's.

    Raises:
        ArgumentError: A name that no provider takes, or a definition that is none.
        ImportError: The extra `tools` is missing.
        TypeError: Something that cannot be called, or a parameter whose hint has no schema.
    """
    if function is None:
        options = {"name": name, "description": description, "strict": strict, "approve": approve}
        return functools.partial(tool, **options, timeout_s=timeout_s, context=context)
    given = function
    if isinstance(function, (Mapping, Model)):
        return _defined(given)
    if isinstance(function, Tool):
        raise TypeError(f"{function.name!r} already is a tool")
    if not (callable(function) or isinstance(function, (staticmethod, classmethod))):
        raise TypeError(f"a tool is made of a function or a definition, not of {type(function).__name__}")
    name = _checked_name(name or _name_of(given))
    if inspect.isgeneratorfunction(given) or inspect.isasyncgenfunction(given):
        raise TypeError(f"tool {name!r} is a generator; return a list, and tell progress to a ToolContext")
    if inspect.iscoroutinefunction(approve):
        raise TypeError(f"approve of tool {name!r} must be a plain function: nobody awaits an async one")
    if timeout_s is not None and not timeout_s > 0:
        raise ArgumentError(f"timeout_s must be above 0, not {timeout_s!r}")
    made: Tool[Any, Any] = Tool(name, description, given, strict, approve, timeout_s, context)
    if not _is_method(given):
        _ = made.definition
    return made


def _defined(given: Any) -> Tool[..., Any]:
    definition: dict[str, Any] = copy_json(given)
    told = as_object(definition.get("function"))
    name = told.get("name")
    if not isinstance(name, str):
        raise ArgumentError("a tool without a function needs a definition with function.name")
    return Tool(name, told.get("description"), None, given=definition)


def _below_partials(function: Any) -> Any:
    while isinstance(function, functools.partial):
        function = function.func
    return function


def _name_of(function: Any) -> str:
    function = _below_partials(function)
    return str(getattr(function, "__name__", None) or type(function).__name__)


def _checked_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ArgumentError(f"{name!r} is no name for a tool; name= takes up to 64 letters, digits, '_' and '-'")
    return name


def _is_method(function: Any) -> bool:
    """Whether it stands in the body of a class, so that what it takes is known once it is bound."""
    if isinstance(function, (staticmethod, classmethod)):
        return True
    where = getattr(function, "__qualname__", "").rpartition(".")[0]
    return inspect.isfunction(function) and bool(where) and not where.endswith("<locals>")
