"""Conversations as JSON files."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from openrouter_sdk import models

from ._history import Entry, plain
from ._json import as_list, as_object, is_list, parse_json
from ._turns import Dialogue
from ._usage import Usage
from .exceptions import ArgumentError

_KIND = "openrouter-sdk conversation"
_VERSION = 1


def save_conversation(
    path: str | os.PathLike[str], settings: Mapping[str, Any], dialogues: Mapping[str, Dialogue], session_id: Any
) -> None:
    """Write a conversation. Of its settings only what goes into the body of a request is written, so no key."""
    # attrs names the fields of the request model, which are those of the body.
    body = models.ChatRequest.wire.keys
    kept = {
        name: plain(value)
        for name, value in settings.items()
        if name in body and name not in ("model", "session_id") and value is not None
    }
    data = {
        "kind": _KIND,
        "version": _VERSION,
        "model": settings["model"],
        "local_files": settings["local_files"],
        "session_id": session_id,
        "new_session_ids": settings["session_id"] is True,
        "defaults": kept,
        "conversations": [{"model": model, **_dialogue_data(dialogue)} for model, dialogue in dialogues.items()],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    try:
        content = text.encode()
    except UnicodeEncodeError:
        # half a character, as a broken stream may leave it
        content = json.dumps(data, indent=1, allow_nan=False).encode()
    _replace(Path(path), content)


def load_conversation(path: str | os.PathLike[str]) -> tuple[dict[str, Any], dict[str, Dialogue], str | None]:
    """The settings, the conversation of each model, and the session id.

    Raises:
        ArgumentError: The file holds no conversation, or one of a later version.
    """
    data = as_object(parse_json(Path(path).read_bytes().decode("utf-8", "replace")))
    saved = [as_object(item) for item in as_list(data.get("conversations"))]
    models_asked = data.get("model")
    named = [models_asked] if isinstance(models_asked, str) else as_list(models_asked)
    if data.get("kind") != _KIND or not named or named != [item.get("model") for item in saved]:
        raise ArgumentError(f"{os.fspath(path)!r} holds no saved conversation")
    if data.get("version") != _VERSION:
        raise ArgumentError(f"{os.fspath(path)!r} is of version {data.get('version')!r}; this SDK reads {_VERSION}")
    session_id = data.get("session_id")
    settings = {
        **as_object(data.get("defaults")),
        "model": data.get("model"),
        "local_files": data.get("local_files") is not False,
        "session_id": True if data.get("new_session_ids") is True else session_id,
    }
    return settings, {item["model"]: _dialogue(item) for item in saved}, session_id


def _dialogue_data(dialogue: Dialogue) -> dict[str, Any]:
    return {
        "opening": [_entry_data(entry) for entry in dialogue.opening],
        "messages": [_entry_data(entry) for entry in dialogue.entries],
        "turns": [turn.to_dict() for turn in dialogue.turns],
    }


def _entry_data(entry: Entry) -> dict[str, Any]:
    families = None if entry.families is None else list(entry.families)
    return {"message": entry.message, "families": families}


def _dialogue(data: dict[str, Any]) -> Dialogue:
    dialogue = Dialogue()
    dialogue.opening = [_entry(item) for item in as_list(data.get("opening"))]
    dialogue.entries = [_entry(item) for item in as_list(data.get("messages"))]
    dialogue.turns = [Usage.from_dict(item) for item in as_list(data.get("turns"))]
    return dialogue


def _entry(data: Any) -> Entry:
    item = as_object(data)
    families = item.get("families")
    return Entry(as_object(item.get("message")), tuple(families) if is_list(families) else None)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place: an interruption loses neither the old nor the new."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
