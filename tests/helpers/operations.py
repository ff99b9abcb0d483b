"""Any method of a client in either colour."""

from __future__ import annotations

from typing import Any

from openrouter_sdk import OpenRouter
from tests.helpers.api import Api, AsyncApi


def ask(api: Api, client: OpenRouter, method: str, /, *given: Any, **named: Any) -> Any:
    """The answer of a method such as `generations.get`, sync or async."""
    namespace, _, name = method.rpartition(".")
    return ask_of(api, getattr(client, namespace), name, *given, **named)


def ask_of(api: Api, owner: object, name: str, /, *given: Any, **named: Any) -> Any:
    """The same for a method of anything else."""
    if isinstance(api, AsyncApi):
        return api.run(getattr(owner, f"{name}_async")(*given, **named))
    return getattr(owner, name)(*given, **named)
