"""What `Chat` and `Call` share: models, options, client, and asking one or several at the same time."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, overload

from openrouter_sdk import models as _m
from openrouter_sdk.api.chat.send import ChatSend

from .. import content
from ..client import OpenRouter
from ..engine import refuse_unknown
from ..errors import ArgumentError
from ..http import running_loop
from ..stream import Closing, ClosingAsync, EventStream, EventStreamAsync
from .runs import RUN_OPTIONS, RunChunks, RunChunksAsync, wants_run
from .several import Answers, Outcomes, in_parallel, in_parallel_async
from .streams import ChatStream, ChatStreams
from .streams_async import ChatStreamAsync, ChatStreamsAsync
from .turns import Dialogue, Gate, Turn, begin

if TYPE_CHECKING:
    from openrouter_sdk.api.chat.send import ChatOptions

    class CallOptions(ChatOptions, total=False):
        """What `Call` and the turns of a conversation take besides."""

        session_id: str | None
        """Groups requests and keeps them with one provider, whose prompt cache then helps. Up to 256 characters."""

    class QuestionOptions(CallOptions, total=False):
        """What a single question takes."""

        model: str | None
        """Another model, for this question only."""
        local_files: bool
        """Whether a list may name files of this machine."""


A = TypeVar("A")
KeySource = str | Callable[[], str | Awaitable[str]] | None

_OPTIONS = (frozenset(ChatSend.send.__kwdefaults__ or ()) | RUN_OPTIONS) - {"messages"}
_HERE = {
    "messages": "set_history() gives a conversation its messages",
    "stream": "stream() and stream_async() stream",
}
_OF_CLIENT = dict.fromkeys(frozenset(OpenRouter.__init__.__kwdefaults__ or ()) - _OPTIONS - {"client"}, "")
_OF_CLIENT["retry_config"] = "; retries= sets it here"


class ConversationBase(Closing, ClosingAsync, Generic[A]):
    """Asks one model, or several at the same time.

    `ConversationBase[str]` asks one model, `ConversationBase[Answers[str]]` several.
    """

    def __init__(
        self,
        model: str | Sequence[str],
        client: OpenRouter | None,
        api_key: KeySource,
        local_files: bool,
        defaults: Mapping[str, Any],
    ) -> None:
        self._models = checked_models(model)
        self._several = not isinstance(model, str)
        self._local_files = local_files
        self._defaults = _checked_options(defaults, f"{type(self).__name__}()")
        self._client = ClientOnDemand(client, api_key)

    def _asked(self, model: str | None) -> tuple[Gate, dict[str, Dialogue]]:
        """The conversations that a question goes to, by the model that is asked, and the gate to them."""
        raise NotImplementedError

    @property
    def models(self) -> tuple[str, ...]:
        """The models that are asked."""
        return self._models

    def send(self, question: Any, **options: Unpack[QuestionOptions]) -> A:
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
        return self._texts(self._results(partial(self._begin, question, options, "send()")))

    __call__ = send

    async def send_async(self, question: Any, **options: Unpack[QuestionOptions]) -> A:
        """The same from async code; takes what `send` takes."""
        return self._texts(await self._results_async(partial(self._begin, question, options, "send_async()")))

    @overload
    def stream(self: ConversationBase[str], question: Any, **options: Unpack[QuestionOptions]) -> ChatStream: ...
    @overload
    def stream(
        self: ConversationBase[Answers[str]], question: Any, **options: Unpack[QuestionOptions]
    ) -> ChatStreams: ...
    def stream(
        self: ConversationBase[Any], question: Any, **options: Unpack[QuestionOptions]
    ) -> ChatStream | ChatStreams:
        """Ask, and iterate over the text while it is written; takes what `send` takes.

        Returns:
            A `ChatStream` of pieces of text; of several models a `ChatStreams` of pairs of model and piece.
        """
        return self._streamed(self._begin(question, options, "stream()"))

    @overload
    def stream_async(
        self: ConversationBase[str], question: Any, **options: Unpack[QuestionOptions]
    ) -> ChatStreamAsync: ...
    @overload
    def stream_async(
        self: ConversationBase[Answers[str]], question: Any, **options: Unpack[QuestionOptions]
    ) -> ChatStreamsAsync: ...
    def stream_async(
        self: ConversationBase[Any], question: Any, **options: Unpack[QuestionOptions]
    ) -> ChatStreamAsync | ChatStreamsAsync:
        """The same for `async for` and `async with`; takes what `send` takes. It may be awaited, and need not be."""
        self._arguments(options, "stream_async()")  # what is wrong with them is told here rather than when it is read
        return self._streamed_async(partial(self._begin, question, options, "stream_async()"))

    def _streamed(self, turns: list[Turn]) -> ChatStream | ChatStreams:
        return ChatStreams(turns, self._open) if self._several else ChatStream(turns[0], self._open)

    def _streamed_async(self, begin: Callable[[], list[Turn]]) -> ChatStreamAsync | ChatStreamsAsync:
        return (ChatStreamsAsync if self._several else ChatStreamAsync)(begin, self._open_async)

    def _results(self, begin: Callable[[], list[Turn]]) -> Answers[_m.ChatResult]:
        turns = begin()
        try:
            return _settled(turns, in_parallel([partial(self._ask, turn) for turn in turns]))
        except BaseException as error:
            _fail_all(turns, error)
            raise

    async def _results_async(self, begin: Callable[[], list[Turn]]) -> Answers[_m.ChatResult]:
        running_loop()
        turns = begin()
        try:
            return _settled(turns, await in_parallel_async([self._ask_async(turn) for turn in turns]))
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

    def _begin(self, question: Any, options: Mapping[str, Any], caller: str) -> list[Turn]:
        arguments = self._arguments(options, caller)
        gate, dialogues = self._asked(arguments.pop("model", None))
        parts = partial(content.parts, local_files=arguments.pop("local_files", self._local_files))
        return begin(gate, dialogues, question, parts, arguments)

    def _arguments(self, options: Mapping[str, Any], caller: str) -> dict[str, Any]:
        checked = _checked_options(options, caller)
        if checked.get("model") is not None:
            checked_model(checked["model"])
            if self._several:
                raise ArgumentError("model: several models are asked here; make another Chat or Call for one")
        return {**self._defaults, **checked}

    @property
    def _chat(self) -> Any:
        return self._client.get().chat

    def _run(self, turn: Turn, suffix: str = "", **stream: bool) -> Any:
        """A run of its own, or one that goes on; None for a question that is none."""
        if turn.resumes is not None:
            return getattr(self._chat, f"resume{suffix}")(turn.resumes, **turn.arguments, **stream)
        if wants_run(turn.arguments):
            return getattr(self._chat, f"run{suffix}")(**turn.arguments, **stream)
        return None

    def _ask(self, turn: Turn) -> _m.ChatResult:
        if (run := self._run(turn)) is not None:
            turn.run = run
            return run.answer or _m.ChatResult.from_dict({})
        result: _m.ChatResult = self._chat.send(**turn.arguments)
        return result

    async def _ask_async(self, turn: Turn) -> _m.ChatResult:
        if (running := self._run(turn, "_async")) is not None:
            turn.run = run = await running
            return run.answer or _m.ChatResult.from_dict({})
        result: _m.ChatResult = await self._chat.send_async(**turn.arguments)
        return result

    def _open(self, turn: Turn) -> EventStream[_m.ChatStreamChunk] | RunChunks:
        run = self._run(turn, stream=True)
        turn.stream = RunChunks(run) if run is not None else self._chat.send(**turn.arguments, stream=True)
        stream: EventStream[_m.ChatStreamChunk] | RunChunks = turn.stream
        return stream

    async def _open_async(self, turn: Turn) -> EventStreamAsync[_m.ChatStreamChunk] | RunChunksAsync:
        if (running := self._run(turn, "_async", stream=True)) is not None:
            turn.stream = RunChunksAsync(await running)
        else:
            turn.stream = await self._chat.send_async(**turn.arguments, stream=True)
        stream: EventStreamAsync[_m.ChatStreamChunk] | RunChunksAsync = turn.stream
        return stream

    def close(self) -> None:
        """Close the connections, unless the client came from outside. Closing twice does nothing."""
        self._client.close()

    async def aclose(self) -> None:
        """The same from async code."""
        await self._client.aclose()

    def __repr__(self) -> str:
        shown = list(self._models) if self._several else self._models[0]
        return f"{type(self).__name__}({shown!r})"


class ClientOnDemand:
    """The client of a conversation: the caller's, which stays open, or its own, made when it is first needed."""

    def __init__(self, client: OpenRouter | None, api_key: KeySource) -> None:
        if client is not None and not isinstance(client, OpenRouter):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"client must be an OpenRouter, not {type(client).__name__}")
        if client is not None and api_key is not None:
            raise TypeError("give client or api_key, not both: a client has its key")
        self.injected = client
        self.api_key = api_key
        self._made: OpenRouter | None = None
        self._lock = threading.Lock()
        self._closed = False

    def get(self) -> OpenRouter:
        """The client.

        Raises:
            ArgumentError: There is no key, or it is closed.
        """
        if self.injected is not None:
            return self.injected
        with self._lock:
            if self._closed:
                raise ArgumentError("this conversation is closed; fork() it, or make a new one")
            if self._made is None:
                self._made = OpenRouter(api_key=self.api_key)
            return self._made

    def close(self) -> None:
        """Close the client that was made here."""
        made = self._taken()
        if made is not None:
            made.close()

    async def aclose(self) -> None:
        """The same from async code."""
        made = self._taken()
        if made is not None:
            await made.aclose()

    def _taken(self) -> OpenRouter | None:
        with self._lock:
            self._closed = True
            made, self._made = self._made, None
            return made


def checked_model(model: Any) -> tuple[str, ...]:
    """The name of one model; see `checked_models`."""
    if not isinstance(model, str):
        raise TypeError(f"model must be one model's name here, not {model!r}")
    return checked_models(model)


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
    unknown = [name for name in options if name not in _OPTIONS and name != "local_files"]
    refuse_unknown(unknown, [*_OPTIONS, *_HERE, *_OF_CLIENT, "system", "client", "local_files"], caller)
    if not isinstance(options.get("session_id"), (str, NoneType)):
        raise TypeError(f"session_id must be a string here, not {options['session_id']!r}; only Chat makes one")
    return dict(options)


def _settled(turns: Sequence[Turn], found: Sequence[_m.ChatResult | Exception]) -> Answers[_m.ChatResult]:
    outcomes = Outcomes(turns)
    for turn, outcome in zip(turns, found, strict=True):
        outcomes.settle(turn.model, outcome)
    return outcomes.answers()


def _fail_all(turns: Sequence[Turn], error: BaseException) -> None:
    for turn in turns:
        turn.failed(error)
