"""Many prompts at once: in order, with a progress bar, a ceiling on the cost, and a file to go on from.

Set OPENROUTER_API_KEY and run it. Interrupt it and run it again: what was answered is not asked again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from openrouter_sdk import ChatResult, OpenRouter, errors

MODEL = "openai/gpt-4o-mini"
PROMPTS = [f"Which animal is number {number} of the zodiac?" for number in range(1, 13)]
CHECKPOINT = Path(tempfile.gettempdir()) / "openrouter_bulk_example.jsonl"


def main() -> None:
    with OpenRouter() as client:
        results = client.chat.map(
            PROMPTS,
            model=MODEL,
            max_tokens=30,
            concurrency=4,
            max_cost=0.05,
            checkpoint=CHECKPOINT,
            progress=sys.stderr.isatty(),
        )
    for prompt, result in zip(PROMPTS, results, strict=True):
        answer = result.text if isinstance(result, ChatResult) else f"({type(result).__name__}: {result})"
        print(f"{prompt} {answer}")
    print(f"\n{results.resumed} answers were there already. All of them cost ${results.cost:.6f}.")
    print(f"{len(results.errors)} failed, {len(results.not_sent)} were not sent.")
    if not results.errors and not results.not_sent:
        CHECKPOINT.unlink()


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
