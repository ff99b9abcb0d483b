"""A chat in the terminal: answers appear as they are written, each with what it cost.

Set OPENROUTER_API_KEY and run it, with a model's name if you like:

    python examples/terminal_chat.py anthropic/claude-haiku-4.5

Lines that begin with a slash are commands; /help lists them. Ctrl-C stops an answer, Ctrl-D ends the chat.
"""

from __future__ import annotations

import sys

from openrouter_sdk import Chat, errors

MODEL = "openai/gpt-4o-mini"
HELP = """\
/model NAME   go on with another model
/cost         what each model has cost so far
/reset        begin anew
/save FILE    write the conversation to a file
/help         this list
/quit         end"""


def answer(chat: Chat[str], question: str) -> None:
    """Ask, and print the answer while it comes, then its cost. An answer that is stopped is not remembered."""
    try:
        with chat.stream(question) as stream:
            for text in stream:
                print(text, end="", flush=True)
        print(f"\n    [{cost_line(chat)}]")
    except KeyboardInterrupt:
        print("\n    [stopped]")
    except errors.OpenRouterError as error:
        print(f"\n    [{type(error).__name__}: {error}]")


def cost_line(chat: Chat[str]) -> str:
    """Model, tokens and cost of the last turn, and what the chat has cost in all."""
    if not chat.turns:
        return chat.model
    turn = chat.turns[-1]
    return f"{turn.model}, {turn.total_tokens} tokens, {dollars(turn.cost)}; {dollars(chat.cost)} in all"


def dollars(amount: float | None) -> str:
    return "cost unknown" if amount is None else f"${amount:.6f}"


def command(chat: Chat[str], line: str) -> None:
    """Do what a line with a slash says."""
    name, _, rest = line.partition(" ")
    rest = rest.strip()
    if name == "/model" and rest:
        chat.model = rest
        print(f"    [now {rest}]")
    elif name == "/cost":
        print(chat.usage_table())
    elif name == "/reset":
        chat.reset()
        print("    [begun anew]")
    elif name == "/save" and rest:
        try:
            chat.save(rest)
            print(f"    [saved to {rest}]")
        except OSError as error:
            print(f"    [{type(error).__name__}: {error}]")
    else:
        print(HELP)


def main() -> None:
    model = sys.argv[1] if len(sys.argv) > 1 else MODEL
    print(f"You talk to {model}. /help lists the commands.")
    with Chat(model, session_id=True) as chat:
        while True:
            try:
                line = input("> ").strip()
            except (EOFError, KeyboardInterrupt):
                print()
                return
            if line == "/quit":
                return
            if line.startswith("/"):
                command(chat, line)
            elif line:
                answer(chat, line)


if __name__ == "__main__":
    try:
        main()
    except (errors.OpenRouterError, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
