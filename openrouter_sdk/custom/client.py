"""The client: its options, its connections, its end."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from openrouter_sdk.client import ClientArguments

from .chat import ChatNamespace, NeverCopied
from .engine import Settings
from .http import HttpClients
from .retry import Runtime


class _ChatAttribute:
    """`client.chat`; on the class itself the namespace's class, so that its signatures can be looked at."""

    def __get__(self, instance: OpenRouter | None, owner: type[OpenRouter]) -> Any:
        return ChatNamespace if instance is None else vars(instance)["_chat"]


class OpenRouter(NeverCopied, ClientArguments):
    """A client of OpenRouter.

    Use it in `with` or `async with`, or close it. One client serves threads, event loops and forked children alike.
    A copy, deep or not, is the client itself: closing one closes both.
    """

    if TYPE_CHECKING:
        chat: ChatNamespace
        """Chat completions."""
    else:
        chat = _ChatAttribute()

    def _configure(self, options: dict[str, Any]) -> None:
        self._settings = Settings(options)
        self._clients = HttpClients(options)
        self._runtime = Runtime()
        self._options = {**options, "api_key": None if self._settings.key.literal else options["api_key"]}
        self._chat = ChatNamespace(self._settings, self._clients.sync, self._clients.running, self._runtime)

    def close(self) -> None:
        """Close the connections. Injected httpx clients are left open. Closing twice does nothing."""
        self._clients.close()

    async def aclose(self) -> None:
        """Close the connections, from async code. Injected httpx clients are left open. Closing twice does nothing."""
        await self._clients.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"OpenRouter(server_url={self._settings.server_url!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        if self._settings.key.literal:
            raise TypeError(
                "a client with a literal api_key is not pickled, so that the key stays here; "
                "set OPENROUTER_API_KEY there, or pass a function as api_key"
            )
        if "authorization" in self._settings.headers:
            raise TypeError("a client with an Authorization header is not pickled, so that the key in it stays here")
        for name in ("client", "async_client"):
            if self._options[name] is not None:
                raise TypeError(f"a client with an injected {name} is not pickled")
        return _rebuild, (self._options,)


def _rebuild(options: dict[str, Any]) -> OpenRouter:
    return OpenRouter(**options)
