"""The checkpoint file by itself: what is written is found again, wherever the file was cut off."""

from __future__ import annotations

import errno
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk import ChatResult
from openrouter_sdk.custom.bulk.checkpoint import Checkpoint, _lock_file, key_of
from tests.bulk.helpers import LOGGER, answer
from tests.helpers.examples import examples


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


@settings(max_examples=examples(50), deadline=None)
@given(data=st.data())
def test_wherever_a_file_is_cut_off_the_whole_lines_before_it_count(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("cut") / "answers.jsonl"
    keys = [f"{number}:key" for number in range(4)]
    ends = []
    with Checkpoint(file, LOGGER) as checkpoint:
        for key in keys:
            checkpoint.add(key, answer(key))
            ends.append(file.stat().st_size)
    cut = data.draw(st.integers(0, ends[-1]))
    file.write_bytes(file.read_bytes()[:cut])

    with Checkpoint(file, LOGGER) as checkpoint:
        found = [key for key in keys if checkpoint.take(key) is not None]

    assert found == [key for key, end in zip(keys, ends, strict=True) if end <= cut]


def test_a_line_that_makes_no_sense_is_passed_over_with_a_warning(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Checkpoint(file, LOGGER) as checkpoint:
        checkpoint.add("0:a", answer("first"))
    with file.open("ab") as open_file:
        open_file.write(b"\xff\n[]\n")
    with Checkpoint(file, LOGGER) as checkpoint:
        checkpoint.add("1:b", answer("second"))

    with caplog.at_level(logging.WARNING), Checkpoint(file, LOGGER) as checkpoint:
        found = [checkpoint.take("0:a"), checkpoint.take("1:b")]

    assert [result.text for result in found if result] == ["first", "second"]
    assert "line 3 of the checkpoint" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on the size of files")
def test_a_line_that_did_not_fit_does_not_spoil_the_next(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    import resource  # lazy: Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Checkpoint(file, LOGGER) as checkpoint:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        try:
            with pytest.raises(OSError, match="too large"):
                checkpoint.add("0:a", answer("x" * 2000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        checkpoint.add("1:b", answer("second"))

    with caplog.at_level(logging.WARNING), Checkpoint(file, LOGGER) as checkpoint:
        found = checkpoint.take("1:b")

    assert found is not None
    assert found.text == "second"
    assert caplog.records == []


def test_a_key_does_not_depend_on_the_order_of_the_fields() -> None:
    assert key_of(1, b'{"a":1,"b":{"c":2,"d":3}}') == key_of(1, b'{"b":{"d":3,"c":2},"a":1}')
    assert key_of(1, b'{"a":1}') != key_of(2, b'{"a":1}')
    assert key_of(1, b'{"a":1}') != key_of(1, b'{"a":2}')


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=10,
    )
)
def test_whatever_an_answer_holds_comes_back_the_same(value: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("any") / "answers.jsonl"
    given_answer = ChatResult.from_dict({"choices": [], "anything": value})

    with Checkpoint(file, LOGGER) as checkpoint:
        checkpoint.add("0:a", given_answer)
    with Checkpoint(file, LOGGER) as checkpoint:
        found = checkpoint.take("0:a")

    assert found is not None
    assert found.to_dict() == given_answer.to_dict()


@pytest.mark.parametrize("lacks", ["the module", "the file system"])
def test_where_files_have_no_locks_a_checkpoint_does_without(
    lacks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refused(*_: Any) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    if lacks == "the module":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    else:
        monkeypatch.setattr(fcntl, "flock", refused)

    with (tmp_path / "done").open("ab") as file:
        _lock_file(file, tmp_path / "done")
