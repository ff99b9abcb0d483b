"""Chunks of a stream into the answer they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from openrouter_sdk.types import copy_json

from ..errors import identity, is_list, is_object
from .pieces import (
    ReasoningDetails,
    ToolCalls,
    as_records,
    as_text,
    joined,
    keep_latest,
    merged_content,
    merged_unknown,
)

_FIRST_WINS: Final = frozenset({"id", "created"})
_TEXTS: Final = frozenset({"content", "reasoning", "reasoning_content", "refusal"})
_AUDIO_TEXTS: Final = frozenset({"data", "transcript"})


class Accumulator:
    """Adds chunks up to the answer that the API would have given without streaming.

    Takes any JSON in any place without raising; what does not fit is left out. Costs of `add` and of `result` are
    linear in what was added.

    The rules beyond those of `ToolCalls` and `ReasoningDetails`:

    * The first `id` and `created` win. Of every other field of a chunk or a choice, known or not, the last value that
      is neither null nor empty wins: OpenRouter repeats them, and may send more after a finish reason.
    * Choices are told apart by their `index`, 0 when they have none, and come out in its order.
    * Text is joined. `content` is null when no text came but a refusal, tool calls, images or audio did, else "".
      `reasoning` falls back to `reasoning_content`, the name that other servers give it. Content that comes as a list
      of parts stays a list; text around it becomes text parts.
    * Images and annotations are whole records, each kept once, even when a later chunk repeats them.
    * Of audio, `data` and `transcript` are joined. Of `logprobs`, the lists of tokens are.
    * Keys of a delta that the SDK does not know: text is joined unless all its pieces are the same; lists are appended;
      of anything else the last value wins.
    * A whole `message` in place of a delta, or beside it, replaces what its fields had gathered so far.
    """

    def __init__(self) -> None:
        self._top: dict[str, Any] = {}
        self._choices: dict[int, _Choice] = {}

    def add(self, chunk: Mapping[str, Any]) -> None:
        """Take the next chunk, as parsed from JSON. It is not changed, nor are parts of it kept."""
        top = self._top
        for key, value in chunk.items():
            if key == "choices":
                self._add_choices(value)
            elif (type(value) is str or type(value) is int) and top.get(key) == value:
                # Most fields say the same on every chunk.
                continue
            elif key not in _FIRST_WINS or not top.get(key):
                keep_latest(top, key, value)

    def result(self) -> dict[str, Any]:
        """The answer so far, as a fresh dict of the shape of a non-streamed answer.

        A choice that has not ended has `finish_reason` None; the arguments of its tool calls are then what has come.
        """
        top = copy_json(self._top)
        seed = as_text(top.get("id"))
        choices = [choice.result(index, seed) for index, choice in sorted(self._choices.items())]
        return {**top, "object": "chat.completion", "choices": choices}

    @property
    def usage(self) -> Any:
        """The usage so far, as a copy; None before there is any."""
        return copy_json(self._top.get("usage"))

    @property
    def finished(self) -> bool:
        """Whether every choice that was seen has its finish reason, and there is one."""
        return bool(self._choices) and all(choice.state.get("finish_reason") for choice in self._choices.values())

    def _add_choices(self, choices: Any) -> None:
        for value in as_records(choices):
            if is_object(value):
                index = value.get("index")
                if type(index) is not int:
                    index = 0
                choice = self._choices.get(index)
                if choice is None:
                    choice = self._choices[index] = _Choice()
                choice.add(value)


class _Choice:
    """One choice in the making."""

    def __init__(self) -> None:
        self.state: dict[str, Any] = {"finish_reason": None}
        self._message = _Message()
        self._logprobs = _Logprobs()

    def add(self, choice: dict[str, Any]) -> None:
        for key, value in choice.items():
            if key == "delta":
                if is_object(value):
                    self._message.add(value)
            elif value is None:
                self.state.setdefault(key, None)
            elif key == "logprobs":
                self._logprobs.add(value)
            elif key not in {"index", "message"}:
                keep_latest(self.state, key, value)
        message = choice.get("message")
        if is_object(message):
            self._message.replace(message)

    def result(self, index: int, seed: str) -> dict[str, Any]:
        message = self._message.result(seed if index == 0 else f"{seed}/{index}")
        return {**copy_json(self.state), **self._logprobs.result(), "index": index, "message": message}


class _Logprobs:
    """The logprobs of one choice: an object of token lists, or whatever else a provider puts there."""

    def __init__(self) -> None:
        self._other: Any = None
        self._object: dict[str, Any] | None = None
        self._lists: dict[str, list[Any]] = {}

    def add(self, logprobs: Any) -> None:
        if not is_object(logprobs):
            self._other = copy_json(logprobs)
            return
        if self._object is None:
            self._object = {}
        for key, value in logprobs.items():
            if is_list(value):
                self._lists.setdefault(key, []).extend(copy_json(value))
            else:
                keep_latest(self._object, key, value)

    def result(self) -> dict[str, Any]:
        if self._object is not None:
            return {"logprobs": copy_json({**self._object, **self._lists})}
        return {} if self._other is None else {"logprobs": copy_json(self._other)}


class _Records:
    """Whole records, each once, in the order they came."""

    def __init__(self) -> None:
        self._records: dict[Any, Any] = {}

    def add(self, records: list[Any]) -> None:
        for record in records:
            key = identity(record)
            if key not in self._records:
                self._records[key] = copy_json(record)

    def result(self) -> list[Any]:
        records: list[Any] = copy_json(list(self._records.values()))
        return records


class _Message:
    """The message of one choice in the making."""

    def __init__(self) -> None:
        self._role = ""
        self._pieces: dict[str, list[Any]] = {}
        self._records = {"images": _Records(), "annotations": _Records()}
        self._tool_calls = ToolCalls()
        self._reasoning_details: ReasoningDetails | None = None
        self._audio: dict[str, Any] = {}
        self._audio_texts: dict[str, list[str]] = {}

    def add(self, delta: dict[str, Any]) -> None:
        for key, value in delta.items():
            if value is None or value == "":
                continue
            if key in _TEXTS:
                pieces = self._pieces.get(key)
                if pieces is None:
                    pieces = self._pieces[key] = []
                pieces.append(copy_json(value))
            elif key == "role":
                self._role = self._role or as_text(value)
            elif key == "tool_calls":
                self._tool_calls.add(as_records(value))
            elif key == "reasoning_details":
                self._add_reasoning_details(value)
            elif key in self._records:
                self._records[key].add(as_records(value))
            elif key == "audio":
                self._add_audio(value)
            else:
                self._pieces.setdefault(key, []).append(copy_json(value))

    def replace(self, message: dict[str, Any]) -> None:
        for key, value in message.items():
            if value:
                self._pieces.pop(key, None)
        if message.get("tool_calls"):
            self._tool_calls = ToolCalls()
        if message.get("reasoning_details"):
            self._reasoning_details = None
        if message.get("audio"):
            self._audio, self._audio_texts = {}, {}
        self.add(message)

    def result(self, seed: str) -> dict[str, Any]:
        message: dict[str, Any] = {"role": self._role or "assistant", "content": ""}
        for key, pieces in self._pieces.items():
            message[key] = merged_content(pieces) if key in _TEXTS else copy_json(merged_unknown(pieces))
        message["refusal"] = message.get("refusal")
        message["reasoning"] = message.get("reasoning") or message.get("reasoning_content")
        if self._reasoning_details is not None:
            message["reasoning_details"] = self._reasoning_details.result()
        records = {key: records.result() for key, records in self._records.items()}
        others = {"tool_calls": self._tool_calls.result(seed), **records, "audio": self._audio_result()}
        message.update((key, value) for key, value in others.items() if value)
        if not message["content"]:
            answered = any(message.get(key) for key in ("refusal", "tool_calls", "images", "audio"))
            message["content"] = None if answered else ""
        return message

    def _add_reasoning_details(self, details: Any) -> None:
        # An empty list counts: sent back, some models tell it from none.
        if is_list(details) or is_object(details):
            if self._reasoning_details is None:
                self._reasoning_details = ReasoningDetails()
            self._reasoning_details.add(as_records(details))

    def _add_audio(self, audio: Any) -> None:
        for key, value in audio.items() if is_object(audio) else ():
            if key in _AUDIO_TEXTS and isinstance(value, str):
                self._audio_texts.setdefault(key, []).append(value)
            else:
                keep_latest(self._audio, key, value)

    def _audio_result(self) -> dict[str, Any]:
        texts = {key: joined(pieces) for key, pieces in self._audio_texts.items()}
        return {**copy_json(self._audio), **texts}
