"""The shared pace and the budget of a bulk run, by themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.custom.bulk.pace import Budget, Pace


def test_the_limit_starts_at_the_concurrency() -> None:
    assert Pace(8).limit == 8


def test_a_throttled_request_halves_the_limit() -> None:
    pace = Pace(8)

    assert pace.throttled(0)

    assert pace.limit == 4


def test_requests_that_were_under_way_by_then_do_not_halve_it_again() -> None:
    pace = Pace(8)

    told = [pace.throttled(0) for _ in range(8)]

    assert told == [True, *[False] * 7]
    assert pace.limit == 4


def test_the_limit_never_falls_below_one() -> None:
    pace = Pace(3)
    for epoch in range(5):
        pace.throttled(epoch)

    assert pace.limit == 1


def test_as_many_answers_as_the_limit_raise_it_by_one() -> None:
    pace = Pace(8)
    pace.throttled(0)

    seen = []
    for _ in range(22):
        pace.answered(1)
        seen.append(pace.limit)

    assert seen == [4] * 3 + [5] * 5 + [6] * 6 + [7] * 7 + [8]


def test_answers_to_requests_from_before_do_not_raise_it() -> None:
    pace = Pace(8)
    pace.throttled(0)
    for _ in range(100):
        pace.answered(0)

    assert pace.limit == 4


def test_an_answer_forgets_the_strikes() -> None:
    pace = Pace(8)
    pace.throttled(0)
    pace.throttled(1)
    assert pace.strikes == 2

    pace.answered(2)

    assert pace.strikes == 0


def test_a_pause_is_never_made_shorter() -> None:
    pace = Pace(8)
    pace.pause(30.0)
    pace.pause(5.0)

    assert pace.resume_at_s == 30.0


@given(ceiling=st.integers(1, 50), course=st.lists(st.tuples(st.booleans(), st.integers(0, 3))))
def test_whatever_happens_the_limit_stays_between_one_and_the_concurrency(
    ceiling: int, course: list[tuple[bool, int]]
) -> None:
    pace = Pace(ceiling)
    for is_answer, age in course:
        epoch = pace.epoch - age
        if is_answer:
            pace.answered(epoch)
        else:
            pace.throttled(epoch)

        assert 1 <= pace.limit <= ceiling


@given(ceiling=st.integers(1, 50), falls=st.integers(1, 10))
def test_the_limit_comes_back_to_the_concurrency_after_enough_answers(ceiling: int, falls: int) -> None:
    pace = Pace(ceiling)
    for epoch in range(falls):
        pace.throttled(epoch)
    for _ in range(ceiling * ceiling):
        pace.answered(pace.epoch)

    assert pace.limit == ceiling


def test_a_budget_without_a_ceiling_always_allows() -> None:
    budget = Budget(None)
    budget.add(1e9)

    assert budget.allows(100)


def test_while_no_price_is_known_one_request_goes_alone() -> None:
    budget = Budget(1.0)

    assert budget.allows(0)
    assert not budget.allows(1)


def test_answers_without_a_cost_do_not_hold_the_others_up() -> None:
    budget = Budget(1.0)
    budget.add(None)

    assert budget.allows(7)


def test_what_is_under_way_is_counted_with_the_mean_cost() -> None:
    budget = Budget(1.0)
    budget.add(0.1)
    budget.add(0.3)

    assert budget.allows(2)
    assert not budget.allows(3)


def test_a_ceiling_can_be_reached_exactly() -> None:
    budget = Budget(0.3)
    budget.add(0.1)
    budget.add(0.1)

    assert budget.allows(0)


def test_a_ceiling_of_zero_allows_nothing() -> None:
    assert not Budget(0.0).allows(0)
