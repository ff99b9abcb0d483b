"""A streamed answer that calls a tool: the call as it is written, its result, and the answer that uses it.

Set OPENROUTER_API_KEY and run it.
"""

from __future__ import annotations

import sys

from openrouter_sdk import ChatResult, OpenRouter, errors
from openrouter_sdk.models import ChatMessages, ChatMessagesTypedDict, ChatToolCall

MODEL = "openai/gpt-4o-mini"


def weather(city: str) -> str:
    return f"In {city} it rains, at 11 degrees."


def turn(client: OpenRouter, messages: list[ChatMessages | ChatMessagesTypedDict], *, must_call: bool) -> ChatResult:
    """One streamed answer, printed as it comes."""
    with client.chat.send(
        model=MODEL,
        messages=messages,
        tools=[
            {
                "type": "function",
                "function": {
                    "name": "weather",
                    "description": "The weather in a city, now.",
                    "parameters": {
                        "type": "object",
                        "properties": {"city": {"type": "string", "minLength": 1}},
                        "required": ["city"],
                    },
                },
            }
        ],
        tool_choice="required" if must_call else "none",
        stream=True,
    ) as stream:
        for chunk in stream:
            print(chunk.text, end="", flush=True)
            for call in (chunk.delta and chunk.delta.tool_calls) or ():
                # pieces of calls, for the eye only: the whole ones are in the finished answer
                print(call.function.arguments or "" if call.function else "", end="", flush=True)
        print()
        return stream.final()


def run(call: ChatToolCall) -> str:
    """The result of a call, or what the model did wrong, which it can then mend."""
    try:
        return weather(**call.parsed_arguments)
    except (errors.ResponseValidationError, TypeError) as error:
        return f"wrong arguments: {error}"


def main() -> None:
    messages: list[ChatMessages | ChatMessagesTypedDict] = [
        {"role": "user", "content": "Do I need an umbrella in Zürich?"}
    ]
    with OpenRouter() as client:
        asked = turn(client, messages, must_call=True)
        messages.append(asked.message)
        messages.extend({"role": "tool", "tool_call_id": call.id, "content": run(call)} for call in asked.tool_calls)
        answer = turn(client, messages, must_call=False)
    print(f"{len(asked.tool_calls)} call(s), {len(answer.text)} characters")


if __name__ == "__main__":
    try:
        main()
    except errors.OpenRouterError as error:
        sys.exit(f"{type(error).__name__}: {error}")
