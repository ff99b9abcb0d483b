"""A second way to add chunks up: slow and plain, over the whole list at once, written without a look at the first.

Everything is lists, searched from one end to the other; no rule is shared with the package.
"""

from __future__ import annotations

import copy
import json
import re

from tests.core.reference_parts import Json, last_of_each, listed, reasoning_details, tool_calls, whole_number


def reference_result(chunks: list[Json]) -> dict[str, Json]:
    """The answer that the chunks add up to. Calls without an id get the id "*"."""
    tops = [(key, value) for chunk in chunks for key, value in chunk.items() if key != "choices"]
    result = last_of_each(tops, first=("id", "created"))
    choices = [c for chunk in chunks for c in listed(chunk.get("choices")) if isinstance(c, dict)]
    numbers = sorted({whole_number(choice.get("index"), 0) for choice in choices})
    result["object"] = "chat.completion"
    result["choices"] = [_choice(n, [c for c in choices if whole_number(c.get("index"), 0) == n]) for n in numbers]
    return _with_whole_characters(copy.deepcopy(result))


def _with_whole_characters(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _with_whole_characters(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_whole_characters(item) for item in value]
    return re.sub("[\ud800-\udbff][\udc00-\udfff]", _character, value) if isinstance(value, str) else value


def _character(halves: re.Match[str]) -> str:
    high, low = map(ord, halves[0])
    return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)


def _choice(number: int, choices: list[Json]) -> Json:
    pairs = [(key, value) for choice in choices for key, value in choice.items()]
    plain = [(key, value) for key, value in pairs if key not in ("delta", "message", "index", "logprobs")]
    result = last_of_each([("finish_reason", None), *plain])
    logprobs = [value for key, value in pairs if key == "logprobs"]
    if logprobs:
        result["logprobs"] = _logprobs([value for value in logprobs if value is not None])
    deltas: list[Json] = []
    for choice in choices:
        if isinstance(choice.get("delta"), dict):
            deltas.append(choice["delta"])
        message = choice.get("message")
        if isinstance(message, dict):
            union = ("images", "annotations", "role")
            replaced = [key for key, value in message.items() if value and key not in union]
            deltas = [{k: v for k, v in delta.items() if k not in replaced} for delta in deltas]
            deltas.append(message)
    result["index"] = number
    result["message"] = _message(deltas)
    return result


def _message(deltas: list[Json]) -> Json:
    def said(key: str) -> list[Json]:
        return [delta[key] for delta in deltas if delta.get(key) not in (None, "")]

    message: dict[str, Json] = {}
    keys = [key for delta in deltas for key in delta if said(key)]
    for key in keys:
        if key in ("role", "tool_calls", "reasoning_details", "images", "annotations", "audio"):
            continue
        message[key] = _text(said(key)) if key in ("content", "reasoning", "reasoning_content", "refusal") else None
        if message[key] is None:
            message[key] = _unknown(said(key))
    roles = [role for role in said("role") if isinstance(role, str)]
    message["role"] = roles[0] if roles else "assistant"
    message["refusal"] = message.get("refusal")
    message["reasoning"] = message.get("reasoning") or message.get("reasoning_content")
    details = [value for value in said("reasoning_details") if isinstance(value, (list, dict))]
    if details:
        message["reasoning_details"] = reasoning_details(
            [f for value in details for f in listed(value) if isinstance(f, dict)]
        )
    calls = tool_calls([f for value in said("tool_calls") for f in listed(value) if isinstance(f, dict)])
    if calls:
        message["tool_calls"] = calls
    for key in ("images", "annotations"):
        records: list[Json] = []
        for record in [record for value in said(key) for record in listed(value)]:
            if not any(_same(record, other) for other in records):
                records.append(record)
        if records:
            message[key] = records
    audio = _audio([value for value in said("audio") if isinstance(value, dict)])
    if audio:
        message["audio"] = audio
    answered = any(message.get(key) for key in ("refusal", "tool_calls", "images", "audio"))
    message["content"] = message.get("content") or (None if answered else "")
    return message


def _logprobs(values: list[Json]) -> Json:
    if not any(isinstance(value, dict) for value in values):
        return values[-1] if values else None
    pairs = [pair for value in values if isinstance(value, dict) for pair in value.items()]
    result = last_of_each([pair for pair in pairs if not isinstance(pair[1], list)])
    for key in {key for key, value in pairs if isinstance(value, list)}:
        result[key] = [item for name, value in pairs if name == key and isinstance(value, list) for item in value]
    return result


def _audio(values: list[Json]) -> Json:
    pairs = [pair for value in values for pair in value.items()]
    result = last_of_each(pairs)
    for key in ("data", "transcript"):
        pieces = [value for name, value in pairs if name == key and isinstance(value, str)]
        if pieces:
            result[key] = "".join(pieces)
    return result


def _text(values: list[Json]) -> Json:
    if any(isinstance(value, list) for value in values):
        parts: list[Json] = []
        for value in values:
            if isinstance(value, list):
                parts += value
            elif isinstance(value, str):
                parts.append({"type": "text", "text": value})
        return parts
    texts = [value for value in values if isinstance(value, str)]
    return "".join(texts) if texts else values[-1]


def _unknown(values: list[Json]) -> Json:
    if all(isinstance(value, str) for value in values):
        return values[0] if len(set(values)) == 1 else "".join(values)
    if all(isinstance(value, list) for value in values):
        return [item for value in values for item in value]
    return [*[value for value in values if value in ([], {})], *[value for value in values if value not in ([], {})]][
        -1
    ]


def _same(one: Json, other: Json) -> bool:
    return _mark(one) == _mark(other)


def _mark(record: Json) -> str:
    image = record.get("image_url") if isinstance(record, dict) else None
    url = image.get("url") if isinstance(image, dict) else None
    return f"url:{url}" if isinstance(url, str) else "json:" + json.dumps(record, sort_keys=True)
