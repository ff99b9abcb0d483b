"""An emulated OpenRouter for tests and demonstrations: a real HTTP server on a loopback port, without a key.

Beside it: answers by rule (``respond_to``), assertions (``assert_sent``, ``verify``), cassettes of the real API
(``record``, ``replay``), a transport without sockets (``transport``), and fixtures that pytest finds by itself.

    from openrouter_sdk import OpenRouter, testing

    with testing.serve() as server:
        client = OpenRouter(server_url=server.url, api_key="test")
        server.enqueue(testing.reply("Hello!"), testing.error(429, "Slow down", headers={"Retry-After": "1"}))
        ...
        assert server.requests[0].json["messages"][0]["role"] == "user"

Unscripted requests are answered by rule, so that runs can be compared byte for byte:

* the answer is the text of the last user message, word by word when it is streamed;
* a line ``call NAME {"a": 1}`` in that message calls the function tool NAME; a ``tool_choice`` that requires a call
  gets one with the smallest arguments its schema allows; results of tools are quoted;
* ``response_format`` gets the smallest JSON that satisfies the schema (``json_object``: ``{"echo": text}``);
* ``n``, ``max_tokens``, ``stop``, ``reasoning``, ``modalities``, ``debug`` and ``X-OpenRouter-Metadata`` are honoured;
* a token is a word, and costs something;
* a body that does not fit the API's contract, or holds a schema that is none, gets 400 with the path of the fault;
  a missing key gets 401;
* everything around the chat that the contract knows is answered too, from a small catalogue and from what the server
  remembers: provider keys that were brought, generations, what was spent.

``python -m openrouter_sdk.testing --port 8080`` runs the server for any client, and with ``--record FILE`` or
``--replay FILE`` a cassette. All of it needs the ``testing`` extra
(``pip install 'openrouter-sdk[testing]'``); importing this module does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..custom._lazy import lazy_names
from ._extra import EXTRA_MODULES, missing_extra

if TYPE_CHECKING:
    from ._answers.raw import answer as answer
    from ._answers.raw import raw as raw
    from ._answers.replies import error as error
    from ._answers.replies import reply as reply
    from ._cassettes import CassetteError as CassetteError
    from ._cassettes import Tape as Tape
    from ._cassettes import record as record
    from ._cassettes import replay as replay
    from ._environment import environment as environment
    from ._rules import Rule as Rule
    from ._rules import rule as rule
    from ._sent import Request as Request
    from ._sent import Requests as Requests
    from ._server.serving import Server as Server
    from ._server.serving import serve as serve
    from ._transport import Transport as Transport
    from ._transport import transport as transport

__all__ = [
    "CassetteError",
    "Request",
    "Requests",
    "Rule",
    "Server",
    "Tape",
    "Transport",
    "answer",
    "environment",
    "error",
    "raw",
    "record",
    "replay",
    "reply",
    "rule",
    "serve",
    "transport",
]

_load = lazy_names(
    __name__,
    {
        "_environment": "environment",
        "_answers.raw": "answer raw",
        "_answers.replies": "error reply",
        "_server.serving": "Server serve",
        "_transport": "Transport transport",
        "_cassettes": "CassetteError Tape record replay",
        "_rules": "Rule rule",
        "_sent": "Request Requests",
    },
)


def __getattr__(name: str) -> Any:
    try:
        return _load(name)
    except ModuleNotFoundError as missing:
        if missing.name in EXTRA_MODULES:
            raise missing_extra(missing) from missing
        raise


def __dir__() -> list[str]:
    return __all__
