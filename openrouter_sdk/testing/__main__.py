"""``python -m openrouter_sdk.testing``: the emulated server in the foreground, for any client."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence

from ._server import serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C (or SIGTERM); the exit status."""
    parser = argparse.ArgumentParser(prog="python -m openrouter_sdk.testing", description="An emulated OpenRouter.")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on, 0 for a free one (default 8080)")
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on (default 127.0.0.1)")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds between the events of a stream (default 0)")
    options = parser.parse_args(arguments)
    # Started in the background by a shell, the process would ignore Ctrl-C; SIGTERM shall end it as cleanly.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        with serve(port=options.port, host=options.host, delay=options.delay) as server:
            print(f"Emulated OpenRouter at {server.url} (Ctrl-C stops it)", flush=True)
            threading.Event().wait()
    except KeyboardInterrupt:
        return 0
    except (ImportError, OSError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
