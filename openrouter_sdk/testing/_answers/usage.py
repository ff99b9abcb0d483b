"""What an answer cost and how it was routed, made up but consistent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._sent import prompt_texts
from .generation import Generation
from .message import reasoning_text
from .values import Reply

_USD_PER_PROMPT_TOKEN = 1e-6
_USD_PER_COMPLETION_TOKEN = 2e-6


def count_usage(generation: Generation, choices: Sequence[Reply]) -> dict[str, Any]:
    """The usage object of an answer; a token is a word here."""
    prompt = sum(_words(text) for text in prompt_texts(generation.body.get("messages")))
    reasoning = sum(_words(reasoning_text(choice)) for choice in choices)
    completion = reasoning + sum(_words(choice.text) + _words(choice.refusal) for choice in choices)
    completion += sum(len(choice.tool_calls) for choice in choices)
    prompt_cost = round(prompt * _USD_PER_PROMPT_TOKEN, 9)
    completion_cost = round(completion * _USD_PER_COMPLETION_TOKEN, 9)
    cost = round(prompt_cost + completion_cost, 9)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "cost": cost,
        "is_byok": False,
        "prompt_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0, "audio_tokens": 0, "video_tokens": 0},
        "cost_details": {
            "upstream_inference_cost": cost,
            "upstream_inference_prompt_cost": prompt_cost,
            "upstream_inference_completions_cost": completion_cost,
        },
        "completion_tokens_details": {"reasoning_tokens": reasoning, "image_tokens": 0, "audio_tokens": 0},
    }


def router_metadata(generation: Generation, provider: str) -> dict[str, Any]:
    """The ``openrouter_metadata`` of an answer that went straight to its only endpoint."""
    endpoint = {"provider": provider, "model": generation.model, "selected": True}
    return {
        "requested": generation.model,
        "strategy": "direct",
        "region": None,
        "summary": f"selected={provider}",
        "attempt": 1,
        "is_byok": False,
        "endpoints": {"total": 1, "available": [endpoint]},
        "attempts": [{"provider": provider, "model": generation.model, "status": 200}],
    }


def _words(text: str | None) -> int:
    return len(text.split()) if text else 0
