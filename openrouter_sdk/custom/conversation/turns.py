"""One model's conversation, and one question to it on the way: what becomes of history and usage."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from openrouter_sdk import models
from openrouter_sdk.types import Model, copy_json

from ..answers import Usage, answer_message, first_choice, reported, says_nothing, usage_of
from ..errors import ArgumentError
from .history import Entry, asked_messages, before_run, families_of, given_entry, outgoing, sound_messages
from .tool_calls import last_calls, refuse_open_calls, skipped_calls

if TYPE_CHECKING:
    from ..tools import RunResult, RunState

_SYSTEM_ROLES = ("system", "developer")


class Dialogue:
    """What one model was told and what it answered.

    Args:
        system: The system prompt, as text or a list of texts and content parts; None or "" for none.
    """

    __slots__ = ("entries", "last", "opening", "run", "turns")

    def __init__(self, system: Any = None) -> None:
        self.opening: list[Entry] = _opening(system)
        self.entries: list[Entry] = list(self.opening)
        self.turns: list[Usage] = []
        self.last: models.ChatResult | None = None
        self.run: RunResult | None = None
        """The last run, if there was one."""

    def history(self) -> list[dict[str, Any]]:
        """A copy of the messages."""
        return [copy_json(message) for message in sound_messages(self.entries, waits=True)]

    def skip_tools(self, content: str) -> None:
        """Answer the tool calls that wait for a result."""
        entries = list(self.entries)
        for place, result in skipped_calls([entry.message for entry in entries], content):
            entries.insert(place, Entry(result))
        self.entries = entries

    def last_calls(self) -> set[str]:
        """The ids of the tool calls that the next question may answer."""
        return last_calls([entry.message for entry in self.entries])

    def forget(self) -> None:
        """Go back to the system prompt."""
        self.entries = list(self.opening)
        self.last = self.run = None

    def begin_with(self, messages: Iterable[Any], model: str) -> None:
        """Replace the messages. A system prompt at their head replaces the one there is, which else stays."""
        given = [given_entry(message, model) for message in messages]
        if given and given[0].message.get("role") in _SYSTEM_ROLES:
            self.opening = given[:1]
            self.entries = given
        else:
            self.entries = [*self.opening, *given]
        self.last = None

    def open_with(self, system: Any) -> None:
        """Put a system prompt in the place of the one there is."""
        rest = self.entries[len(self.opening) :] if self.entries[: len(self.opening)] == self.opening else self.entries
        self.opening = _opening(system)
        self.entries = [*self.opening, *rest]

    def copy(self) -> Dialogue:
        """Another one that goes on from here, with nothing spent yet."""
        twin = Dialogue()
        twin.opening, twin.entries, twin.last, twin.run = list(self.opening), list(self.entries), self.last, self.run
        return twin


def _opening(system: Any) -> list[Entry]:
    if system is not None and not isinstance(system, (str, list, tuple)):
        raise TypeError(f"system must be a string or a list of content parts, not {type(system).__name__}")
    if not system:
        return []
    told = system if isinstance(system, str) else _parts(system)
    return [Entry({"role": "system", "content": told})]


def _parts(system: Any) -> list[Any]:
    return [_part(index, given) for index, given in enumerate(system)]


def _part(index: int, given: Any) -> Any:
    if isinstance(given, str):
        return {"type": "text", "text": given}
    if not _is_part(given):
        raise TypeError(f"system[{index}] must be a string or a content part, not {type(given).__name__}")
    return copy_json(given)


def _is_part(value: Any) -> bool:
    return isinstance(value, (Mapping, Model)) and "type" in value


class Turn:
    """A question to one model, from its request to its end. It ends once; what comes later changes nothing.

    Args:
        dialogue: The conversation.
        model: Who is asked.
        asked: The messages the question adds.
        arguments: Of `chat.send`, beside model and messages.
        release: Called when the turn has ended.
        resumes: The run that goes on, if it is no new question; the messages are its own then.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        model: str,
        asked: list[dict[str, Any]],
        arguments: dict[str, Any],
        release: Callable[[], object],
        *,
        resumes: RunState | None = None,
    ) -> None:
        self.model = model
        self.resumes = resumes
        self._dialogue = dialogue
        self._before, self._counted, self._lost = dialogue.entries, 0, 0
        if resumes is not None:
            added = [message for step in resumes.steps for message in step.messages()]
            self._before, asked = before_run(dialogue.entries, model, resumes.given, added)
            self._counted, self._lost = len(resumes.steps), len(resumes.lost)
        self._asked = [given_entry(message, model) for message in asked]
        self._release = release
        self.arguments: dict[str, Any] = {}
        """Of `chat.send` or `chat.run`; of `chat.resume` where a run goes on."""
        self.over: bool = False
        """Whether it has ended."""
        self.stream: Any = None
        """The stream of the answer, once it is open."""
        self.run: RunResult | None = None
        """What the run came to, where the model calls functions; of a stream, that one knows."""
        if resumes is not None:
            self.arguments = arguments
            return
        entries = [*dialogue.entries, *self._asked]
        refuse_open_calls([entry.message for entry in entries], model)
        messages = outgoing(entries, model)
        self.arguments = {**arguments, "model": model, "messages": messages}

    def answered(self, result: models.ChatResult) -> models.ChatResult:
        """The answer has come. An empty one, and one that ended in an error, leaves the history as it was.

        Results of tools stay when the answer to them is empty: the calls before them would be refused without.
        """
        if not self.over and (run := self._run_so_far()) is not None:
            self._ran(run)
        elif not self.over:
            dialogue = self._dialogue
            good = result.finish_reason != "error" and not getattr(first_choice(result), "error", None)
            dialogue.last = result
            self._spend(result, complete=good)
            message = answer_message(result.message.to_dict())
            if good and not says_nothing(message):
                answer = Entry(message, families_of(self.model, result.model))
                dialogue.entries = [*dialogue.entries, *self._asked, answer]
            elif good and all(entry.message.get("role") == "tool" for entry in self._asked):
                dialogue.entries = [*dialogue.entries, *self._asked]
            self._end()
        return result

    def _ran(self, run: RunResult) -> None:
        """The history has all answers of a run, with their calls and results. Calls that wait stay open."""
        self._dialogue.last, self._dialogue.run = run.answer, run
        added: list[Entry] = []
        self._spend_run(run)
        for step in run.steps:
            families = families_of(self.model, step.answer.model)
            added += [Entry(each, families if each is step.message else None) for each in step.messages()]
        if added:
            self._dialogue.entries = [*self._before, *self._asked, *added]
        self._end()

    def _spend_run(self, run: RunResult) -> None:
        """Count what was not counted before the run went on."""
        for step in run.steps[self._counted :]:
            self._spend(step.answer, complete=True)
        for answer in run.state.lost[self._lost :]:
            self._spend(answer, complete=False)

    def failed(self, error: BaseException) -> None:
        """There is no answer. What was spent on it counts."""
        self.run = getattr(error, "run_result", None) or self.run
        self._abandon(getattr(error, "partial", None))

    def abandoned(self) -> None:
        """Nobody waits for the answer any more. What was spent on it counts, as far as it was told."""
        self._abandon(None if self.over or self.stream is None else self.stream.partial)

    def _abandon(self, received: models.ChatResult | None) -> None:
        if self.over:
            return
        if (run := self._run_so_far()) is not None:
            self._dialogue.run = run
            self._spend_run(run)
        elif received is not None and reported(received) is not None:
            self._spend(received, complete=False)
        self._end()

    def _run_so_far(self) -> RunResult | None:
        return self.run or getattr(self.stream, "run", None)

    def _spend(self, result: models.ChatResult, *, complete: bool) -> None:
        self._dialogue.turns.append(usage_of(result, self.model, complete=complete))

    def _end(self) -> None:
        self.over = True
        self._release()


class Gate:
    """Lets one question at a time through to a conversation; a second one is refused, not kept waiting."""

    def __init__(self) -> None:
        # Reentrant: the garbage collector may drop a stream, whose turn then ends, in the midst of `entered`
        self._lock = threading.RLock()
        self._left = 0

    def entered(self, turns: int, make: Callable[[], list[Turn]]) -> list[Turn]:
        """Take the conversation for so many turns, and make them; if that fails, it is free again.

        It is taken until `leave` was called as many times.
        """
        with self._lock:
            self.check()
            self._left = turns
        try:
            return make()
        except BaseException:  # Ctrl-C, for example: a long history takes its time
            for _ in range(turns):
                self.leave()
            raise

    def leave(self) -> None:
        """A turn has ended."""
        with self._lock:
            self._left -= 1

    def check(self) -> None:
        """Refuse a change while a question is being answered."""
        if self._left:
            raise ArgumentError(
                "this conversation is still answering a question; wait for it, read its stream to the end or close() "
                "it, or fork() the conversation"
            )


def begin(
    gate: Gate,
    dialogues: dict[str, Dialogue],
    question: Any,
    parts: Callable[[list[Any]], Iterable[Any]],
    arguments: dict[str, Any],
) -> list[Turn]:
    """The turns of a question to the models of `dialogues`."""
    asked = _asked_of_each(dialogues, asked_messages(question, parts))
    return gate.entered(
        len(asked),
        lambda: [Turn(dialogues[model], model, own, dict(arguments), gate.leave) for model, own in asked.items()],
    )


def _asked_of_each(dialogues: dict[str, Dialogue], asked: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The messages for each model; of several, one that gets only others' results of tools is not asked."""
    if len(dialogues) == 1 or not any(message.get("role") == "tool" for message in asked):
        return dict.fromkeys(dialogues, asked)
    calls = {model: dialogue.last_calls() for model, dialogue in dialogues.items()}
    called = set[Any]().union(*calls.values())
    by_model = {
        model: [message for message in asked if message.get("tool_call_id") not in called - own]
        for model, own in calls.items()
    }
    return {model: messages for model, messages in by_model.items() if messages}
