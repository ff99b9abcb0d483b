"""The public names, one by one: a name that appears or goes is a decision, not an accident."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import Any

import pytest

import openrouter_sdk
from openrouter_sdk import EventStream, EventStreamAsync, OpenRouter, errors, models, testing
from tests.helpers.statuses import STATUS_ERRORS

ROOT = [
    "Answers",
    "BackoffStrategy",
    "BulkResults",
    "Call",
    "CallEndEvent",
    "CallStartEvent",
    "Chat",
    "ChatResult",
    "ChatStream",
    "ChatStreamAsync",
    "ChatStreamChunk",
    "ChatStreams",
    "ChatStreamsAsync",
    "Download",
    "DownloadAsync",
    "EventStream",
    "EventStreamAsync",
    "Hooks",
    "HttpInfo",
    "OpenRouter",
    "Pager",
    "PagerAsync",
    "ParsedResult",
    "ParsedStream",
    "ParsedStreamAsync",
    "RequestEvent",
    "ResponseEvent",
    "RetryConfig",
    "RetryEvent",
    "RunEndEvent",
    "RunResult",
    "RunStartEvent",
    "RunState",
    "StepEndEvent",
    "StepStartEvent",
    "StopRun",
    "StreamEndEvent",
    "Timeout",
    "Tool",
    "ToolContext",
    "ToolEndEvent",
    "ToolError",
    "ToolStartEvent",
    "UNSET",
    "Usage",
    "components",
    "content",
    "errors",
    "mcp_tools",
    "models",
    "operations",
    "telemetry",
    "testing",
    "tool",
    "tools",
    "utils",
]
OTHER_ERRORS = {
    "ArgumentError": ValueError,
    "ChatError": Exception,
    "NoResponseError": Exception,
    "NotSentError": Exception,
    "OpenRouterError": Exception,
    "OutputParsingError": Exception,
    "RequestTimedOutError": TimeoutError,
    "ResponseValidationError": Exception,
    "StreamBusyError": RuntimeError,
    "StreamInterruptedError": Exception,
}
TESTING = [
    "CassetteError",
    "Request",
    "Requests",
    "Rule",
    "Server",
    "Tape",
    "Transport",
    "answer",
    "environment",
    "error",
    "raw",
    "record",
    "replay",
    "reply",
    "rule",
    "serve",
    "transport",
]
CLIENT = [
    "aclose",
    "api_keys",
    "byok",
    "chat",
    "close",
    "credits",
    "embeddings",
    "endpoints",
    "generations",
    "models",
    "providers",
    "request",
    "request_async",
    "rerank",
    "tools",
    "with_options",
]
CHAT = [
    "map",
    "map_async",
    "parse",
    "parse_async",
    "resume",
    "resume_async",
    "run",
    "run_async",
    "send",
    "send_async",
]
STREAM = ["close", "final", "http", "partial", "reasoning_deltas", "text_deltas", "tool_call_deltas", "usage"]
CLIENT_ARGUMENTS = [
    "api_key",
    "http_referer",
    "x_open_router_title",
    "x_open_router_categories",
    "server_url",
    "client",
    "async_client",
    "retry_config",
    "timeout_ms",
    "timeout",
    "idle_timeout",
    "http_backend",
    "debug_logger",
]
CALL_ARGUMENTS = [
    "http_referer",
    "x_open_router_title",
    "x_open_router_categories",
    "x_open_router_metadata",
    "x_open_router_experimental_metadata",
    "retries",
    "server_url",
    "timeout_ms",
    "timeout",
    "http_headers",
    "extra_body",
]
EMPTY = inspect.Parameter.empty


def public(owner: object) -> list[str]:
    # pytest adds names with an @ to the modules of a package that has a plugin
    return sorted(name for name in dir(owner) if not name.startswith(("_", "@")))


def parameters(function: Any) -> dict[str, tuple[Any, Any, Any]]:
    """Name, kind, default and annotation of what a function takes."""
    taken = inspect.signature(function).parameters.values()
    return {each.name: (each.kind, each.default, each.annotation) for each in taken}


def test_the_package_exports_its_documented_names() -> None:
    assert sorted(openrouter_sdk.__all__) == ROOT
    assert public(openrouter_sdk) == ROOT


def test_a_star_import_gives_what_is_exported() -> None:
    names: dict[str, Any] = {}
    exec("from openrouter_sdk import *", names)  # noqa: S102 - what a user's module would do

    assert sorted(name for name in names if name != "__builtins__") == ROOT


def test_the_version_is_known_without_an_installation() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", openrouter_sdk.__version__)


def test_the_errors_are_the_documented_ones() -> None:
    assert sorted(errors.__all__) == sorted([*STATUS_ERRORS.values(), *OTHER_ERRORS])
    assert public(errors) == sorted([*errors.__all__, "annotations"])


@pytest.mark.parametrize(("status", "name"), STATUS_ERRORS.items())
def test_a_status_has_its_error(status: int | None, name: str) -> None:
    assert issubclass(getattr(errors, name), errors.ChatError)
    assert getattr(errors, name).default_status == status


@pytest.mark.parametrize(("name", "base"), OTHER_ERRORS.items())
def test_another_error_is_no_answer_of_the_api(name: str, base: type[Exception]) -> None:
    found = getattr(errors, name)

    assert issubclass(found, errors.OpenRouterError)
    assert issubclass(found, base)
    assert issubclass(found, errors.ChatError) == (name == "ChatError")


def test_the_emulated_server_exports_its_documented_names() -> None:
    assert sorted(testing.__all__) == TESTING


@pytest.mark.parametrize("name", ["content", "telemetry", "testing", "tools"])
def test_a_public_module_lists_what_it_exports(name: str) -> None:
    module = getattr(openrouter_sdk, name)

    assert public(module) == sorted(module.__all__)


def test_no_helper_of_the_packages_is_among_the_tools() -> None:
    assert {"opened_state", "prepare", "resumed"}.isdisjoint(openrouter_sdk.tools.__all__)


def test_a_result_is_the_model() -> None:
    assert openrouter_sdk.ChatResult is models.ChatResult
    assert openrouter_sdk.ChatStreamChunk is models.ChatStreamChunk


def test_the_client_and_its_chat_show_their_documented_names() -> None:
    assert public(OpenRouter) == CLIENT
    assert public(OpenRouter.chat) == CHAT


def test_the_streams_show_their_documented_names() -> None:
    assert public(EventStream) == STREAM
    assert public(EventStreamAsync) == sorted([*STREAM, "aclose", "with_heartbeat"])


def test_the_client_takes_its_documented_arguments() -> None:
    taken = parameters(OpenRouter.__init__)
    kinds = {name: taken[name][0] for name in CLIENT_ARGUMENTS}

    assert kinds.pop("api_key") is inspect.Parameter.POSITIONAL_OR_KEYWORD
    assert set(kinds.values()) == {inspect.Parameter.KEYWORD_ONLY}
    assert [taken[name][1] for name in CLIENT_ARGUMENTS if name not in ("retry_config", "idle_timeout")] == [
        *[None] * (len(CLIENT_ARGUMENTS) - 4),
        "httpx",
        None,
    ]
    assert (taken["retry_config"][1], taken["idle_timeout"][1]) == (openrouter_sdk.UNSET, 300.0)


def test_a_call_takes_every_field_of_a_request_and_the_documented_options() -> None:
    taken = parameters(OpenRouter.chat.send)
    fields = list(models.ChatRequest.wire.keys)

    assert [name for name in [*fields, *CALL_ARGUMENTS] if name not in taken] == []
    required = [name for name, (_, default, _) in taken.items() if default is EMPTY]
    assert required == ["self", "misplaced", "unknown"]  # two of which gather what is refused; overloads want more


@pytest.mark.parametrize("name", ["send_async", "__call__"])
def test_every_spelling_of_the_call_has_the_same_parameters(name: str) -> None:
    assert parameters(getattr(OpenRouter.chat, name)) == parameters(OpenRouter.chat.send)


def test_every_parameter_of_a_call_is_documented() -> None:
    text = inspect.getdoc(OpenRouter.chat.send) or ""
    names = [name for name in parameters(OpenRouter.chat.send) if name not in ("self", "misplaced", "unknown")]

    assert [name for name in names if f"\n    {name}: " not in text] == []
    assert inspect.getdoc(OpenRouter.chat.send_async) is not None


@pytest.mark.parametrize("name", STREAM)
def test_both_streams_have_the_same_parameters_and_a_description(name: str) -> None:
    sync, other = (inspect.getattr_static(stream, name) for stream in (EventStream, EventStreamAsync))

    assert type(sync) is type(other)
    assert sync.__doc__
    assert other.__doc__
    if inspect.isfunction(sync):
        assert parameters(sync) == parameters(other)


def test_the_spellings_of_closing_a_stream_take_the_same() -> None:
    assert parameters(EventStreamAsync.aclose) == parameters(EventStreamAsync.close) == parameters(EventStream.close)


def test_nothing_private_is_public_by_accident() -> None:
    for module in (openrouter_sdk, errors, models, openrouter_sdk.components, openrouter_sdk.utils, testing):
        assert [name for name in module.__all__ if name.startswith("_")] == []


@pytest.mark.parametrize("name", ["content", "telemetry", "tools"])
def test_names_are_imported_from_the_module_that_the_package_shows(name: str) -> None:
    module, door = import_module(f"openrouter_sdk.{name}"), import_module(f"openrouter_sdk.custom.{name}")

    assert module is getattr(openrouter_sdk, name)
    assert sorted(module.__all__) == dir(module) == sorted(door.__all__)
    assert all(getattr(module, each) is getattr(door, each) for each in module.__all__)
    with pytest.raises(AttributeError, match=f"module 'openrouter_sdk.{name}' has no attribute 'nothing'"):
        _ = module.nothing
