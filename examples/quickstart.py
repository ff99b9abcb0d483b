"""The quick start: a whole answer, a streamed one, two at the same time, and an error.

Set OPENROUTER_API_KEY and run it. `make demo` runs it without a key, against an emulated server.
"""

from __future__ import annotations

import asyncio
import sys

from openrouter_sdk import ChatResult, OpenRouter, errors
from openrouter_sdk.models import ChatMessagesTypedDict

MODEL = "openai/gpt-4o-mini"


def ask(text: str) -> list[ChatMessagesTypedDict]:
    return [
        {"role": "system", "content": "Answer in one short sentence."},
        {"role": "user", "content": text},
    ]


def show_facts(result: ChatResult) -> None:
    tokens = result.usage.total_tokens if result.usage else "unknown"
    cost = "unknown" if result.cost is None else f"${result.cost:.6f}"
    print(f"    model {result.model}, provider {result.provider}, tokens {tokens}, cost {cost}\n")


def whole(client: OpenRouter) -> None:
    print("A whole answer")
    result = client.chat.send(model=MODEL, messages=ask("Why is the sky blue?"))
    print(f"    {result.text}")
    show_facts(result)


def streamed(client: OpenRouter) -> None:
    print("An answer that appears as it is written")
    print("    ", end="")
    with client.chat.send(model=MODEL, messages=ask("Tell me how a rainbow comes about."), stream=True) as stream:
        for text in stream.text_deltas():
            print(text, end="", flush=True)
        print()
        show_facts(stream.final())


async def at_once(client: OpenRouter) -> None:
    print("Two answers at the same time")
    results = await asyncio.gather(
        client.chat.send_async(model=MODEL, messages=ask("What is the capital of France?")),
        client.chat.send_async(model=MODEL, messages=ask("What is the capital of Japan?")),
    )
    for result in results:
        print(f"    {result.text}")
        show_facts(result)


def mistaken(client: OpenRouter) -> None:
    print("A mistake, told as an exception")
    try:
        client.chat.send(model=MODEL, messages=ask("Hello"), temperature=9)
    except errors.BadRequestResponseError as error:
        print(f"    {type(error).__name__}: {error}")


def main() -> None:
    with OpenRouter() as client:
        whole(client)
        streamed(client)
        asyncio.run(at_once(client))
        mistaken(client)


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
