"""An answer that was given, as the API tells of it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .._answers.generation import CREATED, DEFAULT_PROVIDER, Generation
from .._answers.message import finish_reason, native_finish_reason, reasoning_text
from .._answers.usage import count_usage
from .._answers.values import Reply
from .._json import is_object

_LATENCY_MS = 320.0
_GENERATION_MS = 540.0


@dataclass(frozen=True, slots=True)
class Generated:
    """One answer with the request it was for and what it used."""

    generation: Generation
    headers: Mapping[str, str]
    reply: Reply | None = None
    api_type: str = "completions"
    told_usage: Mapping[str, Any] | None = None

    @property
    def usage(self) -> Mapping[str, Any]:
        """What it used, as the answer told it; what a script hides (``usage=False``) counts too."""
        if self.told_usage is not None or self.reply is None:
            return self.told_usage or {}
        return {**count_usage(self.generation, self.reply.all_choices), **(self.reply.usage or {})}

    @property
    def provider(self) -> str:
        return (self.reply.provider if self.reply else None) or DEFAULT_PROVIDER

    def _detail(self, group: str, name: str) -> Any:
        details = self.usage.get(group)
        return details.get(name) if is_object(details) else None

    @property
    def _first(self) -> Reply | None:
        return self.reply.all_choices[0] if self.reply and self.reply.all_choices else None

    @property
    def is_byok(self) -> bool:
        return self.usage.get("is_byok") is True

    @property
    def upstream_cost(self) -> float | None:
        cost: float | None = self._detail("cost_details", "upstream_inference_cost")
        return cost

    def listed(self) -> dict[str, Any]:
        """What the API tells of it."""
        body, usage = self.generation.body, self.usage
        cost = usage.get("cost") or 0.0
        reason = finish_reason(self._first) if self._first else None
        prompt, completion = usage.get("prompt_tokens"), usage.get("completion_tokens", 0)
        answered = {"provider_name": self.provider, "status": 200, "latency": _LATENCY_MS, "is_byok": self.is_byok}
        return {
            **_NOTHING,
            "id": self.generation.id,
            "upstream_id": self.generation.id.replace("gen-", "up-"),
            "request_id": self.generation.id.replace("gen-", "req-"),
            "session_id": body.get("session_id"),
            "external_user": body.get("user"),
            "created_at": datetime.fromtimestamp(CREATED, UTC).isoformat(),
            "api_type": self.api_type,
            "model": (self.reply and self.reply.model) or self.generation.model,
            "provider_name": self.provider,
            "provider_responses": [answered],
            "data_region": "global",
            "service_tier": body.get("service_tier"),
            "streamed": self.generation.streams,
            "cancelled": False,
            "finish_reason": reason,
            "native_finish_reason": native_finish_reason(self._first) if self._first else None,
            "latency": _LATENCY_MS,
            "generation_time": _GENERATION_MS,
            "tokens_prompt": prompt,
            "tokens_completion": completion,
            "native_tokens_prompt": prompt,
            "native_tokens_completion": completion,
            "native_tokens_reasoning": self._detail("completion_tokens_details", "reasoning_tokens") or 0,
            "native_tokens_cached": self._detail("prompt_tokens_details", "cached_tokens") or 0,
            "usage": cost,
            "total_cost": cost,
            "is_byok": self.is_byok,
            "upstream_inference_cost": self.upstream_cost if self.is_byok else None,
            "origin": self.headers.get("http-referer", ""),
            "http_referer": self.headers.get("http-referer"),
            "user_agent": self.headers.get("user-agent"),
        }

    def content(self) -> dict[str, Any]:
        """What was asked and answered."""
        asked = {key: self.generation.body[key] for key in ("messages", "prompt") if key in self.generation.body}
        first = self._first
        told = {"completion": first and first.text, "reasoning": (reasoning_text(first) or None) if first else None}
        return {"input": asked, "output": told, "error": None}


_NOTHING: Mapping[str, Any] = dict.fromkeys(
    (
        "app_id", "cache_discount", "moderation_latency", "native_tokens_completion_images", "num_fetches",
        "num_input_audio_prompt", "num_media_completion", "num_media_prompt", "num_search_results", "preset_id",
        "response_cache_source_id", "router", "web_search_engine", "workspace_id",
    )
)  # fmt: skip
