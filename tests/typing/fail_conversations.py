"""Options of conversations that do not exist, or have another type."""

from __future__ import annotations

from openrouter_sdk import Call, Chat


def mistakes(chat: Chat[str]) -> None:
    Chat("a/model", temprature=1)  # error
    Chat("a/model", temperature="warm")  # error
    Chat(["a/model"], messages=[])  # error
    Chat("a/model", provider={"ordr": ["openai"]})  # error
    Call("a/model", stream=True)  # error
    Call("a/model", session_id=5)  # error
    Call("a/model").result("Hi", max_tokens="5")  # error
    chat("Hi", modle="b/model")  # error
    chat.stream("Hi", local_files="no")  # error
    chat.resume(max_step=1)  # error
