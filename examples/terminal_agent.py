"""An agent in the terminal: its text as it is written, its tools as they work, and a question before what matters.

Set OPENROUTER_API_KEY, install `openrouter-sdk[tools]` and `rich`, and run it with a question, or without one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.prompt import Confirm

from openrouter_sdk import OpenRouter, RunResult, ToolContext, ToolError, errors, tool, tools

MODEL = "openai/gpt-4o-mini"


def inside(folder: Path, name: str) -> Path:
    """A path in the folder, and nowhere else."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ToolError(f"{name} is outside of the folder")
    return path


def list_files(folder: ToolContext[Path]) -> list[str]:
    """The files in the folder."""
    return sorted(path.name for path in folder.value.iterdir() if path.is_file())


def read_file(name: str, folder: ToolContext[Path]) -> str:
    """The first 4000 characters of a file."""
    folder.progress(f"reading {name}")
    return inside(folder.value, name).read_text(encoding="utf-8", errors="replace")[:4000]


@tool(approve=True)
def write_file(name: str, text: str, folder: ToolContext[Path]) -> str:
    """Write a file, in place of one with this name."""
    inside(folder.value, name).write_text(text, encoding="utf-8")
    return f"{len(text)} characters written"


def show(console: Console, stream: tools.RunStream) -> RunResult:
    """Print the events of a run as they come."""
    with stream:
        for event in stream:
            match event:
                case tools.TextDelta(text):
                    console.print(text, end="", markup=False, highlight=False)
                case tools.ReasoningDelta(text):
                    console.print(text, end="", style="dim italic", markup=False, highlight=False)
                case tools.ToolCallStarted(call):
                    console.print(f"[cyan]... {escape(call.name)}[/] {escape(str(call.arguments))}")
                case tools.ToolProgress(_, value):
                    console.print(f"    [dim]{escape(str(value))}[/]")
                case tools.ToolCallFinished(call, result):
                    console.print(
                        f"    [{'red' if result.is_error else 'green'}]{escape(str(result.content))[:200]}[/]"
                    )
                case tools.ApprovalNeeded() | tools.StepFinished() | tools.RunFinished():
                    console.print()
        return stream.final()


def main() -> None:
    console = Console()
    question = " ".join(sys.argv[1:]) or "Which of these files is about dogs? Note it in answer.txt."
    folder = Path.cwd()
    with OpenRouter() as client:
        stream = client.chat.run(
            model=MODEL,
            messages=[{"role": "user", "content": question}],
            tools=[list_files, read_file, write_file],
            context=folder,
            stream=True,
        )
        result = show(console, stream)
        while result.pending:
            for call in result.pending:
                if Confirm.ask(f"{call.name} {escape(str(call.arguments))}?", console=console):
                    result.approve(call.id)
                else:
                    result.reject(call.id, "the user said no")
            result = show(console, client.chat.resume(result, stream=True))
    console.print(f"[dim]{result.usage.total_tokens} tokens, ended by {result.stopped_by}[/]")


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
