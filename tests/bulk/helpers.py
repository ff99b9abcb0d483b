"""What the tests of bulk work share: one call for both colours, runs in a time of their own, plain answers."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Callable, Iterable
from typing import Any

from openrouter_sdk import BulkResults, ChatResult, OpenRouter, errors
from openrouter_sdk.custom.bulk.items import Preparer
from openrouter_sdk.custom.bulk.plan import Job, Plan
from openrouter_sdk.custom.bulk.progress import Progress
from openrouter_sdk.custom.bulk.run import Outcome, Run
from openrouter_sdk.custom.engine.observe import Observer
from tests.helpers.api import MODEL, Api, AsyncApi
from tests.helpers.fake_time import FakeTime

LOGGER = logging.getLogger("openrouter_sdk")


def bulk(api: Api, client: OpenRouter, items: Iterable[Any], **options: Any) -> BulkResults:
    """`chat.map` or `chat.map_async`, with a model unless the test gives its own."""
    options = {"model": MODEL, **options}
    if isinstance(api, AsyncApi):
        results: BulkResults = api.run(client.chat.map_async(items, **options))
        return results
    return client.chat.map(items, **options)


def texts(results: BulkResults) -> list[str]:
    """The texts of the answers, and the class names of the errors, in order."""
    return [result.text if isinstance(result, ChatResult) else type(result).__name__ for result in results]


def prompts_sent(server: Any) -> list[str]:
    """The last message of each request that the server got, in the order of arrival."""
    return [request.json["messages"][-1]["content"] for request in server.requests if request.method == "POST"]


def answer(text: str = "Yes", cost: float | None = None) -> ChatResult:
    """An answer as it comes from the wire."""
    usage = {} if cost is None else {"usage": {"cost": cost}}
    return ChatResult.from_dict({"choices": [{"message": {"role": "assistant", "content": text}}], **usage})


def too_many(seconds: float | None = None) -> errors.TooManyRequestsResponseError:
    """A 429."""
    return errors.TooManyRequestsResponseError("429 Too Many Requests", retry_after=seconds)


class Simulation:
    """Drives a run without I/O, in a time of its own.

    Attributes:
        sent: When each request was sent, and which: (seconds, index).
        peak: The most requests that were under way at once.
        plan: The plan of the run.
    """

    def __init__(self, *, concurrency: int, max_cost: float | None = None) -> None:
        self.clock = FakeTime()
        self.clock.seconds = 0.0
        self.plan = Plan(concurrency, max_cost, self.clock.now, self.clock.random, Observer())
        self.sent: list[tuple[float, int]] = []
        self.peak = 0
        self.limits: list[int] = []

    def run(
        self,
        items: Iterable[Any],
        respond: Callable[[Job, float], ChatResult | Exception],
        seconds: float = 1.0,
        **options: Any,
    ) -> list[ChatResult | Exception]:
        """What becomes of the items when each request takes `seconds` and ends as `respond` says at its end."""
        client = OpenRouter(api_key="test")
        preparer = Preparer(client.chat._chat.build, {"model": MODEL, **options})
        run = Run(iter(items), preparer, self.plan, checkpoint=None, progress=Progress(), on_result=None)
        flying: list[tuple[float, int, Job]] = []
        outcomes: list[Outcome] = []
        while (step := run.next(outcomes)) is not None:
            outcomes = []
            if isinstance(step, Job):
                self.sent.append((self.clock.seconds, step.index))
                heapq.heappush(flying, (self.clock.seconds + seconds, len(self.sent), step))
                self.peak = max(self.peak, len(flying))
                continue
            until = None if step.seconds is None else self.clock.seconds + step.seconds
            if flying and (until is None or flying[0][0] <= until):
                self.clock.seconds, _, job = heapq.heappop(flying)
                outcomes = [Outcome(job, respond(job, self.clock.seconds))]
                self.limits.append(self.plan.pace.limit)
            else:
                assert until is not None, "the run waits for an answer while nothing is under way"
                self.clock.seconds = until
        return run.results()

    def sent_between(self, first: float, last: float) -> list[int]:
        """Which requests were sent from `first` on and before `last`, in seconds."""
        return [index for seconds, index in self.sent if first <= seconds < last]
