"""`openrouter chat` without a question: a conversation at the terminal."""

from __future__ import annotations

import shlex
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import openrouter_sdk as sdk

from .exits import Code, UsageError, told
from .question import question_of
from .talk import Talk, checked_target, cost_line

HELP = """\
/file PATH    attach a file or a web address to the next question
/model NAME   go on with another model
/system TEXT  begin anew, with another system prompt
/cost         what each model has cost so far
/again        ask the last question once more
/reset        begin anew
/save FILE    write the conversation to a file, now and after each answer
/help         this list
/quit         end, as Ctrl-D does
A backslash at the end of a line goes on to the next one. Ctrl-C stops an answer."""


class Chatting:
    """Reads lines, asks what they say, and does what those with a slash say."""

    def __init__(self, talk: Talk, files: list[str]) -> None:
        self._talk = talk
        self._screen = talk.screen
        self._files = files
        self._last: dict[str, Any] | None = None

    def run(self) -> Code:
        """Go on until Ctrl-D or /quit."""
        with suppress(ImportError):
            import_module("readline")  # gives input() a history and arrow keys
        self._screen.note(f"{self._talk.chat.model}; /help lists the commands, Ctrl-D ends")
        while (line := self._read()) is not None:
            try:
                if line.startswith("/"):
                    if not self._command(line):
                        break
                elif line.strip() and (message := question_of(line, self._files, None)):
                    self._ask(message)
            except (UsageError, sdk.errors.OpenRouterError, OSError) as error:
                if isinstance(error, BrokenPipeError):
                    raise
                self._screen.error(told(error, self._talk.chat.model))
        return Code.DONE

    def _read(self) -> str | None:
        """What was typed; None at the end of input."""
        lines: list[str] = []
        while True:
            try:
                line = input("... " if lines else "> ")
            except EOFError:
                self._screen.answer("\n")
                return None
            except KeyboardInterrupt:
                self._screen.answer("\n")
                self._screen.note("Ctrl-D ends")
                return ""
            lines.append(line.removesuffix("\\"))
            if not line.endswith("\\"):
                return "\n".join(lines)

    def _ask(self, message: dict[str, Any]) -> None:
        self._last = message
        self._talk.ask(message)
        self._files = []
        calls = self._talk.chat.last.tool_calls if self._talk.chat.last else []
        if calls:
            self._talk.chat.skip_tools()

    def _command(self, line: str) -> bool:
        """Do what a line says; False to end."""
        name, _, rest = line.strip().partition(" ")
        rest = rest.strip()
        chat = self._talk.chat
        if name in {"/quit", "/exit", "/bye"}:
            return False
        if name == "/file" and rest:
            files = _words(rest)
            question_of("", files, None)  # what is wrong with a file is told now
            self._files = [*self._files, *files]
            self._screen.note(f"attached to the next question: {', '.join(self._files)}")
        elif name == "/model" and rest:
            chat.model = rest
            self._screen.note(f"now {rest}")
        elif name in {"/reset", "/system"} and bool(rest) == (name == "/system"):
            chat.reset_history()
            if rest:
                chat.set_history([{"role": "system", "content": rest}])
            self._screen.note("begun anew")
        elif name == "/cost":
            self._screen.answer(f"{chat.usage_table().plain()}\n")
            self._screen.note(cost_line("in all", chat.total_usage))
        elif name == "/again" and self._last is not None:
            self._ask(self._last)
        elif name == "/save" and rest:
            path = str(Path(rest).expanduser())
            checked_target(path, self._talk.save)
            self._talk.save = path
            self._talk.store()
            self._screen.note(f"saved to {rest}")
        else:
            self._screen.note(HELP if name == "/help" else f"{line.strip()!r} is no command\n{HELP}")
        return True


def _words(text: str) -> list[str]:
    """The paths on a line, in quotes where they hold blanks; a line that is one path may leave them out."""
    with suppress(OSError, UsageError, sdk.errors.OpenRouterError):
        question_of("", [text], None)
        return [text]
    try:
        return shlex.split(text)
    except ValueError as error:
        raise UsageError(f"/file {text}: {error}") from None
