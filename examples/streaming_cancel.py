"""Four ways to stop a stream early. Each closes the connection, and with some providers that ends the bill too.

Set OPENROUTER_API_KEY and run it.
"""

from __future__ import annotations

import asyncio
import sys
import threading

from openrouter_sdk import ChatStreamChunk, EventStream, OpenRouter, errors
from openrouter_sdk.models import ChatMessagesTypedDict

MODEL = "openai/gpt-4o-mini"
ASK: list[ChatMessagesTypedDict] = [{"role": "user", "content": "Count from one to a hundred, in words."}]


def leave_the_loop(client: OpenRouter) -> None:
    with client.chat.send(model=MODEL, messages=ASK, stream=True) as stream:
        for chunk in stream:
            if chunk.text:
                break
    print(f"left the loop with {stream.partial.text!r}")


def limit_the_time(client: OpenRouter) -> None:
    with client.chat.send(model=MODEL, messages=ASK, stream=True, timeout_ms=30_000) as stream:
        try:
            stream.final()
            print("it was quicker than the limit")
        except TimeoutError:
            print(f"out of time with {stream.partial.text!r}")


def close_from_another_thread(client: OpenRouter) -> None:
    with client.chat.send(model=MODEL, messages=ASK, stream=True) as stream:
        button = threading.Thread(target=press_stop, args=(stream,))
        button.start()
        # the loop ends without an error
        words = sum(1 for _ in stream.text_deltas())
        button.join()
    print(f"closed by another thread behind {words} pieces")


def press_stop(stream: EventStream[ChatStreamChunk]) -> None:
    stream.close()


async def cancel_the_task(client: OpenRouter) -> None:
    async with await client.chat.send_async(model=MODEL, messages=ASK, stream=True) as stream:
        reader = asyncio.create_task(stream.final())
        await asyncio.sleep(0)
        reader.cancel()
        await asyncio.wait([reader])
    print(f"cancelled: {reader.cancelled()}, with {stream.partial.text!r}")


def main() -> None:
    with OpenRouter() as client:
        leave_the_loop(client)
        limit_the_time(client)
        close_from_another_thread(client)
        asyncio.run(cancel_the_task(client))


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
