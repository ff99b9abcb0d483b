"""What is passed as a picture, a file or a saved state, and is something else."""

from __future__ import annotations

import copy
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import Chat, OpenRouter, RunState, content, errors, models
from openrouter_sdk.custom.bulk.checkpoint import Checkpoint
from openrouter_sdk.custom.conversation.store import load_conversation
from openrouter_sdk.custom.engine.form import encode_form

from .serving import MIB, peak_below

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
SECRET = "hunter2-of-the-user"
needs_unix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices are files on Unix alone")
READERS: list[Callable[[Path], Any]] = [
    content.image,
    content.audio,
    content.video,
    content.file,
    lambda path: content.parts([path]),
    lambda path: content.image(path, max_bytes=None),
    load_conversation,
    RunState.load,
    lambda path: encode_form({"file": path}),
]


@pytest.fixture(params=["a pipe", "a link to a pipe", "a device", "a folder"])
def no_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = tmp_path / "made.png"
    if request.param == "a folder":
        made.mkdir()
    elif request.param == "a device":
        made.symlink_to("/dev/zero")
    else:
        os.mkfifo(made)
    if request.param == "a link to a pipe":
        (link := tmp_path / "link.png").symlink_to(made)
        return link
    return made


@needs_unix
@pytest.mark.parametrize("read", READERS)
def test_a_path_that_is_no_file_is_refused_without_waiting_for_it(read: Callable[[Path], Any], no_file: Path) -> None:
    with peak_below(1 * MIB), pytest.raises((errors.ArgumentError, OSError), match=r"(?i)is a (pipe|directory)"):
        read(no_file)


@needs_unix
def test_a_checkpoint_that_is_no_file_is_refused(no_file: Path) -> None:
    with pytest.raises((errors.ArgumentError, OSError)):
        Checkpoint(no_file, logger=None)  # type: ignore[arg-type]


@needs_unix
def test_a_pipe_that_the_caller_opened_is_read(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    writer = threading.Thread(target=lambda: pipe.write_bytes(PNG))
    writer.start()
    with pipe.open("rb") as opened:
        assert content.image(opened)["type"] == "image_url"
    writer.join()


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(PNG)
    (link := tmp_path / "link.png").symlink_to(tmp_path / "there")

    assert content.image(link) == content.image(PNG)


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    with (large := tmp_path / "large.png").open("wb") as file:
        file.write(PNG)
        file.truncate(1024 * MIB)

    with peak_below(4 * MIB), pytest.raises(errors.ArgumentError, match="larger than max_bytes=1000"):
        content.image(large, max_bytes=1000)


@pytest.mark.parametrize("make", [content.image, content.video, content.file, lambda url: content.parts([url])])
@pytest.mark.parametrize("user", [f"user:{SECRET}@", f"{SECRET}@", f"a:{SECRET}@b@"])
def test_a_web_address_with_a_password_is_refused_and_not_shown(make: Callable[[str], Any], user: str) -> None:
    with pytest.raises(errors.ArgumentError, match="user name or a password") as caught:
        make(f"https://{user}files.example/cat.png?signature={SECRET}")

    assert SECRET not in str(caught.value)
    assert "files.example/cat.png" in str(caught.value)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "FILE://localhost/etc/passwd", "ftp://a.example/a.png", "gopher://a.example/a.png"]
)
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(errors.ArgumentError, match="no URL the API can read"):
        content.image(url)


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("image/../../../evil", "image.bin"),
        ("image/php", "image.bin"),
        ("image/exe", "image.bin"),
        ("text/html", "image.bin"),
        ("application/pdf", "image.bin"),
        ("image/\0png", "image.bin"),
        ("image/bmp", "image.bmp"),
    ],
)
def test_a_server_names_no_file(declared: str, name: str, tmp_path: Path) -> None:
    answer = models.ChatResult.from_dict(
        {"choices": [{"message": {"images": [{"image_url": {"url": f"data:{declared};base64,AAAA"}}]}}]}
    )
    (tmp_path / name).write_text("there before")

    saved = answer.images[0].save(tmp_path)

    assert saved.parent == tmp_path
    assert saved.name == name.replace("image.", "image-2.")
    assert (tmp_path / name).read_text() == "there before"
    assert answer.images[0].save(tmp_path / "mine").name == "mine" + Path(name).suffix


HOSTILE: list[Any] = [
    None, True, -1, 1e999, 10**4299, "", "\x00\ud800", [], [None], {}, {"role": []},
    {"a": {}},
    [{"role": "assistant", "tool_calls": [None, {"function": 1}], "content": [7]}],
]  # fmt: skip


def changed_in_one_place(data: Any) -> Iterator[Any]:
    """The same JSON with one value replaced or taken away, each in turn."""

    def places(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        yield path
        for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            yield from places(value[key], (*path, key))

    for path in list(places(data, ())):
        for value in HOSTILE:
            if not path:
                yield value
                continue
            twin = holder = copy.deepcopy(data)
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = copy.deepcopy(value)
            yield twin


TEXTS = [b"", b"[", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"kind": ' * 1000, b"1" * 100_000, b"\x80\x04]\x94."]


def read_all(states: Iterator[Any], path: Path, load: Callable[[Path], Any]) -> tuple[int, int]:
    """How many of these states are read, and how many are refused; nothing else may become of one."""
    read = refused = 0
    for state in states:
        path.write_bytes(state if isinstance(state, bytes) else json.dumps(state).encode())
        try:
            load(path)
            read += 1
        except (errors.ArgumentError, TypeError):
            refused += 1
    return read, refused


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_a_hostile_conversation_is_loaded_or_refused(tmp_path: Path, make_client: Any) -> None:
    client = make_client()
    chat = Chat("a/model", system="Be brief.", client=client, temperature=0.5)
    chat("Hi")
    chat.save(path := tmp_path / "chat.json")
    saved = json.loads(path.read_text())

    def load(path: Path) -> None:
        loaded = Chat.load(path, client=client)
        assert repr(loaded)
        assert isinstance(loaded.history, list)
        assert str(loaded.usage_table())

    read, refused = read_all(iter([*changed_in_one_place(saved), *TEXTS]), path, load)
    assert read > 0
    assert refused > 100
    for version in (0, 2, "1", None, 1e999):
        path.write_text(json.dumps({**saved, "version": version}))
        with pytest.raises(errors.ArgumentError, match="version"):
            Chat.load(path, client=client)


@pytest.mark.parametrize("api", ["sync"], indirect=True)
def test_a_saved_conversation_lets_no_file_be_read_that_the_program_forbids(tmp_path: Path, make_client: Any) -> None:
    client: OpenRouter = make_client()
    Chat("a/model", client=client, local_files=True).save(path := tmp_path / "chat.json")
    (picture := tmp_path / "cat.png").write_bytes(PNG)

    chat = Chat.load(path, client=client, local_files=False)
    chat([str(picture)])

    assert "base64" not in json.dumps(chat.history)


def test_a_hostile_state_of_a_run_is_loaded_or_refused(tmp_path: Path) -> None:
    call = {"id": "c", "type": "function", "function": {"name": "look", "arguments": "{}"}}
    step = {
        "answer": {"choices": [{"message": {"role": "assistant", "content": None, "tool_calls": [call]}}]},
        "calls": [{"id": "c", "name": "look", "arguments": {}, "status": "waiting", "waits_for": "approval"}],
    }
    saved = {**RunState(given=[{"role": "user", "content": "Hi"}], request={"model": "m"}).to_dict(), "steps": [step]}

    def load(path: Path) -> None:
        state = RunState.load(path)
        assert repr(state)
        assert json.dumps(state.to_dict()) or state.pending

    read, refused = read_all(iter([*changed_in_one_place(saved), *TEXTS]), tmp_path / "state.json", load)
    assert read > 0
    assert refused > 50


def test_a_hostile_line_of_a_checkpoint_is_read_or_passed_over(tmp_path: Path) -> None:
    class Silent:
        def warning(self, *_: Any) -> None: ...

    logger: Any = Silent()
    path = tmp_path / "checkpoint.jsonl"
    answer = models.ChatResult.from_dict({"id": "g", "choices": [{"message": {"content": "Hi"}}]})
    record = {"key": "k", "http": {"status": 200, "generation_id": "g", "attempts": 1}, "result": answer.to_dict()}
    with Checkpoint(path, logger) as checkpoint:
        pass
    header = path.read_bytes()
    taken = 0
    for line in [*(json.dumps(each).encode() for each in changed_in_one_place(record)), *TEXTS]:
        path.write_bytes(header + line + b"\n")
        with Checkpoint(path, logger) as checkpoint:
            found = checkpoint.take("k")
            taken += found is not None
            assert found is None or repr((found, found.http, found.text))
    assert taken > 0
