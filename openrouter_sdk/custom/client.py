"""The client: its options, its connections, its end."""

from __future__ import annotations

from collections.abc import Awaitable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

from openrouter_sdk.client import NAMESPACES, Arguments, ClientArguments

from .chat import ChatNamespace
from .engine import Engine, NeverCopied, Settings, refuse_unknown, requested
from .http import HttpClients
from .retry import Runtime
from .stream import Closing, ClosingAsync

if TYPE_CHECKING:
    from .catalogue import ModelsNamespace


class _NamespaceAttribute:
    """A part of the API; on the class itself the namespace's class, so that its signatures can be looked at.

    Args:
        name: The attribute.
        package: The package of the namespace's class, loaded when the attribute is first touched.
        cls: The class.
    """

    def __init__(self, name: str, package: str, cls: str) -> None:
        self._name = name
        self._package = package
        self._class = cls

    def __get__(self, instance: OpenRouter | None, owner: type[OpenRouter]) -> Any:
        found: Any = getattr(import_module(self._package), self._class)
        if instance is None:
            return found
        made = vars(instance)[self._name] = found(instance._engine)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return made


# in this order: jedi looks no further for __init__ than the first
class OpenRouter(ClientArguments, NeverCopied, Closing, ClosingAsync):
    """A client of OpenRouter.

    Use it in `with` or `async with`, or close it. One client serves threads, event loops and forked children alike.
    A copy, deep or not, is the client itself: closing one closes both.
    """

    if TYPE_CHECKING:
        chat: ChatNamespace
        """Chat completions."""
        models: ModelsNamespace
        """The catalogue of models."""

    def _configure(self, options: dict[str, Any], unknown: dict[str, Any]) -> None:
        refuse_unknown(unknown, options, "OpenRouter()", "further headers go into http_headers")
        settings = Settings(options)
        kept = {**options, "api_key": None if settings.key.literal else options["api_key"]}
        self._assemble(kept, settings, HttpClients(options), Runtime())

    def _with_options(self, changed: dict[str, Any], unknown: dict[str, Any]) -> Self:
        known = OpenRouter.with_options.__kwdefaults__ or ()
        refuse_unknown(unknown, known, "with_options()", "key and connections are those of the client")
        view = object.__new__(type(self))
        options = {**self._options, **changed}
        view._assemble(options, Settings(options, key=self._settings.key), self._clients, self._runtime)
        return view

    def _assemble(self, options: dict[str, Any], settings: Settings, clients: HttpClients, runtime: Runtime) -> None:
        self._options, self._settings, self._clients, self._runtime = options, settings, clients, runtime
        self._engine = Engine(settings, clients, runtime, options=options, reduced=_reduced_engine)

    def _request(self, method: str, path: str, given: Arguments, cast_to: Any) -> Any:
        return self._engine.perform(self._engine.build(*requested(method, path, given, cast_to)))

    def _request_async(self, method: str, path: str, given: Arguments, cast_to: Any) -> Awaitable[Any]:
        return self._engine.perform_async(self._engine.build(*requested(method, path, given, cast_to)))

    def close(self) -> None:
        """Close the connections. Injected httpx clients are left open. Closing twice does nothing."""
        self._clients.close()

    async def aclose(self) -> None:
        """Close the connections, from async code. Injected httpx clients are left open. Closing twice does nothing."""
        await self._clients.aclose()

    def __repr__(self) -> str:
        return f"OpenRouter(server_url={self._settings.server_url!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (_checked_for_travel(self._options, self._settings),)


def _checked_for_travel(options: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """The options, if a client that has them may be pickled."""
    if settings.key.literal:
        raise TypeError(
            "a client with a literal api_key is not pickled, so that the key stays here; "
            "set OPENROUTER_API_KEY there, or pass a function as api_key"
        )
    if "authorization" in settings.headers:
        raise TypeError("a client with an Authorization header is not pickled, so that the key in it stays here")
    for name in ("client", "async_client"):
        if options[name] is not None:
            raise TypeError(f"a client with an injected {name} is not pickled")
    return options


def _rebuild(options: dict[str, Any]) -> OpenRouter:
    return OpenRouter(**options)


def _reduced_engine(options: dict[str, Any], settings: Settings) -> tuple[Any, ...]:
    """An engine travels without those who watch it: what happens elsewhere is told here."""
    unwatched = dict.fromkeys(("hooks", "debug_logger", "on_retry", "on_keepalive"))
    return _rebuilt_engine, ({**_checked_for_travel(options, settings), **unwatched},)


def _rebuilt_engine(options: dict[str, Any]) -> Engine:
    return _rebuild(options)._engine  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


for _name, (_folder, _class) in NAMESPACES.items():
    setattr(OpenRouter, _name, _NamespaceAttribute(_name, f"openrouter_sdk.api.{_folder}", _class))
for _name, _package, _class in (("chat", "chat", "ChatNamespace"), ("models", "catalogue", "ModelsNamespace")):
    setattr(OpenRouter, _name, _NamespaceAttribute(_name, f"{__package__}.{_package}", _class))
