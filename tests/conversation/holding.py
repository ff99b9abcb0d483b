"""A server that answers nobody before everybody has asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE_S = 30


@contextmanager
def holding_server(expected: int) -> Iterator[str]:
    """The base URL of a server that holds each request until `expected` of them are there; 503 when they never are."""
    everybody = threading.Barrier(expected)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            try:
                everybody.wait(PATIENCE_S)
                status, answer = 200, _answer(body["model"])
            except threading.BrokenBarrierError:
                status, answer = 503, {"error": {"code": 503, "message": "nobody else came"}}
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/api/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(model: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": f"I am {model}."}
    return {"id": "g", "model": model, "choices": [{"index": 0, "finish_reason": "stop", "message": message}]}
