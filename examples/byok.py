"""Bring your own key: store a provider's key, ask on it alone, see who paid what, remove the key.

Set OPENROUTER_MANAGEMENT_KEY, OPENROUTER_API_KEY and OPENAI_API_KEY, and run it.
"""

from __future__ import annotations

import os
import sys

from openrouter_sdk import OpenRouter, errors

MODEL = "openai/gpt-4o-mini"
PROVIDER = "openai"


def ask(client: OpenRouter) -> None:
    """Ask on the account at the provider, and tell what it cost."""
    result = client.chat.send(
        model=MODEL,
        messages=[{"role": "user", "content": "Say hello in three languages."}],
        provider={"only": [PROVIDER]},
    )
    print(result.text)
    later = result.generation(client).data
    print(f"{later.provider_name} answered with {later.tokens_completion} tokens, on a key of ours: {later.is_byok}.")
    print(f"OpenRouter took ${result.cost}, {PROVIDER} ${later.upstream_inference_cost}.")


def main() -> None:
    provider_key = os.environ.get("OPENAI_API_KEY", "sk-an-example-0123456789")
    management_key = os.environ.get("OPENROUTER_MANAGEMENT_KEY") or os.environ.get("OPENROUTER_API_KEY")
    with OpenRouter(management_key) as account, OpenRouter() as client:
        stored = account.byok.create(provider=PROVIDER, key=provider_key, name="example", is_required=True).data
        print(f"Stored {stored.label} for {stored.provider}.")
        try:
            ask(client)
        finally:
            account.byok.delete(stored.id)
        print(f"Removed it. Keys that are left: {[key.name for key in account.byok.list()]}")


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
