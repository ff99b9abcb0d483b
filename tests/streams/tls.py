"""A TLS server that sends the beginning of a stream and then nothing."""

from __future__ import annotations

import socket
import ssl
import subprocess
import tempfile
import threading
from contextlib import suppress
from functools import cache
from pathlib import Path

import httpx
import pytest

from tests.streams.wire import EVENT_STREAM


class TlsServer:
    """Serves each connection in a thread, with a certificate made once for the process."""

    def __init__(self, beginning: bytes) -> None:
        self.certificate, key = make_certificate()
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(self.certificate, key)
        self._trust = ssl.create_default_context(cafile=str(self.certificate))
        headers = "".join(f"{name}: {value}\r\n" for name, value in EVENT_STREAM.items())
        self._answer = f"HTTP/1.1 200 OK\r\n{headers}\r\n".encode() + beginning
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"https://localhost:{self._listener.getsockname()[1]}/api/v1"

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def client(self) -> httpx.Client:
        return httpx.Client(verify=self._trust, trust_env=False)

    def stop(self) -> None:
        # closing alone does not wake a blocked accept
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(plain,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        with suppress(OSError):
            connection = self._context.wrap_socket(plain, server_side=True)
            self._open.append(connection)
            received = b""
            while b"\r\n\r\n" not in received and (data := connection.recv(65536)):
                received += data
            connection.sendall(self._answer)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes with the process."""
    return tempfile.TemporaryDirectory()


@cache
def make_certificate() -> tuple[Path, Path]:
    """A certificate for this machine, and its key; the test is skipped where none can be made."""
    certificate, key = (Path(_folder().name, name) for name in ("certificate.pem", "key.pem"))
    # a key of this kind is made at once
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "1", "-subj", "/CN=localhost"]
    command += [
        "-addext",
        "subjectAltName=DNS:localhost,DNS:openrouter.example",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("needs the openssl command for a certificate")
    return certificate, key
