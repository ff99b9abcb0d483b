"""More prompts than one process should send: one run, whose requests the workers of a Dask cluster send.

Set OPENROUTER_API_KEY, here and for the workers, and run it. Needs `pip install 'dask[distributed]'`. With the address
of a cluster's scheduler as its argument it runs there, otherwise on two processes of this machine. Killed, it goes on
where it was when it is started again with the same second argument, the path of a checkpoint.
"""

from __future__ import annotations

import sys
from typing import Any

import distributed

from openrouter_sdk import ChatResult, OpenRouter

MODEL = "openai/gpt-4o-mini"
PROMPTS = [f"Name one thing that there are {number} of." for number in range(1, 25)]


def run(cluster: Any, checkpoint: str | None) -> None:
    # as many requests as the workers have threads: what goes beyond would only wait there
    concurrency = sum(cluster.nthreads().values())
    with OpenRouter() as client:
        results = client.chat.map(
            PROMPTS,
            model=MODEL,
            executor=cluster,
            concurrency=concurrency,
            checkpoint=checkpoint,
            max_cost=1.0,
            progress=sys.stderr.isatty(),
        )
    for prompt, result in zip(PROMPTS, results, strict=True):
        answer = result.text if isinstance(result, ChatResult) else f"({type(result).__name__}: {result})"
        print(f"{prompt} {answer}")
    print(f"\n{len(results.answers)} answers of {concurrency} threads cost ${results.cost:.6f}.")


def main(address: str | None = None, checkpoint: str | None = None) -> None:
    if address:
        with distributed.Client(address) as cluster:
            run(cluster, checkpoint)
        return
    options: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 2, "dashboard_address": "127.0.0.1:0"}
    workers = distributed.LocalCluster(**options)
    with workers, distributed.Client(workers) as cluster:
        run(cluster, checkpoint)


if __name__ == "__main__":
    main(*sys.argv[1:])
