"""`openrouter serve`: the emulated server, for trying a program without a key and without cost."""

from __future__ import annotations

import signal
import threading
from typing import Annotated

import typer

import openrouter_sdk as sdk

from .exits import Code, UsageError
from .parameters import Debug
from .screen import Screen

_GLANCE_S = 1.0


def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for a free one.")] = 8080,
    host: Annotated[str, typer.Option("--host", help="Loopback address to listen on.")] = "127.0.0.1",
    delay: Annotated[float, typer.Option("--delay", min=0, help="Seconds between the events of a stream.")] = 0.0,
    debug: Debug = False,
) -> Code:
    """Run an emulated OpenRouter on this machine.

    Until Ctrl-C. Needs the extra `testing`.
    """
    screen = Screen()
    for number in (signal.SIGINT, signal.SIGTERM):
        # A shell that starts it in the background has it ignore Ctrl-C; SIGTERM shall end it as cleanly.
        signal.signal(number, signal.default_int_handler)
    try:
        with sdk.testing.serve(port=port, host=host, delay=delay) as server:
            screen.answer(f"OPENROUTER_BASE_URL={server.url}\nOPENROUTER_API_KEY=test\n")
            screen.note("an emulated OpenRouter; export these two in another terminal. Ctrl-C stops it")
            while True:
                # on Windows, Ctrl-C does not wake a thread that waits without an end
                threading.Event().wait(_GLANCE_S)
    except KeyboardInterrupt:
        return Code.DONE
    except (ImportError, ValueError) as fault:
        raise UsageError(str(fault)) from None
