"""What a test says to an emulated OpenRouter and asks of it, however requests come there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Never

from .._answers.values import Scripted, check_answer
from .._rules import Answers, Rule, rule
from .._sent import CHAT_PATH, Pattern, Request, Requests, Where, refuse_conditions
from .state import State

PATIENCE_S = 30.0


class Emulated:
    """Answers that are prepared, and requests that came. Any thread may use it."""

    def __init__(self, state: State) -> None:
        self._state = state

    def shared(self) -> State:
        """What a transport shares with it."""
        return self._state

    def enqueue(self, *answers: Scripted, path: str | None = None) -> None:
        """Script the answers to the next requests, in order.

        Each answer is made by ``testing.reply``, ``testing.error``, ``testing.answer`` or ``testing.raw``, or is a
        function that gets the :class:`Request` and returns one of those; it runs in a thread of its own and may block,
        while those of other requests run at the same time. A scripted answer goes to the next request that no rule is
        for, whatever that asks for: path, key and body are not checked. When the script is empty, requests are
        answered by default.

        Args:
            answers: the answers.
            path: keeps them for requests to one path, such as ``"/generation"`` or ``"/byok/{id}"``; a step in braces
                is any.

        Raises:
            TypeError: for anything else; nothing is scripted then.
        """
        for answer in answers:
            check_answer(answer)
        self._state.enqueue(answers, path)

    def respond_to(
        self,
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
        """Answer the requests for which all conditions hold; rules are tried in the order they were given.

        From the first rule on, a request to the same path that no rule and no scripted answer is for gets 404, with
        a text that tells what was asked and which rules came nearest.

        Args:
            answer: a text, what ``testing.reply``, ``error``, ``raw`` or ``answer`` make, a JSON object (a mapping),
                or a function that gets the :class:`Request` and returns one of these. A list has one for each request
                in turn; the rule is used up after the last.
            model: the model, or one of ``models``; ``*`` stands for anything, a compiled pattern fits whole.
            contains: a text or compiled pattern found in one of the request's texts, or several, each of them found.
            tool: the name of a tool that is offered.
            body: members the JSON body has; objects inside may have more, lists may not.
            headers: headers the request has, by name in any case.
            where: a function that gets the :class:`Request` and says whether it is one. It must be quick.
            path: the path, by default that of the chat; ``"/byok/{id}"`` takes any id, None any path.
            times: how many requests it answers at most. A list that is shorter repeats its last answer.
            unknown: anything else, which is refused.

        Returns:
            The rule; its ``requests`` are those it answered.

        Raises:
            TypeError: for an answer that is none.
            ValueError: when there is no answer, or ``times`` is below 1.
        """
        refuse_conditions(unknown, "respond_to()", "answer")
        made = rule(
            answer=answer, model=model, contains=contains, tool=tool, body=body, headers=headers, where=where,
            path=path, times=times,
        )  # fmt: skip
        self._state.add_rules([made])
        return made

    @property
    def requests(self) -> Requests:
        """What was sent so far, oldest first; a new list each time."""
        return self._state.requests()

    def assert_sent(
        self,
        *,
        model: Pattern | None = None,
        contains: Pattern | Sequence[Pattern] | None = None,
        tool: str | None = None,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        where: Where | None = None,
        path: str | None = None,
        times: int | None = None,
        **unknown: Never,
    ) -> Request:
        """``requests.assert_sent``: assert that such a request was sent, and return the newest one.

        The arguments are those of :meth:`respond_to`, but that ``path`` is any, and ``times`` is how many such requests
        there are (by default at least one, 0 for none).

        Raises:
            AssertionError: when it is not so; it tells what was sent and where that differs.
        """
        return self.requests.assert_sent(
            model=model, contains=contains, tool=tool, body=body, headers=headers, where=where, path=path, times=times,
            **unknown,
        )  # fmt: skip

    @property
    def pending(self) -> int:
        """How many scripted answers are left."""
        return self._state.pending()

    def verify(self) -> None:
        """Assert that all went as it was prepared; the fixtures of the pytest plugin do it after a test that passed.

        Raises:
            AssertionError: for requests that were refused or came after the script had run out, scripted answers nobody
                asked for, and rules that answered less often than they say (a rule without ``times``: never).
        """
        found = self._state.leftovers()
        if found:
            raise AssertionError("\n  ".join(["the emulated OpenRouter was not used as prepared:", *found]))

    def clear(self) -> None:
        """Forget requests, rules and the answers that are left, provider keys, generations and what was spent."""
        self._state.clear()

    def wait_requests(self, count: int, timeout: float = PATIENCE_S) -> bool:
        """Wait until ``count`` requests are recorded; False after ``timeout`` seconds."""
        return self._state.wait_requests(count, timeout)
