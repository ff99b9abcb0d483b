"""Text as it comes, with a spinner while nothing does, and what is left when a stream breaks off.

Set OPENROUTER_API_KEY and run it.
"""

from __future__ import annotations

import itertools
import sys

from openrouter_sdk import ChatResult, OpenRouter, errors

MODEL = "openai/gpt-4o-mini"
_frames = itertools.cycle("|/-\\")


def spin(_comment: str) -> None:
    """OpenRouter keeps the connection open with comments while the model has not begun."""
    if sys.stderr.isatty():
        print(f"\r{next(_frames)}", end="\r", file=sys.stderr, flush=True)


def main() -> None:
    with (
        OpenRouter() as client,
        client.chat.send(
            model=MODEL,
            messages=[{"role": "user", "content": "Tell me in three sentences how a rainbow comes about."}],
            stream=True,
            idle_timeout=60,
            on_keepalive=spin,
        ) as stream,
    ):
        print(f"generation {stream.http.generation_id}\n")
        for text in stream.text_deltas():
            print(text, end="", flush=True)
        result = stream.final()
    print(f"\n\nended with {result.finish_reason}, cost {result.cost}")


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        if isinstance(error.partial, ChatResult):
            print(f"\n\n(cut off behind {len(error.partial.text)} characters)")
        sys.exit(f"{type(error).__name__}: {error}")
