"""The outline of the contract: what the rest of the project builds on, checked without any list of facts."""

from __future__ import annotations

import pytest

from tests.contract.document import PREFIX, load_contract
from tests.helpers.statuses import STATUS_ERRORS

CONTRACT = load_contract()

# Names by which users know the types.
KNOWN_NAMES = [
    "ChatRequest",
    "ChatResult",
    "ChatStreamChunk",
    "ChatMessages",
    "ChatSystemMessage",
    "ChatUserMessage",
    "ChatAssistantMessage",
    "ChatToolMessage",
    "ChatDeveloperMessage",
    "ChatContentItems",
    "ChatFunctionTool",
    "ChatToolChoice",
    "ChatToolCall",
    "ChatUsage",
    "ChatChoice",
    "ChatStreamChoice",
    "ChatStreamDelta",
    "ChatStreamToolCall",
    "ChatStreamOptions",
    "ChatDebugOptions",
    "ChatRequestPlugin",
    "ChatRequestReasoning",
    "ChatRequestServiceTier",
    "ResponseFormat",
    "Modality",
    "MetadataLevel",
    "ImageConfig",
    "Stop",
    "StopServerToolsWhenCondition",
    "TraceConfig",
    "AnthropicCacheControlDirective",
    "ProviderPreferences",
    "ProviderSort",
    "ProviderName",
    "Quantization",
    "DataCollection",
    "ReasoningDetailUnion",
    "OpenRouterMetadata",
    "ErrorResponse",
]

LEFT_OUT_BY_OTHERS = [
    "verbosity",
    "transforms",
    "route",
    "audio",
    "max_tool_calls",
    "preset",
    "n",
    "include_reasoning",
    "structured_outputs",
    "speed",
    "usage",
    "web_search_options",
    "x_search_filter",
    "prompt",
    "raw_mode",
    "safe_prompt",
    "reasoning_effort",
]


def test_the_chat_is_an_operation_with_bearer_security_on_the_production_server() -> None:
    chat = CONTRACT.operations()[0]

    assert (chat.method, chat.path, chat.names) == ("post", "/chat/completions", ["chat.send"])
    assert chat.data["security"] == [{"bearer": []}]
    assert [server["url"] for server in CONTRACT.document["servers"]] == ["https://openrouter.ai/api/v1"]


def test_a_success_is_json_first_and_a_stream_second() -> None:
    content = CONTRACT.responses["200"]["content"]

    assert list(content) == ["application/json", "text/event-stream"]
    assert content["application/json"]["schema"] == {"$ref": PREFIX + "ChatResult"}
    assert content["text/event-stream"] == {
        "schema": {"$ref": PREFIX + "ChatStreamChunk"},
        "x-sse-sentinel": "[DONE]",
        "x-stream-request-field": "stream",
    }


def test_every_documented_failure_names_its_exception() -> None:
    failures = {status: one for status, one in CONTRACT.responses.items() if status != "200"}

    assert {status: one["x-error"] for status, one in failures.items()} == {
        str(status or "default"): name for status, name in STATUS_ERRORS.items()
    }
    for one in failures.values():
        assert one["content"] == {"application/json": {"schema": {"$ref": PREFIX + "ErrorResponse"}}}


def test_four_headers_are_parameters() -> None:
    parameters = CONTRACT.parameters(CONTRACT.operations()[0])
    names = [(one["name"], one["in"], one.get("required", False)) for one in parameters]

    assert names == [
        ("HTTP-Referer", "header", False),
        ("X-OpenRouter-Title", "header", False),
        ("X-OpenRouter-Categories", "header", False),
        ("X-OpenRouter-Metadata", "header", False),
    ]


def test_messages_is_all_a_request_needs_and_may_be_empty() -> None:
    request = CONTRACT.components["ChatRequest"]

    assert request["required"] == ["messages"]
    assert "minItems" not in request["properties"]["messages"]


def test_the_request_has_fields_that_official_documents_leave_out() -> None:
    assert {*LEFT_OUT_BY_OTHERS} - CONTRACT.components["ChatRequest"]["properties"].keys() == set()


def test_components_have_the_names_that_users_know() -> None:
    assert {*KNOWN_NAMES} - CONTRACT.components.keys() == set()


def test_both_error_envelopes_fit() -> None:
    assert CONTRACT.components["ErrorResponse"]["required"] == ["error"]
    assert CONTRACT.components["ErrorDetails"]["required"] == ["message"]


def test_results_and_chunks_have_their_mixins() -> None:
    assert CONTRACT.components["ChatResult"]["x-mixin"] == "ChatResultMixin"
    assert CONTRACT.components["ChatStreamChunk"]["x-mixin"] == "ChatStreamChunkMixin"


@pytest.mark.parametrize("name", ["prompt", "completion", "request", "image", "audio"])
def test_prices_are_numbers_or_text(name: str) -> None:
    price = CONTRACT.components["ProviderMaxPrice"]["properties"][name]

    assert [form["type"] for form in price["anyOf"]] == ["number", "string"]
