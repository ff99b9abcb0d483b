"""What the emulated catalogue holds: a few models, their providers and endpoints, some server tools. Made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .._answers.generation import CREATED

DAY_S = 86_400
_TEXT = ("text",)
_SAMPLING = ("temperature", "top_p", "max_tokens", "stop", "seed", "frequency_penalty", "presence_penalty")
_TOOLS = (*_SAMPLING, "tools", "tool_choice", "parallel_tool_calls", "response_format", "structured_outputs")
_THINKS = (*_TOOLS, "reasoning", "include_reasoning", "reasoning_effort", "verbosity")


@dataclass(frozen=True, slots=True)
class Provider:
    """Who serves models, and under which conditions."""

    slug: str
    name: str
    country: str = "US"
    zdr: bool = True
    regions: tuple[str, ...] = ("us",)

    def listed(self) -> dict[str, Any]:
        """The provider as the API lists it."""
        page = f"https://{self.slug}.example.com"
        return {
            "name": self.name,
            "slug": self.slug,
            "headquarters": self.country,
            "datacenters": sorted({self.country, *("DE" if region == "eu" else "US" for region in self.regions)}),
            "privacy_policy_url": f"{page}/privacy",
            "terms_of_service_url": f"{page}/terms",
            "status_page_url": f"{page}/status",
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """A model with what the filters of the catalogue ask for."""

    id: str
    name: str
    family: str
    context: int
    prompt: str
    completion: str
    providers: tuple[str, ...]
    age_days: int
    parameters: tuple[str, ...] = _TOOLS
    reads: tuple[str, ...] = _TEXT
    writes: tuple[str, ...] = _TEXT
    categories: tuple[str, ...] = ()
    distillable: bool = False
    indices: tuple[float, float, float] | None = None
    tool_success: float | None = None
    alias_of: str | None = None

    @property
    def author(self) -> str:
        return self.id.partition("/")[0]


PROVIDERS = {
    one.slug: one
    for one in (
        Provider("anthropic", "Anthropic", regions=("us", "eu")),
        Provider("azure", "Azure", regions=("us", "eu")),
        Provider("cohere", "Cohere", "CA"),
        Provider("deepinfra", "DeepInfra"),
        Provider("emulator", "Emulator", "AT", regions=("eu",)),
        Provider("google-ai-studio", "Google AI Studio", zdr=False),
        Provider("mistral", "Mistral", "FR", regions=("eu",)),
        Provider("openai", "OpenAI", zdr=False),
        Provider("together", "Together"),
    )
}

ENTRIES = (
    Entry(
        "emulated/echo", "Emulated: Echo", "Other", 128_000, "0.000001", "0.000002", ("emulator",), 1, _THINKS,
        ("text", "image", "file", "audio"), ("text",), ("programming", "trivia"), True, (10.0, 12.5, 8.0), 0.99,
    ),
    Entry(
        "openai/gpt-4o", "OpenAI: GPT-4o", "GPT", 128_000, "0.0000025", "0.00001", ("openai", "azure"), 597, _TOOLS,
        ("text", "image", "file"), ("text",), ("programming", "marketing"), False, (17.3, 16.6, 20.1), 0.96,
    ),
    Entry(
        "openai/gpt-4o-mini", "OpenAI: GPT-4o-mini", "GPT", 128_000, "0.00000015", "0.0000006", ("openai", "azure"),
        531, _TOOLS, ("text", "image", "file"), ("text",), ("translation",), False, (12.6, 10.9, 11.0), 0.93,
    ),
    Entry(
        "openai/gpt-5-mini", "OpenAI: GPT-5 Mini", "GPT", 400_000, "0.00000025", "0.000002", ("openai",), 147, _THINKS,
        ("text", "image", "file"), ("text",), ("programming", "science"), False, (41.2, 35.3, 43.0), 0.98,
    ),
    Entry(
        "anthropic/claude-sonnet-4.5", "Anthropic: Claude Sonnet 4.5", "Claude", 1_000_000, "0.000003", "0.000015",
        ("anthropic",), 94, _THINKS, ("text", "image", "file"), ("text",), ("programming", "finance"), False,
        (42.9, 38.6, 50.2), 0.99,
    ),
    Entry(
        "~anthropic/claude-sonnet-latest", "Anthropic: Claude Sonnet Latest", "Claude", 1_000_000, "0.000003",
        "0.000015", ("anthropic",), 94, _THINKS, ("text", "image", "file"), alias_of="anthropic/claude-sonnet-4.5",
    ),
    Entry(
        "google/gemini-2.5-flash-image", "Google: Gemini 2.5 Flash Image", "Gemini", 32_768, "0.0000003", "0.0000025",
        ("google-ai-studio",), 86, _SAMPLING, ("text", "image"), ("text", "image"), ("marketing",),
    ),
    Entry(
        "meta-llama/llama-3.3-70b-instruct", "Meta: Llama 3.3 70B Instruct", "Llama3", 131_072, "0.0000001",
        "0.00000032", ("deepinfra", "together"), 390, (*_TOOLS, "min_p", "top_k", "repetition_penalty"),
        categories=("roleplay",), distillable=True, indices=(14.5, 10.7, 9.3), tool_success=0.88,
    ),
    Entry(
        "meta-llama/llama-3.3-70b-instruct:free", "Meta: Llama 3.3 70B Instruct (free)", "Llama3", 65_536, "0", "0",
        ("together",), 390, (*_TOOLS, "top_k"), categories=("roleplay",), distillable=True,
    ),
    Entry(
        "mistralai/mistral-small-3.2-24b-instruct", "Mistral: Mistral Small 3.2 24B", "Mistral", 131_072, "0.00000006",
        "0.00000018", ("mistral", "deepinfra"), 195, _TOOLS, ("text", "image"), ("text",), ("legal", "translation"),
        True, (15.1, 13.0, 12.2), 0.9,
    ),
    Entry(
        "openai/text-embedding-3-small", "OpenAI: Text Embedding 3 Small", "GPT", 8_192, "0.00000002", "0",
        ("openai", "azure"), 63, (), ("text",), ("embeddings",),
    ),
    Entry(
        "google/gemini-embedding-001", "Google: Gemini Embedding 001", "Gemini", 20_000, "0.00000015", "0",
        ("google-ai-studio",), 63, (), ("text",), ("embeddings",),
    ),
    Entry(
        "cohere/rerank-v3.5", "Cohere: Rerank v3.5", "Cohere", 4_096, "0", "0", ("cohere",), 40, (), ("text",),
        ("rerank",),
    ),
)  # fmt: skip


def find(model: str) -> Entry | None:
    """The entry of a model by its id; a variant such as ``:nitro`` is found under the plain id."""
    entries = {entry.id: entry for entry in ENTRIES}
    return entries.get(model) or entries.get(model.partition(":")[0])


@cache
def listed_model(entry: Entry) -> Mapping[str, Any]:
    """The model as the API lists it. Do not change it."""
    thinks = "reasoning" in entry.parameters
    model: dict[str, Any] = {
        "id": entry.id,
        "canonical_slug": (entry.alias_of or entry.id).removesuffix(":free"),
        "name": entry.name,
        "description": f"{entry.name}, as the emulated server has it.",
        "created": CREATED - entry.age_days * DAY_S,
        "context_length": entry.context,
        "architecture": _architecture(entry),
        "pricing": _pricing(entry),
        "top_provider": {"context_length": entry.context, "max_completion_tokens": 16_384, "is_moderated": False},
        "per_request_limits": None,
        "supported_parameters": list(entry.parameters),
        "default_parameters": {"temperature": None, "top_p": None, "frequency_penalty": None},
        "supported_voices": None,
        "hugging_face_id": None,
        "knowledge_cutoff": "2025-01-31",
        "expiration_date": None,
        "links": {"details": f"/api/v1/models/{entry.id}/endpoints"},
    }
    if thinks:
        model["reasoning"] = {"mandatory": False, "default_effort": "medium", "supported_efforts": ["high", "low"]}
    if entry.indices:
        names = ("intelligence_index", "coding_index", "agentic_index")
        indices = dict(zip(names, entry.indices, strict=True))
        model["benchmarks"] = {"artificial_analysis": indices, "design_arena": []}
    if entry.alias_of:
        target = find(entry.alias_of)
        model["alias_target"] = {"slug": entry.alias_of, "name": target.name if target else entry.alias_of}
    return model


def listed_endpoints(entry: Entry, *, with_key: bool) -> list[dict[str, Any]]:
    """The endpoints of a model as the API lists them; how they did is shown to callers with a key."""
    target = (find(entry.alias_of) if entry.alias_of else None) or entry
    return [_endpoint(target, PROVIDERS[slug], with_key) for slug in target.providers]


def model_with_endpoints(entry: Entry, *, with_key: bool) -> dict[str, Any]:
    """A model and who serves it."""
    model = listed_model(entry)
    kept = {key: model[key] for key in ("id", "name", "created", "description")}
    return {
        **kept,
        "architecture": {"instruct_type": None, **model["architecture"]},
        "endpoints": listed_endpoints(entry, with_key=with_key),
    }


def _architecture(entry: Entry) -> dict[str, Any]:
    return {
        "modality": f"{'+'.join(entry.reads)}->{'+'.join(entry.writes)}",
        "input_modalities": list(entry.reads),
        "output_modalities": list(entry.writes),
        "tokenizer": entry.family,
        "instruct_type": None,
    }


def _pricing(entry: Entry) -> dict[str, Any]:
    return {"prompt": entry.prompt, "completion": entry.completion, "request": "0", "image": "0", "web_search": "0.01"}


def _endpoint(entry: Entry, provider: Provider, with_key: bool) -> dict[str, Any]:
    takes_tools = "tools" in entry.parameters
    latency = {"p50": 310.0, "p75": 420.0, "p90": 610.0, "p99": 1450.0}
    throughput = {"p50": 72.0, "p75": 61.0, "p90": 48.0, "p99": 21.0}
    return {
        "name": f"{provider.name} | {entry.id}",
        "tag": provider.slug,
        "provider_name": provider.name,
        "model_id": entry.id,
        "model_name": entry.name,
        "context_length": entry.context,
        "max_prompt_tokens": None,
        "max_completion_tokens": 16_384,
        "pricing": {**_pricing(entry), "discount": 0},
        "quantization": "unknown",
        "service_tier": None,
        "supported_parameters": list(entry.parameters),
        "supports_tool_choice": dict.fromkeys(("auto", "none", "required", "function"), takes_tools),
        "native_tools": {"openrouter:web_search": {"type": "web_search"}} if provider.slug == "openai" else {},
        "supports_implicit_caching": provider.slug in ("openai", "google-ai-studio"),
        "supports_diarization": False,
        "status": 0,
        "uptime_last_5m": 100.0,
        "uptime_last_30m": 99.9,
        "uptime_last_1d": 99.7,
        "latency_last_30m": latency if with_key else None,
        "throughput_last_30m": throughput if with_key else None,
    }


_FORMATS = ("responses", "chat-completions", "anthropic-messages")


def _tool(
    name: str, title: str, summary: str, aliases: Mapping[str, Sequence[str]], engines: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    engines = list(engines)
    count = 2 if engines[0]["id"] == "native" else 0
    own_name = f"openrouter:{name}"
    names = {own_name: _FORMATS, **aliases}
    return {
        "id": own_name,
        "name": title,
        "summary": summary,
        "tool_description": summary,
        "status": "active",
        "docs_url": f"https://openrouter.ai/docs/guides/features/server-tools/{name.replace('_', '-')}",
        "aliases": [
            {"type": spelled, "api_formats": list(formats), "output_names": [_output_name(name, formats[0])]}
            for spelled, formats in names.items()
        ],
        "supported_api_formats": list(_FORMATS),
        "default_engine": engines[0]["id"],
        "fallback_engine": engines[1]["id"] if len(engines) > 1 else None,
        "engines": engines,
        "native_support": {"endpoint_count": count + 1 if count else 0, "model_count": count},
        "parameters_schema": {"type": "object", "properties": {}},
        "input_schema": {"type": "object", "properties": {}},
        "output_schema": None,
    }


def _output_name(name: str, api_format: str) -> dict[str, str]:
    return {"api_format": api_format, "type": f"{name}_call"}


def _engine(engine: str | None, title: str, by: str, price: str | None) -> dict[str, Any]:
    rows = [{"price": price, "unit": "request", "max_units_per_call": 1, "mode": None}] if price else []
    source = {"provider": "provider", "client": "none"}.get(by, "openrouter" if price else "none")
    return {
        "id": engine,
        "name": title,
        "executed_by": by,
        "byok": "none",
        "data_regions": ["global"],
        "default_mode": None,
        "pricing_source": source,
        "pricing": rows,
        "pricing_doc_url": None,
    }


TOOLS = (
    _tool(
        "web_search", "Web search", "Searches the web and quotes what it finds.",
        {"web_search": ("responses",), "web_search_20250305": ("anthropic-messages",)},
        [_engine("native", "Native", "provider", None), _engine("exa", "Exa", "openrouter", "0.005")],
    ),
    _tool(
        "web_fetch", "Web fetch", "Reads a page of the web.", {"web_fetch_20250910": ("anthropic-messages",)},
        [_engine("openrouter", "OpenRouter", "openrouter", "0.001")],
    ),
    _tool("datetime", "Date and time", "Tells the time.", {}, [_engine(None, "OpenRouter", "openrouter", None)]),
)  # fmt: skip


def tool_details(tool: Mapping[str, Any]) -> dict[str, Any]:
    """One server tool with the models whose providers run it."""
    counts = tool["native_support"]
    models = [
        {"slug": "openai/gpt-4o", "providers": ["OpenAI"]},
        {"slug": "openai/gpt-5-mini", "providers": ["OpenAI"]},
    ]
    return {**tool, "native_support": {**counts, "models": models if counts["model_count"] else []}}
