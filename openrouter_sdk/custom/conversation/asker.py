"""What `Chat` and `Call` share: models, options, client, and asking one or several at the same time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from types import NoneType, TracebackType
from typing import Any, Generic, Self, TypeVar

from openrouter_sdk import models as _m
from openrouter_sdk.api.chat.send import ChatSend

from .. import content
from ..client import OpenRouter
from ..engine import refuse_unknown
from ..errors import ArgumentError
from ..http import running_loop
from ..stream import EventStream, EventStreamAsync
from .answers import Answers, gathered
from .at_once import at_once, at_once_async
from .own_client import OwnClient
from .several_async import ChatStreamsAsync
from .streams import ChatStream, ChatStreams
from .streams_async import ChatStreamAsync
from .turns import Dialogue, Gate, Turn, begin

A = TypeVar("A")
Key = str | Callable[[], str | Awaitable[str]] | None

_OPTIONS = frozenset(ChatSend.send.__kwdefaults__ or ())
_HERE = {
    "messages": "set_history() gives a conversation its messages",
    "stream": "stream() and stream_async() stream",
}
_OF_CLIENT = dict.fromkeys(frozenset(OpenRouter.__init__.__kwdefaults__ or ()) - _OPTIONS - {"client"}, "")
_OF_CLIENT["retry_config"] = "; retries= sets it here"


class Asker(Generic[A]):
    """Asks one model, or several at the same time.

    `Asker[str]` asks one model, `Asker[Answers[str]]` several.
    """

    _gate: Gate

    def __init__(
        self,
        model: str | Sequence[str],
        client: OpenRouter | None,
        api_key: Key,
        local_files: bool,
        defaults: Mapping[str, Any],
    ) -> None:
        self._models = checked_models(model)
        self._several = not isinstance(model, str)
        self._local_files = local_files
        self._defaults = _checked_options(defaults, f"{type(self).__name__}()")
        self._own = OwnClient(client, api_key)

    def _dialogues(self, model: str | None) -> dict[str, Dialogue]:
        """The conversations that a question goes to, by the model that is asked."""
        raise NotImplementedError

    @property
    def models(self) -> tuple[str, ...]:
        """The models that are asked."""
        return self._models

    def send(self, question: Any, **options: Any) -> A:
        """Ask, and wait for the answer.

        Args:
            question: Text; or a list that mixes texts, URLs, paths and content parts (see `content.parts`); or a
                message with its role, such as a tool's result, or a list of them. Text alone is never taken for a path.
            options: Any keyword argument of `chat.send`, for this question only; `model` asks another one; and
                `local_files`.

        Returns:
            The text of the answer; of several models `Answers`, a dict of the texts by model. One model that fails does
            not lose the others' answers: its error is in `answers.errors`, and is raised by looking up its answer.

        Raises:
            errors.OpenRouterError: The model asked, or each of them, failed.
            errors.ArgumentError: A file that cannot be read, or a conversation that is still answering.
            TypeError: An unknown keyword argument.
        """
        return self._texts(self._results(question, options, "send()"))

    __call__ = send

    async def send_async(self, question: Any, **options: Any) -> A:
        """The same from async code."""
        return self._texts(await self._results_async(question, options, "send_async()"))

    def _results(self, question: Any, options: Mapping[str, Any], caller: str) -> Answers[_m.ChatResult]:
        turns = self._begin(question, options, caller)
        try:
            return _settled(turns, at_once([partial(self._ask, turn) for turn in turns]))
        except BaseException as error:
            _fail_all(turns, error)
            raise

    async def _results_async(self, question: Any, options: Mapping[str, Any], caller: str) -> Answers[_m.ChatResult]:
        running_loop()
        turns = self._begin(question, options, caller)
        try:
            return _settled(turns, await at_once_async([self._ask_async(turn) for turn in turns]))
        except BaseException as error:
            _fail_all(turns, error)
            raise

    def _texts(self, results: Answers[_m.ChatResult]) -> A:
        texts = Answers({model: result.text for model, result in results.items()}, results.errors)
        given: A = self._one_or_all(texts)
        return given

    def _one_or_all(self, answers: Answers[Any]) -> Any:
        """What the caller gets: the answer of the one model, or all answers by model."""
        return answers if self._several else next(iter(answers.values()))

    def _stream(self, question: Any, options: dict[str, Any]) -> ChatStream | ChatStreams:
        turns = self._begin(question, options, "stream()")
        return ChatStreams(turns, self._open) if self._several else ChatStream(turns[0], self._open)

    def _stream_async(self, question: Any, options: dict[str, Any]) -> ChatStreamAsync | ChatStreamsAsync:
        made = ChatStreamsAsync if self._several else ChatStreamAsync
        self._arguments(options, "stream_async()")  # what is wrong with them is told here rather than when it is read
        return made(partial(self._begin, question, options, "stream_async()"), self._open_async)

    def _begin(self, question: Any, options: Mapping[str, Any], caller: str) -> list[Turn]:
        arguments = self._arguments(options, caller)
        dialogues = self._dialogues(arguments.pop("model", None))
        parts = partial(content.parts, local_files=arguments.pop("local_files", self._local_files))
        return begin(self._gate, dialogues, question, parts, arguments)

    def _arguments(self, options: Mapping[str, Any], caller: str) -> dict[str, Any]:
        checked = _checked_options(options, caller)
        if checked.get("model") is not None:
            checked_models([checked["model"]])
            if self._several:
                raise ArgumentError("model: several models are asked here; make another Chat or Call for one")
        return {**self._defaults, **checked}

    def _ask(self, turn: Turn) -> _m.ChatResult:
        chat: Any = self._own.get().chat
        result: _m.ChatResult = chat.send(**turn.arguments)
        return result

    async def _ask_async(self, turn: Turn) -> _m.ChatResult:
        chat: Any = self._own.get().chat
        result: _m.ChatResult = await chat.send_async(**turn.arguments)
        return result

    def _open(self, turn: Turn) -> EventStream[_m.ChatStreamChunk]:
        chat: Any = self._own.get().chat
        stream: EventStream[_m.ChatStreamChunk] = chat.send(**turn.arguments, stream=True)
        return stream

    async def _open_async(self, turn: Turn) -> EventStreamAsync[_m.ChatStreamChunk]:
        chat: Any = self._own.get().chat
        stream: EventStreamAsync[_m.ChatStreamChunk] = await chat.send_async(**turn.arguments, stream=True)
        return stream

    def close(self) -> None:
        """Close the connections, unless the client came from outside. Closing twice does nothing."""
        self._own.close()

    async def aclose(self) -> None:
        """The same from async code."""
        await self._own.aclose()

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
        shown = list(self._models) if self._several else self._models[0]
        return f"{type(self).__name__}({shown!r})"


def checked_models(model: Any) -> tuple[str, ...]:
    """The names of one model or of several.

    Raises:
        ArgumentError: There is none, or one twice.
        TypeError: Something else than names.
    """
    names: list[Any] = [model] if isinstance(model, str) else list(model) if isinstance(model, Sequence) else [None]  # pyright: ignore[reportUnknownArgumentType]
    if not all(isinstance(name, str) for name in names):
        raise TypeError(f"model must be a model's name or a list of names, not {model!r}")
    if not names or not all(names):
        raise ArgumentError(f"model {model!r} names no model")
    if len(set(names)) < len(names):
        raise ArgumentError(f"model {model!r} names a model twice")
    return tuple(names)


def _checked_options(options: Mapping[str, Any], caller: str) -> dict[str, Any]:
    for name in options:
        if name in _HERE:
            raise TypeError(f"{name} is not an option here: {_HERE[name]}")
        if name in _OF_CLIENT:
            raise TypeError(f"{name} is an option of the client: client=OpenRouter({name}=...){_OF_CLIENT[name]}")
    refuse_unknown([name for name in options if name not in _OPTIONS and name != "local_files"], _OPTIONS, caller)
    if not isinstance(options.get("session_id"), (str, NoneType)):
        raise TypeError(f"session_id must be a string here, not {options['session_id']!r}; only Chat makes one")
    return dict(options)


def _settled(turns: Sequence[Turn], outcomes: Sequence[_m.ChatResult | Exception]) -> Answers[_m.ChatResult]:
    results: dict[str, _m.ChatResult] = {}
    errors: dict[str, Exception] = {}
    for turn, outcome in zip(turns, outcomes, strict=True):
        if isinstance(outcome, Exception):
            turn.failed(outcome)
            errors[turn.model] = outcome
        else:
            results[turn.model] = turn.answered(outcome)
    return gathered(results, errors)


def _fail_all(turns: Sequence[Turn], error: BaseException) -> None:
    for turn in turns:
        turn.failed(error)
