"""The checkpoint of a bulk run: what is in it, what is taken from it, what it refuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import ChatResult, OpenRouter, errors, testing
from openrouter_sdk.custom.bulk.checkpoint import Checkpoint
from tests.bulk.helpers import bulk, prompts_sent, texts
from tests.helpers.api import Api

PROMPTS = [f"prompt {number}" for number in range(6)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def test_a_second_run_takes_every_answer_from_the_file(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    first = bulk(api, client, PROMPTS, checkpoint=file)
    server.clear()

    second = bulk(api, client, PROMPTS, checkpoint=str(file))

    assert server.requests == []
    assert second == first
    assert (first.resumed, second.resumed) == (0, 6)
    assert second.cost == first.cost
    assert isinstance(second[0], ChatResult)
    assert isinstance(first[0], ChatResult)
    assert second[0].http.generation_id == first[0].http.generation_id
    assert second[0].http.status == 200


def test_failed_and_unsent_items_are_sent_again(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    server.enqueue(testing.reply("0"), testing.error(400, "No"), testing.error(402, "Out of credits"))
    bulk(api, client, PROMPTS, checkpoint=file, concurrency=1)
    server.clear()

    results = bulk(api, client, PROMPTS, checkpoint=file, concurrency=1)

    assert texts(results) == ["0", *PROMPTS[1:]]
    assert prompts_sent(server) == PROMPTS[1:]


def test_more_items_may_follow_in_a_later_run(api: Api, client: OpenRouter, server: testing.Server, file: Path) -> None:
    bulk(api, client, PROMPTS[:4], checkpoint=file)
    server.clear()

    assert texts(bulk(api, client, PROMPTS, checkpoint=file, concurrency=1)) == PROMPTS

    assert prompts_sent(server) == PROMPTS[4:]


@pytest.mark.parametrize(
    "changed",
    [{"temperature": 1}, {"model": "another/model"}, {"extra_body": {"new": 1}}],
    ids=lambda changed: next(iter(changed)),
)
def test_a_request_that_changed_is_sent_again(
    changed: dict[str, Any], api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    bulk(api, client, PROMPTS, checkpoint=file)
    server.clear()

    results = bulk(api, client, PROMPTS, checkpoint=file, **changed)

    assert results.resumed == 0
    assert len(server.requests) == 6


def test_settings_that_do_not_change_the_question_do_not_matter(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    bulk(api, client, PROMPTS, checkpoint=file)

    results = bulk(api, client, PROMPTS, checkpoint=file, retries=9, concurrency=2, http_headers={"x-a": "b"})

    assert results.resumed == 6


def test_the_same_prompt_twice_has_two_answers(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    server.enqueue(testing.reply("first"), testing.reply("second"))
    bulk(api, client, ["same", "same"], checkpoint=file, concurrency=1)

    assert texts(bulk(api, client, ["same", "same"], checkpoint=file)) == ["first", "second"]


def test_saved_answers_come_even_when_the_run_is_stopped(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    server.enqueue(testing.error(400, "No"), *[testing.reply("saved")] * 3)
    bulk(api, client, PROMPTS[:4], checkpoint=file, concurrency=1)
    server.enqueue(testing.error(402, "Out of credits"))

    results = bulk(api, client, PROMPTS, checkpoint=file, concurrency=1)

    assert texts(results) == ["PaymentRequiredResponseError", *["saved"] * 3, "NotSentError", "NotSentError"]


def test_max_cost_counts_what_the_saved_answers_have_cost(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    server.enqueue(*[testing.reply("yes", usage={"cost": 0.1})] * 20)
    bulk(api, client, PROMPTS[:3], checkpoint=file)

    results = bulk(api, client, ["new", *PROMPTS[1:3], "newer", "newest"], checkpoint=file, max_cost=0.45)

    # The saved answer to another first prompt does not count: with two saved and one new, one more fits.
    assert texts(results) == ["yes", "yes", "yes", "yes", "NotSentError"]
    assert results.cost == pytest.approx(0.4)


def test_progress_shows_the_cost_of_the_results_and_of_no_other_saved_answer(
    api: Api, client: OpenRouter, server: testing.Server, file: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    server.enqueue(*[testing.reply("yes", usage={"cost": 0.1})] * 8)
    bulk(api, client, PROMPTS, checkpoint=file)

    results = bulk(api, client, PROMPTS[:2], checkpoint=file, progress=True)

    assert results.cost == pytest.approx(0.2)
    assert capsys.readouterr().err.splitlines()[-1] == "chat.map: 2/2, $0.200000"


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_line_that_was_cut_off_is_forgotten_and_sent_again(cut: int, file: Path, server: testing.Server) -> None:
    with OpenRouter(server_url=server.url, api_key="test") as client:
        client.chat.map(PROMPTS[:2], model="a/b", checkpoint=file, concurrency=1)
        file.write_bytes(file.read_bytes()[:-cut])
        server.clear()

        results = client.chat.map(PROMPTS[:2], model="a/b", checkpoint=file, concurrency=1)
        again = client.chat.map(PROMPTS[:2], model="a/b", checkpoint=file, concurrency=1)

    assert texts(results) == PROMPTS[:2]
    assert prompts_sent(server) == PROMPTS[1:2]
    assert again.resumed == 2
    assert [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "content", [b'{"messages": []}\n', b"important notes", b"\n", b'{"checkpoint":"x"}\n{"a":1}\n'], ids=repr
)
def test_a_file_that_is_no_checkpoint_is_refused_and_left_alone(
    content: bytes, api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    file.write_bytes(content)

    with pytest.raises(errors.ArgumentError, match=r"answers\.jsonl' is no checkpoint of chat\.map"):
        bulk(api, client, PROMPTS, checkpoint=file)

    assert file.read_bytes() == content
    assert server.requests == []


def test_an_empty_file_becomes_a_checkpoint(api: Api, client: OpenRouter, file: Path) -> None:
    file.touch()

    bulk(api, client, PROMPTS, checkpoint=file)

    assert bulk(api, client, PROMPTS, checkpoint=file).resumed == 6


def test_two_runs_at_once_do_not_share_a_file(client: OpenRouter, file: Path, server: testing.Server) -> None:
    pytest.importorskip("fcntl", reason="this system cannot lock files")

    def on_result(_index: int, _result: object) -> None:
        client.chat.map(PROMPTS, model="a/b", checkpoint=file)

    with pytest.raises(errors.ArgumentError, match="in use by another run"):
        client.chat.map(PROMPTS, model="a/b", checkpoint=file, on_result=on_result)


def test_a_folder_that_is_not_there_is_told_before_anything_is_sent(
    api: Api, client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        bulk(api, client, PROMPTS, checkpoint=tmp_path / "nowhere" / "answers.jsonl")

    assert server.requests == []


def test_an_answer_that_cannot_be_saved_ends_the_run(
    api: Api, client: OpenRouter, server: testing.Server, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Checkpoint, _key: str, _result: ChatResult) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Checkpoint, "add", full)

    with pytest.raises(OSError, match="no space left"):
        bulk(api, client, PROMPTS, checkpoint=file, concurrency=1)

    assert len(server.requests) == 1


def test_answers_under_way_are_saved_when_the_caller_fails(
    api: Api, client: OpenRouter, server: testing.Server, file: Path
) -> None:
    def items() -> Iterator[str]:
        yield from PROMPTS[:3]
        raise LookupError("the file ends here")

    with pytest.raises(LookupError):
        bulk(api, client, items(), checkpoint=file)

    assert bulk(api, client, PROMPTS[:3], checkpoint=file).resumed == 3


def test_neither_the_prompts_nor_the_key_are_in_the_file(api: Api, client: OpenRouter, file: Path) -> None:
    item = {"messages": [{"role": "system", "content": "my secret plan"}, {"role": "user", "content": "x"}]}
    bulk(api, client, [item], checkpoint=file)

    assert "secret plan" not in file.read_text(encoding="utf-8")
