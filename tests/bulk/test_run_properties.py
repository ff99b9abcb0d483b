"""What holds in every bulk run, whatever the server says."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk import ChatResult, errors
from openrouter_sdk.custom.bulk.plan import Job
from tests.bulk.helpers import Simulation, answer, too_many
from tests.helpers.examples import examples


@settings(max_examples=examples(300))
@given(data=st.data(), concurrency=st.integers(1, 6), count=st.integers(0, 12))
def test_whatever_the_server_says_every_item_has_one_result_and_the_limit_holds(
    data: st.DataObject, concurrency: int, count: int
) -> None:
    kinds: dict[str, Any] = {
        "answer": lambda index: answer(str(index), 0.1),
        "too many": lambda index: too_many(3.0),
        "too many, no hint": lambda index: too_many(),
        "wait a day": lambda index: too_many(86_400.0),
        "broken": lambda index: errors.BadGatewayResponseError("502"),
        "no credits": lambda index: errors.PaymentRequiredResponseError("402"),
        "unreachable": lambda index: errors.NoResponseError("refused", request_sent=False),
        "bug": lambda index: RuntimeError("bug"),
    }
    budget = data.draw(st.none() | st.sampled_from([0.0, 0.25, 1.0]))
    simulation = Simulation(concurrency=concurrency, max_cost=budget)

    def respond(job: Job, _now: float) -> ChatResult | Exception:
        result: ChatResult | Exception = kinds[data.draw(st.sampled_from(sorted(kinds)))](job.index)
        return result

    results = simulation.run([f"prompt {number}" for number in range(count)], respond)

    assert len(results) == count
    assert simulation.peak <= concurrency
    answered = [(index, result) for index, result in enumerate(results) if isinstance(result, ChatResult)]
    assert all(result.text == str(index) for index, result in answered)
    assert budget is None or sum(result.cost or 0 for _, result in answered) <= budget + 1e-9
