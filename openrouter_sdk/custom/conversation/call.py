"""Asking with streams, and `Call`, which remembers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, overload

from openrouter_sdk.models import ChatResult

from ..client import OpenRouter
from .answers import Answers
from .asker import Asker, Key
from .several_async import ChatStreamsAsync
from .streams import ChatStream, ChatStreams
from .streams_async import ChatStreamAsync
from .turns import Dialogue, OpenGate

A = TypeVar("A")


class StreamingAsker(Asker[A]):
    """Asks, streamed as well."""

    @overload
    def stream(self: Asker[str], question: Any, **options: Any) -> ChatStream: ...
    @overload
    def stream(self: Asker[Answers[str]], question: Any, **options: Any) -> ChatStreams: ...
    def stream(self: Asker[Any], question: Any, **options: Any) -> ChatStream | ChatStreams:
        """Ask, and iterate over the text while it is written; takes what `send` takes.

        Returns:
            A `ChatStream` of pieces of text; of several models a `ChatStreams` of pairs of model and piece.
        """
        return self._stream(question, options)

    @overload
    def stream_async(self: Asker[str], question: Any, **options: Any) -> ChatStreamAsync: ...
    @overload
    def stream_async(self: Asker[Answers[str]], question: Any, **options: Any) -> ChatStreamsAsync: ...
    def stream_async(self: Asker[Any], question: Any, **options: Any) -> ChatStreamAsync | ChatStreamsAsync:
        """The same for `async for` and `async with`. It may be awaited, and need not be."""
        return self._stream_async(question, options)


class Call(StreamingAsker[A]):
    """One-off questions: the same as `Chat`, without history and usage.

    Any number of questions may be asked at the same time. `call("question")` returns the text of the answer,
    `call.result("question")` the whole answer.

    Args:
        model: The model, or a list of models, which are asked at the same time.
        system: System prompt, as text or content parts.
        client: The client to send through; it stays open. By default one is made when it is needed.
        api_key: The key of that client; by default OPENROUTER_API_KEY.
        local_files: Whether a list may name files of this machine. Default True.
        defaults: Any keyword argument of `chat.send`, for each question.

    Raises:
        errors.ArgumentError: No model, or one named twice.
        TypeError: An unknown keyword argument, or a value of the wrong type.
    """

    @overload
    def __init__(
        self: Call[str],
        model: str,
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: Key = None,
        *,
        local_files: bool = True,
        **defaults: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Call[Answers[str]],
        model: Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: Key = None,
        *,
        local_files: bool = True,
        **defaults: Any,
    ) -> None: ...
    def __init__(
        self,
        model: str | Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: Key = None,
        *,
        local_files: bool = True,
        **defaults: Any,
    ) -> None:
        super().__init__(model, client, api_key, local_files, defaults)
        self._gate = OpenGate()
        self._system = system
        Dialogue(system)  # what is wrong with it is told here

    @overload
    def result(self: Call[str], question: Any, **options: Any) -> ChatResult: ...
    @overload
    def result(self: Call[Answers[str]], question: Any, **options: Any) -> Answers[ChatResult]: ...
    def result(self: Call[Any], question: Any, **options: Any) -> Any:
        """Ask, and wait for the whole answer, with its usage, reasoning and tool calls; takes what `send` takes.

        Returns:
            The `ChatResult`; of several models `Answers`, a dict of them by model.
        """
        return self._one_or_all(self._results(question, options, "result()"))

    @overload
    async def result_async(self: Call[str], question: Any, **options: Any) -> ChatResult: ...
    @overload
    async def result_async(self: Call[Answers[str]], question: Any, **options: Any) -> Answers[ChatResult]: ...
    async def result_async(self: Call[Any], question: Any, **options: Any) -> Any:
        """The same from async code."""
        return self._one_or_all(await self._results_async(question, options, "result_async()"))

    def _dialogues(self, model: str | None) -> dict[str, Dialogue]:
        return {name: Dialogue(self._system) for name in ((model,) if model else self._models)}
