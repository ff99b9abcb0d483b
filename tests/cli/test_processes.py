"""The command as a process: pipes that close, signals, terminals, odd locales."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import testing
from tests.cli.typing_at import KEY
from tests.helpers.patience import PATIENCE_S

if os.name == "posix":
    import pty

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system has no POSIX pipes, signals and terminals")


@pytest.fixture
def environment(server: testing.Server, tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENROUTER_", "LC_", "LANG"))}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "OPENROUTER_API_KEY": KEY,
        "OPENROUTER_BASE_URL": server.url,
        "INPUTRC": "/dev/null",
    }


BEGIN = """
import fcntl, signal, sys, termios
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may have been handed down as ignored
if sys.stdin.isatty():
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from openrouter_sdk.custom.cli import main
main()
"""


def start(environment: dict[str, str], *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the command."""
    command = [sys.executable, "-W", "error", "-c", BEGIN, *arguments]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env=environment, **{**streams, **options})


@pytest.mark.parametrize("chunk_size", [20_000, 500])  # what does not fit into a buffer of Python, and what stays in it
def test_a_reader_that_leaves_ends_it_quietly(
    chunk_size: int, environment: dict[str, str], server: testing.Server
) -> None:
    server.enqueue(testing.reply("word " * 50 * chunk_size, chunk_size=chunk_size))
    with start(environment, "chat", "Hi") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(5)
        running.stdout.close()
        complaint = running.stderr.read()

    assert (running.returncode, complaint) == (141, b"")


def stalled(*texts: str) -> Any:
    """A stream of these texts that then says nothing more."""
    events = (json.dumps({"choices": [{"index": 0, "delta": {"content": text}}]}) for text in texts)
    return testing.raw(
        200, {"content-type": "text/event-stream"}, pieces=[*(f"data: {one}\n\n" for one in events), 600]
    )


def test_ctrl_c_ends_the_process_by_its_signal_after_what_came(
    environment: dict[str, str], server: testing.Server, tmp_path: Path
) -> None:
    server.enqueue(stalled("First "))
    file = tmp_path / "talk.json"
    with start(environment, "chat", "--save", str(file), "Hi") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(6) == b"First "
        running.send_signal(signal.SIGINT)
        rest, told = running.stdout.read(), running.stderr.read()

    assert (running.returncode, rest, told) == (-signal.SIGINT, b"\n", b"[stopped]\n")
    saved = json.loads(file.read_text(encoding="utf-8"))["conversations"][0]["messages"]
    assert [entry["message"]["content"] for entry in saved] == ["Hi", "First "]


def test_a_pipe_gets_utf_8_whatever_the_locale_says(environment: dict[str, str], server: testing.Server) -> None:
    odd = {**environment, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    with start(odd, "chat", stdin=subprocess.PIPE) as running:
        out, told = running.communicate("Grüße, 世界".encode())

    assert (running.returncode, out.decode(), told) == (0, "Grüße, 世界\n", b"")
    assert KEY.encode() not in out


class Terminal:
    """A terminal that the command runs in."""

    def __init__(self, environment: dict[str, str], *arguments: str) -> None:
        self._side, other = pty.openpty()
        self._rest = self.shown = ""
        streams = {"stdin": other, "stdout": other, "stderr": other}
        self._running = start(environment, *arguments, start_new_session=True, **streams)
        os.close(other)

    def type(self, text: str) -> None:
        os.write(self._side, text.encode())

    def await_text(self, text: str) -> None:
        """Wait until this is shown, after what was waited for before."""
        while text not in self._rest:
            assert select.select([self._side], [], [], PATIENCE_S)[0], f"{text!r} is not in {self._rest!r}"
            read = os.read(self._side, 4096).decode()
            self.shown += read
            self._rest += read
        self._rest = self._rest.partition(text)[2]

    def end(self) -> int:
        code = self._running.wait(PATIENCE_S)
        os.close(self._side)
        return code


def test_one_talks_with_a_model_in_a_terminal(environment: dict[str, str], server: testing.Server) -> None:
    server.enqueue(testing.reply("Red\x1b[2Jgreen", reasoning="Hm."), stalled("First "))
    terminal = Terminal({**environment, "TERM": "xterm"}, "chat", "-m", "a/b")

    terminal.await_text("> ")
    terminal.type("Colours?\n")
    terminal.await_text("tokens")
    terminal.await_text("> ")
    terminal.type("Count\n")
    terminal.await_text("First ")
    terminal.type("\x03")
    terminal.await_text("[stopped]")
    terminal.await_text("> ")
    terminal.type("\x04")

    assert terminal.end() == 0
    assert "Red\\x1b[2Jgreen" in terminal.shown
    assert "\x1b[2mHm.\x1b[0m" in terminal.shown
    assert len(server.requests) == 2
