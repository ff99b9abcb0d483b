"""A request and what was prepared for it -> what is written; the same with sockets and without."""

from __future__ import annotations

from .._answers.generation import Generation
from .._answers.render import Script, render
from .._answers.values import Answer, Reply
from .._api.default import default_answer
from .._api.history import Generated
from .._sent import CHAT_PATH, Request
from .state import State


def script_for(state: State, request: Request, generation: Generation, prepared: Answer | None) -> Script:
    """What is written for ``request``: what was prepared, else the answer by default.

    Chat answers are remembered, so that the rest of the API knows of them.
    """
    with state.using_account() as account:
        answer = prepared or default_answer(request, generation, account, state.settings)
        if isinstance(answer, Reply) and request.is_for(CHAT_PATH):
            account.remember(Generated(generation, request.headers, answer))
    return render(answer, generation)
