"""An agent that answers questions about a SQLite database, which it can read and not change.

Set OPENROUTER_API_KEY, install `openrouter-sdk[tools]`, and run it with a file and a question, or without them: it then
looks into a small one of its own.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from openrouter_sdk import OpenRouter, ToolContext, ToolError, errors

MODEL = "openai/gpt-4o-mini"
MAX_ROWS = 50


def tables(database: ToolContext[sqlite3.Connection]) -> list[str]:
    """The tables, as the statements that made them."""
    found = database.value.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")
    return [str(sql) for (sql,) in found]


def query(sql: str, database: ToolContext[sqlite3.Connection]) -> dict[str, Any]:
    """Run a SELECT statement; at most 50 rows are shown.

    Args:
        sql: One statement in SQLite's dialect.
    """
    try:
        cursor = database.value.execute(sql)
        rows = cursor.fetchmany(MAX_ROWS + 1)
    except sqlite3.Error as error:
        # the model reads it and writes a better statement
        raise ToolError(f"SQLite says: {error}") from None
    columns = [column for column, *_ in cursor.description or ()]
    return {"columns": columns, "rows": rows[:MAX_ROWS], "more": len(rows) > MAX_ROWS}


def ask(file: Path, question: str) -> str:
    """The answer to a question about the database in a file."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database, OpenRouter() as client:
        result = client.chat.run(
            model=MODEL,
            messages=[
                {"role": "system", "content": "Answer from the database. Look at its tables first."},
                {"role": "user", "content": question},
            ],
            tools=[tables, query],
            context=database,
            # SQLite wants its connection to stay in one thread: calls run here, one after the other
            parallel=False,
        )
    for step in result.steps:
        for call in step.calls:
            print(f"... {call.name} {call.arguments.get('sql', '')}".rstrip())
    return result.text


def own_database(file: Path) -> None:
    """A small database to look into."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE orders (city TEXT, pieces INTEGER)")
        database.executemany("INSERT INTO orders VALUES (?, ?)", [("Rome", 3), ("Oslo", 5), ("Rome", 4)])


def main() -> None:
    if len(sys.argv) > 2:
        print(ask(Path(sys.argv[1]), " ".join(sys.argv[2:])))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "orders.sqlite")
        own_database(file)
        print(ask(file, "Which city ordered the most pieces, and how many?"))


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
