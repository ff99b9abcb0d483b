"""Conversations as JSON files."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from types import NoneType
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.types import copy_json

from .._files import read_file, replace_file
from ..answers import Usage
from ..chat import asked_for
from ..errors import ArgumentError, as_list, as_object, is_object, parse_json
from .base import checked_models
from .history import Entry
from .turns import Dialogue

_KIND = "openrouter-sdk conversation"
_VERSION = 1


def save_conversation(
    path: str | os.PathLike[str], settings: Mapping[str, Any], dialogues: Mapping[str, Dialogue], session_id: Any
) -> None:
    """Write a conversation. Of its settings only what goes into the body of a request is written, so no key."""
    options = _saved_options()
    given = {name: value for name, value in settings.items() if name in options and value is not None}
    kept = {name: copy_json(value) for name, value in asked_for(given).items()}
    if "tools" in kept:
        # functions have no JSON form: they are given again
        kept["tools"] = [tool for tool in as_list(kept["tools"]) if is_object(tool)]
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
    try:
        content = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode()
    except ValueError:
        # half a character, as a broken stream may leave it, or a number without a form in JSON, which is kept as null
        content = json.dumps(json.loads(json.dumps(data), parse_constant=lambda _: None), indent=1).encode()
    replace_file(path, content)


def load_conversation(path: str | os.PathLike[str]) -> tuple[dict[str, Any], dict[str, Dialogue], str | None]:
    """The settings, the conversation of each model, and the session id.

    Raises:
        ArgumentError: The file holds no conversation, one of a later version, or a damaged one.
    """
    data = as_object(parse_json(read_file(path).decode("utf-8", "replace")))
    if data.get("kind") != _KIND or "version" not in data:
        raise ArgumentError(f"{os.fspath(path)!r} holds no saved conversation")
    if data["version"] != _VERSION:
        raise ArgumentError(f"{os.fspath(path)!r} is of version {data['version']!r}; this SDK reads {_VERSION}")
    try:
        return _settings(data), _dialogues(data), _held(data, "session_id", str, NoneType)
    except (ArgumentError, TypeError) as error:
        raise ArgumentError(f"{os.fspath(path)!r} is damaged: {error}") from None


def given_models(dialogues: Mapping[str, Dialogue], model: Any) -> dict[str, Dialogue]:
    """The conversations by the models that are to go on with them: those saved, or one in place of one.

    Raises:
        ArgumentError: The models given are others than those saved.
    """
    names, saved = checked_models(model), list(dialogues)
    if len(names) == len(saved) == 1:
        return {names[0]: dialogues[saved[0]]}
    if sorted(names) != sorted(saved):
        shown = saved[0] if len(saved) == 1 else saved
        raise ArgumentError(f"the conversation was saved with model {shown!r} and cannot go on with {model!r}")
    return {name: dialogues[name] for name in names}


def _settings(data: dict[str, Any]) -> dict[str, Any]:
    defaults = _held(data, "defaults", dict)
    for name in defaults:
        if name not in _saved_options():
            raise ArgumentError(f"{name!r} is no option that is saved")
    _held({"extra_body": {}, **defaults}, "extra_body", dict)
    session_id = _held(data, "session_id", str, NoneType)
    if not defaults.get("tools", True):
        del defaults["tools"]  # that held functions alone: providers refuse a list of none
    return {
        **defaults,
        "model": data.get("model"),
        "local_files": _held(data, "local_files", bool),
        "session_id": True if _held(data, "new_session_ids", bool) else session_id,
    }


def _saved_options() -> frozenset[str]:
    # the keys of the request model are those of the body
    return frozenset((*models.ChatRequest.wire.keys, "extra_body")) - {"model", "messages", "stream", "session_id"}


def _held(data: Mapping[str, Any], key: str, *kinds: type[Any]) -> Any:
    value: Any = data.get(key)
    if not isinstance(value, kinds):
        raise ArgumentError(f"{key} is missing or of the wrong type, {type(value).__name__}")
    return value


def _dialogue_data(dialogue: Dialogue) -> dict[str, Any]:
    return {
        "opening": [_entry_data(entry) for entry in dialogue.opening],
        "messages": [_entry_data(entry) for entry in dialogue.entries],
        "turns": [turn.to_dict() for turn in dialogue.turns],
    }


def _entry_data(entry: Entry) -> dict[str, Any]:
    families = None if entry.families is None else list(entry.families)
    return {"message": entry.message, "families": families}


def _dialogues(data: dict[str, Any]) -> dict[str, Dialogue]:
    saved = [as_object(item) for item in _held(data, "conversations", list)]
    names = checked_models(data.get("model"))
    if [item.get("model") for item in saved] != list(names):
        raise ArgumentError("its conversations are not those of its models")
    return {name: _dialogue(item) for name, item in zip(names, saved, strict=True)}


def _dialogue(data: dict[str, Any]) -> Dialogue:
    dialogue = Dialogue()
    dialogue.opening = [_entry(item) for item in _held(data, "opening", list)]
    dialogue.entries = [_entry(item) for item in _held(data, "messages", list)]
    dialogue.turns = [Usage.from_dict(item) for item in _held(data, "turns", list)]
    return dialogue


def _entry(data: Any) -> Entry:
    item = as_object(data)
    message = _held(item, "message", dict)
    _held(message, "role", str)
    if item.get("families") is None:
        return Entry(message)
    families = _held(item, "families", list)
    if not all(isinstance(family, str) for family in families):
        raise ArgumentError("families is of the wrong type")
    return Entry(message, tuple(families))
