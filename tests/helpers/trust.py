"""What clients check certificates with."""

from __future__ import annotations

import ssl
from functools import cache


@cache
def no_trust() -> ssl.SSLContext:
    """For a client that meets no certificate: loading those of the authorities takes longer than most tests."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
