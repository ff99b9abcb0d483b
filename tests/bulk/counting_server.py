"""A server that counts how many requests it is working on, with a hold that only so many at once can open."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # where many clients connect at once, those beyond it wait for a second
    request_queue_size = 128


class CountingServer:
    """Answers each chat request with the text of its message.

    Args:
        together: The first this many requests are answered only when all of them are there.
        throttled: Texts of messages that get a 429 the first time they come.

    Attributes:
        peak: The most requests that were worked on at once.
        under_way: How many are worked on now.
        seen: The texts of the messages in the order of arrival.
    """

    retry_after_s = 20

    def __init__(self, together: int, throttled: frozenset[str] = frozenset()) -> None:
        self.peak = 0
        self.seen: list[str] = []
        self.under_way = 0
        self._throttled = set(throttled)
        self._lock = threading.Lock()
        self._together = together
        self._barrier = threading.Barrier(together)
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/api/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, text: str) -> tuple[int, dict[str, Any]]:
        """Count the request, and say what it gets."""
        with self._lock:
            self.under_way += 1
            self.peak = max(self.peak, self.under_way)
            self.seen.append(text)
            waits = len(self.seen) <= self._together
        if waits:
            self._barrier.wait(timeout=30)
        with self._lock:
            self.under_way -= 1
            if text in self._throttled:
                self._throttled.discard(text)
                return 429, {"error": {"code": 429, "message": "Slow down"}}
        message = {"role": "assistant", "content": text}
        return 200, {"choices": [{"index": 0, "finish_reason": "stop", "message": message}], "usage": {"cost": 0.001}}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status, told = server.answer(body["messages"][-1]["content"])
                content = json.dumps(told).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                if status == 429:
                    self.send_header("Retry-After", str(server.retry_after_s))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        return Handler
