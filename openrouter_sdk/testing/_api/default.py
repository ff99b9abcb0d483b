"""What is answered when nothing is scripted: the refusals OpenRouter would send, else what the operation gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .._answers.generation import Generation
from .._answers.replies import error
from .._answers.values import Answer, ErrorReply, Reply
from .._json import load_strict
from .._sent import BASE_PATH, Request
from .account import Account
from .catalogue import PROVIDERS
from .contract import Operation, operations
from .echo import echo
from .operations import Asked, answer_to
from .query import read_query
from .settings import Settings
from .validate import body_fault

CHAT = "chat.send"


def default_answer(request: Request, generation: Generation, account: Account, settings: Settings) -> Answer:
    """The answer to an unscripted request.

    404 off the contract's paths, 405 for another method, 401 without a key (or with a wrong one, where the right ones
    are set), 403 without the management key where one is set, 400 for a query or a body that does not fit the contract;
    otherwise what the operation gives: in the chat the last user message, word by word.
    """
    found = _route(request)
    if isinstance(found, ErrorReply):
        return found
    operation, path = found
    key = _key_of(request.headers)
    refused = _refuse_key(operation, key, settings)
    if refused is not None:
        return refused
    query, fault = read_query(operation, request.query)
    body: Any = None
    if fault is None and operation.body_schema is not None:
        body, fault = _read_body(operation, request.body)
    if fault is not None:
        return _bad_request(fault)
    asked = Asked(operation, request, path, query, body, key, generation, account)
    return _chat(asked, settings.delay) if operation.name == CHAT else answer_to(asked)


def _chat(asked: Asked, delay: float) -> Reply | ErrorReply:
    """The echo; on the key of one's own that fits, it costs nothing here and what it costs at the provider."""
    wrong = next((name for name in asked.request.models if name.split() != [name]), None)
    if wrong is not None:
        return error(400, f"{wrong} is not a valid model ID")
    reply = echo(asked.body, delay=delay)
    own_key = asked.account.own_key(asked.body, asked.generation.model)
    if own_key is None:
        return reply
    slug: str = own_key["provider"]
    provider = PROVIDERS[slug].name if slug in PROVIDERS else slug
    return replace(reply, provider=provider, usage={"cost": 0.0, "is_byok": True})


def _route(request: Request) -> tuple[Operation, dict[str, str]] | ErrorReply:
    path = request.path.removeprefix(BASE_PATH) if request.path.startswith(f"{BASE_PATH}/") else ""
    allowed: list[str] = []
    for operation in operations():
        parameters = operation.match(path)
        if parameters is None:
            continue
        if operation.method == request.method:
            return operation, parameters
        allowed.append(operation.method)
    if not allowed:
        return error(404, f"No route for {request.method} {request.path}")
    return error(405, f"{request.method} is not allowed here", headers={"allow": ", ".join(allowed)})


def _key_of(headers: Mapping[str, str]) -> str | None:
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    return (bearer.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "").strip()) or None


def _refuse_key(operation: Operation, key: str | None, settings: Settings) -> ErrorReply | None:
    if key is None:
        return error(401, "Missing Authentication header", user_id=None) if operation.needs_key else None
    known = [one for one in (settings.api_key, settings.management_key) if one is not None]
    if settings.api_key is not None and key not in known:
        return error(401, "User not found.", user_id=None)
    if operation.needs_management and settings.management_key not in (None, key):
        return error(403, "Only management keys can perform this operation", user_id=None)
    return None


def _read_body(operation: Operation, raw: bytes) -> tuple[Any, str | None]:
    try:
        body = load_strict(raw)
    except ValueError as fault:
        return None, f"the body is not JSON: {fault}"
    return body, body_fault(operation, raw, body)


def _bad_request(message: str) -> ErrorReply:
    return error(400, f"Invalid request: {message}", metadata={"error_type": "invalid_request"})
