"""Options of conversations that do not exist, or have another type."""

from __future__ import annotations

from openrouter_sdk import Call, Chat


def mistakes(chat: Chat[str]) -> None:
    Chat("a/model", temprature=1)  # type: ignore[call-overload]
    Chat("a/model", temperature="warm")  # type: ignore[call-overload]
    Chat(["a/model"], messages=[])  # type: ignore[call-overload]
    Chat("a/model", provider={"ordr": ["openai"]})  # type: ignore[call-overload]
    Call("a/model", stream=True)  # type: ignore[call-overload]
    Call("a/model", session_id=5)  # type: ignore[call-overload]
    Call("a/model").result("Hi", max_tokens="5")  # type: ignore[arg-type]
    chat("Hi", modle="b/model")  # type: ignore[call-arg]
    chat.stream("Hi", local_files="no")  # type: ignore[arg-type]
    chat.resume(max_step=1)  # type: ignore[call-arg]
