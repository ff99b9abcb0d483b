"""What the attributes of spans and metrics are: plain functions from events to mappings.

Names are those of the OpenTelemetry semantic conventions for generative AI, as they stood in October 2026 (release 1.45
of the Python packages), which still call them unstable. They are written here once, and no further package is needed.
What OpenRouter knows beside them has names that begin with `openrouter.`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard
from urllib.parse import urlsplit

from openrouter_sdk import CallEndEvent, CallStartEvent, RunEndEvent, RunStartEvent, ToolStartEvent
from openrouter_sdk.types import Model

Attributes: TypeAlias = dict[str, Any]

OPERATIONS = {"chat.send": "chat", "embeddings.create": "embeddings", "rerank.create": "rerank"}
"""What is recorded, with its `gen_ai.operation.name`."""
PROVIDER = "openrouter"

_REQUEST = {
    "frequency_penalty": "gen_ai.request.frequency_penalty",
    "max_completion_tokens": "gen_ai.request.max_tokens",
    "max_tokens": "gen_ai.request.max_tokens",
    "presence_penalty": "gen_ai.request.presence_penalty",
    "seed": "gen_ai.request.seed",
    "session_id": "gen_ai.conversation.id",
    "temperature": "gen_ai.request.temperature",
    "top_k": "gen_ai.request.top_k",
    "top_p": "gen_ai.request.top_p",
    "dimensions": "gen_ai.embeddings.dimension.count",
}
_USAGE = {
    "prompt_tokens": "gen_ai.usage.input_tokens",
    "completion_tokens": "gen_ai.usage.output_tokens",
}
_COUNT_END = 2**63
_USAGE_DETAILS = {
    ("prompt_tokens_details", "cached_tokens"): "gen_ai.usage.cache_read.input_tokens",
    ("prompt_tokens_details", "cache_write_tokens"): "gen_ai.usage.cache_creation.input_tokens",
    ("completion_tokens_details", "reasoning_tokens"): "gen_ai.usage.reasoning.output_tokens",
}


def is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Whether it is a JSON object."""
    return isinstance(value, Mapping)


def is_many(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether it is a JSON array."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def plain(value: Any) -> Any:
    """JSON of a value of a request: models become dicts."""
    return value.to_dict() if isinstance(value, Model) else value


def choices_of(event: CallEndEvent) -> Sequence[Any]:
    """The choices of an answer; the wire may hold anything in their place."""
    choices: Any = getattr(event.result, "choices", None)
    return choices if is_many(choices) else ()


def of_call(event: CallStartEvent) -> Attributes:
    """What is known when a call begins, on spans and metrics alike."""
    address = urlsplit(event.url)
    found: Attributes = {
        "gen_ai.operation.name": OPERATIONS[event.operation],
        "gen_ai.provider.name": PROVIDER,
        "server.address": address.hostname or "",
    }
    port = address.port or {"https": 443, "http": 80}.get(address.scheme)
    return {**found, **_given({"gen_ai.request.model": event.model, "server.port": port})}


def of_request(event: CallStartEvent) -> Attributes:
    """The settings of a request; no prompt among them."""
    body = event.body
    found = {name: body[key] for key, name in _REQUEST.items() if isinstance(body.get(key), str | int | float)}
    if event.stream:
        found["gen_ai.request.stream"] = True
    if stop := _texts(body.get("stop")):
        found["gen_ai.request.stop_sequences"] = stop
    if event.operation == "chat.send" and (kind := _output_type(body)):
        found["gen_ai.output.type"] = kind
    if event.run_id is not None:
        found["openrouter.run.id"] = event.run_id
        found["openrouter.run.step"] = event.step or 0
    if isinstance(body.get("encoding_format"), str):
        found["gen_ai.request.encoding_formats"] = [body["encoding_format"]]
    return found


def _output_type(body: Mapping[str, Any]) -> str | None:
    wanted = plain(body.get("response_format"))
    if is_mapping(wanted) and wanted.get("type") in {"json_object", "json_schema"}:
        return "json"
    modalities = _texts(body.get("modalities")) or []
    return "image" if "image" in modalities else "speech" if "audio" in modalities else None


def of_answer(event: CallEndEvent) -> Attributes:
    """What an answer tells, or what of it had come."""
    found: Attributes = {
        **of_usage(event.usage),
        **_given(
            {
                "gen_ai.response.id": event.generation_id,
                "gen_ai.response.model": event.model if event.result is not None else None,
                "http.response.status_code": event.status,
                "openrouter.provider": event.provider,
                "openrouter.cost": None if event.cost is None else float(event.cost),
            }
        ),
    }
    told = [getattr(choice, "finish_reason", None) for choice in choices_of(event)]
    if reasons := [reason for reason in told if isinstance(reason, str)]:
        found["gen_ai.response.finish_reasons"] = reasons
    if event.time_to_first_token_ms is not None:
        found["gen_ai.response.time_to_first_chunk"] = event.time_to_first_token_ms / 1000
    if event.attempts > 1:
        found["http.request.resend_count"] = event.attempts - 1
    if not event.complete and event.error is None:
        found["openrouter.closed_early"] = True
    return {**found, **of_error(event.error_type)}


def of_usage(usage: Any) -> Attributes:
    """Counts of tokens, as far as they were told."""
    found = {name: getattr(usage, key, None) for key, name in _USAGE.items()}
    found.update({name: getattr(getattr(usage, part, None), key, None) for (part, key), name in _USAGE_DETAILS.items()})
    return {name: int(count) for name, count in found.items() if _is_count(count)}


def _is_count(value: Any) -> TypeGuard[float]:
    """Whether exporters take it: one number of 64 bits that is none spoils all that is sent with it."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _COUNT_END


def of_error(error_type: str | None) -> Attributes:
    """The class of an error, which tells no content."""
    return {} if error_type is None else {"error.type": error_type}


def of_run(event: RunStartEvent) -> Attributes:
    """What is known when a run begins."""
    found: Attributes = {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": PROVIDER,
        "openrouter.run.id": event.run_id,
        "openrouter.run.resumed": event.resumed,
    }
    return {**found, **_given({"gen_ai.request.model": event.model})}


def of_run_end(event: RunEndEvent) -> Attributes:
    """What a run came to."""
    told = {
        "gen_ai.response.model": event.model,
        "openrouter.run.steps": event.steps,
        "openrouter.run.tool_calls": event.tool_calls,
        "openrouter.run.stopped_by": event.stopped_by,
        "openrouter.cost": event.cost,
    }
    return {**_given(told), **of_usage(event.usage), **of_error(event.error_type)}


def of_tool(event: ToolStartEvent) -> Attributes:
    """What is known when a call of a tool begins."""
    found: Attributes = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": event.name,
        "gen_ai.tool.type": "function",
        "gen_ai.tool.call.id": event.call_id,
        "openrouter.run.id": event.run_id,
        "openrouter.run.step": event.step,
    }
    return {**found, **_given({"gen_ai.tool.description": event.description})}


def _given(values: Mapping[str, Any]) -> Attributes:
    return {name: value for name, value in values.items() if value is not None}


def _texts(value: Any) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    return [text for text in value if isinstance(text, str)] if is_many(value) else None
