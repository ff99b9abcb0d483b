"""`Call` asks once: it remembers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, overload

from openrouter_sdk.models import ChatResult

from ..client import OpenRouter
from .base import ConversationBase, KeySource
from .several import Answers
from .turns import Dialogue, Gate

if TYPE_CHECKING:
    from .base import CallOptions, QuestionOptions

A = TypeVar("A")


class Call(ConversationBase[A]):
    """One-off questions: the same as `Chat`, without history and usage.

    Any number of questions may be asked at the same time. `call("question")` returns the text of the answer,
    `call.result("question")` the whole answer.

    Args:
        model: The model, or a list of models, which are asked at the same time.
        system: System prompt, as text or a list of texts and content parts.
        client: The client to send through; it stays open. By default one is made when it is needed.
        api_key: The key of that client; by default OPENROUTER_API_KEY.
        local_files: Whether a list may name files of this machine. Default True.
        defaults: Any keyword argument of `chat.send`, for each question; where `tools` holds functions, of `chat.run`.

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
        api_key: KeySource = None,
        *,
        local_files: bool = True,
        **defaults: Unpack[CallOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: Call[Answers[str]],
        model: Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: KeySource = None,
        *,
        local_files: bool = True,
        **defaults: Unpack[CallOptions],
    ) -> None: ...
    def __init__(
        self,
        model: str | Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: KeySource = None,
        *,
        local_files: bool = True,
        **defaults: Unpack[CallOptions],
    ) -> None:
        super().__init__(model, client, api_key, local_files, defaults)
        self._system = system
        Dialogue(system)  # what is wrong with it is told here

    @overload
    def result(self: Call[str], question: Any, **options: Unpack[QuestionOptions]) -> ChatResult: ...
    @overload
    def result(self: Call[Answers[str]], question: Any, **options: Unpack[QuestionOptions]) -> Answers[ChatResult]: ...
    def result(self: Call[Any], question: Any, **options: Unpack[QuestionOptions]) -> Any:
        """Ask, and wait for the whole answer, with its usage, reasoning and tool calls; takes what `send` takes.

        Returns:
            The `ChatResult`; of several models `Answers`, a dict of them by model.
        """
        return self._one_or_all(self._results(partial(self._begin, question, options, "result()")))

    @overload
    async def result_async(self: Call[str], question: Any, **options: Unpack[QuestionOptions]) -> ChatResult: ...
    @overload
    async def result_async(
        self: Call[Answers[str]], question: Any, **options: Unpack[QuestionOptions]
    ) -> Answers[ChatResult]: ...
    async def result_async(self: Call[Any], question: Any, **options: Unpack[QuestionOptions]) -> Any:
        """The same from async code."""
        return self._one_or_all(await self._results_async(partial(self._begin, question, options, "result_async()")))

    def _asked(self, model: str | None) -> tuple[Gate, dict[str, Dialogue]]:
        return Gate(), {name: Dialogue(self._system) for name in ((model,) if model else self._models)}
