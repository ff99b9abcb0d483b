"""`chat.resume`: runs that go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

from openrouter_sdk.api.chat import Chat

if TYPE_CHECKING:
    from ..tools import Condition, RunResult, RunStream, RunStreamAsync, State, ToolLike


class Resuming(Chat):
    """`resume` and `resume_async`."""

    @overload
    def resume(
        self,
        state: State,
        *,
        tools: Sequence[ToolLike] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        context: Any = None,
        stream: Literal[True],
        **arguments: Any,
    ) -> RunStream: ...
    @overload
    def resume(
        self,
        state: State,
        *,
        tools: Sequence[ToolLike] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        context: Any = None,
        stream: Literal[False] | None = None,
        **arguments: Any,
    ) -> RunResult: ...
    def resume(
        self,
        state: State,
        *,
        tools: Sequence[ToolLike] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        context: Any = None,
        stream: bool | None = None,
        **arguments: Any,
    ) -> RunResult | RunStream:
        """Go on with a run that paused, broke off, or was killed. A call that has its result is not run again.

        A call that was under way when a process ended is run again, unless its tool asks for approval: then it waits
        for that once more. A run that is over gives its result at once.

        Args:
            state: The state, a result that holds it, a file with it, which then also keeps what is new, or the JSON
                object it was saved as.
            tools: The tools, which no file holds. Default: those the run had in this process.
            stop_when: Conditions in place of those it had. Functions among them have to be given again after a file.
            context: The `value` of the `ToolContext`s. Default: what the run had in this process.
            stream: Whether to return a stream of events.
            arguments: Further arguments of `run`, in place of those it had. Time begins anew.

        Raises:
            errors.ArgumentError: It is no state, or a tool or condition that it needs is not given.
            TypeError: An unknown keyword argument.
            errors.OpenRouterError: Everything that `run` raises.
        """
        from ..tools import resumed  # lazy: tools are not everybody's, and importing the SDK has to be cheap

        again = resumed(state, tools=tools, stop_when=stop_when, context=context, **arguments)
        result: RunResult | RunStream = self.run(**again, stream=stream)
        return result

    @overload
    async def resume_async(
        self,
        state: State,
        *,
        tools: Sequence[ToolLike] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        context: Any = None,
        stream: Literal[True],
        **arguments: Any,
    ) -> RunStreamAsync: ...
    @overload
    async def resume_async(
        self,
        state: State,
        *,
        tools: Sequence[ToolLike] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        context: Any = None,
        stream: Literal[False] | None = None,
        **arguments: Any,
    ) -> RunResult: ...
    async def resume_async(
        self,
        state: State,
        *,
        tools: Sequence[ToolLike] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        context: Any = None,
        stream: bool | None = None,
        **arguments: Any,
    ) -> RunResult | RunStreamAsync:
        """The same as `resume` for async, with the same arguments."""
        from ..tools import resumed  # lazy: the same

        again = resumed(state, tools=tools, stop_when=stop_when, context=context, **arguments)
        result: RunResult | RunStreamAsync = await self.run_async(**again, stream=stream)
        return result
