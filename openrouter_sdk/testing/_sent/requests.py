"""The requests of a test, and what it says about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Never

from .differences import shortened
from .request import Request, relative_path
from .wanted import CHAT_PATH, Pattern, Wanted, Where, refuse_conditions

_TOLD = 10


class Requests(list[Request]):
    """Requests, oldest first: a list with a few words for tests."""

    @property
    def last(self) -> Request:
        """The newest request.

        Raises:
            AssertionError: when none was sent.
        """
        if not self:
            raise AssertionError("no request was sent")
        return self[-1]

    @property
    def chat(self) -> Requests:
        """Those to ``/chat/completions``."""
        return Requests(request for request in self if request.is_for(CHAT_PATH))

    def summary(self) -> str:
        """What was sent, a line each, for reports: no header is in it."""
        return "\n".join(f"{number}. {summary(request)}" for number, request in enumerate(self, 1)) or "none"

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
        """Assert that a request was sent that is as described, and return the newest one that is.

        Args:
            model: its model, or one of its ``models``; ``*`` stands for anything, a compiled pattern fits whole.
            contains: a text or compiled pattern found in one of its texts, or several, each of them found.
            tool: the name of a tool it offers.
            body: members its JSON body has; objects inside may have more, lists may not.
            headers: headers it has, by name in any case.
            where: a function that gets the :class:`Request` and says whether it is the one.
            path: its path, such as ``"/embeddings"`` or ``"/byok/{id}"``; by default any.
            times: how many such requests there are; by default at least one. 0 asserts that there is none, and an
                empty request is returned.
            unknown: anything else, which is refused.

        Raises:
            AssertionError: when it is not so; it tells what was sent and where that differs.
        """
        refuse_conditions(unknown, "assert_sent()")
        wanted = Wanted(model, contains, tool, body, headers, where, path)
        faults = [(request, [*wanted.faults(request)]) for request in self]
        fitting = [request for request, found in faults if not found]
        if (times is None and fitting) or len(fitting) == times:
            return fitting[-1] if fitting else Request("", "", ())
        raise AssertionError(_complaint(wanted, times, len(fitting), faults))


def _complaint(wanted: Wanted, times: int | None, fitting: int, faults: Sequence[tuple[Request, Sequence[str]]]) -> str:
    count = "no request was sent" if not fitting else f"{fitting} {_requests(fitting)} sent"
    asked = "" if times is None else f", not {times}"
    told = [f"{count} with {wanted}{asked}" + (". What was sent:" if faults else ", and none without")]
    for number, (request, found) in list(enumerate(faults, 1))[-_TOLD:]:
        told += [f"  {number}. {summary(request)}", *(f"       - {fault}" for fault in found or ["fits"])]
    return "\n".join(told)


def _requests(count: int) -> str:
    return "request was" if count == 1 else "requests were"


def summary(request: Request) -> str:
    """One request in one line: what was asked, of which model. No header is in it."""
    parts = [f"{request.method} {relative_path(request.path)}"]
    parts += [f"model={shortened(request.model)}"] if request.model is not None else []
    if request.messages:
        parts.append(f"{request.messages[-1].get('role')}: {shortened(request.text)}")
    elif request.texts:
        parts.append(shortened(request.texts[-1]))
    parts += [f"tools={request.tool_names}"] if request.tool_names else []
    parts += ["stream"] if request.stream else []
    return ", ".join(parts)
