"""`openrouter bulk`: a file of prompts or requests in, a file of answers out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TextIO, TypeAlias, cast

import typer

import openrouter_sdk as sdk

from .exits import Code, UsageError
from .fields import json_of, refused_values, request_fields, schema_fields
from .parameters import (
    Debug,
    MaxTokens,
    Model,
    Options,
    Reasoning,
    Schema,
    ServerUrl,
    System,
    Temperature,
    chosen_model,
    new_client,
)
from .question import as_typed
from .screen import Screen
from .talk import dollars

_STANDARD = "-"
_SHOWN_FAILURES = 5

Output: TypeAlias = Annotated[
    str,
    typer.Option("-O", "--output", metavar="FILE", help="Where answers go, as JSON lines. Default: standard output."),
]
CheckpointFile: TypeAlias = Annotated[
    str | None,
    typer.Option("--checkpoint", metavar="FILE", help="Keep answers there; the same command goes on from it."),
]
MaxCost: TypeAlias = Annotated[
    float | None, typer.Option("--max-cost", min=0, metavar="USD", help="Most that it may cost.")
]
Concurrency: TypeAlias = Annotated[
    int, typer.Option("--concurrency", min=1, metavar="NUMBER", help="Most requests at the same time.")
]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input."""

    number: int
    """From 1."""
    item: Any
    """What `chat.map` takes."""
    id: Any = None
    """What the line says of itself, to be found again."""


def bulk(
    *,
    file: Annotated[str, typer.Argument(help="JSON lines: prompts, lists of messages or requests; - is a pipe.")],
    model: Model = None,
    system: System = None,
    output: Output = _STANDARD,
    checkpoint: CheckpointFile = None,
    max_cost: MaxCost = None,
    concurrency: Concurrency = 8,
    schema: Schema = None,
    temperature: Temperature = None,
    max_tokens: MaxTokens = None,
    reasoning: Reasoning = None,
    option: Options = None,
    server_url: ServerUrl = None,
    debug: Debug = False,
) -> Code:
    """Answer a file of prompts or requests."""
    screen = Screen()
    fields = request_fields(option, temperature=temperature, max_tokens=max_tokens, reasoning=reasoning)
    fields |= {"model": chosen_model(model), **schema_fields(schema, fields)}
    with ExitStack() as stack:
        client = stack.enter_context(new_client(server_url, None))
        lines = read_lines(file, system and as_typed(system))
        _check_targets(file, output, checkpoint)
        target = None if output == _STANDARD else stack.enter_context(Path(output).open("w", encoding="utf-8"))
        writer = Writer(lines, screen, target)
        shown = screen.shows_notes and not (target is None and screen.shows_answers)
        fields |= {"concurrency": concurrency, "max_cost": max_cost, "checkpoint": checkpoint, "progress": shown}
        try:
            with refused_values():
                results = client.chat.map([line.item for line in lines], on_result=writer.add, **fields)
        except KeyboardInterrupt as interrupt:
            finished: Any = getattr(interrupt, "results", None)
            if finished is not None:
                writer.add_all(finished)
                _tell(screen, lines, finished, checkpoint)
            raise
    return _tell(screen, lines, results, checkpoint)


class Writer:
    """Writes what became of the lines, in their order, each as soon as those before it are known."""

    def __init__(self, lines: list[Line], screen: Screen, file: TextIO | None) -> None:
        self._lines = lines
        self._screen = screen
        self._file = file
        self._early: dict[int, sdk.ChatResult | Exception] = {}
        self._next = 0

    def add(self, index: int, result: sdk.ChatResult | Exception) -> None:
        """What became of one line."""
        self._early[index] = result
        while self._next in self._early:
            self._write(self._next, self._early.pop(self._next))
            self._next += 1

    def add_all(self, results: sdk.BulkResults) -> None:
        """What became of all lines that were begun: those that are not written yet."""
        for index, result in enumerate(results):
            if index >= self._next:
                self.add(index, result)

    def _write(self, index: int, result: sdk.ChatResult | Exception) -> None:
        record = json.dumps(record_of(self._lines[index], result), ensure_ascii=False) + "\n"
        if self._file is None:
            self._screen.answer(record)
        else:
            self._file.write(record.encode("utf-8", "backslashreplace").decode())
            self._file.flush()


def record_of(line: Line, result: sdk.ChatResult | Exception) -> dict[str, Any]:
    """A line of the output."""
    named: dict[str, Any] = {"line": line.number} if line.id is None else {"line": line.number, "id": line.id}
    if isinstance(result, sdk.ChatResult):
        return {**named, "text": result.text, "cost": result.cost, "result": result.to_dict()}
    status = getattr(result, "status_code", None)
    return {**named, "error": {"type": type(result).__name__, "status": status, "message": str(result)}}


def read_lines(file: str, system: str | None) -> list[Line]:
    """The lines of a file that say something. In a `.txt` each is a prompt as it stands.

    Raises:
        UsageError: A line that is nothing to send.
        OSError: The file cannot be read.
    """
    data = sys.stdin.buffer.read() if file == _STANDARD else Path(file).read_bytes()
    texts = data.decode("utf-8-sig", "replace").split("\n")
    numbered = [(number, text.strip()) for number, text in enumerate(texts, 1) if text.strip()]
    if not numbered:
        raise UsageError(f"{file}: there is nothing to send")
    if file.endswith(".txt"):
        return [Line(number, _with_system(text, system)) for number, text in numbered]
    return [_line(file, number, text, system) for number, text in numbered]


def _line(file: str, number: int, text: str, system: str | None) -> Line:
    try:
        value: Any = json_of(text)
    except ValueError as error:
        raise UsageError(f"{file}, line {number}: no JSON: {error}") from None
    if isinstance(value, (str, list)):
        return Line(number, _with_system(value, system))
    if not isinstance(value, dict):
        raise UsageError(f"{file}, line {number}: neither a prompt nor messages nor a request")
    fields = cast("dict[str, Any]", value)
    named = [fields.pop(name) for name in ("id", "custom_id") if name in fields]
    said = fields.pop("prompt", None) if "messages" not in fields else fields["messages"]
    if not isinstance(said, (str, list)):
        raise UsageError(f"{file}, line {number}: a request needs `messages` or `prompt`")
    own = fields.pop("system", None) or system
    return Line(number, {**fields, "messages": _with_system(said, own)}, named[0] if named else None)


def _with_system(said: Any, system: str | None) -> list[Any]:
    """The messages, after a system prompt unless they have one."""
    messages: list[Any] = [{"role": "user", "content": said}] if isinstance(said, str) else said
    first: Any = messages[0] if messages else None
    has_one = isinstance(first, Mapping) and cast("Mapping[str, Any]", first).get("role") in {"system", "developer"}
    return messages if has_one or not system else [{"role": "system", "content": system}, *messages]


def _check_targets(file: str, output: str, checkpoint: str | None) -> None:
    """Refuse to write over what is read.

    Raises:
        UsageError: Two of the three are the same file.
    """
    paths = [Path(path).resolve() for path in (file, output, checkpoint) if path and path != _STANDARD]
    if len({*paths}) < len(paths):
        raise UsageError("the file that is read, --output and --checkpoint have to be different files")


def _tell(screen: Screen, lines: list[Line], results: sdk.BulkResults, checkpoint: str | None) -> Code:
    """Say how it went, the failures first."""
    for text in _failures(lines, results):
        screen.note(text, style="red")
    counts = [
        (len(results.answers), "answered"),
        (results.resumed, "of them from the checkpoint"),
        (len(results.errors), "failed"),
        (len(results.not_sent) + len(lines) - len(results), "not sent"),
    ]
    screen.note(f"{', '.join(f'{count} {name}' for count, name in counts if count)}; {dollars(results.cost)}")
    if len(results.answers) == len(lines):
        return Code.DONE
    goes_on = "the same command sends only those again that have no answer"
    screen.note(
        goes_on if checkpoint else "--checkpoint FILE keeps answers, so that the same command goes on from them"
    )
    return Code.INCOMPLETE


def _failures(lines: list[Line], results: sdk.BulkResults) -> Iterator[str]:
    failed = list(results.errors.items())
    for index, error in failed[:_SHOWN_FAILURES]:
        yield f"line {lines[index].number}: {error}"
    if len(failed) > _SHOWN_FAILURES:
        yield f"and {len(failed) - _SHOWN_FAILURES} more"
    if results.not_sent:
        yield str(results[results.not_sent[0]])
