"""A rule: which requests it is for, and what it answers them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Never, TypeAlias, cast

from .._answers.raw import answer as json_answer
from .._answers.replies import reply
from .._answers.values import NO_ANSWER, Answer, Scripted
from .._sent import CHAT_PATH, Pattern, Request, Requests, Wanted, Where, refuse_conditions

Given: TypeAlias = str | Mapping[str, Any] | Answer | Callable[[Request], "str | Mapping[str, Any] | Answer"]
Answers: TypeAlias = Given | Sequence[Given]


class Rule:
    """One rule; made by ``server.respond_to(...)`` or ``testing.rule(...)``.

    Attributes:
        requests: the requests it answered, oldest first.
    """

    def __init__(self, wanted: Wanted, answers: Sequence[Scripted], times: int | None) -> None:
        self.requests: Requests = Requests()
        self._wanted = wanted
        self._answers = answers
        self._times = len(answers) if times is None and len(answers) > 1 else times

    @property
    def is_used_up(self) -> bool:
        """Whether it has answered as often as it may."""
        return self._times is not None and len(self.requests) >= self._times

    @property
    def is_left_over(self) -> bool:
        """Whether it has answered less often than it was made for; without a number: never."""
        return len(self.requests) < (1 if self._times is None else self._times)

    def is_for(self, request: Request) -> bool:
        """Whether the path is its own."""
        return self._wanted.is_for(request)

    def faults(self, request: Request) -> list[str]:
        """Why it does not answer ``request``; nothing when it does."""
        used_up = [f"used up: {self.used}"] if self.is_used_up else []
        return [*self._wanted.faults(request), *used_up]

    def take(self, request: Request) -> Scripted:
        """The answer to a request without faults."""
        self.requests.append(request)
        return self._answers[min(len(self.requests), len(self._answers)) - 1]

    def forget(self) -> None:
        """Forget what was answered."""
        self.requests.clear()

    @property
    def used(self) -> str:
        """How often it has answered, of how many times, in words."""
        of = "" if self._times is None else f" of {self._times}"
        return f"answered {len(self.requests)}{of} times"

    def __repr__(self) -> str:
        return f"rule({self._wanted})"


def rule(
    *,
    answer: Answers,
    model: Pattern | None = None,
    contains: Pattern | Sequence[Pattern] | None = None,
    tool: str | None = None,
    body: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    where: Where | None = None,
    path: str | None = CHAT_PATH,
    times: int | None = None,
    **unknown: Never,
) -> Rule:
    """A rule for ``testing.transport``; :meth:`Server.respond_to` makes one and takes it up.

    It answers the requests for which all of its conditions hold. Rules are tried in the order they were given.

    Args:
        answer: a text, what ``testing.reply``, ``error``, ``raw`` or ``answer`` make, a JSON object (a mapping), or a
            function that gets the :class:`Request` and returns one of these. A list has one for each request in
            turn; the rule is used up after the last.
        model: the model, or one of ``models``; ``*`` stands for anything, a compiled pattern fits whole.
        contains: a text or compiled pattern found in one of the request's texts, or several, each of them found.
        tool: the name of a tool that is offered.
        body: members the JSON body has; objects inside may have more, lists may not.
        headers: headers the request has, by name in any case.
        where: a function that gets the :class:`Request` and says whether it is one.
        path: the path, by default that of the chat; ``"/byok/{id}"`` takes any id, None any path.
        times: how many requests it answers at most. A list that is shorter repeats its last answer.
        unknown: anything else, which is refused.

    Raises:
        TypeError: for an answer that is none.
        ValueError: when there is no answer, or ``times`` is below 1.
    """
    refuse_conditions(unknown, "rule()", "answer")
    one = isinstance(answer, str) or not isinstance(answer, Sequence)
    several = cast("Sequence[object]", [answer] if one else answer)
    if not several:
        raise ValueError("answer must not be an empty list")
    if times is not None and times < 1:
        raise ValueError(f"times must be at least 1: {times!r}")
    wanted = Wanted(model, contains, tool, body, headers, where, path)
    return Rule(wanted, [scripted_answer(each) for each in several], times)


def scripted_answer(given: object) -> Scripted:
    """What a user gave as an answer, as the server takes it.

    Raises:
        TypeError: when it is none.
    """
    if isinstance(given, str):
        return reply(given)
    if isinstance(given, Answer):
        return given
    if isinstance(given, Mapping):
        return json_answer(given)
    if callable(given):
        return lambda request: _answer_of(given(request))
    raise TypeError(f"{NO_ANSWER} {type(given).__name__}")


def _answer_of(given: object) -> Answer:
    found = scripted_answer(given)
    if not isinstance(found, Answer):
        raise TypeError(f"a function must return an answer, not {type(given).__name__}")
    return found
