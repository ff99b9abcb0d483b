"""A program to be killed: sends prompts with a checkpoint, and tells each answer on standard output."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from openrouter_sdk import ChatResult, OpenRouter

COUNT = 40


def main(colour: str, checkpoint: str) -> None:
    """Run it; the server and the key come from the environment."""

    def on_result(index: int, result: ChatResult | Exception) -> None:
        if isinstance(result, ChatResult):
            os.write(1, f"{index}\n".encode())

    prompts = [f"prompt {number}" for number in range(COUNT)]
    options: dict[str, Any] = {"model": "a/b", "concurrency": 4, "checkpoint": checkpoint, "on_result": on_result}
    with OpenRouter() as client:
        if colour == "sync":
            results = client.chat.map(prompts, **options)
        elif colour == "async":
            results = asyncio.run(client.chat.map_async(prompts, **options))
        else:
            with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
                results = client.chat.map(prompts, executor=pool, **options)
    assert [result.text for result in results if isinstance(result, ChatResult)] == prompts


if __name__ == "__main__":
    # a program that a shell began in the background has it ignored, and hands that down
    signal.signal(signal.SIGINT, signal.default_int_handler)
    logging.basicConfig(level=logging.WARNING)
    main(sys.argv[1], sys.argv[2])
