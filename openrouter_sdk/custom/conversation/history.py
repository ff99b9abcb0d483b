"""A conversation as message dicts: what is kept of questions and answers, and what is sent of it to which model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openrouter_sdk.types import Model, copy_json

from ..answers import REASONING_KEYS, THINKING_PARTS, DistinctIds, answer_message, says_nothing
from ..errors import ArgumentError, as_list, is_object
from .tool_calls import are_sound, sound_calls

_FORMATS = {"anthropic": "anthropic", "openai": "openai", "google": "google", "xai": "x-ai"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a conversation. It is never changed.

    Args:
        message: What is sent.
        families: Of an answer, the model families that its reasoning may be sent to; None for all.
    """

    message: dict[str, Any]
    families: tuple[str, ...] | None = None
    is_sound: bool = field(init=False, repr=False, compare=False)
    """Whether the arguments of its tool calls are JSON objects, found once: each turn asks again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_sound", are_sound(self.message.get("tool_calls")))


def family(model: str) -> str:
    """The author in a model's slug, whose models understand each other's reasoning; a slug without one stands alone."""
    author, slash, _ = model.removeprefix("~").partition("/")
    return model if not slash or author.startswith("@") else author.lower()


def families_of(requested: str, answered: object) -> tuple[str, ...]:
    """The families that the reasoning of an answer may be sent to.

    That is the family of the model that answered. Where a router chose it, the router gets it back as well.
    """
    asked = family(requested)
    if not isinstance(answered, str) or "/" not in answered:
        return (asked,)
    chosen_by_router = asked in ("openrouter", requested)
    return (family(answered), asked) if chosen_by_router else (family(answered),)


def asked_messages(question: Any, parts: Callable[[list[Any]], Iterable[Any]]) -> list[dict[str, Any]]:
    """The messages that a question adds.

    Raises:
        ArgumentError: Blank text, an empty list, or content that cannot be read.
        TypeError: Something that is no content, or messages and content in one list.
    """
    if _is_message(question):
        return [copy_json(question)]
    if question is None or isinstance(question, (int, float)):
        raise TypeError(f"the question must be a text, messages or content, not {type(question).__name__}")
    items: list[Any] = list(question) if isinstance(question, (list, tuple)) else [question]  # pyright: ignore[reportUnknownArgumentType]
    if not items:
        raise ArgumentError("the question is an empty list")
    if all(isinstance(item, str) and not item.strip() for item in items):
        raise ArgumentError("the question is blank")
    if isinstance(question, str):
        return [{"role": "user", "content": question}]
    if any(_is_message(item) for item in items):
        return [copy_json(item) for item in _all_messages(items)]
    return [{"role": "user", "content": copy_json(list(parts(items)))}]


def _all_messages(items: list[Any]) -> list[Any]:
    messages_first = _is_message(items[0])
    for index, item in enumerate(items):
        if _is_message(item) != messages_first:
            found, before = ("no message", "messages") if messages_first else ("a message", "content")
            raise TypeError(f"question[{index}] is {found} after {before}: give either messages or content")
    return items


def _is_message(value: Any) -> bool:
    return isinstance(value, (Mapping, Model)) and "role" in value


def sound_messages(entries: Sequence[Entry], *, waits: bool = False) -> list[dict[str, Any]]:
    """The messages, see `sound_calls`."""
    messages = [entry.message for entry in entries]
    return messages if all(entry.is_sound for entry in entries) else sound_calls(messages, waits=waits)


def outgoing(entries: Iterable[Entry], model: str) -> list[dict[str, Any]]:
    """The messages for a model; what is kept stays as it is.

    Reasoning is left out where another family made it: it may be signed or encrypted, and is refused there. So is an
    answer that was nothing but such reasoning, or but a broken tool call. For one family the messages of a longer
    conversation begin with those of the shorter one.
    """
    target, ids = family(model), DistinctIds()
    kept = list(entries)
    messages: list[dict[str, Any]] = []
    for entry, sound in zip(kept, sound_messages(kept), strict=True):
        foreign = entry.families is not None and target not in entry.families
        message = _without_reasoning(sound) if foreign else sound
        if message is entry.message or not says_nothing(message):
            messages.append(ids.distinct(message))
    return messages


def _without_reasoning(message: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in message.items() if key not in REASONING_KEYS}
    if _thinks_in_content(message):
        parts = [part for part in message["content"] if not _is_thinking(part)]
        rest["content"] = parts or (None if rest.get("tool_calls") else "")
    return rest


def _thinks_in_content(message: Mapping[str, Any]) -> bool:
    return any(map(_is_thinking, as_list(message.get("content"))))


def _is_thinking(part: Any) -> bool:
    return is_object(part) and part.get("type") in (*THINKING_PARTS, "redacted_thinking")


def given_entry(message: Any, model: str) -> Entry:
    """A message of a history that the caller brings; an answer among them is made fit to be sent, as answers here are.

    Reasoning in it belongs to the family that its format names, else to that of its `model`, else to that of `model`.
    """
    kept: dict[str, Any] = copy_json(message)
    if kept.get("role") != "assistant":
        return Entry(kept)
    kept = answer_message(kept)
    if not any(kept.get(key) for key in REASONING_KEYS) and not _thinks_in_content(kept):
        return Entry(kept)
    for detail in as_list(kept.get("reasoning_details")):
        words = str(detail.get("format")).split("-") if is_object(detail) else []
        for word in words:
            if word in _FORMATS:
                return Entry(kept, (_FORMATS[word],))
    author = kept.get("model")
    return Entry(kept, (family(author if isinstance(author, str) and author else model),))


def before_run(
    entries: list[Entry], model: str, given: list[dict[str, Any]], added: list[dict[str, Any]]
) -> tuple[list[Entry], list[dict[str, Any]]]:
    """Where a run stands in a conversation: the entries before its answers, and what it asks beyond them.

    Args:
        entries: The conversation, at the end of which the run paused; or which it was to become part of when it failed.
        model: Who is asked.
        given: The messages that the run began with.
        added: Those it has added since, results that came after the pause among them.

    Raises:
        ArgumentError: It is no run of this conversation, or that has gone on since.
    """
    messages = [entry.message for entry in entries]
    if added and added[0] in messages:
        first = len(messages) - 1 - messages[::-1].index(added[0])
        later = iter(added)
        if all(message in later for message in messages[first:]):
            return entries[:first], []
    sent = outgoing(entries, model)
    if given[: len(sent)] == sent and len(given) > len(sent):
        return entries, given[len(sent) :]
    raise ArgumentError("the run does not belong to the end of this conversation, which may have gone on since")
