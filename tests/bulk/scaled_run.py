"""A program to be killed: sends many prompts with the workers of a Dask cluster, and tells in the end what it has."""

from __future__ import annotations

import json
import sys

import distributed

from openrouter_sdk import BackoffStrategy, ChatResult, OpenRouter, RetryConfig


def main(cluster: str, url: str, checkpoint: str, count: int, concurrency: int) -> None:
    """Run it.

    Args:
        cluster: Address of its scheduler.
        url: Address of the server.
        checkpoint: Path of a file.
        count: How many prompts there are.
        concurrency: Requests under way at most.
    """
    patient = RetryConfig("backoff", BackoffStrategy(max_elapsed_time=600_000))
    prompts = [f"prompt {number}" for number in range(count)]
    with distributed.Client(cluster) as workers, OpenRouter(server_url=url, retry_config=patient) as client:
        results = client.chat.map(
            prompts, model="a/b", executor=workers, concurrency=concurrency, checkpoint=checkpoint
        )
    texts = [result.text if isinstance(result, ChatResult) else type(result).__name__ for result in results]
    json.dump({"texts": texts, "resumed": results.resumed}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
