"""What the emulated server answers to everything but the chat: a function an operation, by its name in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlencode

from .._answers.generation import Generation
from .._answers.raw import answer, raw
from .._answers.replies import error
from .._answers.values import Answer, ErrorReply
from .._sent import BASE_PATH, Request
from .account import BOUGHT, WORKSPACE, Account, masked
from .catalogue import (
    ENTRIES,
    PROVIDERS,
    TOOLS,
    Entry,
    find,
    listed_endpoints,
    listed_model,
    model_with_endpoints,
    tool_details,
)
from .contract import Operation
from .history import Generated
from .models import select
from .vectors import embeddings, rerank

_FREE_REQUESTS = 1000
_MODELS_ON_A_PAGE = 500
_KEYS_ON_A_PAGE = 50
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that fits the contract: the operation, its parameters, its body, and who remembers."""

    operation: Operation
    request: Request
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any
    key: str | None
    generation: Generation
    account: Account


Handler: TypeAlias = Callable[[Asked], "Json | Answer"]


def answer_to(asked: Asked) -> Answer:
    """The answer to a request that fits the contract."""
    handler = _HANDLERS.get(asked.operation.name)
    if handler is None:
        raise NotImplementedError(f"{asked.operation.name} has no handler in {__name__}")
    found = handler(asked)
    return found if isinstance(found, Answer) else answer(found)


# ---- the catalogue


def _list_models(asked: Asked) -> Json:
    entries = select(asked.query)
    return _page(asked, [listed_model(entry) for entry in entries], _MODELS_ON_A_PAGE, linked=True)


def _list_embedding_models(asked: Asked) -> Json:
    entries = select({"output_modalities": ["embeddings"]})
    return _page(asked, [listed_model(entry) for entry in entries], _MODELS_ON_A_PAGE, linked=True)


def _count_models(asked: Asked) -> Json:
    return {"data": {"count": len(select(asked.query))}}


def _get_model(asked: Asked) -> Json | ErrorReply:
    entry = _entry(asked)
    return {"data": listed_model(entry)} if entry else _missing("Model")


def _list_endpoints(asked: Asked) -> Json | ErrorReply:
    entry = _entry(asked)
    shown = asked.key is not None
    return {"data": model_with_endpoints(entry, with_key=shown)} if entry else _missing("Model")


def _list_zdr_endpoints(asked: Asked) -> Json:
    shown = asked.key is not None
    found = [one for entry in ENTRIES if not entry.alias_of for one in listed_endpoints(entry, with_key=shown)]
    keeping = {provider.name for provider in PROVIDERS.values() if not provider.zdr}
    return {"data": [one for one in found if one["provider_name"] not in keeping]}


def _list_providers(_asked: Asked) -> Json:
    return {"data": [provider.listed() for provider in PROVIDERS.values()]}


def _list_tools(asked: Asked) -> Json:
    wanted = asked.query.get("api_format")
    tools = [tool for tool in TOOLS if wanted is None or wanted in tool["supported_api_formats"]]
    return _page(asked, tools, _MODELS_ON_A_PAGE, linked=True)


def _get_tool(asked: Asked) -> Json | Answer:
    name = asked.path["name"]
    tool = next((one for one in TOOLS if any(alias["type"] == name for alias in one["aliases"])), None)
    if tool is None:
        return _missing("Tool")
    if tool["id"] != name:
        return raw(308, {"location": f"{BASE_PATH}/tools/{tool['id']}"})
    return {"data": tool_details(tool)}


# ---- the account


def _current_key(asked: Asked) -> Json:
    spent, own = asked.account.spent, asked.account.spent_on_own_keys
    periods = ("", "_daily", "_weekly", "_monthly")
    return {
        "data": {
            "label": masked(asked.key or ""),
            "limit": None,
            "limit_remaining": None,
            "limit_reset": None,
            **{f"usage{period}": spent for period in periods},
            **{f"byok_usage{period}": own for period in periods},
            "include_byok_in_limit": False,
            "budgets": [],
            "effective_budget": None,
            "free_model_daily_requests": {"limit": _FREE_REQUESTS, "used": 0, "remaining": _FREE_REQUESTS},
            "is_free_tier": False,
            "is_management_key": False,
            "is_provisioning_key": False,
            "allowed_data_regions": ["global"],
            "expires_at": None,
            "creator_user_id": "user_emulated",
            "organization_id": None,
            "workspace_id": WORKSPACE,
            "rate_limit": {"requests": -1, "interval": "10s", "note": "This field is deprecated and safe to ignore."},
        }
    }


def _credits(asked: Asked) -> Json:
    return {"data": {"total_credits": BOUGHT, "total_usage": asked.account.spent}}


# ---- generations


def _get_generation(asked: Asked) -> Json | ErrorReply:
    found = asked.account.generation(asked.query["id"])
    return {"data": found.listed()} if found else _missing(f"Generation {asked.query['id']}")


def _get_content(asked: Asked) -> Json | ErrorReply:
    found = asked.account.generation(asked.query["id"])
    return {"data": found.content()} if found else _missing(f"Generation {asked.query['id']}")


def _submit_feedback(asked: Asked) -> Json | ErrorReply:
    wanted, complaints = asked.body["generation_id"], asked.account.complaints
    if asked.account.generation(wanted) is None:
        return _missing(f"Generation {wanted}")
    if wanted in complaints:
        return error(409, f"Feedback for generation {wanted} was already submitted")
    complaints.add(wanted)
    return {"data": {"success": True}}


# ---- inference


def _embed(asked: Asked) -> Answer:
    return _served(asked, "embeddings", embeddings)


def _rerank(asked: Asked) -> Answer:
    return _served(asked, "rerank", rerank)


def _served(asked: Asked, kind: str, make: Callable[[Any, Generation], Json]) -> Answer:
    entry = find(asked.body["model"])
    if entry is not None and kind not in entry.writes:
        return error(404, f"No endpoints found for {entry.id} that give {kind}", user_id=None)
    made = make(asked.body, asked.generation)
    asked.account.remember(Generated(asked.generation, asked.request.headers, None, kind, made["usage"]))
    return answer(made, headers={"x-generation-id": asked.generation.id})


# ---- provider keys


def _list_keys(asked: Asked) -> Json:
    wanted = {name: asked.query[name] for name in ("provider", "workspace_id") if name in asked.query}
    keys = [key for key in asked.account.keys.values() if all(key[name] == value for name, value in wanted.items())]
    return _page(asked, keys, _KEYS_ON_A_PAGE)


def _create_key(asked: Asked) -> Answer:
    fault = _contradiction(asked.body)
    return fault or answer({"data": asked.account.add_key(asked.body)}, 201)


def _get_key(asked: Asked) -> Json | ErrorReply:
    key = asked.account.keys.get(asked.path["id"])
    return {"data": key} if key else _missing("BYOK key")


def _update_key(asked: Asked) -> Json | ErrorReply:
    key = asked.account.keys.get(asked.path["id"])
    if key is None:
        return _missing("BYOK key")
    fault = _contradiction({**key, **asked.body})
    if fault is not None:
        return fault
    asked.account.change_key(key, asked.body)
    return {"data": key}


def _delete_key(asked: Asked) -> Json | ErrorReply:
    return {"deleted": True} if asked.account.keys.pop(asked.path["id"], None) else _missing("BYOK key")


def _contradiction(settings: Mapping[str, Any]) -> ErrorReply | None:
    if settings.get("is_fallback") and settings.get("is_byok_only"):
        return error(400, "is_byok_only is only valid on non-fallback credentials")
    return None


# ---- what they share


def _entry(asked: Asked) -> Entry | None:
    return find(f"{asked.path['author']}/{asked.path['slug']}")


def _missing(what: str) -> ErrorReply:
    return error(404, f"{what} not found", user_id=None)


def _page(asked: Asked, entries: Sequence[Any], usual: int, *, linked: bool = False) -> Json:
    """One page of a list; ``linked`` says where the next one is."""
    start, size = asked.query.get("offset", 0), asked.query.get("limit", usual)
    page: Json = {"data": entries[start : start + size], "total_count": len(entries)}
    if linked:
        following = urlencode({**asked.query, "offset": start + size, "limit": size}, doseq=True)
        page["links"] = {"next": f"{asked.request.path}?{following}" if start + size < len(entries) else None}
    return page


_HANDLERS: Mapping[str, Handler] = {
    "models.list": _list_models,
    "models.list_for_user": _list_models,
    "models.count": _count_models,
    "models.get": _get_model,
    "endpoints.list": _list_endpoints,
    "endpoints.list_zdr": _list_zdr_endpoints,
    "providers.list": _list_providers,
    "api_keys.get_current": _current_key,
    "credits.get": _credits,
    "generations.get": _get_generation,
    "generations.get_content": _get_content,
    "generations.submit_feedback": _submit_feedback,
    "embeddings.create": _embed,
    "embeddings.list_models": _list_embedding_models,
    "rerank.create": _rerank,
    "byok.list": _list_keys,
    "byok.create": _create_key,
    "byok.get": _get_key,
    "byok.update": _update_key,
    "byok.delete": _delete_key,
    "tools.list": _list_tools,
    "tools.get": _get_tool,
}
