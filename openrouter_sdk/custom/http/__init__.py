"""The network: the only package that knows sockets, h11, and httpx (of callers who bring a client of their own).

Owns clients and their lifecycle, connections, time limits and what failures below HTTP mean. Imports errors and retry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import Loader, lazy_names
from .clients import HttpClients
from .environment import is_loopback
from .faults import Fault, Late
from .message import AsyncClient, AsyncResponse, Client, Request, Response, parse_url
from .timeouts import DEFAULT_PHASES, LONGEST_TIMEOUT_S, Timeouts, meaning

if TYPE_CHECKING:
    from .event_loop import running_loop, seen
    from .finalizing import aside

__all__ = [
    "DEFAULT_PHASES",
    "LONGEST_TIMEOUT_S",
    "AsyncClient",
    "AsyncResponse",
    "Client",
    "Fault",
    "HttpClients",
    "Late",
    "Request",
    "Response",
    "Timeouts",
    "aside",
    "is_loopback",
    "meaning",
    "parse_url",
    "running_loop",
    "seen",
]

__getattr__: Loader = lazy_names(__name__, {"event_loop": "running_loop seen", "finalizing": "aside"})
