"""A cassette as its user holds it: a server that answers from it, or from the real API and keeps what that answered."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, TypeAlias, get_args

from ...client import SERVER_URL
from .._answers.replies import error
from .._answers.values import Scripted
from .._api.settings import Settings
from .._sent import Pattern, Request, summary
from .._server.play import Forward
from .._server.serving import Server
from .._server.state import State
from .exchange import Answered, CassetteError, Exchange, load, recorded, save
from .forwarding import Upstream
from .matching import Match, Matcher
from .scrubbing import Scrubber

Mode: TypeAlias = Literal["once", "none", "new", "all"]


class _TapeState(State):
    """Answers from a cassette, or passes on, where no rule and no script does."""

    def __init__(
        self, path: Path, *, mode: Mode, upstream: str, matcher: Matcher, speed: float, scrub: Scrubber
    ) -> None:
        super().__init__(Settings())
        self.path = path
        self.made: list[Exchange] = []
        self.unmatched: list[str] = []
        self.matcher = matcher
        self.mode: Mode = mode
        self._speed = speed
        self._scrub = scrub
        self._upstream = Upstream(upstream, self._keep)

    def _otherwise(self, request: Request) -> Scripted | Forward | None:
        found = None if self.mode == "all" else self.matcher.find(request)
        if found is not None:
            request.answered_by = "cassette"
            return found.answer(self._speed)
        if self.mode != "none":
            request.answered_by = "upstream"
            return self._upstream
        request.answered_by = "refusal"
        told = f"{self.path.name} {self.matcher.explain(request)}"
        self.unmatched.append(told)
        return error(404, told, user_id=None, headers={"x-should-retry": "false"})

    def _keep(self, request: Request, answered: Answered) -> None:
        self.made.append(recorded(request, answered, self._scrub))

    def clear(self) -> None:
        super().clear()
        self.unmatched.clear()
        self.matcher.forget()


class Tape(Server):
    """A cassette behind a loopback port; made by ``testing.record`` and ``testing.replay``.

    Its ``url``, ``requests``, ``assert_sent`` and the rest are those of a server. Rules and scripted answers come
    before the cassette.
    """

    _state: _TapeState

    def __init__(self, port: int, state: _TapeState) -> None:
        super().__init__("127.0.0.1", port, state)

    @property
    def path(self) -> Path:
        """The file."""
        return self._state.path

    @property
    def recording(self) -> bool:
        """Whether requests that the cassette does not answer go to the real API."""
        return self._state.mode != "none"

    @property
    def needs_real_key(self) -> bool:
        """Whether requests may reach the real API, which asks for a real key."""
        return self.recording

    @property
    def unused(self) -> int:
        """How many recorded answers were not asked for yet."""
        return len(self._state.matcher.unused)

    def verify(self) -> None:
        """Assert that every request was answered, and every recorded answer was asked for.

        Raises:
            AssertionError: when it is not so.
        """
        super().verify()
        told = [*self._state.unmatched]
        if self._state.mode != "all":
            told += [f"not asked for: {summary(one.as_request())}" for one in self._state.matcher.unused]
        if told:
            raise AssertionError("\n".join(told))

    def stop(self) -> None:
        """Stop, and write what was recorded."""
        super().stop()
        made, self._state.made = self._state.made, []
        if made:
            before = load(self.path) if self._state.mode == "new" and self.path.exists() else []
            save(self.path, [*before, *made])

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop; a request that the cassette held no answer to is told, unless the block failed anyway."""
        super().__exit__(exc_type, exc, traceback)
        if exc is None and self._state.unmatched:
            raise CassetteError("\n".join(self._state.unmatched))


def record(
    path: str | os.PathLike[str],
    *,
    mode: Mode = "once",
    upstream: str | None = None,
    match: Match = "strict",
    speed: float = 0.0,
    scrub: Sequence[Pattern] = (),
    port: int = 0,
) -> Tape:
    """A cassette for a ``with`` statement: a server in front of the real API that keeps what it answers.

    Clients talk to its ``url`` with a real key. Answers come back as the API sends them, streams piece by piece. Keys,
    cookies and what ``scrub`` names are replaced by ``***`` in the file; everything else that is sent and answered is
    in it, prompts included. It is written when the block ends.

    Args:
        path: the file, readable JSON. Folders are made.
        mode: ``"once"`` records if there is no file, and replays it otherwise; ``"new"`` also records the requests it
            does not hold; ``"all"`` records everything again; ``"none"`` replays only.
        upstream: base URL of the API; by default ``OPENROUTER_BASE_URL``, else OpenRouter's.
        match: see :func:`replay`.
        speed: see :func:`replay`.
        scrub: what else is secret: texts, or compiled patterns.
        port: the loopback port; 0 picks a free one.

    Raises:
        CassetteError: when the file is no cassette, or with ``mode="none"`` is not there. When the block ends: for a
            request that was not answered.
        ValueError: for another mode, and what :func:`replay` raises it for.
        ImportError: when the packages of the ``testing`` extra are not installed.
    """
    if mode not in get_args(Mode):
        raise ValueError(f"mode must be one of {', '.join(get_args(Mode))}: {mode!r}")
    file = Path(path)
    chosen: Mode = "none" if mode == "once" and file.exists() else mode
    return _tape(file, mode=chosen, upstream=upstream, match=match, speed=speed, scrub=scrub, port=port)


def replay(
    path: str | os.PathLike[str],
    *,
    match: Match = "strict",
    speed: float = 0.0,
    scrub: Sequence[Pattern] = (),
    port: int = 0,
) -> Tape:
    """A cassette for a ``with`` statement: a server that answers what was recorded, and nothing else.

    A request it holds no answer to gets 404 with a text that tells the nearest one and where it differs, and ends the
    block with a ``CassetteError``.

    Args:
        path: the file.
        match: which recorded request is the same. ``"strict"``: method, path, query and body are equal, in any order
            of members; each answers once, equal ones in the order they were recorded. ``"loose"``: of the body only
            model, messages (or what is embedded or ranked) and ``stream`` count, white space does not, and the last
            answer is given again and again. Or a function of two :class:`Request`, the one sent and the one recorded.
        speed: 1 keeps the pace of the recording, 2 is twice as fast, 0 does not wait.
        scrub: what was taken out when it was recorded, beside keys.
        port: the loopback port; 0 picks a free one.

    Raises:
        CassetteError: when the file is not there, or is no cassette. When the block ends: for a request that was not
            answered.
        ValueError: for another ``match``, or a negative speed.
        ImportError: when the packages of the ``testing`` extra are not installed.
    """
    return _tape(Path(path), mode="none", upstream=None, match=match, speed=speed, scrub=scrub, port=port)


def _tape(
    path: Path, *, mode: Mode, upstream: str | None, match: Match, speed: float, scrub: Sequence[Pattern], port: int
) -> Tape:
    if speed < 0:
        raise ValueError(f"speed must not be negative: {speed!r}")
    scrubber = Scrubber(scrub)
    held = load(path) if mode == "none" or (mode == "new" and path.exists()) else []
    state = _TapeState(
        path,
        mode=mode,
        upstream=upstream or os.environ.get("OPENROUTER_BASE_URL") or SERVER_URL,
        matcher=Matcher(held, match, scrubber),
        speed=speed,
        scrub=scrubber,
    )
    return Tape(port, state)
