"""Reading answers and streams, with the types that type checkers must see in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, assert_type

from openrouter_sdk import (
    ChatResult,
    ChatStreamChunk,
    EventStream,
    EventStreamAsync,
    HttpInfo,
    OpenRouter,
    components,
    models,
    operations,
)

MODEL = "maker/model"


def answers(result: ChatResult) -> None:
    assert_type(result.text, str)
    assert_type(result.cost, float | None)
    assert_type(result.message, models.ChatAssistantMessage)
    assert_type(result.message.reasoning, str | None)
    assert_type(result.tool_calls, list[models.ChatToolCall])
    assert_type(result.http, HttpInfo)
    assert_type(result.http.generation_id, str | None)
    assert_type(result.provider, str | None)
    assert_type(result.choices, list[models.ChatChoice])
    assert_type(result.choices[0].message.content, str | list[models.ChatContentItems] | None)
    assert_type(result.additional_properties, dict[str, Any])
    if result.usage is not None:
        assert_type(result.usage.cost, float | None)
        assert_type(result.usage.total_tokens, int)
        if result.usage.completion_tokens_details is not None:
            assert_type(result.usage.completion_tokens_details.reasoning_tokens, int | None)
    with result as same:
        for each in same:
            assert_type(each, ChatResult)


def streams(client: OpenRouter, flag: bool) -> None:
    with client.chat.send(messages=[], stream=True) as stream:
        assert_type(stream, EventStream[ChatStreamChunk])
        for chunk in stream:
            assert_type(chunk, ChatStreamChunk)
            assert_type(chunk.text, str)
            assert_type(chunk.object, Literal["chat.completion.chunk"])
            assert_type(chunk.choices[0].delta.content, str | None)
            assert_type(chunk.usage, models.ChatUsage | None)
    for text in stream.text_deltas():
        assert_type(text, str)
    assert_type(stream.final(), ChatResult)
    assert_type(stream.partial, ChatResult)
    assert_type(stream.http, HttpInfo)
    assert_type(stream.close(), None)
    with client.chat.send(messages=[], stream=flag) as either:
        for part in either:
            assert_type(part, ChatResult | ChatStreamChunk)


async def streams_async(client: OpenRouter) -> None:
    async with await client.chat.send_async(messages=[], stream=True) as stream:
        assert_type(stream, EventStreamAsync[ChatStreamChunk])
        async for chunk in stream:
            assert_type(chunk.choices[0].delta.content, str | None)
    async for text in stream.text_deltas():
        assert_type(text, str)
    assert_type(await stream.final(), ChatResult)
    await stream.close()
    await stream.aclose()


def message_narrows_by_role(message: models.ChatMessages) -> str:
    if message.role == "tool":
        assert_type(message, models.ChatToolMessage)
        return message.tool_call_id
    if message.role == "assistant":
        assert_type(message, models.ChatAssistantMessage)
        return message.refusal or ""
    return ""


def part_narrows_by_type(part: models.ChatContentItems) -> str:
    if part.type == "text":
        assert_type(part, models.ChatContentText)
        return part.text
    if part.type == "image_url":
        return part.image_url.url
    if isinstance(part, models.UnknownModel):
        return str(part["anything"])
    return ""


def details_narrow_by_type(details: Sequence[models.ReasoningDetailUnion]) -> list[str | None]:
    return [detail.text for detail in details if detail.type == "reasoning.text"]


def models_built_and_read(raw: dict[str, object]) -> None:
    assert_type(models.ChatResult.from_dict(raw), models.ChatResult)
    assert_type(models.parse_chat_messages(raw), models.ChatMessages)
    request = models.ChatRequest(messages=[models.ChatUserMessage(content="Hi")], model=MODEL, temperature=0.5)
    request.temperature = None
    request.messages.append(models.ChatSystemMessage(content="Be short"))
    reason: models.ChatFinishReason = "brand-new"
    choice = components.ChatChoice(index=0, message=models.ChatAssistantMessage(content="Hi"), finish_reason=reason)
    assert_type(choice.message, models.ChatAssistantMessage)
    stop: components.Stop = ["a"]
    client_side: components.Reasoning = models.ChatRequestReasoning()
    print(request.to_dict(), stop, client_side)


def either_answer(answer: operations.SendChatCompletionRequestResponse) -> str:
    if isinstance(answer, ChatResult):
        return answer.text
    return answer.partial.text
