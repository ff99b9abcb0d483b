"""A scripted message in its two forms: the whole message of a JSON body, and the deltas of a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .generation import Generation
from .values import Reply, ToolCall

_WORDS = re.compile(r"\s*\S+|\s+")
_ARGUMENT_PIECE = 8
_AUDIO_PIECE = 32

Json = dict[str, Any]


def split_words(text: str, size: int = 1) -> list[str]:
    """``text`` in pieces of ``size`` words, each with the white space before it; joined they are ``text`` again."""
    words = _WORDS.findall(text)
    if size == 1:
        return words
    return ["".join(words[start : start + size]) for start in range(0, len(words), size)]


def finish_reason(choice: Reply) -> str | None:
    """The finish reason of ``choice``, with ``"auto"`` worked out."""
    if choice.finish_reason == "auto":
        return "tool_calls" if choice.tool_calls else "stop"
    return choice.finish_reason


def native_finish_reason(choice: Reply) -> str | None:
    """The provider's word for the finish reason of ``choice``, with ``"auto"`` worked out."""
    return finish_reason(choice) if choice.native_finish_reason == "auto" else choice.native_finish_reason


def whole_message(choice: Reply, index: int, generation: Generation) -> Json:
    """The ``message`` of a choice in a JSON body."""
    empty = choice.tool_calls or choice.refusal is not None
    message: Json = {
        "role": "assistant",
        "content": None if empty and not choice.text else choice.text,
        "refusal": choice.refusal,
        "reasoning": reasoning_text(choice),
    }
    details = _reasoning_records(choice)
    for key, value in (
        ("reasoning_details", details),
        ("tool_calls", tool_calls(choice.tool_calls, index, generation)),
        ("images", _images(choice.images)),
        ("annotations", [dict(record) for record in choice.annotations]),
    ):
        if value or (key == "reasoning_details" and choice.reasoning_details is not None):
            message[key] = value
    if choice.audio is not None:
        message["audio"] = dict(choice.audio)
    return message


def deltas(choice: Reply, index: int, generation: Generation) -> Iterator[Json]:
    """The deltas of a choice in a stream, without the closing one."""
    for record in choice.annotations:
        yield _delta("", annotations=[dict(record)])
    yield from _reasoning_deltas(choice)
    for piece in split_words(choice.text or "", choice.chunk_size):
        yield _delta(piece)
    for piece in split_words(choice.refusal or "", choice.chunk_size):
        yield _delta(None, refusal=piece)
    for image in _images(choice.images):
        yield _delta("", images=[image])
    if choice.audio is not None:
        yield from (_delta("", audio=part) for part in _audio_parts(choice.audio, choice.chunk_size))
    for position, call in enumerate(tool_calls(choice.tool_calls, index, generation)):
        yield from (_delta(None, tool_calls=[fragment]) for fragment in _call_fragments(call, position))


def reasoning_text(choice: Reply) -> str | None:
    """The reasoning as text; without any, what its records say."""
    if choice.reasoning is not None or not choice.reasoning_details:
        return choice.reasoning
    return "".join(_display_text(record) for record in choice.reasoning_details) or None


def tool_calls(calls: Sequence[ToolCall], choice: int, generation: Generation) -> list[Json]:
    """``calls`` as on the wire, with an id each."""
    wired: list[Json] = []
    for position, call in enumerate(calls):
        made_up = f"call_{generation.number:04d}_{choice}_{position}"
        if isinstance(call, Mapping) and "function" in call:
            wired.append({"id": made_up, "type": "function", **call})
            continue
        name, arguments = (call["name"], call.get("arguments", {})) if isinstance(call, Mapping) else call
        text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
        identity = call.get("id", made_up) if isinstance(call, Mapping) else made_up
        wired.append({"id": identity, "type": "function", "function": {"name": name, "arguments": text}})
    return wired


def _delta(content: str | None, **members: Any) -> Json:
    return {"role": "assistant", "content": content, **members}


def _call_fragments(call: Json, position: int) -> Iterator[Json]:
    function = call["function"]
    arguments = function.get("arguments") or ""
    yield {**call, "index": position, "function": {**function, "arguments": ""}}
    for start in range(0, len(arguments), _ARGUMENT_PIECE):
        yield {"index": position, "function": {"arguments": arguments[start : start + _ARGUMENT_PIECE]}}


def _reasoning_records(choice: Reply) -> list[Json]:
    if choice.reasoning_details is not None:
        return [dict(record) for record in choice.reasoning_details]
    if not choice.reasoning:
        return []
    return [{"type": "reasoning.text", "text": choice.reasoning, "format": "unknown", "index": 0}]


def _reasoning_deltas(choice: Reply) -> Iterator[Json]:
    records = _reasoning_records(choice)
    together = "".join(_display_text(record) for record in records)
    apart = choice.reasoning is not None and choice.reasoning != together
    if apart:
        yield from (_delta("", reasoning=piece) for piece in split_words(choice.reasoning or "", choice.chunk_size))
    for record in records:
        for piece, part in _record_parts(record, choice.chunk_size):
            shown = {} if apart or not piece else {"reasoning": piece}
            yield _delta("", **shown, reasoning_details=[part])


def _record_parts(record: Json, size: int) -> Iterator[tuple[str, Json]]:
    """A reasoning record word by word; what is not its text comes with the last word, as providers sign at the end."""
    key = "summary" if record.get("type") == "reasoning.summary" else "text"
    pieces = split_words(_display_text(record), size)
    if not pieces:
        yield "", record
        return
    kept = {name: value for name, value in record.items() if name in ("type", "format", "index", "id")}
    for piece in pieces[:-1]:
        yield piece, {**kept, key: piece}
    yield pieces[-1], {**record, key: pieces[-1]}


def _display_text(record: Mapping[str, Any]) -> str:
    text = record.get("summary") if record.get("type") == "reasoning.summary" else record.get("text")
    return text if isinstance(text, str) else ""


def _images(images: Sequence[str | Mapping[str, Any]]) -> list[Json]:
    return [
        {"type": "image_url", "image_url": {"url": image}, "index": position} if isinstance(image, str) else dict(image)
        for position, image in enumerate(images)
    ]


def _audio_parts(audio: Mapping[str, Any], size: int) -> Iterator[Json]:
    if "id" in audio:
        yield {"id": audio["id"]}
    for piece in split_words(audio.get("transcript") or "", size):
        yield {"transcript": piece}
    data = audio.get("data") or ""
    for start in range(0, len(data), _AUDIO_PIECE):
        yield {"data": data[start : start + _AUDIO_PIECE]}
    if "expires_at" in audio:
        yield {"expires_at": audio["expires_at"]}
