"""The network: the only package that knows httpx, httpcore, aiohttp and sockets.

Owns clients and their lifecycle, connections, deadlines and what failures of a transport mean. What leaves through
this door are names of its own (`Client`, `Response`, `FAULTS`), so that a move to another library stays in here.
Imports errors and retry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from .clients import HttpClients
from .environment import is_loopback
from .exchange import (
    FAULTS,
    URL,
    AsyncClient,
    Client,
    Guard,
    LiveTimeouts,
    Request,
    Response,
    body_of,
    build_request,
    fault,
    redirect_target,
    shut_down_stream,
    strip_cause,
    timeouts_of,
)
from .network import stream_of
from .watchdog import Watch

if TYPE_CHECKING:
    from .finalizing import aside as aside
    from .reads import Late as Late
    from .reads import Reads as Reads
    from .reads import reads_of as reads_of
    from .settling import Settling as Settling
    from .settling import running_loop as running_loop
    from .settling import seen as seen

__all__ = [
    "FAULTS",
    "URL",
    "AsyncClient",
    "Client",
    "Guard",
    "HttpClients",
    "Late",
    "LiveTimeouts",
    "Reads",
    "Request",
    "Response",
    "Settling",
    "Watch",
    "aside",
    "body_of",
    "build_request",
    "fault",
    "is_loopback",
    "reads_of",
    "redirect_target",
    "running_loop",
    "seen",
    "shut_down_stream",
    "stream_of",
    "strip_cause",
    "timeouts_of",
]

__getattr__ = lazy_names(
    __name__,
    {
        "finalizing": "aside",
        "reads": "Late Reads reads_of",
        "settling": "Settling running_loop seen",
    },
)
