"""What a conversation takes beside options, and that it is not duplicated by accident."""

from __future__ import annotations

import copy
import pickle
import re
from typing import Any, cast

import pytest

from openrouter_sdk import Call, Chat, models

MODEL = "a/model"


def test_the_system_prompt_may_be_content_parts() -> None:
    part = {"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}

    assert Chat(MODEL, system=[part]).history == [{"role": "system", "content": [part]}]


def test_texts_of_a_system_prompt_become_parts() -> None:
    texts = ["Be brief.", "notes.png"]

    opened = Chat(MODEL, system=[texts[0], models.ChatContentText(text=texts[1])]).history[0]

    assert opened == {"role": "system", "content": [{"type": "text", "text": text} for text in texts]}
    assert Chat(MODEL, system=texts).history == [opened]
    assert Chat(MODEL, system=[]).history == []


@pytest.mark.parametrize("odd", [None, 3, b"Be brief.", {"text": "Be brief."}])
def test_what_is_no_part_of_a_system_prompt_is_refused(odd: Any) -> None:
    for make in (Chat, Call):
        with pytest.raises(
            TypeError, match=rf"^system\[1\] must be a string or a content part, not {type(odd).__name__}$"
        ):
            make(MODEL, system=["Be brief.", odd])


def test_a_session_id_is_text() -> None:
    with pytest.raises(TypeError, match="session_id must be"):
        Chat(MODEL, session_id=cast("Any", 3))
    with pytest.raises(TypeError, match="session_id must be"):
        Chat(MODEL)("Hi", session_id=True)


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_conversation_is_duplicated_by_fork_or_save_alone(duplicate: Any) -> None:
    with pytest.raises(TypeError, match=r"save\(\).*fork\(\)"):
        duplicate(Chat(MODEL))


@pytest.mark.parametrize("model", [["b/model", "c/model"], ["b/model"], 5])
def test_a_question_goes_to_one_other_model(model: Any) -> None:
    chat = Chat(MODEL, api_key="test")

    with pytest.raises(TypeError, match=rf"^model must be one model's name here, not {re.escape(repr(model))}$"):
        chat("Hi", model=model)
    with pytest.raises(TypeError, match="model must be one model's name here"):
        chat.model = model
