"""What is answered when nothing is scripted: the refusals OpenRouter would send, else an echo."""

from __future__ import annotations

from collections.abc import Mapping

from ._answers import ErrorReply, Reply
from ._echo import echo
from ._json import load_strict
from ._records import Request
from ._replies import error
from ._validate import body_fault

CHAT_PATH = "/api/v1/chat/completions"


def default_answer(request: Request, *, delay: float, api_key: str | None) -> Reply | ErrorReply:
    """The answer to an unscripted request.

    404 off the one path, 405 for another method, 401 without a key (or with a key other than ``api_key``, when that is
    set), 400 for a body that does not fit the contract; otherwise the last user message, word by word.
    """
    if request.path != CHAT_PATH:
        return error(404, f"No route for {request.method} {request.path}")
    if request.method != "POST":
        return error(405, f"{request.method} is not allowed here", headers={"allow": "POST"})
    refused = _refuse_key(request.headers, api_key)
    if refused is not None:
        return refused
    try:
        body = load_strict(request.body)
    except ValueError as fault:
        return _bad_request(f"the body is not JSON: {fault}")
    problem = body_fault(request.body, body)
    if problem is not None:
        return _bad_request(problem)
    return echo(body, delay=delay)


def _refuse_key(headers: Mapping[str, str], api_key: str | None) -> ErrorReply | None:
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    key = bearer.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "").strip()
    if not key:
        return error(401, "Missing Authentication header", user_id=None)
    if api_key is not None and key != api_key:
        return error(401, "User not found.", user_id=None)
    return None


def _bad_request(message: str) -> ErrorReply:
    return error(400, f"Invalid request: {message}", metadata={"error_type": "invalid_request"})
