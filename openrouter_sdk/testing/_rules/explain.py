"""What a test is told: why nothing answers a request, and what of its script was never used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._answers.replies import error
from .._answers.values import ErrorReply
from .._sent import Request, summary
from .rules import Rule

_TOLD = 5


def refusal(request: Request, rules: Sequence[Rule]) -> ErrorReply:
    """The answer to a request that no rule is for: what was asked, and the rules that came nearest.

    It is a 404, which no client tries again.
    """
    entries = ((rule.faults(request), number, rule) for number, rule in enumerate(rules, 1))
    nearest = sorted(entries, key=lambda entry: len(entry[0]))
    told = [f"no rule answers this request: {summary(request)}"]
    if nearest:
        told.append(f"The nearest of {len(rules)} rules:" if len(rules) > 1 else "The only rule:")
    for faults, number, rule in nearest[:_TOLD]:
        told += [f"  {number}. {rule!r}", *(f"       - {fault}" for fault in faults)]
    return error(404, "\n".join(told), user_id=None, headers={"x-should-retry": "false"})


def leftovers(requests: Sequence[Request], rules: Sequence[Rule], pending: int) -> Iterator[str]:
    """What did not go as the script says: requests that nothing was prepared for, and answers nobody asked for."""
    scripted = any(request.answered_by == "script" for request in requests)
    for request in requests:
        if request.answered_by == "refusal":
            yield f"not expected, and refused: {summary(request)}"
        elif scripted and not rules and request.answered_by == "default" and request.model is not None:
            yield f"not expected, and answered by default as the script had run out: {summary(request)}"
    if pending:
        yield f"{pending} scripted {'answer was' if pending == 1 else 'answers were'} not asked for"
    for rule in rules:
        if rule.is_left_over:
            yield f"{rule!r} {rule.used}"
