"""The rules of what is sent hold for any conversation."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk.custom.answers import answer_message, says_nothing
from openrouter_sdk.custom.conversation.history import Entry, families_of, family, outgoing

FAMILIES = ("a", "b")
unhurried = settings(deadline=None)
_ids = st.sampled_from(["i", "j", "i_2", ""])
_details = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["reasoning.text", "other"]), "id": _ids, "data": st.text(max_size=2)}
    ),
    max_size=3,
)
_calls = st.lists(
    st.fixed_dictionaries({
        "id": _ids,
        "function": st.fixed_dictionaries({"name": st.just("f"), "arguments": st.sampled_from(["", None, "{}"])}),
    }),
    max_size=2, unique_by=lambda call: call["id"],
)  # fmt: skip
_json = st.recursive(st.none() | st.booleans() | st.text(max_size=2), lambda inner: st.lists(inner, max_size=2))
_messages = st.fixed_dictionaries(
    {"role": st.just("assistant")},
    optional={
        "content": st.none() | st.text(max_size=3), "refusal": st.none(), "reasoning": st.none() | st.text(max_size=3),
        "reasoning_details": _details, "tool_calls": st.none() | _calls, "later": _json,
    },
)  # fmt: skip
_turns = st.lists(st.tuples(st.sampled_from(FAMILIES), _messages), max_size=6)


def entries_of(turns: list[tuple[str, dict[str, Any]]]) -> list[Entry]:
    entries = [Entry({"role": "system", "content": "s"})]
    for author, message in turns:
        entries.append(Entry({"role": "user", "content": "q"}))
        entries.append(Entry(answer_message(message), families_of(f"{author}/m", None)))
        called = message.get("tool_calls") or []
        entries.extend(Entry({"role": "tool", "tool_call_id": call["id"], "content": "r"}) for call in called)
    return entries


@unhurried
@given(_turns, st.sampled_from(FAMILIES))
def test_a_longer_conversation_begins_with_the_shorter_one(turns: list[Any], author: str) -> None:
    entries = entries_of(turns)
    kept = copy.deepcopy(entries)
    whole = [json.dumps(message) for message in outgoing(entries, f"{author}/m")]

    for length in range(len(entries)):
        part = [json.dumps(message) for message in outgoing(entries[:length], f"{author}/other")]
        assert whole[: len(part)] == part
    assert entries == kept


@unhurried
@given(_turns, st.sampled_from(FAMILIES))
def test_no_id_is_sent_by_two_answers_and_results_find_their_calls(turns: list[Any], author: str) -> None:
    seen: set[str] = set()
    called: set[str] = set()
    for message in outgoing(entries_of(turns), f"{author}/m"):
        if message["role"] == "tool":
            assert message["tool_call_id"] in called
            continue
        named = [call["id"] for call in message.get("tool_calls", ())]
        assert len(set(named)) == len(named)
        called = set(named) or called
        ids = {found["id"] for key in ("reasoning_details", "tool_calls") for found in message.get(key, ())} - {""}
        assert not ids & seen
        seen |= ids


@unhurried
@given(_turns)
def test_reasoning_reaches_its_family_alone(turns: list[Any]) -> None:
    for message in outgoing(entries_of(turns), "c/m"):
        assert not {"reasoning", "reasoning_details", "reasoning_content"} & set(message)
        assert message["role"] != "assistant" or not says_nothing(message)


@unhurried
@given(_messages)
def test_an_answer_goes_back_complete_and_without_nulls(message: dict[str, Any]) -> None:
    before = copy.deepcopy(message)
    sent = answer_message(message)

    assert message == before
    assert [key for key, value in sent.items() if value is None and key != "content"] == []
    assert sent["content"] is not None or sent["tool_calls"]
    assert [call for call in sent.get("tool_calls", ()) if not call["function"]["arguments"]] == []
    lost = [key for key, value in message.items() if value not in (None, "", []) and key not in sent]
    assert lost == []
    assert sent.get("reasoning_details") == message.get("reasoning_details")
    assert answer_message(sent) == sent


def test_the_family_is_the_author_in_the_slug() -> None:
    assert family("anthropic/claude-x:thinking") == family("~Anthropic/claude-latest") == "anthropic"
    assert family("openrouter/auto") == "openrouter"
    assert family("gpt-4o-mini") == "gpt-4o-mini"
    assert family("@preset/one") != family("@preset/two")


def test_the_reasoning_of_an_answer_belongs_to_the_model_that_gave_it() -> None:
    assert families_of("a/m", "a/m-2025") == ("a",)
    assert families_of("a/m", "b/m") == ("b",)
    assert families_of("a/m", None) == ("a",)
    assert families_of("a/m", "m-2025") == ("a",)
    assert families_of("openrouter/auto", "b/m") == ("b", "openrouter")
    assert families_of("gpt-4o", "openai/gpt-4o") == ("openai", "gpt-4o")
    assert families_of("@preset/one", "b/m") == ("b", "@preset/one")
