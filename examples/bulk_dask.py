"""More prompts than one process should send: chunks of them, spread over a Dask cluster.

Set OPENROUTER_API_KEY and run it. Needs `pip install 'dask[distributed]'`. With the address of a cluster's scheduler as
its argument it runs there, otherwise on two processes of this machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import distributed

from openrouter_sdk import BulkResults, ChatResult, OpenRouter

MODEL = "openai/gpt-4o-mini"
PROMPTS = [f"Name one thing that there are {number} of." for number in range(1, 25)]


def chunks(prompts: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(prompts), size):
        yield prompts[start : start + size]


def ask(prompts: list[str], client: OpenRouter) -> BulkResults:
    """Runs on a worker. The client came there without its key, and reads it from the environment of the worker."""
    # The limit holds for each worker: choose it by how many there are.
    return client.chat.map(prompts, model=MODEL, concurrency=4)


def run(cluster: Any) -> None:
    with OpenRouter() as client:
        parts = cluster.gather(cluster.map(ask, list(chunks(PROMPTS, 6)), client=client, pure=False))
    results: list[ChatResult | Exception] = [result for part in parts for result in part]
    for prompt, result in zip(PROMPTS, results, strict=True):
        answer = result.text if isinstance(result, ChatResult) else f"({type(result).__name__}: {result})"
        print(f"{prompt} {answer}")
    print(f"\n{len(parts)} chunks cost ${sum(part.cost for part in parts):.6f}.")


def main() -> None:
    if len(sys.argv) > 1:
        with distributed.Client(sys.argv[1]) as cluster:
            run(cluster)
        return
    options: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
    workers = distributed.LocalCluster(**options)
    with workers, distributed.Client(workers) as cluster:
        run(cluster)


if __name__ == "__main__":
    main()
