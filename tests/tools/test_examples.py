"""The examples that call tools, each with a model that does what a model would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import testing
from tests.tools.running import asks

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server() -> Iterator[testing.Server]:
    with testing.serve() as running:
        yield running


def run(example: str, server: testing.Server, folder: Path, *arguments: str, stdin: str = "") -> str:
    """What an example prints; it must end well."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER_")}
    env = {**kept, "PYTHONPATH": str(ROOT), "OPENROUTER_API_KEY": "test", "OPENROUTER_BASE_URL": server.url}
    command = [sys.executable, "-W", "error", str(ROOT / "examples" / example), *arguments]
    done = subprocess.run(
        command, cwd=folder, env=env, input=stdin, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert server.pending == 0
    return done.stdout


def told(server: testing.Server) -> list[Any]:
    """The results of tools that the last request sent."""
    return [message["content"] for message in server.requests[-1].json["messages"] if message["role"] == "tool"]


def test_the_agent_of_an_mcp_server_writes_and_reads_notes(server: testing.Server, tmp_path: Path) -> None:
    server.enqueue(
        asks(("notes_write", {"title": "milk", "text": "two litres"})),
        asks(("notes_read", {"title": "milk"}), ("notes_read", {"title": "bread"})),
        testing.reply("It is noted."),
    )

    printed = run("mcp_agent.py", server, tmp_path, "Note that we need two litres of milk.")

    assert told(server)[:2] == ["noted: milk", "two litres"]
    assert "no note 'bread'" in told(server)[2]
    assert printed.splitlines()[-1] == "It is noted."


def test_the_weather_agent_finds_places_and_forecasts(server: testing.Server, tmp_path: Path) -> None:
    server.enqueue(
        asks(("find_place", {"city": "Zurich"}), ("find_place", {"city": "Atlantis"})),
        asks(("forecast", {"place": {"latitude": 47.4, "longitude": 8.5}, "days": 2})),
        testing.reply("Take an umbrella."),
    )

    printed = run("weather_agent.py", server, tmp_path)

    assert told(server) == [
        '{"latitude":47.4,"longitude":8.5}',
        "Error: no city 'Atlantis'; known: zurich, oslo, rome",
        '["day 1: rain, 14 degrees","day 2: rain, 14 degrees"]',
    ]
    assert "... forecast {'place': {'latitude': 47.4, 'longitude': 8.5}, 'days': 2}" in printed
    assert printed.splitlines()[-2:] == ["Take an umbrella.", printed.splitlines()[-1]]
    assert printed.endswith("ended by answer\n")


def test_the_database_agent_reads_and_cannot_write(server: testing.Server, tmp_path: Path) -> None:
    server.enqueue(
        asks("tables"),
        asks(("query", {"sql": "SELECT town FROM orders"}), ("query", {"sql": "DELETE FROM orders"})),
        asks(("query", {"sql": "SELECT city, sum(pieces) AS n FROM orders GROUP BY city ORDER BY n DESC"})),
        testing.reply("Rome, with 7."),
    )

    printed = run("database_agent.py", server, tmp_path)

    assert told(server) == [
        '["CREATE TABLE orders (city TEXT, pieces INTEGER)"]',
        "Error: SQLite says: no such column: town",
        "Error: SQLite says: attempt to write a readonly database",
        '{"columns":["city","n"],"rows":[["Rome",7],["Oslo",5]],"more":false}',
    ]
    assert printed.endswith("Rome, with 7.\n")


def test_the_research_agent_goes_on_in_a_second_process(server: testing.Server, tmp_path: Path) -> None:
    asked, approved, rejected = (tmp_path / name for name in ("asked", "approved", "rejected"))
    asked.mkdir()
    server.enqueue(
        asks(("research", {"topic": "tea"}), ("research", {"topic": "coffee"})),
        asks(("publish", {"title": "Drinks", "text": "Both are fine."})),
    )
    first = run("research_agent.py", server, asked, "ask", "Tea or coffee?")

    assert first.endswith("Approve or reject: publish\n")
    assert not (asked / "report.md").exists()

    for folder, decision, result in (
        (approved, "approve", "published as report.md"),
        (rejected, "reject", "Error: the call was rejected: not now"),
    ):
        shutil.copytree(asked, folder)
        server.enqueue(testing.reply("It is done."))
        second = run("research_agent.py", server, folder, decision, "not now")

        assert second.endswith("It is done.\n")
        assert told(server) == ["tea: three sources agree.", "coffee: three sources agree.", result]
    assert (approved / "report.md").exists()
    assert not (rejected / "report.md").exists()


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False)])
def test_the_terminal_agent_shows_what_happens_and_asks(
    server: testing.Server, tmp_path: Path, answer: str, *, written: bool
) -> None:
    (tmp_path / "a.txt").write_text("A dog barks.")
    server.enqueue(
        asks("list_files", reasoning="Let me see."),
        asks(("read_file", {"name": "a.txt"}), ("read_file", {"name": "../etc"})),
        asks(("write_file", {"name": "answer.txt", "text": "a.txt"})),
        testing.reply("Done."),
    )

    printed = run("terminal_agent.py", server, tmp_path, stdin=f"{answer}\n")

    assert (tmp_path / "answer.txt").exists() == written
    for shown in (
        "Let me see.",
        "... list_files",
        "reading a.txt",
        "A dog barks.",
        "is outside of the folder",
        "Done.",
    ):
        assert shown in printed
    assert "ended by answer" in printed
