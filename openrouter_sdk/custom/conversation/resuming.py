"""`Chat.resume`: runs that paused or broke off go on within their conversation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, overload

from ..errors import ArgumentError
from .base import ConversationBase
from .several import Answers
from .streams import ChatStream, ChatStreams
from .streams_async import ChatStreamAsync, ChatStreamsAsync
from .turns import Turn

if TYPE_CHECKING:
    from ..tools import RunState, State
    from .base import QuestionOptions

A = TypeVar("A")


class ResumingConversation(ConversationBase[A]):
    """A conversation whose runs can go on."""

    def resume(self, state: State | None = None, **options: Unpack[QuestionOptions]) -> A:
        """Go on with the last run, which waits for what `last_run.approve` and so on decide, or broke off.

        What it comes to is part of the history, in the place of the calls that waited.

        Args:
            state: The run, if it is not `last_run`: its state, a result that holds it, a file with it, which then also
                keeps what is new, or the JSON object it was saved as. With several models there is none to give.
            options: Arguments of `chat.run` in place of those the run had. After a file, the tools are those of this
                conversation.

        Returns:
            The text of the answer, "" when it waits again; of several models those of the models whose run waited.

        Raises:
            errors.ArgumentError: No run waits, or it is not the end of this conversation.
            errors.OpenRouterError: Everything that `chat.run` raises. The history stays as it was, and the run can go
                on again.
            TypeError: An unknown keyword argument.
        """
        return self._texts(self._results(partial(self._resumed, state, options, "resume()")))

    async def resume_async(self, state: State | None = None, **options: Unpack[QuestionOptions]) -> A:
        """The same from async code."""
        return self._texts(await self._results_async(partial(self._resumed, state, options, "resume_async()")))

    @overload
    def resume_stream(
        self: ResumingConversation[str], state: State | None = None, **options: Unpack[QuestionOptions]
    ) -> ChatStream: ...
    @overload
    def resume_stream(
        self: ResumingConversation[Answers[str]], state: State | None = None, **options: Unpack[QuestionOptions]
    ) -> ChatStreams: ...
    def resume_stream(
        self: ResumingConversation[Any], state: State | None = None, **options: Unpack[QuestionOptions]
    ) -> ChatStream | ChatStreams:
        """The same as `resume`, and iterate over the text while it is written."""
        return self._streamed(self._resumed(state, options, "resume_stream()"))

    @overload
    def resume_stream_async(
        self: ResumingConversation[str], state: State | None = None, **options: Unpack[QuestionOptions]
    ) -> ChatStreamAsync: ...
    @overload
    def resume_stream_async(
        self: ResumingConversation[Answers[str]], state: State | None = None, **options: Unpack[QuestionOptions]
    ) -> ChatStreamsAsync: ...
    def resume_stream_async(
        self: ResumingConversation[Any], state: State | None = None, **options: Unpack[QuestionOptions]
    ) -> ChatStreamAsync | ChatStreamsAsync:
        """The same for `async for` and `async with`. It may be awaited, and need not be."""
        self._arguments(options, "resume_stream_async()")  # what is wrong with them is told here
        return self._streamed_async(partial(self._resumed, state, options, "resume_stream_async()"))

    def _resumed(self, state: State | None, options: Mapping[str, Any], caller: str) -> list[Turn]:
        from ..tools import opened_state  # lazy: tools are not everybody's

        arguments = self._arguments(options, caller)
        gate, dialogues = self._asked(None)
        if state is not None and self._several:
            raise ArgumentError("several models are asked here, each with its own run: resume() takes no state")
        waiting: dict[str, tuple[RunState, dict[str, Any]]] = {}
        for model, dialogue in dialogues.items():
            if state is not None:
                waiting[model] = opened_state(state)
            elif dialogue.run is not None and dialogue.run.stopped_by in (None, "pending"):
                waiting[model] = dialogue.run.state, {}
        if not waiting:
            raise ArgumentError("no run of this conversation waits: last_run is over, or there was none")

        def turn(model: str, found: RunState, kept: dict[str, Any]) -> Turn:
            # what the run had in this process stays as it was
            wanted = dict(options) if found.running is not None else {**kept, **arguments}
            wanted.pop("local_files", None)
            return Turn(dialogues[model], model, [], wanted, gate.leave, resumes=found)

        return gate.entered(len(waiting), lambda: [turn(model, *run) for model, run in waiting.items()])
