"""A program to be killed: a run with a state file, whose tools tell when they begin and end."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from pathlib import Path
from typing import Any

from openrouter_sdk import OpenRouter, RunState

MESSAGES: list[Any] = [{"role": "user", "content": "Go"}]
GATE = threading.Event()


def note(log: str, line: str) -> None:
    """One line to the log, which a kill cannot cut in two."""
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(descriptor, f"{line}\n".encode())
    os.close(descriptor)


def main(colour: str, folder: str, hang_at: str) -> None:
    """Run it, from its beginning or from its file; the tool named `hang_at` never ends."""
    log, file = str(Path(folder, "log")), Path(folder, "run.json")

    def work(name: str) -> str:
        """Work."""
        note(log, f"begin {name}")
        if name == hang_at:
            os.write(1, f"hanging {name}\n".encode())
            GATE.wait()
        return f"done {name}"

    def watch(state: RunState) -> None:
        kept = [call for step in state.steps for call in step.calls if call.result is not None]
        note(log, f"kept {','.join(str(call.arguments['name']) for call in kept)}")
        os.write(1, f"kept {len(kept)}\n".encode())

    given: dict[str, Any] = {"tools": [work], "on_state": watch}
    with OpenRouter() as client:
        if colour == "sync":
            result = (
                client.chat.resume(file, **given)
                if file.exists()
                else client.chat.run(model="a/b", messages=MESSAGES, state_file=file, **given)
            )
        else:
            result = asyncio.run(
                client.chat.resume_async(file, **given)
                if file.exists()
                else client.chat.run_async(model="a/b", messages=MESSAGES, state_file=file, **given)
            )
    note(log, f"answer {result.text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
