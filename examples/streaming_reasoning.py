"""What a model thinks, in grey, before what it says; async.

Set OPENROUTER_API_KEY and run it.
"""

from __future__ import annotations

import asyncio
import sys

from openrouter_sdk import OpenRouter, errors

MODEL = "anthropic/claude-sonnet-4.5"
GREY, PLAIN = ("\033[90m", "\033[0m") if sys.stdout.isatty() else ("", "")


async def main() -> None:
    async with (
        OpenRouter() as client,
        await client.chat.send_async(
            model=MODEL,
            messages=[{"role": "user", "content": "Which is larger, 9.11 or 9.9?"}],
            reasoning={"effort": "low"},
            stream=True,
        ) as stream,
    ):
        async for chunk in stream:
            print(f"{GREY}{chunk.reasoning}{PLAIN}{chunk.text}", end="", flush=True)
        result = await stream.final()
    # on the next turn these go back unchanged, with the message: result.message.reasoning_details
    details = result.message.reasoning_details or []
    print(f"\n\n{len(result.reasoning)} characters of reasoning, {len(details)} details, {len(result.text)} of text")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
