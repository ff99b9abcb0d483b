"""`openrouter bulk`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import testing
from tests.cli.typing_at import run, sit_at_a_terminal

LINES = [
    '"One"',
    '[{"role": "system", "content": "Own."}, {"role": "user", "content": "Two"}]',
    "",
    '{"prompt": "Three", "custom_id": "c", "max_tokens": 5, "model": "b/two"}',
    '{"id": 7, "system": "Mine.", "messages": [{"role": "user", "content": "Four"}]}',
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "prompts.jsonl"
    made.write_text("\n".join(LINES), encoding="utf-8")
    return made


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def contents(server: testing.Server) -> list[list[str]]:
    return sorted([message["content"] for message in request.json["messages"]] for request in server.requests)


def test_prompts_messages_and_requests_are_answered_in_their_order(file: Path, server: testing.Server) -> None:
    ended = run("bulk", str(file), "-m", "a/one", "-s", "Ours.", "-t", "0")

    told = records(ended.out)
    assert ended.code == 0
    assert [(record["line"], record.get("id"), record["text"]) for record in told] == [
        (1, None, "One"),
        (2, None, "Two"),
        (4, "c", "Three"),
        (5, 7, "Four"),
    ]
    assert all(record["cost"] == record["result"]["usage"]["cost"] for record in told)
    assert contents(server) == [["Mine.", "Four"], ["Ours.", "One"], ["Ours.", "Three"], ["Own.", "Two"]]
    assert {request.json["temperature"] for request in server.requests} == {0}
    assert sorted(request.json["model"] for request in server.requests) == ["a/one", "a/one", "a/one", "b/two"]
    assert ended.err == f"4 answered; ${sum(record['cost'] for record in told):.6f}\n"


def test_a_text_file_holds_a_prompt_on_each_line_and_a_pipe_json(tmp_path: Path, server: testing.Server) -> None:
    file = tmp_path / "prompts.txt"
    file.write_text('"One"\n\nTwo\n', encoding="utf-8")

    assert [record["text"] for record in records(run("bulk", str(file)).out)] == ['"One"', "Two"]
    assert [record["text"] for record in records(run("bulk", "-", given='"Three"\n').out)] == ["Three"]


def test_failures_are_in_the_output_and_in_the_exit_code(file: Path, server: testing.Server) -> None:
    server.enqueue(testing.reply("1"), testing.error(400, "Bad question"))

    ended = run("bulk", str(file), "--concurrency", "1")

    failed = records(ended.out)[1]
    assert ended.code == 4
    assert failed["line"] == 2
    assert (failed["error"]["type"], failed["error"]["status"]) == ("BadRequestResponseError", 400)
    assert "line 2: 400 Bad Request: Bad question\n3 answered, 1 failed; $" in ended.err
    assert "--checkpoint FILE keeps answers, so that the same command goes on from them" in ended.err


def test_of_many_failures_the_first_are_told(server: testing.Server) -> None:
    server.enqueue(*[testing.error(400, "Bad question")] * 7)

    ended = run("bulk", "-", "--concurrency", "1", given='"Hi"\n' * 7)

    assert ended.err.count("400 Bad Request: Bad question") == 5
    assert "\nand 2 more\n7 failed; $" in ended.err


def test_it_waits_for_a_rate_limit_without_a_word(server: testing.Server) -> None:
    server.enqueue(testing.error(429, "Slow down", headers={"Retry-After": "0"}))

    ended = run("bulk", "-", given='"One"\n')

    assert (ended.code, len(server.requests)) == (0, 2)
    assert ended.err.startswith("1 answered; $")


def test_the_same_command_goes_on_from_its_checkpoint(file: Path, server: testing.Server, tmp_path: Path) -> None:
    server.enqueue(testing.reply("1"), testing.error(402, "No credits"))
    arguments = ["bulk", str(file), "--concurrency", "1", "--checkpoint", str(tmp_path / "done"), "-O"]

    first = run(*arguments, str(tmp_path / "out.jsonl"))
    sent = len(server.requests)
    second = run(*arguments, str(tmp_path / "out.jsonl"))

    assert (first.code, first.out, sent) == (4, "", 2)
    assert "1 answered, 1 failed, 2 not sent" in first.err
    assert "not sent: the run was stopped by: 402" in first.err
    assert second.code == 0
    assert len(server.requests) == 5
    assert "4 answered, 1 of them from the checkpoint" in second.err
    assert len(records((tmp_path / "out.jsonl").read_text(encoding="utf-8"))) == 4


def test_a_ceiling_on_the_cost_stops_it(file: Path, server: testing.Server) -> None:
    server.enqueue(*[testing.reply("1", usage={"cost": 1.0})] * 2)

    ended = run("bulk", str(file), "--concurrency", "1", "--max-cost", "1.5")

    assert ended.code == 4
    assert "1 answered, 3 not sent; $1.00" in ended.err


@pytest.mark.parametrize("at", [0, 1])
def test_ctrl_c_writes_what_came_and_says_so(
    at: int, file: Path, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openrouter_sdk.custom.cli.bulk import Writer  # lazy: reads best where it is patched

    add = Writer.add

    def interrupted(self: Writer, index: int, result: Any) -> None:
        if index < at:
            return add(self, index, result)
        monkeypatch.setattr(Writer, "add", add)
        raise KeyboardInterrupt

    monkeypatch.setattr(Writer, "add", interrupted)

    ended = run("bulk", str(file), "--concurrency", "1")

    assert ended.code == 130
    assert [record["text"] for record in records(ended.out)] == ["One", "Two"][: at + 1]
    assert f"{at + 1} answered, {3 - at} not sent" in ended.err


def test_ctrl_c_before_anything_is_sent_has_nothing_to_say(
    file: Path, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("openrouter_sdk.custom.chat.ChatNamespace.map", interrupted)

    ended = run("bulk", str(file))

    assert (ended.code, ended.out, ended.err) == (130, "", "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2: no JSON"),
        ("[" * 100_000, "line 2: no JSON: it is nested too deeply"),
        ("5", "line 2: neither a prompt nor messages nor a request"),
        ('{"model": "a/b"}', "line 2: a request needs `messages` or `prompt`"),
    ],
)
def test_a_line_that_is_nothing_to_send_is_told_before_anything_is_sent(
    line: str, told: str, server: testing.Server
) -> None:
    ended = run("bulk", "-", given=f'"One"\n{line}\n')

    assert (ended.code, server.requests) == (2, [])
    assert told in ended.err


def test_files_are_not_written_over_the_one_that_is_read(file: Path, server: testing.Server) -> None:
    same, nothing = run("bulk", str(file), "-O", str(file)), run("bulk", "-", given="\n")

    assert (same.code, nothing.code, server.requests) == (2, 2, [])
    assert file.read_text(encoding="utf-8").splitlines() == LINES


def test_progress_is_shown_in_a_terminal_when_the_answers_go_elsewhere(
    file: Path, server: testing.Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sit_at_a_terminal(monkeypatch)

    beside = run("bulk", str(file), "-O", str(tmp_path / "out.jsonl"))
    among = run("bulk", str(file))

    assert "4/4" in beside.err
    assert "4/4" not in among.err
