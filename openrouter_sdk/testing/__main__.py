"""``python -m openrouter_sdk.testing``: the emulated server in the foreground, for any client."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from typing import get_args

from ._cassettes import CassetteError, Mode, record, replay
from ._server.serving import Server, serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C (or SIGTERM); the exit status."""
    parser = argparse.ArgumentParser(prog="python -m openrouter_sdk.testing", description="An emulated OpenRouter.")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on, 0 for a free one (default 8080)")
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on (default 127.0.0.1)")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds between the events of a stream (default 0)")
    tapes = parser.add_mutually_exclusive_group()
    tapes.add_argument("--record", metavar="FILE", help="pass requests on to the real API and keep them in a cassette")
    tapes.add_argument("--replay", metavar="FILE", help="answer from a cassette, and nothing else")
    parser.add_argument("--mode", choices=get_args(Mode), default="once", help="when to record (default once)")
    parser.add_argument("--upstream", help="base URL of the API to record (default OpenRouter's)")
    options = parser.parse_args(arguments)
    # Started in the background by a shell, the process would ignore Ctrl-C; SIGTERM shall end it as cleanly.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        with _server(options) as server:
            print(f"Emulated OpenRouter at {server.url} (Ctrl-C stops it)", flush=True)
            threading.Event().wait()
    except KeyboardInterrupt:
        return 0
    except (CassetteError, ImportError, OSError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _server(options: argparse.Namespace) -> Server:
    if options.record:
        return record(options.record, mode=options.mode, upstream=options.upstream, port=options.port)
    if options.replay:
        return replay(options.replay, match="loose", port=options.port)
    return serve(port=options.port, host=options.host, delay=options.delay)


if __name__ == "__main__":
    sys.exit(main())
